"""How many projects and how much money are where; every tally adds up to the whole; pure."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from enum import StrEnum

from scrutable.portfolio.facts import Funding, FundingSum, Judged, Rating, Tally


def tallies(found: Iterable[Judged], kinds: type[StrEnum], attribute: str) -> tuple[Tally, ...]:
    """Return how many of each kind have each rating, in the order of the kinds.

    `attribute` names the field of a project that holds its kind. Kinds without a project are
    left out.
    """
    counts: dict[str, Counter[Rating | None]] = defaultdict(Counter)
    for one in found:
        counts[getattr(one.project, attribute)][one.shown] += 1
    return tuple(_tally(kind.value, counts[kind]) for kind in kinds if kind in counts)


def total(found: Sequence[Tally], of: str = "") -> Tally:
    """Return all tallies added up."""
    rated = {rating: sum(one.rated[rating] for one in found) for rating in Rating}
    return Tally(of=of, rated=rated, unrated=sum(one.unrated for one in found))


def _tally(of: str, counts: Counter[Rating | None]) -> Tally:
    return Tally(of=of, rated={rating: counts[rating] for rating in Rating}, unrated=counts[None])


def variance(line: Funding) -> Decimal | None:
    """Return how much more is expected than was approved; None where nobody has said."""
    return None if line.expected is None else line.expected - line.approved


def funding_sum(lines: Iterable[Funding]) -> FundingSum:
    """Return the lines added up, to the penny; what nobody has said is counted, never as nought."""
    found = list(lines)
    spent = [one.spent for one in found if one.spent is not None]
    expected = [one.expected for one in found if one.expected is not None]
    differences = [one for one in map(variance, found) if one is not None]
    return FundingSum(
        lines=len(found),
        approved=sum((one.approved for one in found), Decimal(0)),
        spent=sum(spent, Decimal(0)),
        spent_unsaid=len(found) - len(spent),
        expected=sum(expected, Decimal(0)),
        expected_unsaid=len(found) - len(expected),
        variance=sum(differences, Decimal(0)) if differences else None,
    )


def funding_by(
    lines: Iterable[Funding], kind_of: Callable[[Funding], str]
) -> dict[str, FundingSum]:
    """Return the sums of each kind; they add up to the sum of all lines."""
    grouped: dict[str, list[Funding]] = defaultdict(list)
    for line in lines:
        grouped[kind_of(line)].append(line)
    return {kind: funding_sum(those) for kind, those in sorted(grouped.items())}
