"""The group of commands, and what may be refused."""

import click

from scrutable.meetings.reads import UnknownBody, UnknownDecision, UnknownMeeting
from scrutable.portfolio.reads import UnknownProject, UnknownRecord
from scrutable.registers.reads import UnknownContract
from scrutable.reports import reads, writes

REFUSALS = (
    UnknownBody,
    UnknownContract,
    UnknownDecision,
    UnknownMeeting,
    UnknownProject,
    UnknownRecord,
    reads.NotItsMeeting,
    reads.NotFrozen,
    reads.UnknownEdition,
    writes.AlreadyFrozen,
    writes.ChangedMeanwhile,
    writes.DayToCome,
    writes.TooLong,
    writes.UnknownSection,
    writes.WrittenMeanwhile,
)


@click.group(name="reports")
def group() -> None:
    """Build, check, freeze, verify and compare reports."""
