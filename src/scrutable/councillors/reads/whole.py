"""All of councillors that a report may print."""

from datetime import date

from scrutable.councillors.facts.whole import CouncillorsInTotal
from scrutable.councillors.reads.kit import kit_totals
from scrutable.councillors.reads.learning import cover, pilots, session_totals, skill_areas
from scrutable.councillors.reads.paper import paper
from scrutable.councillors.reads.policy import least_shown, page_price


def in_total(known: int, as_at: date) -> CouncillorsInTotal:
    """Return skills, sessions, pilots, kit and paper, in totals."""
    return CouncillorsInTotal(
        as_at=as_at,
        least=least_shown(known, as_at),
        areas={one.code: one for one in skill_areas(known)},
        cover=cover(known, as_at),
        sessions=session_totals(known, as_at),
        pilots=pilots(known),
        kit=kit_totals(known, as_at),
        paper=paper(known, as_at),
        page_price=page_price(known, as_at),
    )
