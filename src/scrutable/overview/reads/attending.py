"""What needs a person, across every subject: one plain list of reads."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.apps import apps

from scrutable.assurance.reads import assessments
from scrutable.assurance.reads.attending import AREAS as OF_ASSURANCE
from scrutable.audit.models import Kept
from scrutable.audit.reads import Area
from scrutable.contracts import reads as contracts
from scrutable.housekeeping import reads as housekeeping
from scrutable.kernel.attention import Attention, gravest_first, open_only
from scrutable.meetings import reads as meetings
from scrutable.portfolio import reads as portfolio
from scrutable.registers.facts import Contract
from scrutable.reports import reads as reports


def kept_by(*names: str) -> tuple[type[Kept], ...]:
    """Return all tables of these apps that are kept."""
    tables = (table for name in names for table in apps.get_app_config(name).get_models())
    return tuple(table for table in tables if issubclass(table, Kept))


ON_CONTRACTS = kept_by("contracts", "registers")
ON_MEETINGS = kept_by("meetings", "registers")
ON_ASSESSMENTS = (*assessments.ON, *kept_by("registers"))


PARTS: Mapping[str, Area] = {
    name: area.kept()
    for areas in (
        {"meetings": Area(meetings.attention, ON_MEETINGS)},
        portfolio.AREAS,
        {"assessments": Area(assessments.attention, ON_ASSESSMENTS)},
        OF_ASSURANCE,
        housekeeping.AREAS,
        {"decisions": Area(reports.attending_decisions)},
    )
    for name, area in areas.items()
}


def attention(
    as_at: date,
    known: int,
    only: Sequence[Contract] | None = None,
    *,
    everywhere: bool = True,
    closed: bool = False,
) -> list[Attention]:
    """Return what needs a person, gravest and oldest first.

    Of contracts it is that of those given, if any are; `everywhere` adds what hangs on no
    contract: meetings, decisions, promises, powers, projects and what hangs on them, the estate.
    What speaks of exempt assessments is left out unless it is asked for with `closed`.
    """
    parts = PARTS.values() if everywhere else ()
    found = [one for part in parts for one in part.attention(as_at, known)]
    items = gravest_first([*contracts.attention(as_at, known, only), *found])
    return items if closed else open_only(items)
