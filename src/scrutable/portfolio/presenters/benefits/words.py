"""What kinds, standings, values and shares of benefits are called; every state has a word; pure."""

from decimal import Decimal

from scrutable.govuk.facts import Cell, Tag
from scrutable.kernel.money import money_exact
from scrutable.kernel.wording import count_words, date_words, list_words
from scrutable.portfolio import rules
from scrutable.portfolio.facts import (
    Benefit,
    BenefitKind,
    BenefitStanding,
    BenefitState,
    ClaimOutcome,
    DoubleClaim,
    Measure,
    Pounds,
    ShortBy,
)

BENEFITS = "/benefits/"
KIND_WORDS = {
    BenefitKind.CASHABLE: "Cashable",
    BenefitKind.NON_CASHABLE: "Not cashable",
    BenefitKind.QUALITATIVE: "Qualitative",
    BenefitKind.DISBENEFIT: "Dis-benefit",
}
MEASURE_WORDS = {
    Measure.POUNDS: "Pounds",
    Measure.PERCENT: "Per cent",
    Measure.COUNT: "A count",
    Measure.DAYS: "Days",
    Measure.HOURS: "Hours",
    Measure.WORDS: "Words: nothing to count",
}
STATE_TAGS = {
    BenefitState.WITHDRAWN: Tag("Withdrawn", "grey", "○"),
    BenefitState.NOT_YET_DUE: Tag("Not yet due", "grey", "○"),
    BenefitState.NOT_MEASURED: Tag("Not measured", "grey", "◆"),
    BenefitState.NO_TARGET: Tag("No target", "grey", "○"),
    BenefitState.IN_WORDS: Tag("Told in words", "blue", "○"),
    BenefitState.ON_COURSE: Tag("On course", "green", "●"),
    BenefitState.BEHIND: Tag("Behind", "yellow", "▲"),
    BenefitState.REALISED: Tag("Realised", "green", "●"),
    BenefitState.NOT_REALISED: Tag("Not realised", "red", "■"),
    BenefitState.WORSE_THAN_BASELINE: Tag("Worse than the baseline", "red", "■"),
    BenefitState.AS_ACCEPTED: Tag("As accepted", "green", "●"),
    BenefitState.WORSE_THAN_ACCEPTED: Tag("Worse than accepted", "red", "■"),
}
GOOD = (BenefitState.REALISED, BenefitState.AS_ACCEPTED)
SHORT = (
    BenefitState.BEHIND,
    BenefitState.NOT_REALISED,
    BenefitState.WORSE_THAN_BASELINE,
    BenefitState.WORSE_THAN_ACCEPTED,
)
UNJUDGED = (BenefitState.IN_WORDS, BenefitState.NO_TARGET)
SHORT_WORDS = {
    ShortBy.LINE: "short of the straight line to its target",
    ShortBy.FORECAST: "expected to come to less than its target, or later",
}
CLAIM_WORDS = {
    ClaimOutcome.SHARES: "Shares of one saving",
    ClaimOutcome.SEPARATE: "Two savings after all",
}
NOT_MEASURED = "Not measured"


def benefit_address(code: str) -> str:
    """Return the address of a benefit's page."""
    return f"{BENEFITS}{code}/"


def claim_address(claim: DoubleClaim) -> str:
    """Return the address of the page that settles a claim."""
    return f"{BENEFITS}claims/{claim.first.code}/{claim.second.code}/"


def benefit_name(benefit: Benefit) -> str:
    """Return code and title."""
    return f"{benefit.code} {benefit.title}"


def unowned_words(of: Benefit) -> str:
    """Return since when nobody answers for the benefit."""
    return f"Nobody since {date_words(of.unowned_since)}" if of.unowned_since else "Nobody"


def value_words(benefit: Benefit, value: Decimal | None, none: str = NOT_MEASURED) -> str:
    """Return a value with its unit, as it was given."""
    if value is None:
        return none
    if benefit.measure is Measure.POUNDS:
        return money_exact(value)
    number = f"{value:,f}"
    if benefit.measure is Measure.PERCENT:
        return f"{number}%"
    if benefit.measure is Measure.COUNT:
        return number
    unit = "day" if benefit.measure is Measure.DAYS else "hour"
    return f"{number} {unit if value == 1 else f'{unit}s'}"


def value_cell(benefit: Benefit, value: Decimal | None, none: str, note: str = "") -> Cell:
    """Return a value of the benefit, sorted as a number."""
    return Cell(value_words(benefit, value, none), number=value, note=note)


def share_words(one: BenefitStanding) -> str:
    """Return how far it came from baseline to target, or why that cannot be said."""
    if one.share is None:
        return _unshared(one)
    percent = f"{rules.percent_of(one.share)}%"
    if one.benefit.kind is BenefitKind.DISBENEFIT:
        return f"{percent} of what was accepted"
    if one.share > 1:
        return f"{percent}, beyond the target"
    return f"{percent}, worse than the baseline" if one.share < 0 else percent


def _unshared(one: BenefitStanding) -> str:
    if one.benefit.measure is Measure.WORDS:
        return "Told in words"
    if one.last is None:
        return NOT_MEASURED
    return "No target" if one.benefit.target is None else "To be held at the baseline"


def state_note(one: BenefitStanding) -> str:
    """Return what stands beside the standing: since when, by what, and what is owed."""
    said = [SHORT_WORDS[by] for by in one.short_by]
    if one.since is not None:
        said.append(f"since {date_words(one.since)}")
    is_owed = one.overdue_since is not None and one.state is not BenefitState.NOT_MEASURED
    if is_owed and one.overdue_since is not None:
        said.append(f"measurement overdue since {date_words(one.overdue_since)}")
    return "; ".join(said)


def state_cell(one: BenefitStanding) -> Cell:
    """Return where it stands, with since when and why."""
    return Cell("", tags=(STATE_TAGS[one.state],), note=state_note(one))


def state_words(one: BenefitStanding) -> str:
    """Return where it stands in words."""
    note = state_note(one)
    return STATE_TAGS[one.state].word + (f": {note}" if note else "")


def signs_words(claim: DoubleClaim) -> str:
    """Return why two benefits look like one saving."""
    signs = []
    if claim.same_line:
        signs.append(f"the same budget line, {claim.first.budget_line}, over the same time")
    if claim.same_measure:
        signs.append(f"the same measure, {claim.first.metric}, from the same value to the same")
    return list_words(signs)


def sum_words(pounds: Pounds, none: str) -> str:
    """Return a sum of pounds, or the words for nobody having said any."""
    return money_exact(pounds.pounds) if pounds.made_of else none


def of_words(pounds: Pounds, what: str) -> str:
    """Return of how many benefits a sum is made.

    >>> of_words(Pounds(pounds=Decimal(5), made_of=1, out_of=3), "measured")
    '1 of 3 benefits measured'
    """
    return f"{pounds.made_of:,} of {count_words(pounds.out_of, 'benefit')} {what}"
