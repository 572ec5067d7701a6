"""How much hangs on each supplier, now and over time, as it was known."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from django.db.models import TextField
from django.db.models.functions import Cast

from scrutable.audit.reads import number_at
from scrutable.kernel.wording import LONDON
from scrutable.portfolio import facts, models
from scrutable.portfolio.facts.dependence import Dependence, DependenceLimits, ProjectHeld
from scrutable.portfolio.rules import dependence as rules
from scrutable.registers import reads as registers
from scrutable.registers.facts import Contract

ENDED = frozenset(stage.value for stage in facts.ENDED)
ROW = ("number", "event", "stage", "place", "suppliers_text", "contracts_text")


def dependence(as_at: date, known: int) -> Dependence:
    """Return what hangs on whom by the day; at most 23 queries, however much is recorded.

    Contracts count as they are known now, projects as they were recorded on each day.
    """
    names = rules.name_of(registers.suppliers(known))
    contracts = registers.contracts(known)
    starts = [one.start_on for one in contracts if one.start_on <= as_at]
    over_time = rules.points(min(starts, default=as_at), as_at)
    before = rules.year_before(as_at)
    days = sorted({before, *over_time})
    running = dict(zip(days, _running(days, as_at, known, contracts), strict=True))
    found = {day: rules.dependence_on(day, contracts, running[day], names, as_at) for day in days}
    return Dependence(
        as_at=as_at,
        now=found[as_at],
        before=found[before],
        over_time=tuple(found[day] for day in over_time),
        contracts=tuple(contracts),
    )


def dependence_limits(as_at: date, known: int) -> DependenceLimits:
    """Return the council's own limits of the day."""
    policy = registers.policy("dependence", as_at, known)
    named = policy["named"]
    if not isinstance(named, Mapping):
        raise TypeError("dependence.named must be a table")
    return DependenceLimits(
        value_percent=Decimal(str(policy["value_percent"])),
        priority_percent=Decimal(str(policy["priority_percent"])),
        critical_percent=Decimal(str(policy["critical_percent"])),
        rise_points=Decimal(str(policy["rise_points"])),
        fewest_projects=int(str(policy["fewest_projects"])),
        gravity=str(named["gravity"]),
        owner=str(named["owner"]),
    )


def _running(
    days: Sequence[date], as_at: date, known: int, contracts: Iterable[Contract]
) -> list[Sequence[ProjectHeld] | None]:
    """Return the projects that ran on each day, None before any was recorded.

    Those of the day itself are as known, whenever they were recorded.
    """
    suppliers = {one.reference: one.supplier.reference for one in contracts}
    texts = {f"{name}_text": Cast(name, TextField()) for name in ("suppliers", "contracts")}
    rows = models.Project.objects.filter(event__lte=known).annotate(**texts).order_by("event", "id")
    versions = list(rows.values_list(*ROW))
    ends = [known if day == as_at else min(known, _number_by(day)) for day in days]
    found: list[Sequence[ProjectHeld] | None] = []
    standing: dict[str, ProjectHeld | None] = {}
    for first, last in pairwise((0, *ends)):
        for number, event, stage, place, firms, held in versions:
            if first < event <= last:
                firm = _names(firms)
                of_contracts = {suppliers[one] for one in _names(held) if one in suppliers}
                standing[number] = (
                    None
                    if stage in ENDED
                    else ProjectHeld(
                        number=number,
                        suppliers=firm | of_contracts,
                        has_place=place is not None,
                        version=event,
                    )
                )
        found.append([one for one in standing.values() if one] if standing else None)
    return found


def _number_by(day: date) -> int:
    return number_at(datetime.combine(day, time.max, LONDON))


@lru_cache(maxsize=4096)
def _names(text: str) -> frozenset[str]:
    return frozenset(json.loads(text))
