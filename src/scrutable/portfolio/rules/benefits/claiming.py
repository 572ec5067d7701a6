"""Savings that two projects claim, found by rule; sums in which each counts once; pure."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import combinations

from scrutable.portfolio.facts import (
    Benefit,
    BenefitKind,
    BenefitsFound,
    BenefitStanding,
    BenefitState,
    BenefitSums,
    ClaimSettled,
    DoubleClaim,
    Measure,
    Pounds,
)
from scrutable.portfolio.rules.benefits.profiles import plain_words


def double_claims(
    benefits: Iterable[Benefit], settled: Iterable[ClaimSettled], as_at: date
) -> tuple[DoubleClaim, ...]:
    """Return each two benefits of two projects that look like one saving, in their own order.

    The same budget line over the same time is one sign, the same metric from the same baseline
    to the same target the other. What is withdrawn by the day claims nothing.
    """
    claimed = [one for one in benefits if not (one.withdrawn_on and one.withdrawn_on <= as_at)]
    order = {one.code: place for place, one in enumerate(claimed)}
    lines = _pairs(claimed, _line_of, _overlap)
    measures = _pairs(claimed, _measure_of, lambda *_: True)
    answers = {frozenset((one.first, one.second)): one for one in settled if one.on <= as_at}
    by_code = {one.code: one for one in claimed}
    found = sorted(lines | measures, key=lambda pair: (order[pair[0]], order[pair[1]]))
    return tuple(
        DoubleClaim(
            first=by_code[pair[0]],
            second=by_code[pair[1]],
            same_line=pair in lines,
            same_measure=pair in measures,
            settled=answers.get(frozenset(pair)),
        )
        for pair in found
    )


def _line_of(one: Benefit) -> object | None:
    return plain_words(one.budget_line) if one.kind is BenefitKind.CASHABLE else None


def _measure_of(one: Benefit) -> object | None:
    if one.measure is Measure.WORDS or one.baseline is None or one.target is None:
        return None
    is_harm = one.kind is BenefitKind.DISBENEFIT
    return plain_words(one.metric), one.measure, one.baseline, one.target, is_harm


def _overlap(one: Benefit, other: Benefit) -> bool:
    """Test whether both come in over the same time; one that names no days could be any."""
    begins = [of.begins_on or of.baseline_on or date.min for of in (one, other)]
    ends = [of.target_on or date.max for of in (one, other)]
    return max(begins) <= min(ends)


def _pairs(
    claimed: Sequence[Benefit],
    sign_of: Callable[[Benefit], object | None],
    are_one: Callable[[Benefit, Benefit], bool],
) -> set[tuple[str, str]]:
    alike: dict[object, list[Benefit]] = defaultdict(list)
    for one in claimed:
        sign = sign_of(one)
        if sign is not None:
            alike[sign].append(one)
    return {
        (one.code, other.code)
        for those in alike.values()
        for one, other in combinations(those, 2)
        if one.project != other.project and are_one(one, other)
    }


def counted_elsewhere(
    standings: Iterable[BenefitStanding], claims: Iterable[DoubleClaim]
) -> frozenset[str]:
    """Return the codes of those left out of sums, since another stands for the same saving.

    Of two the one counts whose pounds were measured, then the one with more of them, then the
    larger promise, then the lower number.
    """
    rivals: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        if claim.settled is None:
            first, second = claim.codes
            rivals[first].add(second)
            rivals[second].add(first)
    kept: set[str] = set()
    contested = [one for one in standings if one.code in rivals]
    contested.sort(key=lambda one: (one.benefit.project, one.benefit.number))
    for one in sorted(contested, key=_worth, reverse=True):
        if not rivals[one.code] & kept:
            kept.add(one.code)
    return frozenset(rivals) - kept


def _worth(one: BenefitStanding) -> tuple[bool, Decimal, Decimal]:
    has_pounds = one.realised is not None
    return has_pounds, one.realised or Decimal(0), one.promised or Decimal(0)


def sums_of(
    standings: Iterable[BenefitStanding], left_out: Collection[str] = frozenset()
) -> BenefitSums:
    """Return the benefits counted by state and their pounds a year added up.

    Who is left out of the pounds still counts as a benefit. A blank is in no sum.
    """
    every = list(standings)
    states = Counter(one.state for one in every)
    claimed = (
        [one for one in every if one.is_counted] if BenefitState.WITHDRAWN in states else every
    )
    double = [one for one in claimed if one.code in left_out] if left_out else []
    kept = [one for one in claimed if one.code not in left_out] if double else claimed
    taken = [one.taken for one in kept if one.taken is not None]
    return BenefitSums(
        count=len(claimed),
        states=dict(states),
        promised=_added((one.benefit.yearly_pounds for one in kept), len(kept)),
        realised=_added((one.pounds for one in taken), len(kept)),
        verified=_added((one.pounds for one in taken if one.verified_by), len(kept)),
        left_out=_added((one.benefit.yearly_pounds for one in double), len(double)),
    )


def _added(pounds: Iterable[Decimal | None], out_of: int) -> Pounds:
    said = [one for one in pounds if one is not None]
    return Pounds(pounds=sum(said, Decimal(0)), made_of=len(said), out_of=out_of)


def sums_by_kind(found: BenefitsFound) -> Mapping[BenefitKind, BenefitSums]:
    """Return the sums of each kind of which there is any, in the order of kinds."""
    held: dict[BenefitKind, list[BenefitStanding]] = {kind: [] for kind in BenefitKind}
    for one in found.standings:
        held[one.benefit.kind].append(one)
    return {kind: sums_of(those, found.left_out) for kind, those in held.items() if those}


def cashable_sums(found: BenefitsFound) -> BenefitSums:
    """Return the sums of what is taken from budgets."""
    return sums_of((one for one in found.standings if one.is_cashable), found.left_out)


def by_project(found: BenefitsFound) -> Iterator[tuple[str, list[BenefitStanding]]]:
    """Yield the number of each project with its benefits, in their order."""
    held: dict[str, list[BenefitStanding]] = defaultdict(list)
    for one in found.standings:
        held[one.benefit.project].append(one)
    yield from held.items()


def unmeasured(standings: Iterable[BenefitStanding]) -> list[BenefitStanding]:
    """Return those that should have been measured and were not."""
    return [one for one in standings if one.state is BenefitState.NOT_MEASURED]
