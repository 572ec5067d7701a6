"""`scrutable meetings commitments` and `commitment`: who owes what, and what became of it."""

import sys
from datetime import date, datetime

import click
from django.conf import settings

from scrutable.audit.reads import number_at
from scrutable.govuk.cli import (
    DAY,
    Cell,
    refusals_in_words,
    with_known_at,
    write_json,
    write_rows,
)
from scrutable.kernel.wording import count_words, list_words
from scrutable.meetings import facts, reads
from scrutable.meetings.cli.speaking import today
from scrutable.meetings.presenters.ics import ics
from scrutable.meetings.presenters.promises_calendar import entries
from scrutable.meetings.presenters.promises_list import shown
from scrutable.meetings.presenters.promises_words import KEEPING_WORDS, STATE_WORDS, due_words
from scrutable.meetings.rules.choosing import Choice, Show, Stood, chosen, standings
from scrutable.meetings.rules.promises import counts, in_order, standing

COLUMNS = (
    *("code", "body", "text", "owner", "state", "due", "due_words", "days_late", "kept"),
    *("made_on", "made_in", "source", "contract", "answered_on"),
)
SHOWN = ("code", "text", "owner", "state", "due", "days_late", "kept")
STEP_COLUMNS = ("on", "step", "by", "words", "due", "owner", "agreed_in", "paper")


@click.command()
@click.option("--as-at", type=DAY, help="As it stands on that day; today, if not given.")
@click.option("--overdue", is_flag=True, help="Only those whose day has passed unanswered.")
@click.option("--body", default="", help="Only those owed to this body, such as OSMB.")
@click.option("--owner", default="", help="Only those that this post or body owes.")
@with_known_at
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "csv", "ics"]),
    default="table",
    show_default=True,
    help="How to write; ics is for calendar programs.",
)
def commitments(
    *,
    as_at: date | None,
    overdue: bool,
    body: str,
    owner: str,
    known_at: datetime | None,
    form: str,
) -> None:
    """List commitments with owner, day and state, and how promises were kept.

    Exits 1 if --overdue finds any.
    """
    known = number_at(known_at)
    day = as_at or today(known_at)
    with refusals_in_words(reads.UnknownBody):
        if body:
            reads.body(body, known)
    choice = Choice(show=Show.OVERDUE if overdue else Show.ALL, body=body, owner=owner)
    found = chosen(standings(reads.commitments(known), day), choice)
    _write(found, known, form)
    counted = counts([one for one, _ in found], day)
    said = [f"{number} {KEEPING_WORDS[one].lower()}" for one, number in counted.items() if number]
    click.echo(f"{count_words(len(found), 'commitment')}: {list_words(said) or 'none'}", err=True)
    if overdue and found:
        raise SystemExit(1)


def _write(found: list[Stood], known: int, form: str) -> None:
    names = {body.code: body.name for body in reads.bodies(known)}
    ordered = [(one.commitment, one.stands) for one in shown(found, names)]
    if form == "ics":
        stamps = reads.recorded_at({one.version for one, _ in ordered})
        due = entries(ordered, names, stamps, settings.BASE_URL)
        made = ics(due, name="Commitments", installation=reads.installation())
        sys.stdout.buffer.write(made)
        return
    rows = [_row(one, stands, for_people=form == "table") for one, stands in ordered]
    write_rows(rows, SHOWN if form == "table" else COLUMNS, form)


def _row(
    commitment: facts.Commitment, stands: facts.Standing, *, for_people: bool
) -> dict[str, Cell]:
    due = stands.due
    return {
        "code": commitment.code,
        "body": commitment.body,
        "text": commitment.said,
        "owner": stands.owner,
        "state": STATE_WORDS[stands.state] if for_people else stands.state.value,
        "due": due_words(due) if for_people else (due.last if due else None),
        "due_words": due.words if due else None,
        "days_late": stands.days_late,
        "kept": KEEPING_WORDS[stands.keeping] if for_people else stands.keeping.value,
        "made_on": commitment.made_on,
        "made_in": commitment.made_in,
        "source": commitment.source_reference,
        "contract": commitment.contract,
        "answered_on": stands.answered_on,
    }


@click.command()
@click.argument("code")
@with_known_at
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "csv"]),
    default="table",
    show_default=True,
    help="How to write.",
)
def commitment(code: str, known_at: datetime | None, form: str) -> None:
    """Print everything that happened to the commitment CODE, oldest first."""
    known = number_at(known_at)
    with refusals_in_words(reads.UnknownCommitment):
        one = reads.commitment(code, known)
    day = today(known_at)
    stands = standing(one, day)
    rows: list[dict[str, Cell]] = [_step_row(step) for step in in_order(one.steps)]
    if form == "json":
        write_json({**_row(one, stands, for_people=False), "steps": rows})
        return
    if form == "table":
        click.echo(f"{one.code}: {one.said}", err=True)
    write_rows(rows, STEP_COLUMNS, form)


def _step_row(step: facts.Step) -> dict[str, Cell]:
    return {
        "on": step.on,
        "step": step.kind.value,
        "by": step.by,
        "words": step.words,
        "due": step.due.last if step.due else None,
        "owner": step.owner,
        "agreed_in": step.agreed_in,
        "paper": step.paper,
    }
