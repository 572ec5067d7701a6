"""Each project with what its dates and its last status come to by the day; pure."""

from datetime import date

from scrutable.portfolio.facts import ENDED, Judged, Slip, Standing, Tolerance
from scrutable.portfolio.rules.slipping import by_both_baselines, slip_of
from scrutable.portfolio.rules.standing import shown_overall


def judged(one: Standing, as_at: date, tolerance: Tolerance) -> Judged:
    """Return the project judged by the day; one that has ended unreached has no slip any more."""
    slip = expected_slip(one, as_at)
    by_dates = by_both_baselines(slip, tolerance) if slip else None
    status = one.status
    if status is None:
        return Judged(
            project=one.project,
            line=one.go_live,
            slip=slip,
            by_dates=by_dates,
            shown=None,
            is_overridden=False,
        )
    return Judged(
        project=one.project,
        line=one.go_live,
        slip=slip,
        by_dates=by_dates,
        shown=shown_overall(status, by_dates),
        is_overridden=bool(status.override_reason),
        override_reason=status.override_reason,
        confidence=status.confidence,
        status_on=status.on,
        to_green=status.to_green,
        green_by=status.green_by,
        status_version=status.version,
    )


def expected_slip(one: Standing, as_at: date) -> Slip | None:
    """Return the slip of the go-live, None where it has no date or nobody expects it any more."""
    if one.go_live is None:
        return None
    slip = slip_of(one.go_live, as_at)
    return None if one.project.stage in ENDED and not slip.is_reached else slip


def has_green_day_passed(one: Judged, as_at: date) -> bool:
    """Test whether the day by which it was to be green again is over, and it is not."""
    return one.is_to_be_green_again and one.green_by is not None and one.green_by < as_at
