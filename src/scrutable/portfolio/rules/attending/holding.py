"""Since when a thing holds without a break: red, late; pure."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from itertools import pairwise

from scrutable.portfolio.facts import Dated, Held, Rated, Rating

Spell = tuple[date, date | None]  # from which day it stood so, and from which of its days it holds
DAY = timedelta(days=1)


def held_since(rated: Iterable[Rated], dated: Iterable[Dated], red_after: int, as_at: date) -> Held:
    """Return since when a project is red, and since when late, by all that was said by the day.

    Both in the order in which they were said; of one day the last counts. Without word that it
    was reached, a day that passes makes it late, and red once it is late enough.
    """
    ratings = {one.on: one for one in rated if one.on <= as_at}
    dates = {one.on: one for one in dated if one.on <= as_at}
    late = [(day, _late_from(one, 0)) for day, one in sorted(dates.items())]
    red = _red_spells(ratings, dates, red_after)
    return Held(red=_unbroken(red, as_at), late=_unbroken(late, as_at))


def _unbroken(spells: Iterable[Spell], as_at: date) -> date | None:
    """Return since when it holds on the day, None where it does not."""
    since: date | None = None
    for (begun, first), (ended, _) in pairwise([*spells, (as_at + DAY, None)]):
        if first is None or first >= ended:
            since = None
        elif since is None or first > begun:
            since = max(first, begun)
    return since


def _red_spells(
    ratings: Mapping[date, Rated], dates: Mapping[date, Dated], red_after: int
) -> Iterable[Spell]:
    rated: Rated | None = None
    dated: Dated | None = None
    for day in sorted({*ratings, *dates}):
        rated, dated = ratings.get(day, rated), dates.get(day, dated)
        yield day, _red_from(rated, dated, day, red_after)


def _red_from(rated: Rated | None, dated: Dated | None, day: date, red_after: int) -> date | None:
    """Return the first day on which a project that stands so is red."""
    if rated is None:
        return None
    if rated.worst is Rating.RED:
        return day
    return None if rated.is_overridden or dated is None else _late_from(dated, red_after, day)


def _late_from(one: Dated, most: int, begun: date | None = None) -> date | None:
    """Return the first day on which it is later than so many days."""
    begun = begun or one.on
    last = one.measure + timedelta(days=most)
    if one.said > last:
        return begun
    return None if one.is_reached else max(last + DAY, begun)
