"""`scrutable meetings add-body`, `add-meeting`, `change-meeting`, `add-item`, `attend`."""

from dataclasses import replace
from typing import Any

import click

from scrutable.access.facts import Permission
from scrutable.audit.reads import number_at
from scrutable.govuk.cli import DAY, refusals_in_words
from scrutable.meetings import facts, reads, writes
from scrutable.meetings.cli.again import said_anew, standing
from scrutable.meetings.cli.speaking import (
    REFUSALS,
    by_option,
    closure_of,
    kept,
    with_closure,
)

MAY = Permission.MANAGE_MEETINGS


@click.command()
@click.argument("code")
@click.option("--name", required=True, help="Its name, as minutes print it.")
@click.option("--kind", type=click.Choice([kind.value for kind in facts.BodyKind]), required=True)
@click.option("--chair", default="", help="Who chairs it.")
@click.option("--member", "members", multiple=True, help="A member; may be given again.")
@click.option("--ended-on", type=DAY, help="Its last day, where it is no more.")
@by_option
def add_body(by: str, kind: str, members: tuple[str, ...], **said: Any) -> None:
    """Record a body, a councillor or a post that decides, CODE being such as OSMB.

    The same code again changes what is said of it; options that are not given stay as they stand.
    """
    said |= {"kind": facts.BodyKind(kind), "members": members}
    stands = standing(reads.body, said["code"])
    body = facts.Body(**said) if stands is None else replace(stands, **said_anew(said))
    made = kept(writes.record_body, MAY, by, body=body)
    click.echo(f"{made.reference} is {made.name}.")


@click.command()
@click.argument("body")
@click.option("--on", type=DAY, required=True, help="The day, 2026-09-24.")
@click.option("--time", default="", help="When it begins, 10:00.")
@click.option("--place", default="", help="Where it is.")
@click.option("--private-reason", default="", help="Why the executive means to meet in private.")
@by_option
def add_meeting(by: str, **said: Any) -> None:
    """Plan a meeting of a BODY; its reference is made from body and day."""
    made = kept(writes.record_meeting, MAY, by, meeting=facts.Meeting(code="", **said))
    click.echo(f"{made.reference} is planned.")


@click.command()
@click.argument("code")
@click.option("--on", type=DAY, help="The day it is moved to; it keeps its reference.")
@click.option("--time", help="When it begins, 10:00.")
@click.option("--place", help="Where it is.")
@click.option("--state", type=click.Choice([state.value for state in facts.MeetingState]))
@click.option("--agenda-published-on", type=DAY, help="When agenda and reports were opened.")
@click.option("--minutes-published-on", type=DAY, help="When the minutes were published.")
@click.option("--private-reason", help="Why the executive means to meet in private.")
@click.option("--private-noticed-on", type=DAY, help="When the first private notice was given.")
@click.option("--private-noticed-again-on", type=DAY, help="When the further one was given.")
@by_option
def change_meeting(code: str, by: str, **said: Any) -> None:
    """Change a meeting, CODE being such as OSMB-2026-09-24: move, hold, cancel, publish."""
    with refusals_in_words(*REFUSALS):
        stands = reads.meeting(code, number_at())
    given = {name: value for name, value in said.items() if value is not None}
    if not given:
        raise click.UsageError("Give at least one thing to change.")
    if "state" in given:
        given["state"] = facts.MeetingState(given["state"])
    made = kept(writes.record_meeting, MAY, by, meeting=replace(stands, **given))
    click.echo(f"{made.reference} is {made.state.value}, on {made.on}.")


@click.command()
@click.argument("meeting")
@click.option("--title", required=True, help="The item’s title.")
@click.option("--printed", default="", help="Its number as printed, such as 5 or 9a.")
@click.option(
    "--purpose",
    type=click.Choice([one.value for one in facts.Purpose]),
    default=facts.Purpose.OTHER.value,
    show_default=True,
)
@click.option("--officer", default="", help="The post that brings it.")
@click.option("--text", default="", help="What stands on the agenda below the title.")
@click.option("--paper", default="", help="edition/CSS-2026-3 or decision/I017909.")
@click.option("--added-on", type=DAY, help="When it was added, if after the agenda was published.")
@click.option("--late-reason", default="", help="Why the chair takes it though it came late.")
@with_closure
@by_option
def add_item(by: str, purpose: str, **said: Any) -> None:
    """Put an item at the end of the agenda of a MEETING."""
    closure = closure_of(said)
    item = facts.AgendaItem(number=0, purpose=facts.Purpose(purpose), closure=closure, **said)
    made = kept(writes.put_item, MAY, by, item=item)
    click.echo(f"{made.reference} is {made.title}.")


@click.command()
@click.argument("meeting")
@click.argument("name")
@click.option(
    "--as", "capacity", default="Member", show_default=True, help="Chair, Member, a post."
)
@click.option(
    "--presence",
    type=click.Choice([one.value for one in facts.Presence]),
    default=facts.Presence.PRESENT.value,
    show_default=True,
)
@click.option("--interest", default="", help="The interest they declared.")
@by_option
def attend(by: str, presence: str, **said: Any) -> None:
    """Record whether NAME came to a MEETING, and what interest they declared."""
    came = facts.Attendance(presence=facts.Presence(presence), **said)
    made = kept(writes.record_attendance, MAY, by, attendance=came)
    click.echo(f"{made.name}: {made.presence.value}.")
