"""What of notices, records and call-ins needs a person; pure."""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from scrutable.kernel.attention import Attention, Gravity
from scrutable.kernel.wording import count_words, date_words
from scrutable.meetings import facts
from scrutable.meetings.facts import Deadline, DeadlineKind, DeadlineState, DecisionCase, Stage
from scrutable.meetings.rules import agendas, deadlines, lifecycle
from scrutable.meetings.rules.deadlines import Law, state_of

OWNER = "Democratic services"


def of_meeting(
    meeting: facts.Meeting, body: facts.Body, items: Iterable[facts.AgendaItem], law: Law
) -> Iterator[Attention]:
    """Yield what a coming meeting needs: notices due soon or missed, items without a reason."""
    if meeting.on < law.today:
        return
    agenda = list(items)
    name = f"{body.name}, {date_words(meeting.on)}"
    for owed in deadlines.of_meeting(meeting, body, agenda, law.rules, law.notices):
        yield from _notice(owed, name, meeting.version, law)
    late = [one for item in agenda if (one := agendas.late_item(item, meeting, body, law))]
    if late:
        yield Attention(
            reference=meeting.reference,
            what=f"{name}: {count_words(len(late), 'late item')} without the chair’s reason",
            why=" ".join(f"{fault.place}: {fault.fault}" for fault in late),
            since=max(item.added_on for item in agenda if item.added_on),
            gravity=Gravity.SERIOUS,
            owner=OWNER,
            due=meeting.on,
            version=meeting.version,
        )


def of_decision(case: DecisionCase, law: Law) -> Iterator[Attention]:
    """Yield what a decision needs: its notice, its record, the hearing of a call-in."""
    name = case.planned.matter if case.planned else f"Decision {case.code}"
    if case.record is None:
        yield from _unrecorded(case, name, law)
        return
    for owed in lifecycle.of_decision(case, law.rules, law.notices):
        if owed.rule == "EA19-REPORT":
            yield from _notice(owed, name, case.record.version, law)
    stage = lifecycle.stage(case, law.rules, law.notices, law.today)
    if stage in (Stage.DECIDED, Stage.NOT_TAKEN) and case.record.published_on is None:
        yield Attention(
            reference=case.reference,
            what=f"{name}: its record is not published",
            why=f"It was decided on {date_words(case.record.decided_on)}; the record is owed as "
            "soon as reasonably practicable.",
            since=case.record.decided_on,
            gravity=Gravity.CONCERN,
            owner=OWNER,
            version=case.record.version,
        )
    if case.call_in is not None and case.call_in.result is None:
        yield Attention(
            reference=case.reference,
            what=f"{name}: the call-in is not heard",
            why=f"It was called in on {date_words(case.call_in.asked_on)}: "
            f"{case.call_in.grounds.strip()}",
            since=case.call_in.asked_on,
            gravity=Gravity.SERIOUS,
            owner=OWNER,
            version=case.call_in.version,
        )


def _unrecorded(case: DecisionCase, name: str, law: Law) -> Iterator[Attention]:
    plan = case.planned
    if plan is None or plan.withdrawn_because:
        return
    last = case.meeting.on if case.meeting else plan.window_to
    if last < law.today:
        yield Attention(
            reference=case.reference,
            what=f"{name}: no decision is recorded",
            why=f"It was to be decided by {date_words(last)}.",
            since=last,
            gravity=Gravity.CONCERN,
            owner=OWNER,
            version=plan.version,
        )
        return
    for owed in lifecycle.of_decision(case, law.rules, law.notices):
        yield from _notice(owed, name, plan.version, law)


def _notice(owed: Deadline, name: str, version: int, law: Law) -> Iterator[Attention]:
    """Yield a deadline that is missed or that comes soon."""
    if owed.by is None or owed.kind is not DeadlineKind.DUE:
        return
    ahead = timedelta(days=law.notices.warn_within_days)
    state = state_of(owed, law.today)
    is_soon = state is DeadlineState.DUE and owed.by - ahead <= law.today
    if state is not DeadlineState.OVERDUE and not is_soon:
        return
    is_missed = state is DeadlineState.OVERDUE
    said = "was due by" if is_missed else "is due by"
    yield Attention(
        reference=owed.about,
        what=f"{name}: {owed.what[:1].lower()}{owed.what[1:]}",
        why=f"It {said} {date_words(owed.by)}: {owed.words} ({owed.source}).",
        since=owed.by if is_missed else owed.by - ahead,
        gravity=Gravity.SERIOUS if is_missed else Gravity.NOTE,
        owner=OWNER,
        due=owed.by,
        version=version,
    )
