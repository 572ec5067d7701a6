"""What moved between two years: because of costs, and because of drivers; pure.

The method: this year's costs are brought to areas by last year's steps and drivers. From last
year to there is what costs did, from there to this year what drivers and steps did. A pool that
last year did not empty goes by this year's step, so that what it costs counts as cost. All three
allocations close to the penny, and so the two parts add up to what moved, of every area.
"""

from collections.abc import Collection, Mapping, Sequence

from scrutable.money.facts import Allocation, AllocationRun, Compared, CostPool, Moved, Step
from scrutable.money.rules.allocating import allocated
from scrutable.money.rules.costs.running import kept_apart

STAYS = "Reached no area"


def between(
    after: AllocationRun,
    last: Sequence[Step],
    this: Sequence[Step],
    pools: Collection[str],
) -> Allocation:
    """Return this year's costs by last year's steps."""
    emptied = {one.pool for one in last}
    new = [one for one in this if one.pool not in emptied]
    put = ((one.area, one.pence) for one in after.put)
    return kept_apart(allocated(put, [*new, *last]), pools)


def compared(
    before: AllocationRun,
    middle: Allocation,
    after: AllocationRun,
    titles: Mapping[str, str],
    pools: Sequence[CostPool],
) -> Compared:
    """Return what moved, area by area, what moved most first."""
    first, second, third = (
        {one.area: one.pence for one in each.areas} for each in (before, middle, after)
    )
    areas = [
        _moved(code, titles.get(code, code), first.get(code, 0), second.get(code, 0), pence)
        for code in sorted({*first, *second, *third})
        for pence in [third.get(code, 0)]
    ]
    left = sum(one.pence for one in middle.residues)
    own, now = ({one.area: one.pence for one in each.put} for each in (before, after))
    return Compared(
        before=before,
        after=after,
        areas=tuple(sorted(areas, key=lambda one: (-abs(one.after - one.before), one.code))),
        stays=_moved("", STAYS, before.stays, left, after.stays),
        pools=tuple(
            (one, own.get(one.code, 0), now.get(one.code, 0))
            for one in pools
            if one.code in own or one.code in now
        ),
    )


def _moved(code: str, title: str, first: int, second: int, third: int) -> Moved:
    return Moved(
        code=code,
        title=title,
        before=first,
        after=third,
        by_costs=second - first,
        by_drivers=third - second,
    )
