"""What needs a person, across every subject: one plain list of reads."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from django.apps import apps

from scrutable.assurance.reads import assessments
from scrutable.assurance.reads.attending import AREAS as OF_ASSURANCE
from scrutable.audit.models import Kept
from scrutable.audit.reads import Resting
from scrutable.contracts import reads as contracts
from scrutable.housekeeping import reads as housekeeping
from scrutable.kernel.attention import Attention, gravest_first, open_only
from scrutable.meetings import reads as meetings
from scrutable.portfolio import reads as portfolio
from scrutable.registers.facts import Contract
from scrutable.reports import reads as reports


class PartOfEstate(NamedTuple):
    """What reads a part of the list, and the tables that it rests on alone, if any are named."""

    attention: Callable[[date, int], list[Attention]]
    on: Sequence[type[Kept]] = ()


def kept_by(*names: str) -> tuple[type[Kept], ...]:
    """Return all tables of these apps that are kept."""
    tables = (table for name in names for table in apps.get_app_config(name).get_models())
    return tuple(table for table in tables if issubclass(table, Kept))


ON_CONTRACTS = kept_by("contracts", "registers")
ON_MEETINGS = kept_by("meetings", "registers")
ON_ASSESSMENTS = (*assessments.ON, *kept_by("registers"))


def _kept(part: PartOfEstate) -> PartOfEstate:
    """Return the part, read again only once a table was written into that it rests on."""
    if not part.on:
        return part
    answers: Resting[list[Attention]] = Resting(part.on)

    def kept(as_at: date, known: int) -> list[Attention]:
        return answers.of(known, as_at, partial(part.attention, as_at, known))

    return PartOfEstate(kept, part.on)


PARTS: Mapping[str, PartOfEstate] = {
    "meetings": _kept(PartOfEstate(meetings.attention, ON_MEETINGS)),
    **{name: _kept(PartOfEstate(*area)) for name, area in portfolio.AREAS.items()},
    "assessments": _kept(PartOfEstate(assessments.attention, ON_ASSESSMENTS)),
    **{name: _kept(PartOfEstate(area.attention, area.on)) for name, area in OF_ASSURANCE.items()},
    **{name: _kept(PartOfEstate(*area)) for name, area in housekeeping.AREAS.items()},
    "decisions": PartOfEstate(reports.attending_decisions),
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
