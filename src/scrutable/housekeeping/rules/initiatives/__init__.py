"""How far initiatives have come, which need a person, and what is none; pure."""

from scrutable.housekeeping.rules.initiatives import refusing  # noqa: F401  (register refusals)
from scrutable.housekeeping.rules.initiatives.attending import (
    InitiativeGravity,
    initiatives_attention,
)
from scrutable.housekeeping.rules.initiatives.measuring import (
    PENCE,
    counted_once,
    standing,
    value_of,
    wanted_on,
)
from scrutable.housekeeping.rules.initiatives.naming import FAULTS, LINES

__all__ = [
    "FAULTS",
    "LINES",
    "PENCE",
    "InitiativeGravity",
    "counted_once",
    "initiatives_attention",
    "standing",
    "value_of",
    "wanted_on",
]
