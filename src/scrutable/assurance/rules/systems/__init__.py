"""What stops with which system, whether it can be recovered, and what is refused; pure."""

from scrutable.assurance.rules.systems import refusing  # noqa: F401  (register refusals)
from scrutable.assurance.rules.systems.attending import (
    SystemGravity,
    lacking,
    systems_attention,
)
from scrutable.assurance.rules.systems.seeing import WORST_FIRST, below, lacks, landscape

__all__ = [
    "WORST_FIRST",
    "SystemGravity",
    "below",
    "lacking",
    "lacks",
    "landscape",
    "systems_attention",
]
