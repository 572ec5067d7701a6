"""How much hangs on each supplier, now and over time, as it was known."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from functools import lru_cache

from django.db.models import Max, TextField
from django.db.models.functions import Cast

from scrutable.audit.reads import number_at
from scrutable.kernel.wording import LONDON
from scrutable.portfolio import facts, models
from scrutable.portfolio.facts.dependence import Dependence, DependenceLimits, ProjectHeld
from scrutable.portfolio.reads.judging import tolerance_at
from scrutable.portfolio.reads.rows import as_line
from scrutable.portfolio.reads.standings import projects
from scrutable.portfolio.rules import dependence as rules
from scrutable.portfolio.rules.judging import judged
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
    agreed = rules.agreed(contracts, as_at)
    found = {day: rules.dependence_on(day, agreed, running[day], names) for day in days}
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


def served_by(
    supplier: str, contracts: Collection[str], known: int, as_at: date
) -> list[facts.Judged]:
    """Return the projects that name the supplier or one of its contracts; four queries."""
    held = [
        one
        for one in projects(known)
        if supplier in one.suppliers or not set(one.contracts).isdisjoint(contracts)
    ]
    said = models.DateMove.objects.filter(
        project__in=[one.number for one in held],
        milestone=facts.GO_LIVE,
        event__lte=known,
        on__lte=as_at,
    )
    newest = said.order_by().values("project").annotate(last=Max("id")).values("last")
    lines = {row.project: as_line(row) for row in models.DateMove.objects.filter(id__in=newest)}
    limits = tolerance_at(as_at, known)
    return [
        judged(
            facts.Standing(project=one, go_live=lines.get(one.number), status=None), as_at, limits
        )
        for one in held
    ]


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
    whose: dict[tuple[str, str], frozenset[str]] = {}
    found: list[Sequence[ProjectHeld] | None] = []
    standing: dict[str, ProjectHeld | None] = {}
    at = 0
    for day in days:
        last = known if day == as_at else min(known, _number_by(day))
        while at < len(versions) and versions[at][1] <= last:
            number, event, stage, place, firms, held = versions[at]
            if (firms, held) not in whose:
                under = {suppliers[one] for one in _names(held) if one in suppliers}
                whose[firms, held] = _names(firms) | under
            standing[number] = (
                None
                if stage in ENDED
                else ProjectHeld(
                    number=number,
                    suppliers=whose[firms, held],
                    has_place=place is not None,
                    version=event,
                )
            )
            at += 1
        found.append([one for one in standing.values() if one] if standing else None)
    return found


def _number_by(day: date) -> int:
    return number_at(datetime.combine(day, time.max, LONDON))


@lru_cache(maxsize=4096)
def _names(text: str) -> frozenset[str]:
    return frozenset(json.loads(text))
