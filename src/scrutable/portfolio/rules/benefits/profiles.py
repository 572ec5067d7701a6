"""Why a benefit's profile cannot be recorded as it is told; pure."""

from collections.abc import Iterator, Sequence
from datetime import date

from scrutable.evidence.facts import RowError
from scrutable.kernel.wording import date_words
from scrutable.portfolio.facts import Benefit, BenefitKind, Measure, Project
from scrutable.records.rules import missing, refusals_of, refusals_on, to_come


def same_words(one: str, other: str) -> bool:
    """Test whether two texts are the same but for large letters and blanks."""
    return plain_words(one) == plain_words(other)


def plain_words(text: str) -> str:
    """Return the text in small letters with one blank between its words.

    >>> plain_words("  Budget  LINE 4100 ")
    'budget line 4100'
    """
    return " ".join(text.casefold().split())


@refusals_of.register
def of_benefit(of: Benefit) -> Sequence[RowError]:
    """Return what a profile lacks, whatever else is known."""
    return [*_named(of), *_kind(of), *_target(of), *_direction(of), *_days(of)]


def _named(of: Benefit) -> Iterator[RowError]:
    yield from missing(of, title="its name", description="the description")
    yield from missing(of, metric="the measure")
    if not of.owner.strip() and of.unowned_since is None:
        yield RowError(
            "owner", "Nobody answers for it", "name its owner, or say since when it has none"
        )
    if of.owner.strip() and of.unowned_since is not None:
        yield RowError(
            "unowned_since", "It has an owner", "leave out since when it has none, or the owner"
        )


def _kind(of: Benefit) -> Iterator[RowError]:
    if of.kind is BenefitKind.CASHABLE and not of.budget_line.strip():
        yield RowError(
            "budget_line",
            "A cashable benefit has no budget line",
            "give the code of the line that the saving is taken from",
        )
    if of.kind is BenefitKind.CASHABLE and of.yearly_pounds is None:
        yield RowError(
            "yearly_pounds", "A cashable benefit has no full-year value", "give the pounds a year"
        )
    if of.yearly_pounds is not None and of.yearly_pounds < 0:
        yield RowError("yearly_pounds", "The full-year value is below nought", "give it as a sum")
    if (of.kind is BenefitKind.QUALITATIVE) != (of.measure is Measure.WORDS):
        yield RowError(
            "measure",
            "A qualitative benefit, and no other, is told in words",
            "choose “words”, or another kind",
        )
    if of.kind is BenefitKind.QUALITATIVE and (of.baseline, of.target) != (None, None):
        yield RowError(
            "target", "A qualitative benefit has no values", "leave out baseline and target"
        )


def _target(of: Benefit) -> Iterator[RowError]:
    is_counted = of.kind is not BenefitKind.QUALITATIVE
    if is_counted and of.target is not None and of.baseline is None:
        yield RowError("baseline", "There is a target and no baseline", "give the baseline")
    for name in ("baseline", "target"):
        value, on = getattr(of, name), getattr(of, f"{name}_on")
        if value is not None and on is None:
            yield RowError(f"{name}_on", f"The {name} has no day", "give the day")
    if of.baseline is not None and of.baseline_on is None:
        return
    if of.baseline_on and of.target_on and of.target_on < of.baseline_on:
        yield RowError(
            "target_on",
            f"The target is of a day before the baseline’s, {date_words(of.baseline_on)}",
            "give a later day",
        )


def _direction(of: Benefit) -> Iterator[RowError]:
    if of.baseline is None or of.target is None or of.target == of.baseline:
        return
    if of.kind is BenefitKind.DISBENEFIT:
        if of.target < of.baseline:
            yield RowError(
                "target",
                "The bound of a dis-benefit lies below the baseline",
                "measure it so that more is worse, and give the most that is accepted",
            )
    elif (of.target < of.baseline) != of.lower_is_better:
        yield RowError(
            "target",
            "The target is worse than the baseline",
            "give a better one, or say whether less is better",
        )


def _days(of: Benefit) -> Iterator[RowError]:
    if of.begins_on and of.target_on and of.begins_on > of.target_on:
        yield RowError("begins_on", "It begins after the day of its target", "give an earlier day")
    if of.withdrawn_on is not None and not of.withdrawn_reason.strip():
        yield RowError("withdrawn_reason", "It is withdrawn without a reason", "give the reason")
    if of.withdrawn_on is None and of.withdrawn_reason.strip():
        yield RowError("withdrawn_on", "It is withdrawn without a day", "give the day")


@refusals_on.register
def of_benefit_on(of: Benefit, today: date) -> Sequence[RowError]:
    """Return which days of a profile have not come yet that must have."""
    return [
        *to_come("baseline_on", of.baseline_on, today),
        *to_come("unowned_since", of.unowned_since, today),
        *to_come("withdrawn_on", of.withdrawn_on, today),
    ]


def refusals_in_project(of: Benefit, project: Project) -> Iterator[RowError]:
    """Yield what does not go together with its project."""
    if of.owner.strip() and same_words(of.owner, project.manager):
        yield RowError(
            "owner",
            f"{of.owner} manages project {project.number}",
            "name an owner on the business side",
        )
