"""Assessments in reports: a section that is exempt with them, and one that everybody may read.

The two are made from different facts: the open one is never given an outcome, a level or a system.
"""

from scrutable.assurance.compose.assessments.opened import open_section
from scrutable.assurance.compose.assessments.whole import (
    METHOD,
    exempt_section,
    finding,
    key_figures,
)

__all__ = ["METHOD", "exempt_section", "finding", "key_figures", "open_section"]
