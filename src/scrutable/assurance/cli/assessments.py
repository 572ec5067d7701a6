"""`scrutable assurance assessments`."""

from datetime import datetime

import click

from scrutable.assurance.facts import Assessment
from scrutable.audit.reads import number_at
from scrutable.govuk.cli import Cell, with_format, with_known_at, write_rows
from scrutable.records.reads import every

COLUMNS = ("code", "title", "framework", "profile", "begun_on", "assured_on", "assurer")


@click.command()
@with_known_at
@with_format
def assessments(known_at: datetime | None, form: str) -> None:
    """Print every assessment."""
    found = every(Assessment, number_at(known_at))
    rows: list[dict[str, Cell]] = [{name: getattr(one, name) for name in COLUMNS} for one in found]
    write_rows(rows, COLUMNS, form)


COMMANDS = (assessments,)
