"""Tables about councillors; every row is kept but what only they and a few may see."""

from scrutable.audit.models import Kept
from scrutable.councillors import facts
from scrutable.councillors.models.kit import Kit, KitFault, KitOpinion
from scrutable.councillors.models.paper import PagesCounted, PaperTarget
from scrutable.councillors.models.people import AccessForm, Councillor, NamedOfficer
from scrutable.councillors.models.skills import Pilot, Place, Session, SkillArea, SkillsSaid
from scrutable.records import models as records
from scrutable.records.facts import Record

TABLES: dict[type[Record], type[Kept]] = {
    facts.Kit: Kit,
    facts.KitFault: KitFault,
    facts.KitOpinion: KitOpinion,
    facts.NamedOfficer: NamedOfficer,
    facts.PagesCounted: PagesCounted,
    facts.PaperTarget: PaperTarget,
    facts.Pilot: Pilot,
    facts.Place: Place,
    facts.Session: Session,
    facts.SkillArea: SkillArea,
    facts.SkillsSaid: SkillsSaid,
}
records.TABLES.update(TABLES)

__all__ = [
    "TABLES",
    "AccessForm",
    "Councillor",
    "Kit",
    "KitFault",
    "KitOpinion",
    "NamedOfficer",
    "PagesCounted",
    "PaperTarget",
    "Pilot",
    "Place",
    "Session",
    "SkillArea",
    "SkillsSaid",
]
