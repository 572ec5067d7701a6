"""The words, shapes and tag colours of this app; pure. A colour only repeats a word."""

from decimal import Decimal

from scrutable.contracts.facts import (
    Arrow,
    Direction,
    Kind,
    KpiDefinition,
    KpiMonth,
    MatterState,
    NoValue,
    ReliefKind,
    RuleKind,
    Severity,
    Source,
    Standing,
    Status,
    Trailing,
)
from scrutable.contracts.rules.judging import near_level, rounded
from scrutable.kernel.attention import Gravity
from scrutable.kernel.money import money_exact
from scrutable.kernel.wording import count_words, decimal_words

WORDS = {
    Status.MET: "Met",
    Status.BELOW_TARGET: "Below target",
    Status.BELOW_MINIMUM: "Below minimum",
    Status.NO_TARGET: "No target set",
    Status.NOT_YET_DUE: "Not yet due",
    Status.LATE: "Late",
    Status.NOT_MEASURED: "Not measured",
    Status.NO_ACTIVITY: "No activity",
    Status.SUSPENDED: "Suspended",
    Status.NOT_APPLICABLE: "Not applicable",
    Status.DISCONTINUED: "Discontinued",
}
NO_VALUE_SHAPE = "○"
SHAPES = dict.fromkeys(Status, NO_VALUE_SHAPE) | {
    Status.MET: "●",
    Status.BELOW_TARGET: "▲",
    Status.BELOW_MINIMUM: "■",
}
TAG_COLOURS = dict.fromkeys(Status, "grey") | {
    Status.MET: "green",
    Status.BELOW_TARGET: "yellow",
    Status.BELOW_MINIMUM: "red",
}
MITIGATION_TAG = "Mitigation agreed"
MITIGATION_COLOUR = "blue"
EXPLANATIONS = {
    Status.MET: "The value reaches the target.",
    Status.BELOW_TARGET: "The value misses the target but reaches the minimum, if there is one.",
    Status.BELOW_MINIMUM: "The value falls below the minimum service level.",
    Status.NO_TARGET: "There is a value, but no target was in force to judge it by.",
    Status.NOT_YET_DUE: "The return for the month need not be here yet.",
    Status.LATE: "The return for the month should have been here.",
    Status.NOT_MEASURED: "The supplier returned no measurement.",
    Status.NO_ACTIVITY: "Nothing happened in the month that could be measured.",
    Status.SUSPENDED: "The council agreed not to measure for the time being.",
    Status.NOT_APPLICABLE: "No result was owed for the month.",
    Status.DISCONTINUED: "The KPI is no longer part of the contract.",
}
NO_VALUE_WORDS = {reason: WORDS[Status(reason.value)] for reason in NoValue}
STANDING_WORDS = {
    Standing.PROVISIONAL: "Provisional",
    Standing.UNDER_REVIEW: "Under review",
    Standing.VERIFIED: "Verified",
    Standing.RESTATED: "Restated",
}
SOURCE_WORDS = {
    Source.RETURN: "Supplier’s return",
    Source.ADDENDUM: "Addendum to a return",
    Source.CORRECTION: "Correction by an officer",
}
SEVERITY_WORDS = {
    Severity.NONE: "No failure",
    Severity.MINOR: "Minor failure",
    Severity.SERIOUS: "Serious failure",
    Severity.SEVERE: "Severe failure",
    Severity.BELOW_THRESHOLD: "Below the service threshold",
}
ARROW_WORDS = {
    Arrow.BETTER: "Better than the month before",
    Arrow.WORSE: "Worse than the month before",
    Arrow.SAME: "Same as the month before",
    Arrow.UNKNOWN: "No comparison with the month before",
}
ARROW_SHORT = {
    Arrow.BETTER: "Better",
    Arrow.WORSE: "Worse",
    Arrow.SAME: "Same",
    Arrow.UNKNOWN: "No comparison",
}
GRAVITY_WORDS = {
    Gravity.GRAVE: "Grave",
    Gravity.SERIOUS: "Serious",
    Gravity.CONCERN: "Concern",
    Gravity.NOTE: "To note",
}
GRAVITY_COLOURS = {
    Gravity.GRAVE: "red",
    Gravity.SERIOUS: "red",
    Gravity.CONCERN: "yellow",
    Gravity.NOTE: "grey",
}
DIRECTION_WORDS = {Direction.HIGHER: "Higher is better", Direction.LOWER: "Lower is better"}
KIND_WORDS = {
    Kind.PERCENTAGE: "Percentage",
    Kind.COUNT: "Count",
    Kind.DURATION: "Length of time",
    Kind.MONEY: "Money",
}
RULE_WORDS = {
    RuleKind.LEVELS: "Target and minimum service level",
    RuleKind.TWO_SIDED: "Within a tolerance on both sides of the target",
    RuleKind.LAST_YEAR: "Near the target, or no worse than the same quarter last year",
}
RELIEF_WORDS = {
    ReliefKind.SUSPENSION: "Service credits suspended",
    ReliefKind.RELIEF: "Relief from service points",
}
MATTER_WORDS = {
    MatterState.OPEN: "Open",
    MatterState.WITH_SUPPLIER: "With the supplier",
    MatterState.RESOLVED: "Resolved",
    MatterState.CLOSED: "Closed",
}


