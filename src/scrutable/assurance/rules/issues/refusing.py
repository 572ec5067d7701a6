"""Why something is no issue, or no phase of a programme; pure."""

from collections.abc import Iterator, Sequence
from datetime import date

from scrutable.assurance.facts import Issue, Phase
from scrutable.assurance.rules.issues.closing import is_same
from scrutable.evidence.facts import RowError
from scrutable.kernel.wording import date_words
from scrutable.records.rules import missing, refusals_of, refusals_on, to_come


@refusals_of.register
def _(of: Issue) -> Sequence[RowError]:
    found = missing(of, source="the source", what="what was found", owner="the owner")
    return [*found, *_days(of), *_closure(of), *_accepted(of)]


def _days(of: Issue) -> Iterator[RowError]:
    if of.due is not None and of.due < of.found_on:
        fault = f"It is due before it was found on {date_words(of.found_on)}"
        yield RowError("due", fault, "correct one of the two days")


def _closure(of: Issue) -> Iterator[RowError]:
    if of.said_closed_on is None:
        return
    if of.said_closed_on < of.found_on:
        fault = f"It is closed before it was found on {date_words(of.found_on)}"
        yield RowError("said_closed_on", fault, "correct one of the two days")
    if not any(one.strip() for one in of.evidence):
        remedy = "name what shows that it is closed"
        yield RowError("evidence", "There is no evidence of its closure", remedy)


def _accepted(of: Issue) -> Iterator[RowError]:
    if of.accepted_on is None and not of.accepted_by.strip():
        return
    if not of.accepted_by.strip():
        remedy = "name who did, another than its owner"
        yield RowError("accepted_by", "Who accepted its closure is missing", remedy)
    elif is_same(of.owner, of.accepted_by, {}):
        yield own_closure(of)
    if of.accepted_on is None:
        yield RowError("accepted_on", "The day on which it was accepted is missing", "enter it")
    elif of.said_closed_on is None:
        remedy = "say first that it is closed, with the evidence"
        yield RowError("accepted_on", "Nobody has said that it is closed", remedy)
    elif of.accepted_on < of.said_closed_on:
        fault = f"It is accepted before it was closed on {date_words(of.said_closed_on)}"
        yield RowError("accepted_on", fault, "correct one of the two days")


def own_closure(of: Issue) -> RowError:
    """Return the refusal of a closure that its own owner accepts."""
    fault = f"{of.accepted_by} owns the issue ({of.owner}): nobody accepts their own closure"
    return RowError("accepted_by", fault, "let another accept it, such as internal audit")


@refusals_on.register
def _(of: Issue, today: date) -> Sequence[RowError]:
    return [
        *to_come("found_on", of.found_on, today),
        *to_come("said_closed_on", of.said_closed_on, today),
        *to_come("accepted_on", of.accepted_on, today),
    ]


@refusals_of.register
def _(of: Phase) -> Sequence[RowError]:
    found = missing(of, code="the code", programme="the programme", title="the title")
    if of.ends_on < of.begins_on:
        found.append(RowError("ends_on", "It ends before it begins", "correct one of the two days"))
    return found
