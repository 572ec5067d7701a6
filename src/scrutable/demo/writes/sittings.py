"""What happens around meetings, by the writes that everybody uses."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, TypeVar

from scrutable.audit.reads import number_at
from scrutable.demo import facts
from scrutable.demo.rules.clerking import corrected, missed, squeezed
from scrutable.demo.writes.printing import printed
from scrutable.kernel.wording import london_day
from scrutable.meetings import facts as meetings
from scrutable.meetings import reads, writes

Found = TypeVar("Found")
FIRST = 1  # the story loads one file of minutes for a meeting


class StoryNotTrue(Exception):
    """What the story quotes is not found once, or what it says was refused was allowed."""


def record(what: facts.NounRecorded, *, by: str, at: datetime) -> None:
    """Write a noun down, with the outcome of minutes that it comes from."""
    name, write = WRITERS[type(what.noun)]
    noun: Any = what.noun
    if what.quoted:
        source = "asked_in" if isinstance(noun, meetings.ProgrammeEntry) else "source_reference"
        noun = replace(noun, **{source: _limb(what.quoted).reference})
    write(**{name: noun}, by=by, at=at)


def load(what: facts.MinutesLoaded, *, by: str, at: datetime) -> None:
    """Put minutes before an officer, as a file of the story's form."""
    body = reads.body(what.meeting.partition("-")[0], number_at())
    incoming = meetings.IncomingMinutes(
        content=printed(what, body.name),
        name=f"{what.meeting}.{what.form.value}",
        meeting=what.meeting,
    )
    writes.load_minutes(incoming=incoming, by=by, at=at)


def confirm(what: facts.MinutesConfirmed, *, by: str, at: datetime) -> None:
    """Settle every outcome of the minutes, put right what was misread, add what was missed."""
    code = _minutes_code(what.meeting)
    limbs = reads.limbs(code, number_at())
    found = {duty.quoted: _having(duty.quoted, limbs) for duty in what.duties}
    owed = {limb.number: duty for duty in what.duties for limb in found[duty.quoted]}
    text = reads.minutes(code, number_at()).text
    for limb in limbs:
        writes.settle_limb(limb=_settled(limb, owed.get(limb.number), text), by=by, at=at)
    for duty in what.duties:
        if not found[duty.quoted]:
            limb = meetings.Limb(
                minutes=code,
                number=0,
                outcome=missed(text, duty),
                reason="The reader did not find it",
                is_tracked=True,
            )
            writes.add_limb(limb=limb, by=by, at=at)
    writes.confirm_minutes(minutes=code, by=by, at=at)


def _settled(limb: meetings.Limb, duty: facts.Duty | None, text: str) -> meetings.Limb:
    outcome, why = corrected(limb.outcome, duty, text) if duty else (limb.outcome, "")
    return replace(
        limb,
        outcome=outcome,
        state=meetings.LimbState.CORRECTED if why else meetings.LimbState.CONFIRMED,
        reason=why,
        is_tracked=duty is not None,
    )


def take_step(what: facts.StepTaken, *, by: str, at: datetime) -> None:
    """Add a step to the commitment that was made in the words quoted."""
    writes.take_step(commitment=_commitment(what.quoted).code, step=what.step, by=by, at=at)


def take_entry(what: facts.ProgrammeTaken, *, by: str, at: datetime) -> None:
    """Record by which agenda item an entry of a work programme was taken."""
    writes.take_programme_entry(body=what.body, number=what.number, item=what.item, by=by, at=at)


def answer(what: facts.QuestionAnswered, *, by: str, at: datetime) -> None:
    """Answer a member's question."""
    code = _commitment(what.promise).code if what.promise else ""
    answered = replace(what.question, commitment=code)
    writes.answer_question(answered=answered, by=by, at=at)


def carry_out(what: facts.DecisionCarriedOut, *, by: str, at: datetime) -> None:
    """Record that a decision was carried out that day."""
    writes.carry_out_decision(code=what.code, on=london_day(at), by=by, at=at)


