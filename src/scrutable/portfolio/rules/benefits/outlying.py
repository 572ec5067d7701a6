"""What of a measurement lies so far outside the profile that a slip of the hand is likely; pure."""

from collections.abc import Iterator
from fractions import Fraction

from scrutable.kernel.money import money_exact
from scrutable.kernel.wording import date_words
from scrutable.portfolio.facts import Benefit, BenefitLimits, Measurement
from scrutable.portfolio.rules.benefits.standing import percent_of, share_of

HUNDRED = 100


def outlying_pounds(benefit: Benefit, said: Measurement, limits: BenefitLimits) -> str:
    """Return that more is taken than the profile promises, "" where it is not."""
    if said.pounds is None or benefit.yearly_pounds is None:
        return ""
    if said.pounds * HUNDRED <= benefit.yearly_pounds * limits.beyond_pounds:
        return ""
    promised = money_exact(benefit.yearly_pounds)
    return f"{money_exact(said.pounds)} a year is taken, and {promised} was promised"


def outlying_value(benefit: Benefit, said: Measurement, limits: BenefitLimits) -> str:
    """Return that what was measured lies far beyond the target, "" where it does not."""
    share = share_of(benefit, said)
    if share is None or share <= Fraction(limits.beyond_way, HUNDRED):
        return ""
    return f"{percent_of(share):,}% of the way from baseline to target is measured"


def outlying(benefit: Benefit, said: Measurement, limits: BenefitLimits) -> Iterator[str]:
    """Yield what lies far outside the profile."""
    found = outlying_pounds(benefit, said, limits), outlying_value(benefit, said, limits)
    return (one for one in found if one)


def verification_lost(last: Measurement | None, said: Measurement) -> str:
    """Return that what was verified is so no more once this is measured, "" where it is not."""
    if last is None or said.pounds is None or said.verified_by or not last.verified_by:
        return ""
    on = f" on {date_words(last.verified_on)}" if last.verified_on else ""
    sum_of = money_exact(last.pounds) if last.pounds is not None else "What was measured"
    return (
        f"{sum_of}, verified by {last.verified_by}{on}, counts as verified no more: "
        "nobody has verified what is measured now"
    )
