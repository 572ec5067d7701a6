"""Commitments with their steps in a line, for the tests of rules and of what stands on them."""

from datetime import date

from scrutable.meetings import facts

MADE_ON = date(2026, 6, 25)
DUE = date(2026, 9, 30)
HELD = facts.MeetingState.HELD
PLANNED = facts.MeetingState.PLANNED
CANCELLED = facts.MeetingState.CANCELLED


def day(text):
    """Return a day of 2026 from "9-30"."""
    return date.fromisoformat("2026-{:0>2}-{:0>2}".format(*text.split("-")))


def due(text, words=""):
    """Return what is due by a day of 2026."""
    return facts.Due(words=words, first=day(text), last=day(text))


def in_words(words):
    """Return what is due in words alone."""
    return facts.Due(words=words)


def step(kind, on, **given):
    """Return a step of the kind named, on a day of 2026."""
    return facts.Step(kind=facts.StepKind(kind), on=day(on), by="t.okafor", **given)


def commitment(*steps, **given):
    """Return a commitment made on 25 June 2026 and due by 30 September."""
    told = {
        "year": 2026,
        "number": 14,
        "body": "OSMB",
        "text": "Bring a report on the service desk",
        "kind": facts.OutcomeKind.REPORT_BACK,
        "source": facts.CommitmentSource.RESOLUTION,
        "source_reference": "limb/OSMB-2026-06-25-1/3",
        "made_in": "OSMB-2026-06-25",
        "made_on": MADE_ON,
        "owner": "Director of Finance",
        "due": facts.Due(words="by the end of September", first=DUE, last=DUE),
        "steps": tuple(steps),
        "version": 7,
    }
    return facts.Commitment(**told | given)


def meeting(on, body="OSMB", state=HELD):
    """Return a meeting of a body on a day of 2026."""
    held_on = day(on)
    return facts.Meeting(code=f"{body}-{held_on}", body=body, on=held_on, state=state)


def question(number=1, **given):
    """Return a question asked at the meeting of 25 June 2026."""
    told = {
        "meeting": "OSMB-2026-06-25",
        "number": number,
        "item": "",
        "asked_by": "Councillor Osei",
        "text": "How many calls were abandoned?",
        "to": "Head of IT",
        "version": 9,
    }
    return facts.Question(**told | given)
