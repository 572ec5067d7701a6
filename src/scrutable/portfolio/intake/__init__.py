"""Monthly updates and registers of projects: the workbook that is issued, and what comes back."""

from scrutable.portfolio.intake.cellmap import MapRead, map_lines, read_cell_map
from scrutable.portfolio.intake.known import Known, Reading
from scrutable.portfolio.intake.mapped import read_register
from scrutable.portfolio.intake.template import Issued, write_template
from scrutable.portfolio.intake.updates import read_update

__all__ = [
    "Issued",
    "Known",
    "MapRead",
    "Reading",
    "map_lines",
    "read_cell_map",
    "read_register",
    "read_update",
    "write_template",
]
