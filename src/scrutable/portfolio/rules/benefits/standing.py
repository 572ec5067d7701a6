"""Where a benefit stands by a day: how far it came from its baseline, and what is owed; pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from scrutable.portfolio.facts import (
    ENDED,
    Benefit,
    BenefitForecast,
    BenefitKind,
    BenefitLimits,
    BenefitStanding,
    BenefitState,
    Measure,
    Measurement,
    Project,
    ShortBy,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What of a benefit's measurements by a day counts, and what is expected of it."""

    last: Measurement | None = None
    taken: Measurement | None = None
    tried: Measurement | None = None
    forecast: BenefitForecast | None = None


def said_by(
    benefit: Benefit,
    measurements: Iterable[Measurement],
    forecasts: Iterable[BenefitForecast],
    as_at: date,
) -> Said:
    """Return the last measurement that found anything, the last pounds, the last forecast.

    Both come oldest first. A verification that was still to come by the day is not told.
    """
    last = taken = tried = None
    for one in measurements:
        if one.on > as_at:
            break
        if has_found(benefit, one):
            last, tried = one, None
        elif one.pounds is None:
            tried = one
        if one.pounds is not None:
            taken = one
    said = [one for one in forecasts if one.on <= as_at]
    return Said(
        last=_as_verified(last, as_at),
        taken=_as_verified(taken, as_at),
        tried=tried,
        forecast=said[-1] if said else None,
    )


def has_found(benefit: Benefit, one: Measurement) -> bool:
    """Test whether a measurement found anything of what is to be measured."""
    if benefit.measure is Measure.WORDS:
        return bool(one.words.strip())
    return one.value is not None


def _as_verified(one: Measurement | None, as_at: date) -> Measurement | None:
    if one is None or one.verified_on is None or one.verified_on <= as_at:
        return one
    return replace(one, verified_by="", verified_on=None)


def standing_of(
    benefit: Benefit, project: Project, said: Said, limits: BenefitLimits, as_at: date
) -> BenefitStanding:
    """Return where the benefit stands by the day."""
    next_due = _next_due(benefit, said.last)
    is_overdue = next_due is not None and _is_overdue(next_due, limits, as_at)
    share = share_of(benefit, said.last)
    short_by = tuple(_short(benefit, said, limits, share))
    overdue = next_due if is_overdue else None
    state, since = _state(benefit, said, as_at, overdue, is_short=bool(short_by))
    is_withdrawn = state is BenefitState.WITHDRAWN
    return BenefitStanding(
        benefit=benefit,
        project_title=project.title,
        manager=project.manager,
        is_ended=project.stage in ENDED,
        state=state,
        since=since,
        share=share,
        last=said.last,
        taken=said.taken,
        tried=said.tried,
        forecast=said.forecast,
        short_by=short_by if state is BenefitState.BEHIND else (),
        overdue_since=next_due if is_overdue and not is_withdrawn else None,
        next_due=None if is_withdrawn else next_due,
    )


def _next_due(benefit: Benefit, last: Measurement | None) -> date | None:
    """Return the first day set for measuring it that no measurement has answered."""
    return next((day for day in benefit.days_set if last is None or day > last.on), None)


def _is_overdue(due: date, limits: BenefitLimits, as_at: date) -> bool:
    return as_at > due + timedelta(days=limits.measured_within_days)


def _state(
    benefit: Benefit, said: Said, as_at: date, overdue: date | None, *, is_short: bool
) -> tuple[BenefitState, date | None]:
    """Return the state, and since when it holds where it is that nobody measured, or withdrawn."""
    if benefit.withdrawn_on is not None and benefit.withdrawn_on <= as_at:
        return BenefitState.WITHDRAWN, benefit.withdrawn_on
    if said.last is None:
        if overdue is None:
            return BenefitState.NOT_YET_DUE, None
        return BenefitState.NOT_MEASURED, overdue
    if benefit.measure is Measure.WORDS:
        return BenefitState.IN_WORDS, None
    state = _judged(benefit, said.last, is_short=is_short)
    is_silent = overdue is not None and overdue == benefit.target_on
    if is_silent and state in (BenefitState.ON_COURSE, BenefitState.BEHIND):
        return BenefitState.NOT_MEASURED, overdue
    return state, None


