"""Reading and writing suppliers' workbooks; nothing here touches the database.

`template` writes what a supplier fills in, `returns` reads it back, `cellmap` reads suppliers'
own workbooks by a map of cells.
"""

from scrutable.contracts.intake.mapped import read_mapped
from scrutable.contracts.intake.returns import Reading, read_opened, read_return
from scrutable.contracts.intake.stated import Identity, identify
from scrutable.contracts.intake.template import Typed, write_template

__all__ = [
    "Identity",
    "Reading",
    "Typed",
    "identify",
    "read_mapped",
    "read_opened",
    "read_return",
    "write_template",
]
