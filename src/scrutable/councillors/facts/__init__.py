"""Skills, sessions and paper: the nouns; what names a councillor is for them and a few."""

from scrutable.councillors.facts.paper import PagesCounted, PaperStanding, PaperTarget
from scrutable.councillors.facts.skills import (
    Confidence,
    CoverLine,
    Need,
    Session,
    SkillArea,
    SkillsSaid,
)

__all__ = [
    "Confidence",
    "CoverLine",
    "Need",
    "PagesCounted",
    "PaperStanding",
    "PaperTarget",
    "Session",
    "SkillArea",
    "SkillsSaid",
]
