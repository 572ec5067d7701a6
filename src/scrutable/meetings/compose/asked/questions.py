"""What members asked, and the answers; pure."""

from collections.abc import Iterator, Sequence

from scrutable.documents.blocks import Block, Citation, Heading, StatusItem, StatusList, Tag
from scrutable.documents.saying import plain
from scrutable.kernel.wording import capital, date_words, number_words
from scrutable.meetings.compose.asked.papers import NOTHING_RECORDED, Asked, sentence
from scrutable.meetings.facts import Question
from scrutable.meetings.rules.promises import unanswered

ANCHOR = "asked-questions"


def questions_told(asked: Asked) -> list[Question]:
    """Return the questions without an answer, then those answered since the last report."""
    open_ones = unanswered(asked.questions, asked.as_at)
    answered = [
        one
        for one in asked.questions
        if one.to
        and one not in open_ones
        and one.answered_on is not None
        and asked.is_new(one.answered_on, one.version)
    ]
    return [*open_ones, *answered]


def question_blocks(asked: Asked, questions: Sequence[Question]) -> Iterator[Block]:
    """Yield how many wait for an answer, and each question with its own."""
    yield Heading(2, "Members’ questions", ANCHOR)
    if not questions:
        yield plain("No member’s question waits for an answer.")
        return
    waiting = len(unanswered(questions, asked.as_at))
    answered = len(questions) - waiting
    verb = "question waits" if waiting == 1 else "questions wait"
    yield plain(
        f"{capital(number_words(waiting))} {verb} for an answer on {date_words(asked.as_at)}; "
        "since the last report "
        f"{number_words(answered) if answered else 'none'} {'was' if answered < 2 else 'were'} "
        "answered."
    )
    yield StatusList(tuple(_question(asked, one) for one in questions))


def _question(asked: Asked, question: Question) -> StatusItem:
    is_open_one = bool(unanswered([question], asked.as_at))
    asked_on = asked.meetings.get(question.meeting)
    when = f" on {date_words(asked_on)}" if asked_on else f" at {question.meeting}"
    answer = NOTHING_RECORDED
    if not is_open_one and question.answered_on is not None:
        by = f"Answered by {question.answered_by} on {date_words(question.answered_on)}"
        answer = sentence(by, question.answer, "")
        if question.commitment:
            answer = f"{answer} It promises commitment {question.commitment}."
    tag = Tag("Unanswered", "red", "square") if is_open_one else Tag("Answered", "green", "circle")
    return StatusItem(
        title=question.text,
        tags=(tag,),
        text=(f"Asked by {question.asked_by}{when}.",),
        being_done=answer,
        by_whom=question.to,
        citation=Citation(question.reference, question.version),
        period=date_words(asked.as_at),
    )