def _judged(benefit: Benefit, last: Measurement, *, is_short: bool) -> BenefitState:
    """Return what the last value makes of a benefit that is counted in numbers."""
    assert last.value is not None  # noqa: S101  (what found nothing is no last measurement)
    if benefit.target is None:
        return BenefitState.NO_TARGET
    is_reached = reaches(benefit, last.value, benefit.target)
    if benefit.kind is BenefitKind.DISBENEFIT:
        return BenefitState.AS_ACCEPTED if is_reached else BenefitState.WORSE_THAN_ACCEPTED
    if is_reached:
        return BenefitState.REALISED
    if benefit.baseline is not None and not reaches(benefit, last.value, benefit.baseline):
        return BenefitState.WORSE_THAN_BASELINE
    if benefit.target_on is not None and last.on >= benefit.target_on:
        return BenefitState.NOT_REALISED
    return BenefitState.BEHIND if is_short else BenefitState.ON_COURSE


def reaches(benefit: Benefit, value: Decimal, level: Decimal) -> bool:
    """Test whether the value is as good as the level, whichever way is better."""
    return value <= level if benefit.is_lower_better else value >= level


def share_of(benefit: Benefit, last: Measurement | None) -> Fraction | None:
    """Return the way gone from baseline to target: over 1 beyond it, below 0 behind the baseline.

    None where nothing was measured, or where the target is the baseline itself.
    """
    if last is None or last.value is None or benefit.target is None or benefit.baseline is None:
        return None
    to, over_to = benefit.target.as_integer_ratio()
    begun, over_begun = benefit.baseline.as_integer_ratio()
    now, over_now = last.value.as_integer_ratio()
    way = (to * over_begun - begun * over_to) * over_now
    return Fraction((now * over_begun - begun * over_now) * over_to, way) if way else None


def percent_of(share: Fraction) -> Decimal:
    """Return the share in hundredths, rounded down to a tenth: short of 100 never reads 100.

    >>> [str(percent_of(Fraction(*one))) for one in ((2, 3), (9999, 10000), (1, 1), (-1, 3))]
    ['66.6', '99.9', '100.0', '-33.4']
    """
    return Decimal(share.numerator * 1000 // share.denominator).scaleb(-1)


def _short(
    benefit: Benefit, said: Said, limits: BenefitLimits, share: Fraction | None
) -> Iterator[ShortBy]:
    """Yield by what it is behind: what was measured, and what is expected."""
    line = line_share(benefit, said.last) if share is not None else None
    allowed = Fraction(limits.behind_points, 100)
    if share is not None and line is not None and share < line - allowed:
        yield ShortBy.LINE
    told = said.forecast
    if told is None or benefit.target is None:
        return
    is_late = benefit.target_on is not None and told.by_when > benefit.target_on
    if is_late or not reaches(benefit, told.value, benefit.target):
        yield ShortBy.FORECAST


def line_share(benefit: Benefit, last: Measurement | None) -> Fraction | None:
    """Return how far the straight line to the target has come on the day of the measurement."""
    begins = benefit.begins_on or benefit.baseline_on
    if last is None or begins is None or benefit.target_on is None:
        return None
    if last.on <= begins:
        return Fraction(0)
    if last.on >= benefit.target_on:
        return Fraction(1)
    return Fraction((last.on - begins).days, (benefit.target_on - begins).days)


def at_target_day(benefit: Benefit, last: Measurement | None) -> Fraction | None:
    """Return what it comes to on the target's day if it goes on as from its beginning to now."""
    line, baseline = line_share(benefit, last), benefit.baseline
    if not line or line == 1 or last is None or last.value is None or baseline is None:
        return None
    return Fraction(baseline) + (Fraction(last.value) - Fraction(baseline)) / line
