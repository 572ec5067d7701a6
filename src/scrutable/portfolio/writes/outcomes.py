"""What of outcomes does not fit the other records, and a look put in the work programme."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from scrutable.audit.reads import number_at
from scrutable.evidence.facts import RowError
from scrutable.kernel.wording import date_words
from scrutable.meetings import facts as meetings_facts
from scrutable.meetings import reads as meetings
from scrutable.meetings import writes as meetings_writes
from scrutable.portfolio import facts, reads, rules
from scrutable.records.writes import UnfitRecord, record, refusals_among_records


@refusals_among_records.register
def _(of: facts.Transition, known: int) -> Sequence[RowError]:
    if not of.body:
        return ()
    try:
        meetings.body(of.body, known)
    except meetings.UnknownBody:
        return [RowError("body", f"There is no body {of.body}", "choose one of the list of bodies")]
    return ()


@refusals_among_records.register
def _(of: facts.Outcome, known: int) -> Sequence[RowError]:
    return _of_transition(of.transition, known)


@refusals_among_records.register
def _(of: facts.HandOver, known: int) -> Sequence[RowError]:
    return _of_transition(of.transition, known)


@refusals_among_records.register
def _(of: facts.Look, known: int) -> Sequence[RowError]:
    return _of_transition(of.transition, known)


@refusals_among_records.register
def _(of: facts.OutcomeEvidence, known: int) -> Sequence[RowError]:
    found = _of_outcome(of.transition, of.outcome, known)
    return [*found, *reads.refusals_of_source("source", of.source, known)]


@refusals_among_records.register
def _(of: facts.OutcomeJudgement, known: int) -> Sequence[RowError]:
    if found := _of_outcome(of.transition, of.outcome, known):
        return found
    key = {"transition": of.transition, "outcome": of.outcome}
    evidence = reads.every(facts.OutcomeEvidence, known, **key)
    before = reads.stands(facts.OutcomeJudgement, known, **key, on=of.on)
    return list(rules.refusals_of_judgement(of, evidence, before))


def _of_transition(code: str, known: int) -> Sequence[RowError]:
    if reads.stands(facts.Transition, known, code=code) is None:
        return [RowError("transition", f"There is no transition {code}", "record it first")]
    return ()


def _of_outcome(transition: str, number: int, known: int) -> Sequence[RowError]:
    if reads.stands(facts.Outcome, known, transition=transition, number=number) is None:
        said = f"{transition} has no outcome {number}"
        return [RowError("outcome", said, "look for its number in the list of outcomes")]
    return ()


def put_look(*, transition: str, on: date, by: str, at: datetime) -> facts.Look:
    """Put the look of a day in the work programme of the body that looks, and keep where it is.

    It is due at the body's first meeting from that day on; while there is none, no meeting is
    fixed. Entry and look name each other, and are kept together or not at all. Raises
    UnknownRecord, UnfitRecord where no body looks, no look is set for the day, or it is there
    already, and WrittenMeanwhile where somebody puts it there at the same moment.
    """
    with transaction.atomic():
        known = number_at()
        standing = reads.transition(transition, known, date.max)
        if lacking := _refusals_of_look(standing, on):
            raise UnfitRecord(lacking)
        entry = meetings_writes.put_programme_entry(
            entry=_entry(standing.transition, on, known), by=by, at=at
        )
        look = facts.Look(transition=transition, on=on, entry=entry.reference)
        return record(of=look, by=by, at=at, based_on=0)


def _refusals_of_look(standing: facts.TransitionStanding, on: date) -> Sequence[RowError]:
    one = standing.transition
    if not one.body:
        return [RowError("body", f"No body looks at {one.title}", "name it with the transition")]
    if on not in rules.looks_named(standing):
        said = f"No look is set for {date_words(on)}"
        return [RowError("on", said, "set the day with the transition or a judgement")]
    stands = next((look for look in standing.looks if look.on == on), None)
    if stands is not None:
        said = f"The look of {date_words(on)} is in the work programme as {stands.entry}"
        return [RowError("on", said, "change that entry, or choose another day")]
    return ()


def _entry(one: facts.Transition, on: date, known: int) -> meetings_facts.ProgrammeEntry:
    cancelled = meetings_facts.MeetingState.CANCELLED
    coming = meetings.meetings(known, body=one.body, first=on)
    meeting = next((each.code for each in coming if each.state is not cancelled), "")
    return meetings_facts.ProgrammeEntry(
        body=one.body,
        number=0,
        title=f"{one.title}: the outcomes at {date_words(on)}",
        purpose=meetings_facts.Purpose.REPORT_BACK,
        owner=one.owner,
        due_meeting=meeting,
        asked_in=one.reference,
    )
