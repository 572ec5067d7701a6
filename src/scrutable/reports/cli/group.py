"""The group of commands, and what they share: refusals in words."""

from collections.abc import Iterator
from contextlib import contextmanager

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


@contextmanager
def refusals_in_words() -> Iterator[None]:
    """Turn whatever cannot be done into one sentence on stderr and exit 1."""
    try:
        yield
    except REFUSALS as refusal:
        raise click.ClickException(str(refusal)) from refusal
