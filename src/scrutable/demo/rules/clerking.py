"""How a clerk holds a reading against what a careful reader finds; pure."""

from dataclasses import replace

from scrutable.demo.facts import Duty
from scrutable.meetings.facts import Due, Outcome
from scrutable.meetings.rules.reading import waits_for_calendar
from scrutable.meetings.rules.tracking import is_trackable

ENDS = (". ", ".\n", "\n\n")  # of a sentence
STOPS = (".", ";", ",")
MARKS = " \n\t•·*-"  # that may stand before one


def squeezed(text: str) -> str:
    r"""Return a text without its line breaks and with one kind of quotation mark.

    >>> squeezed("all\n90  people’s arrears")
    "all 90 people's arrears"
    """
    return " ".join(text.replace("’", "'").split())


def corrected(outcome: Outcome, duty: Duty, text: str) -> tuple[Outcome, str]:
    """Return the outcome as a careful reader has it, and why it was put right; "" where it stood.

    A day that the reader left to the calendar is none of its faults.
    """
    why = []
    mended = outcome
    if (last := _end(text, outcome.span[1])) > outcome.span[1]:
        why.append("The words go on in the next line")
        span = (outcome.span[0], last)
        mended = replace(mended, span=span, text=squeezed(text[slice(*span)]))
    if not is_trackable(outcome):
        why.append("Something is owed here")
        mended = replace(mended, kind=duty.kind)
    if squeezed(outcome.owner) != duty.owner:
        read = f"“{outcome.owner}” was read" if outcome.owner else "nobody was read"
        why.append(f"The owner is the {duty.owner}; {read}")
        mended = replace(mended, owner=duty.owner)
    if not _is_due(outcome.due, duty):
        why.append("The day by which it is due was not read")
        mended = replace(mended, due=Due(words=duty.due_words, last=duty.due))
    return mended, ". ".join(why)


def _is_due(due: Due | None, duty: Duty) -> bool:
    if due is None:
        return False
    return waits_for_calendar(due.words) if due.last is None else due.last == duty.due


def _end(text: str, at: int) -> int:
    """Return where the sentence ends of which words up to `at` were read."""
    if text[:at].endswith(STOPS) or text[at:].lstrip().startswith(STOPS):
        return at
    return _next_end(text, at)


def _next_end(text: str, at: int) -> int:
    after = [found + len(end.rstrip()) for end in ENDS if (found := text.find(end, at)) >= 0]
    return min(after, default=len(text))


def missed(text: str, duty: Duty) -> Outcome:
    """Return the outcome that the reader did not find: the sentence with the words quoted.

    Raises ValueError where the text has no such words on one line.
    """
    at = text.index(duty.quoted.words)
    before = [found + len(end) for end in ENDS if (found := text.rfind(end, 0, at)) >= 0]
    begin = max(before, default=0)
    begin += len(text[begin:at]) - len(text[begin:at].lstrip(MARKS))
    last = _next_end(text, at)
    return Outcome(
        kind=duty.kind,
        text=squeezed(text[begin:last]),
        span=(begin, last),
        owner=duty.owner,
        due=Due(words=duty.due_words, last=duty.due),
    )
