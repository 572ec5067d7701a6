"""`scrutable meetings questions`, `ask`, `answer-question`, `wanted`, `want`, `end-want`."""

from datetime import date, datetime
from typing import Any

import click

from scrutable.access.cli import check_named
from scrutable.access.facts import Permission
from scrutable.audit import clock
from scrutable.audit.reads import number_at
from scrutable.govuk.cli import (
    DAY,
    Cell,
    refusals_in_words,
    with_format,
    with_known_at,
    write_rows,
)
from scrutable.meetings import facts, reads, writes
from scrutable.meetings.cli.speaking import by_option, today
from scrutable.meetings.facts import REPORT_KINDS, CommitmentSource, OutcomeKind
from scrutable.meetings.rules.promises import told_due, unanswered

REFUSALS = (
    reads.UnknownBody,
    reads.UnknownCommitment,
    reads.UnknownMeeting,
    reads.UnknownQuestion,
    reads.UnknownWant,
    writes.UnfitCommitment,
    writes.UnfitQuestion,
    writes.UnfitWant,
)
QUESTIONS = (
    *("meeting", "number", "asked_by", "text", "to", "answer", "answered_by", "answered_on"),
    "commitment",
)
WANTED = (
    *("body", "number", "words", "section", "report_kind", "from_on", "until_on", "asked_in"),
    "ended_in",
)


@click.command()
@click.option("--body", help="Only those asked at this body’s meetings, such as OSMB.")
@click.option("--meeting", help="Only those asked at this meeting, such as OSMB-2026-09-24.")
@click.option("--unanswered", "waiting", is_flag=True, help="Only those without an answer.")
@with_known_at
@with_format
def questions(
    *, body: str | None, meeting: str | None, waiting: bool, known_at: datetime | None, form: str
) -> None:
    """List what members asked and remarked. Exits 1 if --unanswered finds any."""
    day = today(known_at)
    found = reads.questions(number_at(known_at), body=body, meeting=meeting)
    if waiting:
        found = unanswered(found, day)
    write_rows([_said(one, QUESTIONS) for one in found], QUESTIONS, form)
    if waiting and found:
        raise SystemExit(1)


@click.command()
@click.argument("meeting")
@click.argument("text")
@click.option("--asked-by", required=True, help="Who asked, such as “Councillor Osei”.")
@click.option("--to", default="", help="Who is to answer; none for a comment.")
@click.option("--item", default="", help="The agenda item: item/OSMB-2026-09-24/5.")
@by_option
def ask(meeting: str, text: str, by: str, **said: Any) -> None:
    """Record what a member asked or remarked at MEETING; print its reference."""
    check_named(by, Permission.RECORD_QUESTIONS)
    one = facts.Question(meeting=meeting, number=0, text=text, **said)
    with refusals_in_words(*REFUSALS):
        asked = writes.ask_question(question=one, by=by, at=clock.now())
    click.echo(asked.reference)


@click.command()
@click.argument("meeting")
@click.argument("number", type=int)
@click.option("--answer", required=True, help="The answer.")
@click.option("--answered-by", required=True, help="Who answered.")
@click.option("--on", type=DAY, help="The day of the answer; today, if not given.")
@click.option("--promise", default="", help="What the answer promises; it makes a commitment.")
@click.option("--owner", default="", help="Who owes that; else whoever was asked.")
@click.option("--due", "due_on", type=DAY, help="The day by which that is due.")
@click.option("--due-words", default="", help="When that is due, such as “next meeting”.")
@by_option
def answer_question(meeting: str, number: int, by: str, **said: Any) -> None:
    """Answer question NUMBER of MEETING; print the code of the commitment it makes, if any."""
    check_named(by, Permission.ANSWER_QUESTIONS)
    on: date = said["on"] or today()
    known = number_at()
    with refusals_in_words(*REFUSALS):
        one = reads.question(meeting, number, known)
        answered = facts.Question(
            meeting=meeting,
            number=number,
            item=one.item,
            asked_by=one.asked_by,
            text=one.text,
            answer=said["answer"],
            answered_by=said["answered_by"],
            answered_on=on,
        )
        promised = _promised(one, on, reads.meeting(meeting, known).body, said)
        kept = writes.answer_question(answered=answered, promise=promised, by=by, at=clock.now())
    if promised is not None:
        click.echo(kept.commitment)


def _promised(
    question: facts.Question, on: date, body: str, said: dict[str, Any]
) -> facts.Commitment | None:
    if not said["promise"]:
        return None
    return facts.Commitment(
        year=on.year,
        number=0,
        body=body,
        text=said["promise"],
        kind=OutcomeKind.ACTION,
        source=CommitmentSource.QUESTION,
        source_reference=question.reference,
        made_in=question.meeting,
        made_on=on,
        owner=said["owner"] or question.to,
        due=told_due(said["due_words"], said["due_on"], on),
    )


@click.command()
@click.option("--body", help="Only what this body asked for, such as OSMB.")
@click.option("--on", type=DAY, help="Only what holds on that day.")
@with_known_at
@with_format
def wanted(body: str | None, on: date | None, known_at: datetime | None, form: str) -> None:
    """List what bodies asked to be told in their future reports."""
    found = reads.wanted(number_at(known_at), body=body, on=on)
    write_rows([_said(one, WANTED) for one in found], WANTED, form)


@click.command()
@click.argument("body")
@click.argument("words")
@click.option("--section", required=True, help="The section that tells it, such as credits.")
@click.option("--kind", "report_kind", type=click.Choice(REPORT_KINDS), help="In which reports.")
@click.option("--from", "from_on", type=DAY, required=True, help="The first day.")
@click.option("--meeting", "asked_in", required=True, help="The meeting that agreed.")
@by_option
def want(body: str, words: str, by: str, **said: Any) -> None:
    """Record WORDS as what BODY asked to be told in its reports; print its reference."""
    check_named(by, Permission.MANAGE_COMMITMENTS)
    said["report_kind"] = said["report_kind"] or ""
    with refusals_in_words(*REFUSALS):
        one = facts.Wanted(body=body, number=0, words=words, **said)
        kept = writes.want(wanted=one, by=by, at=clock.now())
    click.echo(kept.reference)


@click.command()
@click.argument("body")
@click.argument("number", type=int)
@click.option("--until", "until_on", type=DAY, required=True, help="The last day.")
@click.option("--meeting", "ended_in", required=True, help="The meeting that agreed.")
@by_option
def end_want(body: str, number: int, by: str, **said: Any) -> None:
    """End what BODY asked to be told under NUMBER."""
    check_named(by, Permission.MANAGE_COMMITMENTS)
    with refusals_in_words(*REFUSALS):
        writes.end_want(body=body, number=number, **said, by=by, at=clock.now())
    click.echo(f"wanted/{body}/{number} is ended", err=True)


def _said(one: facts.Question | facts.Wanted, columns: tuple[str, ...]) -> dict[str, Cell]:
    return {name: getattr(one, name) for name in columns}
