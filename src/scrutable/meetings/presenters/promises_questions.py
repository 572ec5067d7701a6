"""Members' questions, and what bodies asked to be told; pure."""

from collections.abc import Mapping, Sequence
from datetime import date

from scrutable.govuk.facts import Cell, Column, Row, Table, Tag, Term
from scrutable.kernel.wording import capital, date_words, number_words
from scrutable.meetings.facts import Meeting, Question, Wanted
from scrutable.meetings.presenters.addresses import (
    commitment_address,
    meeting_address,
)
from scrutable.meetings.presenters.promises_words import (
    ANSWERED_QUESTION,
    COMMENT,
    REPORT_WORDS,
    UNANSWERED_QUESTION,
)
from scrutable.meetings.rules.promises import unanswered
from scrutable.meetings.rules.wanted import in_force

NO_QUESTIONS = (
    "No question is kept yet. What members ask or remark at a meeting stands here, with who is to "
    "answer, the answer, and what it promised."
)
NO_WANTED = (
    "No body has asked to be told anything yet. What a body agrees to see in its future reports "
    "stands here; a report that lacks it does not pass its check."
)


def questions_title(questions: Sequence[Question], as_at: date) -> str:
    """Return the finding: how many wait for an answer."""
    if not questions:
        return "No member’s question yet"
    waiting = len(unanswered(questions, as_at))
    if not waiting:
        return "Every member’s question is answered"
    asked = "member’s question waits" if waiting == 1 else "members’ questions wait"
    return f"{capital(number_words(waiting))} {asked} for an answer"


def question_table(
    questions: Sequence[Question], meetings: Mapping[str, Meeting], as_at: date
) -> Table:
    """Return questions and comments: the unanswered first and oldest, then the newest."""
    waiting = {one.reference for one in unanswered(questions, as_at)}

    def place(question: Question) -> tuple[bool, int, int]:
        day = meetings[question.meeting].on.toordinal() if question.meeting in meetings else 0
        is_waiting = question.reference in waiting
        return not is_waiting, day if is_waiting else -day, question.number

    return Table(
        name="questions",
        caption="Questions and comments",
        columns=(
            Column("question", "Question or comment"),
            Column("state", "State"),
            Column("by", "Asked by"),
            Column("on", "Asked on"),
            Column("to", "To"),
            Column("answer", "Answer"),
            Column("promise", "Promise"),
        ),
        rows=tuple(
            _question_row(one, meetings, waiting=one.reference in waiting)
            for one in sorted(questions, key=place)
        ),
        empty=NO_QUESTIONS,
    )


def question_address(question: Question) -> str:
    """Return the address of a question's page."""
    return f"/questions/{question.meeting}/{question.number}/"


def question_tag(question: Question, *, waiting: bool) -> Tag:
    """Return whether it is answered, as a tag."""
    if waiting:
        return Tag(UNANSWERED_QUESTION, "red", "■")
    if not question.to:
        return Tag(COMMENT, "grey", "○")
    return Tag(ANSWERED_QUESTION, "green", "●")


def question_terms(
    question: Question, names: Mapping[str, str], asked: Meeting
) -> tuple[Term, ...]:
    """Return who asked what of whom, and the answer."""
    promise = f"Commitment {question.commitment}" if question.commitment else "Nothing promised"
    answered = (
        f"{question.answered_by}, {date_words(question.answered_on)}"
        if question.answered_on
        else "Nobody yet"
    )
    return (
        Term(label="Asked by", value=question.asked_by),
        Term(
            label="Asked at",
            value=f"{names.get(asked.body, asked.body)}, {date_words(asked.on)}",
            href=meeting_address(asked.code),
        ),
        Term(label="To", value=question.to or "Nobody: a comment"),
        Term(label="Answered by", value=answered),
        Term(
            label="Promised",
            value=promise,
            href=commitment_address(question.commitment) if question.commitment else "",
        ),
    )


def wanted_title(wanted: Sequence[Wanted], as_at: date) -> str:
    """Return the finding: how many things reports must tell today."""
    held = len(in_force(wanted, as_at))
    if not held:
        return "No report owes its body anything of its own"
    verb = "thing stands" if held == 1 else "things stand"
    return f"{capital(number_words(held))} {verb} that reports must tell"


def wanted_table(
    wanted: Sequence[Wanted],
    names: Mapping[str, str],
    as_at: date,
    *,
    may_end: bool,
) -> Table:
    """Return what bodies asked to be told; what holds today first."""
    held = {one.reference for one in in_force(wanted, as_at)}
    ordered = sorted(wanted, key=lambda one: (one.reference not in held, one.body, one.number))
    return Table(
        name="wanted",
        caption="What bodies asked to be told",
        columns=(
            Column("words", "What"),
            Column("state", "State"),
            Column("body", "Body"),
            Column("report", "In which reports"),
            Column("section", "Section"),
            Column("asked", "From"),
            Column("until", "Until"),
        ),
        rows=tuple(
            _wanted_row(one, names, held=one.reference in held, may_end=may_end) for one in ordered
        ),
        empty=NO_WANTED,
    )


def _question_row(question: Question, meetings: Mapping[str, Meeting], *, waiting: bool) -> Row:
    asked = meetings.get(question.meeting)
    answer = question.answer or ("No answer yet" if question.to else "None needed")
    return (
        Cell(question.text, href=question_address(question)),
        Cell("", tags=(question_tag(question, waiting=waiting),)),
        Cell(question.asked_by),
        Cell(date_words(asked.on), order=asked.on.isoformat()) if asked else Cell("Not known"),
        Cell(question.to or "Nobody"),
        Cell(answer),
        Cell(question.commitment, href=commitment_address(question.commitment))
        if question.commitment
        else Cell("None"),
    )


def _wanted_row(
    one: Wanted,
    names: Mapping[str, str],
    *,
    held: bool,
    may_end: bool,
) -> Row:
    end = f"/wanted/{one.body}/{one.number}/end/" if held and may_end else ""
    until = Cell("Until it says otherwise", order="9999")
    if end:
        until = Cell("End it", href=end, order="9999", note="No end is agreed")
    if one.until_on is not None:
        until = Cell(date_words(one.until_on), order=one.until_on.isoformat(), note=one.ended_in)
    state = Tag("In force", "green", "●") if held else Tag("Not in force", "grey", "○")
    return (
        Cell(one.words),
        Cell("", tags=(state,)),
        Cell(names.get(one.body, one.body)),
        Cell(REPORT_WORDS[one.report_kind]),
        Cell(capital(one.section)),
        Cell(date_words(one.from_on), order=one.from_on.isoformat(), note=one.asked_in),
        until,
    )
