"""What stops a call-in, its hearing, or the carrying out of a decision; pure."""

from collections.abc import Iterator
from datetime import date

from scrutable.kernel.wording import count_words, date_words
from scrutable.meetings import facts
from scrutable.meetings.facts import BodyKind, CallInResult, DecisionCase, Fault
from scrutable.meetings.rules.deadlines import Law
from scrutable.meetings.rules.lifecycle import call_in_window


def faults_of_call_in(case: DecisionCase, call_in: facts.CallIn, law: Law) -> list[Fault]:
    """Return what stops scrutiny from calling a decision in."""
    return [*_request_faults(call_in, law), *_window_faults(case, call_in, law)]


def _request_faults(call_in: facts.CallIn, law: Law) -> Iterator[Fault]:
    asked = len({name.strip().casefold() for name in call_in.asked_by if name.strip()})
    needed = law.notices.requisitioners
    if asked < needed:
        yield Fault(
            "Asked by",
            f"{count_words(asked, 'member')} asked and {needed} are needed by council policy.",
            "Name every member who asked, each once.",
        )
    if not call_in.grounds.strip():
        yield Fault("Grounds", "None are given.", "Enter why the decision is called in.")
    if call_in.asked_on > law.today:
        asked_on = date_words(call_in.asked_on)
        yield Fault("Asked on", f"{asked_on} has not come yet.", "Enter the day of the request.")


def _window_faults(case: DecisionCase, call_in: facts.CallIn, law: Law) -> Iterator[Fault]:
    record = case.record
    if record is None:
        yield Fault("Decision", f"{case.code} is not decided yet.", "Call it in once it is.")
        return
    if case.call_in is not None:
        asked_on = date_words(case.call_in.asked_on)
        yield Fault(
            "Decision", f"It was called in on {asked_on} already.", "A decision is called in once."
        )
    if record.carried_out_on:
        done = date_words(record.carried_out_on)
        yield Fault(
            "Decision", f"It was carried out on {done}.", "Ask for a report to scrutiny instead."
        )
    window = call_in_window(case, law.rules, law.notices)
    if window is None:
        why = record.exempt_from_call_in or "council policy lets no such decision be called in"
        yield Fault("Decision", f"It is not open to call-in: {why}.", "Take it up at a meeting.")
    elif window.by is None:
        yield Fault(
            "Decision", "Its record is not published.", "The window opens with publication."
        )
    elif not (record.published_on or window.by) <= call_in.asked_on <= window.by:
        yield Fault(
            "Asked on",
            f"{date_words(call_in.asked_on)} is outside the window, from "
            f"{date_words(record.published_on or window.by)} to {date_words(window.by)}.",
            "Take it up at a meeting of scrutiny.",
        )


def faults_of_hearing(
    case: DecisionCase, heard: facts.Meeting, body: facts.Body, reasons: str, law: Law
) -> list[Fault]:
    """Return what stops the result of a call-in from being recorded."""
    return list(_hearing_faults(case, heard, body, reasons, law))


def _hearing_faults(
    case: DecisionCase, heard: facts.Meeting, body: facts.Body, reasons: str, law: Law
) -> Iterator[Fault]:
    if case.call_in is None:
        yield Fault("Decision", f"{case.code} was not called in.", "Record the call-in first.")
        return
    if not reasons.strip():
        yield Fault("Reasons", "None are given.", "Enter why scrutiny came to its result.")
    if body.kind is not BodyKind.SCRUTINY:
        yield Fault(
            "Heard in", f"{body.name} does not scrutinise.", "Name a meeting of a scrutiny body."
        )
    if heard.on < case.call_in.asked_on:
        asked_on = date_words(case.call_in.asked_on)
        yield Fault(
            "Heard in", f"{heard.code} was before {asked_on}.", "Name the meeting after it."
        )
    if heard.on > law.today:
        yield Fault("Heard in", f"{heard.code} has not come yet.", "Record the result afterwards.")


def faults_of_carrying_out(case: DecisionCase, on: date, law: Law) -> list[Fault]:
    """Return what stops a decision from being carried out on the day."""
    return list(_carrying_faults(case, on, law))


def _carrying_faults(case: DecisionCase, on: date, law: Law) -> Iterator[Fault]:
    record = case.record
    if record is None:
        yield Fault("Decision", f"{case.code} is not decided yet.", "Record the decision first.")
        return
    if on > law.today:
        yield Fault(
            "Carried out on", f"{date_words(on)} has not come yet.", "Record it afterwards."
        )
    if on < record.decided_on:
        decided = date_words(record.decided_on)
        yield Fault("Carried out on", f"It was decided on {decided}.", "Enter that day or later.")
    if record.result in (facts.Result.REFUSED, facts.Result.DEFERRED):
        yield Fault("Decision", "It was refused or deferred.", "There is nothing to carry out.")
    if case.call_in is not None and case.call_in.result is not CallInResult.NO_ACTION:
        yield _called_in(case.call_in)
    elif case.call_in is None:
        yield from _window_open(case, on, law)


def _called_in(call_in: facts.CallIn) -> Fault:
    if call_in.result is None:
        asked_on = date_words(call_in.asked_on)
        return Fault(
            "Call-in", f"It was called in on {asked_on} and not heard.", "Wait for the hearing."
        )
    return Fault(
        "Call-in",
        "Scrutiny sent it back.",
        "Record what was decided on looking at it again, under a code of its own.",
    )


def _window_open(case: DecisionCase, on: date, law: Law) -> Iterator[Fault]:
    window = call_in_window(case, law.rules, law.notices)
    if window is None:
        return
    if window.by is None:
        yield Fault(
            "Call-in",
            "Its record is not published, so the call-in window has not begun.",
            "Publish the record and wait until the window ends.",
        )
    elif on <= window.by and window.earliest:
        yield Fault(
            "Call-in",
            f"It may be called in until {date_words(window.by)}: {window.words}.",
            f"Carry it out on {date_words(window.earliest)} or later.",
        )
