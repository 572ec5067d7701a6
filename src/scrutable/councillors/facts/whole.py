"""All of councillors that a report may print: totals, and nothing that is anybody's own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from scrutable.councillors.facts.kit import KitTotals
from scrutable.councillors.facts.paper import PaperStanding
from scrutable.councillors.facts.skills import Cover, Pilot, SessionTotals, SkillArea


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncillorsInTotal:
    """What a report on councillors prints; `least` is the least number that it shows."""

    as_at: date
    least: int
    areas: Mapping[str, SkillArea]
    cover: Cover
    sessions: Sequence[SessionTotals]
    pilots: Sequence[Pilot]
    kit: KitTotals
    paper: Sequence[PaperStanding]
    page_price: tuple[str, str] | None = None
