"""Tables about councillors; every row is kept but what only they and a few may see."""

from scrutable.audit.models import Kept
from scrutable.councillors import facts
from scrutable.councillors.models.paper import PagesCounted, PaperTarget
from scrutable.councillors.models.skills import Session, SkillArea
from scrutable.records import models as records
from scrutable.records.facts import Record

TABLES: dict[type[Record], type[Kept]] = {
    facts.PagesCounted: PagesCounted,
    facts.PaperTarget: PaperTarget,
    facts.Session: Session,
    facts.SkillArea: SkillArea,
}
records.TABLES.update(TABLES)

__all__ = [
    "TABLES",
    "PagesCounted",
    "PaperTarget",
    "Session",
    "SkillArea",
]
