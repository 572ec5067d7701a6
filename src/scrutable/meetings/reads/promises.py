"""Commitments with their whole history, members' questions, and what bodies asked to be told."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from django.db.models import Q, QuerySet

from scrutable.audit.reads import as_known
from scrutable.meetings import facts, models
from scrutable.meetings.reads.calendar import items_of, meetings
from scrutable.meetings.reads.closures import closure_of, withheld_words, without_closed_words
from scrutable.meetings.reads.yearly import of_code
from scrutable.meetings.rules.promises import settled
from scrutable.meetings.rules.wanted import in_force


class UnknownCommitment(Exception):
    """No commitment has this code."""

    def __init__(self, code: str) -> None:
        super().__init__(
            f"There is no commitment {code}. Look for its code, such as 2026-014, in the list."
        )


class UnknownQuestion(Exception):
    """The meeting has no question of this number."""

    def __init__(self, meeting: str, number: int) -> None:
        super().__init__(
            f"{meeting} has no question {number}. Look for its number in the list of questions."
        )


class UnknownWant(Exception):
    """The body has asked for nothing under this number."""

    def __init__(self, body: str, number: int) -> None:
        super().__init__(
            f"{body} has asked for nothing under number {number}. Look for it in the list of what "
            "bodies asked to be told."
        )


def commitments(
    known: int,
    *,
    body: str | None = None,
    contract: str | None = None,
    source: str | None = None,
    closed: bool = False,
) -> list[facts.Commitment]:
    """Return commitments by year and number, each with its history, in three queries.

    `source` keeps those that came of that record or of a part of it. Of a contract are those that
    its reports answer: its own, and those of no contract. The words of exempt and confidential ones
    are left out unless `closed` asks for them.
    """
    rows = as_known(models.Commitment.objects.all(), known)
    if body is not None:
        rows = rows.filter(body=body)
    if contract is not None:
        rows = rows.filter(contract__in=("", contract))
    if source is not None:
        of_parts = Q(source_reference__startswith=f"{source}/")
        rows = rows.filter(Q(source_reference=source) | of_parts)
    found = _with_history(rows, models.CommitmentStep.objects.all(), known)
    return found if closed else [without_closed_words(one) for one in found]


def commitment(code: str, known: int, *, closed: bool = False) -> facts.Commitment:
    """Return one commitment with its history; raises UnknownCommitment."""
    rows = as_known(of_code(models.Commitment.objects.all(), code), known)
    found = _with_history(rows, of_code(models.CommitmentStep.objects.all(), code), known)
    if not found:
        raise UnknownCommitment(code)
    return found[0] if closed else without_closed_words(found[0])


def questions(
    known: int, *, meeting: str | None = None, body: str | None = None, closed: bool = False
) -> list[facts.Question]:
    """Return members' questions and comments, by meeting and number.

    What was said on an item that is not open is left out unless `closed` asks for it.
    """
    rows = as_known(models.Question.objects.all(), known)
    if meeting is not None:
        rows = rows.filter(meeting=meeting)
    if body is not None:
        theirs = as_known(models.Meeting.objects.filter(body=body), known)
        rows = rows.filter(meeting__in=list(theirs.values_list("code", flat=True)))
    found = [_question(row) for row in rows.order_by("meeting", "number")]
    return found if closed else _without_closed_questions(found, known)


def question(meeting: str, number: int, known: int, *, closed: bool = False) -> facts.Question:
    """Return one question; raises UnknownQuestion."""
    rows = models.Question.objects.filter(meeting=meeting, number=number)
    row = as_known(rows, known).first()
    if row is None:
        raise UnknownQuestion(meeting, number)
    found = [_question(row)]
    return (found if closed else _without_closed_questions(found, known))[0]


def wanted(known: int, *, body: str | None = None, on: date | None = None) -> list[facts.Wanted]:
    """Return what bodies asked to be told, by body and number; `on` keeps what holds that day."""
    rows = as_known(models.Wanted.objects.all(), known)
    if body is not None:
        rows = rows.filter(body=body)
    found = [_wanted(row) for row in rows.order_by("body", "number")]
    return found if on is None else in_force(found, on)


def want(body: str, number: int, known: int) -> facts.Wanted:
    """Return one thing that a body asked to be told; raises UnknownWant."""
    row = as_known(models.Wanted.objects.filter(body=body, number=number), known).first()
    if row is None:
        raise UnknownWant(body, number)
    return _wanted(row)


def owner_addresses() -> list[facts.OwnerAddress]:
    """Return where letters to owners go, by owner; as it is now, no history is kept."""
    return [
        facts.OwnerAddress(owner=row.owner, address=row.address)
        for row in models.OwnerAddress.objects.order_by("key")
    ]


def _with_history(
    rows: QuerySet[models.Commitment], steps: QuerySet[models.CommitmentStep], known: int
) -> list[facts.Commitment]:
    taken: dict[tuple[int, int], list[facts.Step]] = defaultdict(list)
    versions: dict[tuple[int, int], int] = {}
    for row in as_known(steps, known).order_by("year", "number", "order"):
        taken[row.year, row.number].append(_step(row))
        versions[row.year, row.number] = row.event
    found = list(rows.order_by("year", "number"))
    calendar = meetings(known) if found else []
    made = (_commitment(row, taken, versions) for row in found)
    return [settled(one, calendar) for one in made]


def _without_closed_questions(questions: list[facts.Question], known: int) -> list[facts.Question]:
    """Return the questions, those on items that are not open without what was said."""
    named = {one.item.split("/")[1] for one in questions if one.item.count("/") == 2}
    agendas = items_of(sorted(named), known) if named else {}
    closed = {
        item.reference: withheld_words(item.closure)
        for agenda in agendas.values()
        for item in agenda
        if not item.closure.is_open
    }
    return [
        replace(one, text=closed[one.item], answer=one.answer and closed[one.item])
        if one.item in closed
        else one
        for one in questions
    ]


def _commitment(
    row: models.Commitment,
    taken: Mapping[tuple[int, int], Sequence[facts.Step]],
    versions: Mapping[tuple[int, int], int],
) -> facts.Commitment:
    key = (row.year, row.number)
    return facts.Commitment(
        year=row.year,
        number=row.number,
        body=row.body,
        text=row.text,
        kind=facts.OutcomeKind(row.kind),
        source=facts.CommitmentSource(row.source),
        source_reference=row.source_reference,
        made_in=row.made_in,
        made_on=row.made_on,
        owner=row.owner,
        consultees=tuple(row.consultees),
        due=_due(row),
        due_meeting=row.due_meeting,
        condition=row.condition,
        contract=row.contract,
        closure=closure_of(row),
        steps=tuple(taken.get(key, ())),
        version=max(row.event, versions.get(key, 0)),
    )


def _step(row: models.CommitmentStep) -> facts.Step:
    return facts.Step(
        kind=facts.StepKind(row.kind),
        on=row.on,
        by=row.done_by,
        words=row.words,
        due=_due(row),
        due_meeting=row.due_meeting,
        owner=row.owner,
        agreed_in=row.agreed_in,
        paper=row.paper,
        version=row.event,
    )


def _due(row: models.Commitment | models.CommitmentStep) -> facts.Due | None:
    if not row.due_words and row.due_to is None:
        return None
    return facts.Due(words=row.due_words, first=row.due_from, last=row.due_to)


def _question(row: models.Question) -> facts.Question:
    return facts.Question(
        meeting=row.meeting,
        number=row.number,
        item=row.item,
        asked_by=row.asked_by,
        text=row.text,
        to=row.to,
        answer=row.answer,
        answered_by=row.answered_by,
        answered_on=row.answered_on,
        commitment=row.commitment,
        version=row.event,
    )


def _wanted(row: models.Wanted) -> facts.Wanted:
    return facts.Wanted(
        body=row.body,
        number=row.number,
        words=row.words,
        section=row.section,
        report_kind=row.report_kind,
        from_on=row.from_on,
        until_on=row.until_on,
        asked_in=row.asked_in,
        ended_in=row.ended_in,
        source_reference=row.source_reference,
        version=row.event,
    )
