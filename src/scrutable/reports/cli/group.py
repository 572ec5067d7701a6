"""The group of commands, and what may be refused."""

import click

from scrutable.registers.reads import UnknownContract
from scrutable.reports import reads, writes

REFUSALS = (
    UnknownContract,
    reads.NotFrozen,
    reads.UnknownEdition,
    writes.AlreadyFrozen,
    writes.ChangedMeanwhile,
    writes.TooLong,
    writes.UnknownSection,
    writes.WrittenMeanwhile,
)


@click.group(name="reports")
def group() -> None:
    """Build, check, freeze, verify and compare reports."""
