"""`scrutable assurance template` and `load`: the workbook out, and all of it in or nothing."""

from pathlib import Path

import click
from django.conf import settings

from scrutable.access.cli import check_named
from scrutable.access.facts import Permission
from scrutable.assurance import writes
from scrutable.assurance.cli.systems import BY
from scrutable.assurance.intake.registers import SHEETS
from scrutable.assurance.presenters.registers import loaded_words
from scrutable.assurance.reads.registers import issued_register
from scrutable.audit import clock
from scrutable.audit.reads import number_at
from scrutable.govuk.cli import with_format
from scrutable.kernel.wording import london_day
from scrutable.records.cli import show_and_load
from scrutable.registers import reads as registers

NAMES = [one.name for one in SHEETS]


@click.command(name="register-template")
@click.argument("path", type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--sheet", "only", multiple=True, type=click.Choice(NAMES, case_sensitive=False),
    help="Only this sheet; may be given again.",
)  # fmt: skip
def register_template(path: Path, only: tuple[str, ...]) -> None:
    """Write the workbook of systems, issues and claims, with all that is recorded."""
    today, known = london_day(clock.now()), number_at()
    council = registers.council_name(today, known, settings.COUNCIL_NAME)
    path.write_bytes(issued_register(known, today, council, only))
    click.echo(f"{path} is written", err=True)


@click.command(name="load-register")
@click.argument("path", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@BY
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
@with_format
def load_register(
    path: Path,
    by: str,
    dry_run: bool,  # noqa: FBT001  (click's own)
    form: str,
) -> None:
    """Load the workbook, or one sheet of it as csv; all or nothing.

    What it says already changes nothing. Exits 1 with every fault.
    """
    check_named(by, Permission.MANAGE_ASSURANCE)
    at = clock.now()
    done = show_and_load(
        path,
        read=lambda content: writes.checked_register(
            content, path.name, number_at(), london_day(at), by
        ),
        load=lambda content: writes.load_register(content=content, name=path.name, by=by, at=at),
        form=form,
        dry_run=dry_run,
    )
    if done:
        click.echo(loaded_words(done.new, done.changed, done.known), err=True)


COMMANDS = (register_template, load_register)
