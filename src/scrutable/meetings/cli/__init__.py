"""`scrutable meetings`: reading minutes, deadlines, decisions, commitments."""

import click

from scrutable.meetings.cli.calendar import COMMANDS as CALENDAR
from scrutable.meetings.cli.loading import add_limb, confirm, limbs, load, settle
from scrutable.meetings.cli.modern_gov import import_command
from scrutable.meetings.cli.papers import COMMANDS as PAPERS
from scrutable.meetings.cli.powers import COMMANDS as POWERS
from scrutable.meetings.cli.promises import COMMANDS as PROMISES
from scrutable.meetings.cli.reading import read, score


@click.group(name="meetings")
def group() -> None:
    """Meetings, what they decided, and whether it was done."""


for command in (
    read,
    score,
    load,
    limbs,
    settle,
    add_limb,
    confirm,
    import_command,
    *CALENDAR,
    *PAPERS,
    *POWERS,
    *PROMISES,
):
    group.add_command(command)
