"""Why something is no assessment, no answer or no step, whatever else is known; pure."""

from collections.abc import Iterator, Sequence
from datetime import date

from scrutable.assurance.facts import Answer, Assessment, Remediation, Visibility
from scrutable.evidence.facts import RowError
from scrutable.records.rules import missing, refusals_of, refusals_on, to_come

PARAGRAPHS = range(1, 8)  # of Part 1 of Schedule 12A


@refusals_of.register
def _(of: Assessment) -> Sequence[RowError]:
    found = missing(of, title="the title", framework="the framework")
    return [*found, *_shut(of), *_assured(of)]


def _shut(of: Assessment) -> Iterator[RowError]:
    if of.visibility is not Visibility.EXEMPT:
        return
    odd = [str(one) for one in of.paragraphs if one not in PARAGRAPHS]
    if odd or not of.paragraphs:
        fault = f"There is no paragraph {odd[0]}" if odd else "No paragraph is named"
        remedy = "name those of Part 1 of Schedule 12A that make it exempt, from 1 to 7"
        yield RowError("paragraphs", fault, remedy)
    if not of.public_interest.strip():
        remedy = "say why it outweighs the interest in disclosing it"
        yield RowError(
            "public_interest", "The public interest in keeping it exempt is missing", remedy
        )


def _assured(of: Assessment) -> Iterator[RowError]:
    if of.assured_on is not None and of.assured_on < of.begun_on:
        remedy = "correct one of the two days"
        yield RowError("assured_on", "It was assured before it was begun", remedy)
    if of.assured_on is not None and not of.assurer.strip():
        yield RowError("assurer", "Who assured it is missing", "enter the assurer")


@refusals_on.register
def _(of: Assessment, today: date) -> Sequence[RowError]:
    begun = to_come("begun_on", of.begun_on, today)
    return [*begun, *to_come("assured_on", of.assured_on, today)]


@refusals_of.register
def _(of: Answer) -> Sequence[RowError]:
    differs = of.level is not None and of.assured is not None and of.level != of.assured
    if differs and not of.assured_reasons.strip():
        less = of.level is not None and of.assured is not None and of.assured.rank < of.level.rank
        fault = f"The assurer found {'less' if less else 'more'} and does not say why"
        return [RowError("assured_reasons", fault, "enter the assurer’s reasons")]
    return ()


@refusals_of.register
def _(of: Remediation) -> Sequence[RowError]:
    found = missing(of, what="what is to be done", owner="the owner")
    if not of.outcomes:
        remedy = "name at least one that it brings nearer to its level"
        found.append(RowError("outcomes", "No outcome is named", remedy))
    if of.pence is not None and of.pence < 0:
        found.append(RowError("pence", "It costs less than nothing", "enter nought or more"))
    if of.progress.strip() and of.progress_on is None:
        found.append(RowError("progress_on", "The day of the progress is missing", "enter it"))
    return [*found, *_accepted(of)]


def _accepted(of: Remediation) -> Iterator[RowError]:
    if of.accepted_on is None and not of.accepted_by.strip():
        return
    if not of.accepted_by.strip():
        yield RowError("accepted_by", "Who accepted it is missing", "enter them")
    if of.accepted_on is None:
        yield RowError("accepted_on", "The day of acceptance is missing", "enter it")
    if _same(of.accepted_by, of.owner):
        remedy = "have another than its owner look at the evidence"
        yield RowError("accepted_by", "Its owner cannot accept it", remedy)
    if of.said_done_on is None:
        remedy = "let its owner say first that it is done"
        yield RowError("said_done_on", "Nobody has said that it is done", remedy)
    elif of.accepted_on is not None and of.accepted_on < of.said_done_on:
        remedy = "correct one of the two days"
        yield RowError("accepted_on", "It was accepted before it was said to be done", remedy)
    if not of.evidence:
        yield RowError("evidence", "Nothing shows that it is done", "name the evidence")


def _same(one: str, other: str) -> bool:
    return bool(one.strip()) and " ".join(one.casefold().split()) == " ".join(
        other.casefold().split()
    )


@refusals_on.register
def _(of: Remediation, today: date) -> Sequence[RowError]:
    days = ("progress_on", "said_done_on", "accepted_on")
    return [fault for name in days for fault in to_come(name, getattr(of, name), today)]
