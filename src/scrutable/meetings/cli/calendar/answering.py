"""`scrutable meetings deadlines` and `calendar`: what is due when."""

import sys
from datetime import date, datetime

import click

from scrutable.audit.reads import number_at
from scrutable.govuk.cli import (
    DAY,
    refusals_in_words,
    with_format,
    with_known_at,
    write_json,
    write_rows,
)
from scrutable.kernel.wording import london_day
from scrutable.meetings import reads
from scrutable.meetings.cli.speaking import REFUSALS, today
from scrutable.meetings.facts import Scheduled
from scrutable.meetings.presenters.calendar.feed import entries
from scrutable.meetings.presenters.deadlines import COLUMNS, deadline_row
from scrutable.meetings.presenters.ics import ics

MEETING_COLUMNS = ("meeting", "on", "time", "body", "state", "place", "items", "next_due", "due_by")
SHOWN = ("what", "by", "state", "done_on", "counting", "assumption", "rule", "source")


@click.command()
@click.option("--meeting", default="", help="Its reference, such as OSMB-2026-09-24.")
@click.option("--decision", default="", help="Its reference, such as I017909.")
@click.option("--as-at", type=DAY, help="As it stands on that day; today, if not given.")
@with_known_at
@with_format
def deadlines(
    meeting: str, decision: str, as_at: date | None, known_at: datetime | None, form: str
) -> None:
    """Print every notice date of a meeting or a decision, with its rule and source.

    Where the law leaves the counting open, the assumption says what council policy chose.
    """
    if bool(meeting) == bool(decision):
        raise click.UsageError("Give --meeting or --decision, one of the two.")
    known = number_at(known_at)
    day = as_at or (london_day(known_at) if known_at else today())
    with refusals_in_words(*REFUSALS):
        if meeting:
            found = reads.deadlines_of_meeting(meeting.removeprefix("meeting/"), known, day)
        else:
            found = reads.deadlines_of_decision(decision.removeprefix("decision/"), known, day)
    rows = [deadline_row(one, day) for one in found]
    write_rows(rows, SHOWN if form == "table" else COLUMNS, form)
    if not rows:
        click.echo("Nothing is due: it was cancelled or withdrawn, or owes no notice.", err=True)


@click.command()
@click.option("--body", help="Only this body’s meetings, such as OSMB.")
@click.option("--from", "first", type=DAY, help="The first day; today, if not given.")
@click.option("--to", "last", type=DAY, help="The last day; without end, if not given.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "csv", "ics"]),
    default="table",
    show_default=True,
    help="How to write; ics is for calendar programs.",
)
def calendar(body: str | None, first: date | None, last: date | None, form: str) -> None:
    """Print the calendar: meetings, and for each what is due next."""
    known, day = number_at(), today()
    with refusals_in_words(*REFUSALS):
        if body is not None:
            reads.body(body, known)
        found = reads.schedule(known, day, body=body, first=first or day, last=last)
    if form == "ics":
        noticed = reads.noticed(known, day) if body is None else []
        made = ics(entries(found, noticed), name="Meetings", installation=reads.installation())
        sys.stdout.buffer.write(made)
    elif form == "json":
        write_json([_row(one, day) | {"deadlines": _owed(one, day)} for one in found])
    else:
        write_rows([_row(one, day) for one in found], MEETING_COLUMNS, form)


def _owed(one: Scheduled, day: date) -> list[dict[str, str | date | None]]:
    return [deadline_row(owed, day) for owed in one.deadlines]


def _row(one: Scheduled, day: date) -> dict[str, str | int | date | None]:
    pending = [owed for owed in _owed(one, day) if owed["state"] in ("due", "overdue")]
    return {
        "meeting": one.meeting.code,
        "on": one.meeting.on,
        "time": one.meeting.time,
        "body": one.body.name,
        "state": one.meeting.state.value,
        "place": one.meeting.place,
        "items": sum(not item.withdrawn for item in one.items),
        "next_due": str(pending[0]["rule"]) if pending else None,
        "due_by": pending[0]["by"] if pending else None,
    }