def use(what: facts.DelegationUsed, *, by: str, at: datetime) -> None:
    """Use a delegation; an attempt that is to be refused must be, and is kept all the same."""
    try:
        writes.use_delegation(use=what.use, by=by, at=at)
    except writes.OutsideScope:
        if what.is_refused:
            return
        raise
    if what.is_refused:
        raise StoryNotTrue(f"{what.use.what} was allowed, and the story has it refused.")


def notice(what: facts.RecommendationNoticed, *, by: str, at: datetime) -> None:
    """Record that the executive received a recommendation, with the notice."""
    writes.notice_recommendation(
        code=what.code,
        received_on=what.received_on,
        noticed_on=what.noticed_on,
        published_on=what.published_on,
        by=by,
        at=at,
    )


def reply(what: facts.RecommendationAnswered, *, by: str, at: datetime) -> None:
    """Record the executive's answer to a recommendation."""
    writes.answer_recommendation(
        code=what.code,
        answer=what.answer,
        reasons=what.reasons,
        action="",
        on=what.on,
        by=by,
        at=at,
    )


def publish(what: facts.AnswerPublished, *, by: str, at: datetime) -> None:
    """Record when the executive's answer was published."""
    writes.publish_answer(code=what.code, on=what.on, by=by, at=at)


def write_paper(what: facts.PaperWritten, *, by: str, at: datetime) -> None:
    """Begin a decision report and write it as far as the story goes."""
    code = what.cover.decision
    writes.begin_paper(cover=what.cover, by=by, at=at)
    for part, text in what.parts.items():
        writes.write_part(decision=code, part=part, text=text, by=by, at=at)
    for part, why in what.none.items():
        writes.write_part(decision=code, part=part, text=why, none=True, by=by, at=at)
    for impact in what.equality:
        writes.set_impact(decision=code, impact=impact, by=by, at=at)
    for appendix in what.appendices:
        writes.put_appendix(decision=code, appendix=appendix, by=by, at=at)
    for paper in what.background_papers:
        writes.put_background_paper(decision=code, paper=paper, by=by, at=at)


def _minutes_code(meeting: str) -> str:
    return f"{meeting}-{FIRST}"


def _limb(quoted: facts.Quoted) -> meetings.Limb:
    limbs = reads.limbs(_minutes_code(quoted.meeting), number_at())
    return _the_one(quoted, _having(quoted, limbs))


def _having(quoted: facts.Quoted, limbs: list[meetings.Limb]) -> list[meetings.Limb]:
    return [limb for limb in limbs if quoted.words in squeezed(limb.outcome.text)]


def _commitment(quoted: facts.Quoted) -> meetings.Commitment:
    body = quoted.meeting.partition("-")[0]
    made = reads.commitments(number_at(), body=body)
    found = [
        one for one in made if one.made_in == quoted.meeting and quoted.words in squeezed(one.text)
    ]
    return _the_one(quoted, found)


def _the_one(quoted: facts.Quoted, found: list[Found]) -> Found:
    if len(found) != 1:
        raise StoryNotTrue(
            f"The minutes of {quoted.meeting} say “{quoted.words}” {len(found)} times, not once."
        )
    return found[0]


WRITERS: Mapping[type, tuple[str, Callable[..., object]]] = {
    meetings.Body: ("body", writes.record_body),
    meetings.Meeting: ("meeting", writes.record_meeting),
    meetings.AgendaItem: ("item", writes.put_item),
    meetings.Attendance: ("attendance", writes.record_attendance),
    meetings.ProgrammeEntry: ("entry", writes.put_programme_entry),
    meetings.PlannedDecision: ("planned", writes.plan_decision),
    meetings.DecisionRecord: ("record", writes.record_decision),
    meetings.CallIn: ("call_in", writes.call_in),
    meetings.Delegation: ("delegation", writes.delegate),
    meetings.Recommendation: ("recommendation", writes.recommend),
    meetings.Question: ("question", writes.ask_question),
    meetings.Wanted: ("wanted", writes.want),
}
