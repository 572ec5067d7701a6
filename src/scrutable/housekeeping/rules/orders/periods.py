"""What the council's rules say day by day, so that each day has one answer; pure."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

from scrutable.housekeeping.facts import Exemption, Limit
from scrutable.housekeeping.rules.keys import name_key

Period = tuple[str, int, date, date]  # key, pence, first and last day
DAY = timedelta(days=1)


def exempt_periods(exemptions: Iterable[Exemption]) -> list[Period]:
    """Return the days on which each category is exempt, none of them twice; pence are nought."""
    said = ((one.category, 0, one.first, one.last) for one in exemptions)
    return _apart(said)


def limit_periods(limits: Iterable[Limit]) -> list[Period]:
    """Return the days on which each approver has which limit; of several the lowest."""
    return _apart((one.approver, one.pence, one.first, one.last) for one in limits)


def _apart(said: Iterable[tuple[str, int, date, date | None]]) -> list[Period]:
    by_key: dict[str, list[tuple[int, date, date]]] = defaultdict(list)
    for name, pence, first, last in said:
        if key := name_key(name):
            by_key[key].append((pence, first, last or date.max))
    return [
        (key, pence, first, last)
        for key, own in sorted(by_key.items())
        for pence, first, last in _of_one(own)
    ]


def _of_one(own: list[tuple[int, date, date]]) -> Iterable[tuple[int, date, date]]:
    after = {last + DAY for _, _, last in own if last < date.max}
    starts = sorted({first for _, first, _ in own} | after)
    for at, first in enumerate(starts):
        last = starts[at + 1] - DAY if at + 1 < len(starts) else date.max
        in_force = [pence for pence, since, until in own if since <= first <= until]
        if in_force:
            yield min(in_force), first, last
