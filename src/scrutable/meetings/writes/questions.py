"""Members' questions and their answers; an answer that promises something makes a commitment."""

from dataclasses import replace
from datetime import date, datetime

from django.db import transaction

from scrutable.audit.reads import number_at
from scrutable.audit.writes import Change, change
from scrutable.kernel.wording import date_words, london_day
from scrutable.meetings import facts, models
from scrutable.meetings.reads import calendar, promises
from scrutable.meetings.writes.numbering import next_number
from scrutable.meetings.writes.promises import make_commitment


class UnfitQuestion(Exception):
    """The question or its answer cannot be kept as it is told."""


def ask_question(*, question: facts.Question, by: str, at: datetime) -> facts.Question:
    """Keep a member's question or comment and return it; number 0 is the meeting's next.

    Of one that is asked again under its number the answer stays. Raises UnfitQuestion,
    UnknownMeeting, UnknownItem and, for a number that was never given, UnknownQuestion.
    """
    wrong = [
        said
        for value, said in (
            (question.asked_by, "Enter who asked."),
            (question.text, "Enter what was asked."),
        )
        if not value.strip()
    ]
    if wrong:
        raise UnfitQuestion(" ".join(wrong))
    subject = question.reference
    with change(verb="question_asked", subject=subject, by=by, at=at) as under_way:
        known = under_way.number - 1
        calendar.meeting(question.meeting, known)
        if question.item:
            calendar.item_called(question.item, known)
        asked = replace(_numbered(question, known), version=under_way.number)
        under_way.subject = asked.reference
        _store(asked, under_way)
        return asked


def _numbered(question: facts.Question, known: int) -> facts.Question:
    """Return the question with the meeting's next number, or with the answer that it has."""
    if not question.number:
        others = models.Question.objects.filter(meeting=question.meeting)
        return replace(question, number=next_number(others))
    stands = promises.question(question.meeting, question.number, known, closed=True)
    return replace(
        question,
        answer=stands.answer,
        answered_by=stands.answered_by,
        answered_on=stands.answered_on,
        commitment=stands.commitment,
    )


def answer_question(
    *,
    answered: facts.Question,
    promise: facts.Commitment | None = None,
    by: str,
    at: datetime,
) -> facts.Question:
    """Keep the answer to a question; with a `promise` its commitment too, or neither.

    Of `answered` are taken meeting and number, answer, by whom, when, and the commitment's code;
    what was asked stays as it was kept. Raises UnknownQuestion, UnfitQuestion, and what
    `make_commitment` raises.
    """
    with transaction.atomic():
        code = answered.commitment
        if promise is not None:
            promise = replace(promise, closure=_closure_of(answered) or promise.closure)
            code = make_commitment(commitment=promise, by=by, at=at).code
        with change(
            verb="question_answered", subject=answered.reference, by=by, at=at
        ) as under_way:
            known = under_way.number - 1
            found = promises.question(answered.meeting, answered.number, known, closed=True)
            if code:
                promises.commitment(code, known)
            kept = replace(
                found,
                answer=answered.answer.strip(),
                answered_by=answered.answered_by.strip(),
                answered_on=answered.answered_on or london_day(under_way.at),
                commitment=code or found.commitment,
                version=under_way.number,
            )
            asked_on = calendar.meeting(kept.meeting, known).on
            _check_answer(kept, asked_on, london_day(under_way.at))
            under_way.before = {"answer": found.answer}
            _store(kept, under_way)
            return kept


def _closure_of(answered: facts.Question) -> facts.Closure | None:
    """Return why the item that the question was asked on is not open; None where it is."""
    known = number_at()
    item = promises.question(answered.meeting, answered.number, known, closed=True).item
    if not item:
        return None
    closure = calendar.item_called(item, known).closure
    return None if closure.is_open else closure


def _check_answer(answered: facts.Question, asked_on: date, today: date) -> None:
    wrong = []
    if not answered.answer:
        wrong.append("Enter the answer.")
    if not answered.answered_by:
        wrong.append("Enter who answered.")
    on = answered.answered_on or today
    if on > today:
        wrong.append(f"{date_words(on)} has not come yet. Give the day of the answer.")
    if on < asked_on:
        wrong.append(f"It was asked on {date_words(asked_on)}. Give that day or a later one.")
    if wrong:
        raise UnfitQuestion(" ".join(wrong))


def _store(question: facts.Question, under_way: Change) -> None:
    models.Question.objects.create(
        meeting=question.meeting,
        number=question.number,
        item=question.item,
        asked_by=question.asked_by.strip(),
        text=question.text.strip(),
        to=question.to.strip(),
        answer=question.answer,
        answered_by=question.answered_by,
        answered_on=question.answered_on,
        commitment=question.commitment,
        event=under_way.number,
    )
    told = {
        "asked_by": question.asked_by,
        "text": question.text,
        "to": question.to,
        "answer": question.answer,
        "answered_by": question.answered_by,
        "answered_on": str(question.answered_on or ""),
        "commitment": question.commitment,
    }
    under_way.after = {name: value for name, value in told.items() if value}
