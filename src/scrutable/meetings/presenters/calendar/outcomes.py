"""What came of a meeting or an item: minutes, decisions, questions, promises, advice; pure."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from textwrap import shorten

from scrutable.govuk.facts import Cell, Column, Row, Table, Tag
from scrutable.meetings import facts
from scrutable.meetings.presenters.addresses import (
    commitment_address,
    decision_address,
    minutes_address,
)
from scrutable.meetings.presenters.decisions import STAGE_TAGS, decision_title
from scrutable.meetings.presenters.promises_words import state_tag
from scrutable.meetings.rules.promises import state_of

LONGEST = 140  # letters of what is said before it is cut; its own page says it whole


@dataclass(frozen=True, slots=True, kw_only=True)
class CameOf:
    """What came of a meeting or of one item."""

    minutes: list[facts.Minutes] = field(default_factory=list)
    decisions: list[facts.Course] = field(default_factory=list)
    questions: list[facts.Question] = field(default_factory=list)
    commitments: list[facts.Commitment] = field(default_factory=list)
    recommendations: list[facts.Recommendation] = field(default_factory=list)


def outcome_table(came: CameOf, as_at: date) -> Table:
    """Return what came of it, kind by kind, each with its state and the way to its page."""
    rows = [
        *_minutes_rows(came.minutes),
        *(_decision_row(one) for one in came.decisions),
        *(_question_row(one) for one in came.questions),
        *(_commitment_row(one, as_at) for one in came.commitments),
        *(_recommendation_row(one) for one in came.recommendations),
    ]
    return Table(
        name="outcomes",
        caption="What came of it",
        columns=(Column("what", "What"), Column("kind", "Kind"), Column("state", "State")),
        rows=tuple(rows),
        empty="Nothing has come of it yet. Load its minutes, and what they say is put before you.",
    )


def _minutes_rows(minutes: Iterable[facts.Minutes]) -> list[Row]:
    return [
        (
            Cell(one.name, href=minutes_address(one.code), note=one.code),
            Cell("Minutes"),
            Cell(
                "",
                tags=(
                    Tag("Confirmed", "green", "●")
                    if one.is_confirmed
                    else Tag("To be confirmed", "yellow", "▲"),
                ),
            ),
        )
        for one in minutes
    ]


def _decision_row(one: facts.Course) -> Row:
    at = decision_address(one.case.code)
    return (
        Cell(decision_title(one.case), href=at, note=one.case.code),
        Cell("Decision"),
        Cell("", tags=(STAGE_TAGS[one.stage],)),
    )


def _question_row(one: facts.Question) -> Row:
    if one.is_unanswered:
        tag = Tag("Unanswered", "yellow", "▲")
    else:
        tag = Tag("Answered", "green", "●") if one.answer else Tag("Comment", "grey", "○")
    return (
        Cell(_short(one.text), href=f"/questions/{one.meeting}/{one.number}/", note=one.asked_by),
        Cell("Question"),
        Cell("", tags=(tag,)),
    )


def _commitment_row(one: facts.Commitment, as_at: date) -> Row:
    return (
        Cell(_short(one.said), href=commitment_address(one.code), note=one.code),
        Cell("Commitment"),
        Cell("", tags=(state_tag(state_of(one, as_at)),)),
    )


def _recommendation_row(one: facts.Recommendation) -> Row:
    tag = Tag("Answered", "green", "●") if one.answer else Tag("Awaiting an answer", "blue", "○")
    return (
        Cell(_short(one.text), href=f"/recommendations/{one.code}/", note=one.code),
        Cell("Recommendation"),
        Cell("", tags=(tag,)),
    )


def _short(text: str) -> str:
    return shorten(text, LONGEST, placeholder=" …")
