"""Which suppliers so much hangs on that a person should look; pure."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal

from scrutable.kernel.attention import Attention, Gravity
from scrutable.kernel.wording import list_words
from scrutable.portfolio.facts.dependence import (
    Dependence,
    DependenceLimits,
    DependenceOn,
    SupplierShare,
    Work,
)

HUNDRED = 100


def dependence_attention(found: Dependence, limits: DependenceLimits) -> Iterator[Attention]:
    """Yield each supplier whose share, or whose rise within a year, reaches a limit."""
    for one in found.now.shares:
        reached = [work for work in Work if reaches(found.now, one.supplier, work, limits)]
        risen = rise(found, one.supplier)
        has_risen = risen is not None and risen >= limits.rise_points
        if not reached and not has_risen:
            continue
        why = [SAID[work](found.now, one) for work in reached]
        if has_risen:
            why.append(f"a share of value that rose by {risen} percentage points within a year")
        yield Attention(
            reference=one.supplier,
            what=f"Dependence on {one.name}",
            why=f"It carries {list_words(why)}",
            since=_since(found, one.supplier, reached, limits),
            gravity=Gravity[limits.gravity.upper()],
            owner=limits.owner,
            version=one.version,
        )


def reaches(day: DependenceOn, supplier: str, work: Work, limits: DependenceLimits) -> bool:
    """Test whether the supplier's share of the work reached the limit on that day."""
    one = day.of(supplier)
    if one is None:
        return False
    if work is Work.VALUE:
        return one.share is not None and one.share >= limits.percent(work)
    part, whole = _counted(day, one, work)
    return whole >= limits.fewest_projects and part * HUNDRED >= limits.percent(work) * whole


def rise(found: Dependence, supplier: str) -> Decimal | None:
    """Return by how many percentage points the share of value rose within a year.

    One that held no contract a year before rose from nought. None where a share is not known.
    """
    now, before = found.now.of(supplier), found.before.of(supplier)
    if now is None or now.share is None or not found.before.yearly:
        return None
    if before is None or not before.contracts:
        return now.share
    return None if before.share is None else now.share - before.share


def _counted(day: DependenceOn, one: SupplierShare, work: Work) -> tuple[int, int]:
    if work is Work.PRIORITY:
        return one.priority, day.priority or 0
    return one.critical, day.critical


def _since(found: Dependence, supplier: str, reached: list[Work], limits: DependenceLimits) -> date:
    """Return the first of the days in a row, up to now, on which any limit was reached."""
    since = found.as_at
    for day in reversed(found.over_time):
        if not any(reaches(day, supplier, work, limits) for work in reached):
            break
        since = day.on
    return since


def _value(_: DependenceOn, one: SupplierShare) -> str:
    return f"{one.share}% of the yearly contract value"


def _priority(day: DependenceOn, one: SupplierShare) -> str:
    return f"{one.priority} of {day.priority} projects on the priority list"


def _critical(day: DependenceOn, one: SupplierShare) -> str:
    return f"{one.critical} of {day.critical} critical services"


SAID: dict[Work, Callable[[DependenceOn, SupplierShare], str]] = {
    Work.VALUE: _value,
    Work.PRIORITY: _priority,
    Work.CRITICAL: _critical,
}
