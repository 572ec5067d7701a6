"""What bodies did about a record: meetings, minutes, limbs, decisions, promises and answers.

Exempt words are left out for everybody, since a trace is no place to open them.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from scrutable.audit import reads as audit
from scrutable.evidence import reads as files
from scrutable.meetings import reads as meetings
from scrutable.meetings.facts import Commitment, DecisionRecord, Delegation, Recommendation
from scrutable.overview.facts import Deliberated, Evidence
from scrutable.reports import reads as reports
from scrutable.reports.facts import Edition

EDITION = "edition/"
MISSING = (
    meetings.UnknownBody,
    meetings.UnknownCommitment,
    meetings.UnknownDecision,
    meetings.UnknownDelegation,
    meetings.UnknownItem,
    meetings.UnknownMeeting,
    meetings.UnknownQuestion,
    meetings.UnknownRecommendation,
    meetings.UnknownLimb,
    meetings.UnknownMinutes,
)


def deliberated(reference: str, parts: list[str], known: int) -> Evidence:
    """Return the evidence of a record of meetings; raises one of MISSING."""
    kind = reference.partition("/")[0]
    found = DELIBERATED[kind](parts, known)
    hashes = sorted({one.file for one in found.minutes if one.file})
    return Evidence(
        reference=reference,
        deliberated=found,
        files=files.stored_files(hashes),
        uses=tuple(reports.used_by(reference)),
        events=tuple(audit.events(subject=reference, most=40)),
    )


def about_edition(edition: Edition, known: int) -> Deliberated:
    """Return the decisions taken on the edition and the promises that it answered."""
    records = tuple(reports.relied_on(edition.name))
    answered = [
        one
        for one in meetings.commitments(known)
        if any(step.paper == edition.reference for step in one.steps)
    ]
    return Deliberated(
        records=records,
        taken_on={record.code: (edition.name,) for record in records},
        items=tuple(meetings.items_with(edition.reference, known)),
        commitments=tuple(answered),
    )


def _meeting(parts: list[str], known: int) -> Deliberated:
    (code,) = parts
    held = meetings.meeting(code, known)
    items = meetings.items(code, known)
    records = [one for one in meetings.decision_records(known) if one.meeting == code]
    return _with_decisions(
        Deliberated(
            meeting=held,
            items=tuple(items),
            minutes=tuple(one for one in meetings.minutes_of(code, known) if one.is_confirmed),
            editions=_editions(item.paper for item in items),
            commitments=_from(meetings.commitments(known), lambda one: one.made_in == code),
        ),
        records,
        known,
    )


def _item(parts: list[str], known: int) -> Deliberated:
    meeting, number = parts[0], int(parts[1])
    found = meetings.item(meeting, number, known)
    records = [one for one in meetings.decision_records(known) if one.item == found.reference]
    minuted = [
        one
        for one in meetings.minutes_of(meeting, known)
        if one.is_confirmed and one.item == number
    ]
    whole = Deliberated(
        meeting=meetings.meeting(meeting, known),
        items=(found,),
        minutes=tuple(minuted),
        editions=_editions([found.paper]),
    )
    return _with_decisions(whole, records, known)


def _minutes(parts: list[str], known: int) -> Deliberated:
    (code,) = parts
    found = meetings.minutes(code, known)
    limbs = meetings.limbs(code, known)
    outcome = _outcomes(f"limb/{code}/", known)
    return replace(
        outcome,
        meeting=meetings.meeting(found.meeting, known),
        minutes=(found,),
        limbs=tuple(one for one in limbs if one.is_tracked),
    )


def _limb(parts: list[str], known: int) -> Deliberated:
    code, number = parts[0], int(parts[1])
    found = meetings.minutes(code, known)
    limb = meetings.limb(code, number, known)
    return replace(
        _outcomes(limb.reference, known),
        meeting=meetings.meeting(found.meeting, known),
        minutes=(found,),
        limbs=(limb,),
    )


def _question(parts: list[str], known: int) -> Deliberated:
    found = meetings.question(parts[0], int(parts[1]), known)
    return Deliberated(
        meeting=meetings.meeting(found.meeting, known),
        questions=(found,),
        commitments=_from(meetings.commitments(known), lambda one: one.code == found.commitment),
    )


def _commitment(parts: list[str], known: int) -> Deliberated:
    found = meetings.commitment(parts[0], known)
    answering = _editions(step.paper for step in found.steps)
    source = _source(found.source_reference, found.made_in, known)
    return replace(source, commitments=(found,), editions=(*source.editions, *answering))


def _delegation(parts: list[str], known: int) -> Deliberated:
    found = meetings.delegation(parts[0], known)
    records = [one for one in meetings.decision_records(known) if one.delegation == found.reference]
    source = _source(found.source_reference, found.made_in, known)
    return replace(
        _with_decisions(source, [*source.records, *records], known), delegations=(found,)
    )


def _recommendation(parts: list[str], known: int) -> Deliberated:
    found = meetings.recommendation(parts[0], known)
    source = _source(found.source_reference, found.made_in, known)
    return replace(
        source,
        recommendations=(found,),
        commitments=_from(
            meetings.commitments(known), lambda one: one.source_reference == found.reference
        ),
    )


def _decision(parts: list[str], known: int) -> Deliberated:
    case = meetings.case_of(parts[0], known)
    record = case.record
    if record is None:
        return Deliberated(plan=case.planned, meeting=case.meeting)
    made = reports.made_in(record, known)
    found = _with_decisions(Deliberated(plan=case.planned, meeting=case.meeting), [record], known)
    held = meetings.items(record.item.split("/")[1], known) if record.item else []
    return replace(
        found,
        items=tuple(item for item in held if item.reference == record.item),
        restated=tuple(reports.restated_under(record.code)),
        commitments=made.commitments,
        delegations=made.delegations,
    )


def _source(reference: str, made_in: str, known: int) -> Deliberated:
    """Return what something was made from: a limb, a question, a decision or a report."""
    held = meetings.meeting(made_in, known) if made_in else None
    kind, *parts = reference.split("/")
    if kind == "limb" and len(parts) == 2:
        minutes = meetings.minutes(parts[0], known)
        limbs = [one for one in meetings.limbs(parts[0], known) if one.reference == reference]
        return Deliberated(meeting=held, minutes=(minutes,), limbs=tuple(limbs))
    if kind == "question" and len(parts) == 2:
        question = meetings.question(parts[0], int(parts[1]), known)
        return Deliberated(meeting=held, questions=(question,))
    if kind == "decision":
        record = meetings.decision_record(parts[0], known)
        found = Deliberated(meeting=held)
        return _with_decisions(found, [record], known) if record else found
    return Deliberated(meeting=held, editions=_editions([reference]))


def _with_decisions(
    found: Deliberated, records: Iterable[DecisionRecord], known: int
) -> Deliberated:
    """Return it with the decisions and the reports that each was taken on."""
    made = tuple(records)
    taken = {record.code: tuple(reports.taken_on(record, known)) for record in made}
    editions = {one.name: one for each in (found.editions, *taken.values()) for one in each}
    return replace(
        found,
        records=made,
        taken_on={code: tuple(one.name for one in named) for code, named in taken.items()},
        editions=tuple(editions.values()),
    )


def _outcomes(source: str, known: int) -> Deliberated:
    """Return what was made from a limb, or from any limb where the reference ends in a stroke."""

    def comes(one: Commitment | Delegation | Recommendation) -> bool:
        is_whole = not source.endswith("/")
        said = one.source_reference
        return said == source if is_whole else said.startswith(source)

    return Deliberated(
        commitments=_from(meetings.commitments(known), comes),
        delegations=_from(meetings.delegations(known), comes),
        recommendations=_from(meetings.recommendations(known), comes),
    )


def _from(found: Iterable[Any], keeps: Callable[[Any], bool]) -> tuple[Any, ...]:
    return tuple(one for one in found if keeps(one))


def _editions(papers: Iterable[str]) -> tuple[Edition, ...]:
    """Return the editions among the papers, each once."""
    names = dict.fromkeys(paper for paper in papers if paper.startswith(EDITION))
    by_reference = {one.reference: one for one in reports.editions()} if names else {}
    return tuple(by_reference[name] for name in names if name in by_reference)


DELIBERATED: Mapping[str, Callable[[list[str], int], Deliberated]] = {
    "meeting": _meeting,
    "item": _item,
    "minutes": _minutes,
    "limb": _limb,
    "question": _question,
    "commitment": _commitment,
    "delegation": _delegation,
    "recommendation": _recommendation,
    "decision": _decision,
}
