"""Better or worse, and the last twelve months; pure."""

from collections.abc import Sequence
from decimal import Decimal

from scrutable.contracts.facts import (
    Arrow,
    Kind,
    KpiDefinition,
    KpiMonth,
    RuleKind,
    Trailing,
)
from scrutable.contracts.rules.counting import count
from scrutable.contracts.rules.judging import is_as_good, rounded
from scrutable.kernel.periods import Span
from scrutable.kernel.wording import count_words


def arrow(earlier: KpiMonth | None, later: KpiMonth, definition: KpiDefinition) -> Arrow:
    """Return whether the KPI got better or worse, at the precision of the contract.

    Unknown where either month has no value. With a two-sided rule nearer to the month's own
    target is better, unless the rule counts anything better than the target as met.
    """
    before = None if earlier is None else _value(definition, earlier)
    after = _value(definition, later)
    if before is None or after is None:
        return Arrow.UNKNOWN
    if definition.rule is RuleKind.TWO_SIDED and not definition.rule_numbers.get("better_is_met"):
        return _nearer(before, earlier, after, later)
    if before == after:
        return Arrow.SAME
    is_better = is_as_good(definition.direction, after, before)
    return Arrow.BETTER if is_better else Arrow.WORSE


def _nearer(before: Decimal, earlier: KpiMonth | None, after: Decimal, later: KpiMonth) -> Arrow:
    if earlier is None or earlier.level is None or later.level is None:
        return Arrow.UNKNOWN
    gap_before = abs(before - earlier.level.target)
    gap_after = abs(after - later.level.target)
    if gap_before == gap_after:
        return Arrow.SAME
    return Arrow.BETTER if gap_after < gap_before else Arrow.WORSE


def _value(definition: KpiDefinition, entry: KpiMonth) -> Decimal | None:
    if entry.result is None or entry.result.value is None:
        return None
    return rounded(definition, entry.result.value)


def arrows(definition: KpiDefinition, entries: Sequence[KpiMonth]) -> tuple[Arrow, ...]:
    """Return the arrow of every month against the month before it; unknown for the first."""
    earlier = (None, *entries[:-1])
    return tuple(
        arrow(before, entry, definition) for before, entry in zip(earlier, entries, strict=True)
    )


def trailing(entries: Sequence[KpiMonth], months: int = 12) -> tuple[KpiMonth, ...]:
    """Return the entries of the last so many months, the last entry's month included."""
    if not entries:
        return ()
    first = entries[-1].month.plus(1 - months)
    return tuple(entry for entry in entries if entry.month >= first)


def trailing_year(
    definition: KpiDefinition, entries: Sequence[KpiMonth], months: int = 12
) -> Trailing:
    """Return the KPI's last so many months as counts and, where it may be had, one value.

    Counts and sums of money add up. A share is pooled from its numerators and denominators, and
    has no value where a measured month lacks them: the mean of percentages is not a percentage.
    Raises ValueError for no entries.
    """
    if not entries:
        raise ValueError("there is no month to look back from")
    last = trailing(entries, months)
    value, basis = _over(definition, last)
    return Trailing(
        span=Span(last[0].month, last[-1].month), counts=count(last), value=value, basis=basis
    )


def _over(definition: KpiDefinition, entries: Sequence[KpiMonth]) -> tuple[Decimal | None, str]:
    results = [e.result for e in entries if e.result is not None and e.result.value is not None]
    months = count_words(len(results), "measured month")
    if not results:
        return None, "no month was measured"
    if definition.kind in (Kind.COUNT, Kind.MONEY):
        total = sum((r.value for r in results if r.value is not None), Decimal(0))
        return rounded(definition, total), months
    above = [r.numerator for r in results if r.numerator is not None]
    below = [r.denominator for r in results if r.denominator is not None]
    if len(above) < len(results) or len(below) < len(results) or not sum(below):
        return None, "not every measured month has its numerator and denominator"
    share = sum(above, Decimal(0)) / sum(below, Decimal(0))
    if definition.kind is Kind.PERCENTAGE:
        share *= 100
    return rounded(definition, share), f"{months} together"
