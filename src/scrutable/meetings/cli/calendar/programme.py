"""`scrutable meetings programme`, `add-entry`, `take-entry`: what each body means to look at."""

from typing import Any

import click

from scrutable.access.facts import Permission
from scrutable.audit.reads import number_at
from scrutable.govuk.cli import Cell, refusals_in_words, with_format, write_rows
from scrutable.meetings import facts, reads, writes
from scrutable.meetings.cli.speaking import REFUSALS, by_option, kept
from scrutable.meetings.rules.programme import Placed

COLUMNS = (
    *("entry", "title", "purpose", "owner", "due_meeting", "due_on"),
    *("due_month", "every_months", "last_taken", "done"),
)


@click.command()
@click.option("--body", help="Only this body’s, such as OSMB.")
@with_format
def programme(body: str | None, form: str) -> None:
    """Print work programmes: what comes to which meeting, and when it is due again."""
    known = number_at()
    with refusals_in_words(*REFUSALS):
        if body is not None:
            reads.body(body, known)
    found = reads.placed_programme(known, body=body)
    write_rows([_row(one) for one in found], COLUMNS, form)


def _row(one: Placed) -> dict[str, Cell]:
    return {
        "entry": one.entry.reference,
        "title": one.entry.title,
        "purpose": one.entry.purpose.value,
        "owner": one.entry.owner,
        "due_meeting": one.meeting.code if one.meeting else None,
        "due_on": one.meeting.on if one.meeting else None,
        "due_month": one.month,
        "every_months": one.entry.every_months,
        "last_taken": one.last_taken.code if one.last_taken else None,
        "done": one.is_done,
    }


@click.command()
@click.argument("body")
@click.option("--title", required=True, help="What the body is to look at.")
@click.option("--purpose", type=click.Choice([one.value for one in facts.Purpose]), required=True)
@click.option("--owner", required=True, help="The post that brings it.")
@click.option("--due-meeting", default="", help="The meeting it is due at, if one is fixed.")
@click.option("--every-months", type=int, help="Its rhythm, such as 6 for the overview.")
@click.option("--asked-in", default="", help="The reference of what asked for it.")
@by_option
def add_entry(by: str, purpose: str, **said: Any) -> None:
    """Put an entry in the work programme of a BODY."""
    entry = facts.ProgrammeEntry(number=0, purpose=facts.Purpose(purpose), **said)
    made = kept(writes.put_programme_entry, Permission.MANAGE_MEETINGS, by, entry=entry)
    click.echo(f"{made.reference} is {made.title}.")


@click.command()
@click.argument("body")
@click.argument("number", type=int)
@click.argument("meeting")
@click.argument("item", type=int)
@by_option
def take_entry(body: str, number: int, meeting: str, item: int, by: str) -> None:
    """Record that entry NUMBER of a BODY was taken as ITEM of a MEETING.

    One with a rhythm is then due again so many months later.
    """
    given = {"body": body, "number": number, "item": f"item/{meeting}/{item}"}
    made = kept(writes.take_programme_entry, Permission.MANAGE_MEETINGS, by, **given)
    click.echo(f"{made.reference} was taken at {meeting}.")
