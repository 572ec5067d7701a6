"""`scrutable housekeeping agreements load`."""

from pathlib import Path

import click

from scrutable.access.cli import check_named
from scrutable.access.facts import Permission
from scrutable.audit import clock
from scrutable.audit.reads import number_at
from scrutable.govuk.cli import with_format
from scrutable.housekeeping.presenters.agreements.register import loaded_words
from scrutable.housekeeping.writes.agreements import checked_register, load_agreements
from scrutable.kernel.wording import london_day
from scrutable.records.cli import show_and_load


@click.command()
@click.argument("path", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--by", required=True, help="Who loads it, such as b.khan; goes into the log.")
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
@with_format
def load(
    path: Path,
    by: str,
    dry_run: bool,  # noqa: FBT001  (click's own)
    form: str,
) -> None:
    """Load a register of agreements that the council keeps: csv, xlsx or ods; all or nothing.

    A row without a number in the column “Renewal” is an agreement, one with a number is that
    renewal of it. What the register says already changes nothing. Exits 1 with every fault.
    """
    check_named(by, Permission.MANAGE_AGREEMENTS)
    at = clock.now()
    done = show_and_load(
        path,
        read=lambda content: checked_register(content, path.name, number_at(), london_day(at)),
        load=lambda content: load_agreements(content=content, name=path.name, by=by, at=at),
        form=form,
        dry_run=dry_run,
    )
    if done:
        click.echo(loaded_words(done.new, done.changed, done.known), err=True)
