"""How late a milestone is, against its original and its current baseline, always both; pure."""

from datetime import date

from scrutable.portfolio.facts import DateLine, Rating, Slip, Tolerance


def slip_of(line: DateLine, as_at: date) -> Slip:
    """Return the slip by the day.

    A date that has passed without word that it was reached counts as the day itself: silence
    makes nothing punctual.
    """
    said = line.forecast or line.current
    expected = line.actual or max(said, as_at)
    return Slip(
        expected=expected,
        against_original=(expected - line.original).days,
        against_current=(expected - line.current).days,
        rebaselines=line.rebaselines,
        is_reached=line.actual is not None,
        is_overdue=line.actual is None and said < as_at,
    )


def dates_rating(days: int, tolerance: Tolerance) -> Rating:
    """Return what a slip of so many days makes of a project."""
    if days > tolerance.red_after:
        return Rating.RED
    return Rating.AMBER if days > tolerance.amber_after else Rating.GREEN


def by_both_baselines(slip: Slip, tolerance: Tolerance) -> Rating:
    """Return the rating by the worse of both slips: a re-baseline alone never makes it green."""
    return dates_rating(max(slip.against_original, slip.against_current), tolerance)


def by_latest_baseline(slip: Slip, tolerance: Tolerance) -> Rating:
    """Return what others' rule would say, which looks at the latest baseline only.

    Woking reported by it: every re-baselined project turns green.
    """
    return dates_rating(slip.against_current, tolerance)