def value_words(definition: KpiDefinition, value: Decimal) -> str:
    """Return the value with its unit, at the precision at which it is judged.

    92.45 at one decimal is "92.5%"; others read "4 incidents", "1 incident", "2.5 hours" and
    "£1,200". A sum of money kept to the penny shows pence only where there are any.
    """
    exact = rounded(definition, value) + 0  # never "-0"
    if definition.kind is Kind.MONEY:
        if definition.decimals >= 2:
            return money_exact(exact)
        sign = "-" if exact < 0 else ""
        return f"{sign}£{decimal_words(abs(exact), definition.decimals)}"
    number = decimal_words(exact, definition.decimals)
    if definition.unit == "%":
        return f"{number}%"
    return f"{number} {_singular(definition.unit) if exact == 1 else definition.unit}".rstrip()


def _singular(unit: str) -> str:
    return unit if unit.endswith("ss") else unit.removesuffix("s")


def entry_words(definition: KpiDefinition, entry: KpiMonth) -> str:
    """Return the month's value, or its status in words where there is none; never a blank."""
    if entry.result is None or entry.result.value is None:
        return WORDS[entry.status]
    return value_words(definition, entry.result.value)


def status_words(entry: KpiMonth) -> str:
    """Return the status, with the mitigation named beside it where one covers the miss."""
    words = WORDS[entry.status]
    return f"{words}, {MITIGATION_TAG.lower()}" if entry.is_mitigated else words


def target_words(definition: KpiDefinition, entry: KpiMonth) -> str:
    """Return the month's target in words; "No target set" where none was in force."""
    if entry.level is None:
        return WORDS[Status.NO_TARGET]
    return value_words(definition, entry.level.target)


def minimum_words(definition: KpiDefinition, entry: KpiMonth) -> str:
    """Return the month's minimum in words; "No minimum" where the contract sets none."""
    if entry.level is None or entry.level.minimum is None:
        return "No minimum"
    return value_words(definition, entry.level.minimum)


def judgement_words(definition: KpiDefinition, entry: KpiMonth) -> str:
    """Return in one sentence why the month has its status."""
    if entry.result is None or entry.result.value is None or entry.level is None:
        return EXPLANATIONS[entry.status]
    value = value_words(definition, entry.result.value)
    target = value_words(definition, entry.level.target)
    if definition.rule is RuleKind.LAST_YEAR:
        near = value_words(definition, near_level(definition, entry.level))
        return _by_last_year_words(definition, entry, f"{value} is", (target, near))
    verb = "meets" if entry.status is Status.MET else "misses"
    sentence = f"{value} {verb} the target of {target}"
    if definition.rule is RuleKind.TWO_SIDED:
        tolerance = definition.rule_numbers.get("tolerance", Decimal(0))
        return f"{sentence}, give or take {value_words(definition, tolerance)}."
    if entry.status is Status.MET or entry.level.minimum is None:
        return f"{sentence}."
    minimum = value_words(definition, entry.level.minimum)
    if entry.status is Status.BELOW_MINIMUM:
        return f"{sentence} and falls below the minimum of {minimum}."
    return f"{sentence} and reaches the minimum of {minimum}."


def _by_last_year_words(
    definition: KpiDefinition, entry: KpiMonth, value_is: str, levels: tuple[str, str]
) -> str:
    target, near = levels
    if entry.status is Status.MET:
        return f"{value_is} on or near the target of {target}: {near} is near enough."
    start = f"{value_is} not near the target of {target} ({near} would be)"
    if entry.last_year is None:
        return f"{start}, and no value of a year before is known to compare it with."
    before = value_words(definition, entry.last_year)
    if entry.status is Status.BELOW_TARGET:
        return f"{start}, but is no worse than {before} a year before."
    return f"{start} and is worse than {before} a year before."


def record_words(trailing: Trailing) -> str:
    """Return in how many of the judged months the target was met: "Met in 9 of 11 months"."""
    judged = trailing.counts.judged
    if not judged:
        return "Not judged"
    met = trailing.counts.by_status[Status.MET]
    return f"Met in {met} of {count_words(judged, 'month')}"


def trailing_words(definition: KpiDefinition, trailing: Trailing) -> str:
    """Return the value over all the months and what it is made of, or why there is none."""
    if trailing.value is None:
        return f"No value over the months: {trailing.basis}"
    return f"{value_words(definition, trailing.value)} over {trailing.basis}"
