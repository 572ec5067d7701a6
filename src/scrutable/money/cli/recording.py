"""`scrutable money approve`, `commit`, `virement` and `load`."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import click

from scrutable.access.cli import check_named
from scrutable.access.facts import Permission
from scrutable.audit import clock
from scrutable.evidence.facts import RowError
from scrutable.evidence.intake import read_path
from scrutable.govuk.cli import DAY, Command, NumberType, refusals_in_words, without_pounds
from scrutable.money import writes  # noqa: F401  (registers what is refused)
from scrutable.money.cli.listing import YEAR
from scrutable.money.facts import Approval, Commitment, Virement
from scrutable.money.intake.template import write_template
from scrutable.money.presenters.ledger import registers_words
from scrutable.money.writes.registers import load_registers
from scrutable.records.facts import Record
from scrutable.records.writes import UnfitRecord, WrittenMeanwhile, record

POUNDS = NumberType("1234.56", without_pounds)
MANAGE = Permission.MANAGE_MONEY
BY = "Who records it, such as h.brandt; goes into the log."


def pence_of(pounds: Decimal) -> int:
    """Return pounds as pence; refuses parts of a penny."""
    if pounds * 100 != int(pounds * 100):
        raise click.UsageError(f"{pounds} is not to the penny.")
    return int(pounds * 100)


def kept(of: Record, by: str) -> None:
    """Record it and say so, or say in a sentence why not."""
    check_named(by, MANAGE)
    with refusals_in_words(UnfitRecord, WrittenMeanwhile):
        done = record(of=of, by=by, at=clock.now())
    click.echo(f"{done.reference} is recorded", err=True)


def _tied(command: Command) -> Command:
    for option in (
        click.option("--by", required=True, help=BY),
        click.option("--on", type=DAY, required=True),
        click.option("--pounds", type=POUNDS, required=True),
        click.option("--year", type=YEAR, required=True, help="Such as 2026/27."),
        click.option("--line", required=True, help="The budget line’s code."),
        click.option("--decision", required=True, help="Such as decision/I026388."),
    ):
        command = option(command)
    return command


@click.command()
@_tied
@click.option("--limit", type=POUNDS, help="What it allows, where its record says no sum.")
@click.option("--source", default="", help="Where that limit is written.")
@click.option("--reason", default="", help="Why it comes after the spending.")
def approve(by: str, pounds: Decimal, limit: Decimal | None, **said: Any) -> None:
    """Approve money of a line under a decision; what is beyond either is refused with the sums."""
    most = None if limit is None else pence_of(limit)
    kept(Approval(number=0, pence=pence_of(pounds), limit=most, **said), by)


@click.command()
@_tied
@click.option("--what", required=True, help="What was ordered.")
@click.option("--supplier", default="")
def commit(by: str, pounds: Decimal, **said: Any) -> None:
    """Commit money under a decision; what is beyond what was approved is refused with the sums."""
    kept(Commitment(number=0, pence=pence_of(pounds), **said), by)


@click.command()
@click.option("--year", type=YEAR, required=True, help="Such as 2026/27.")
@click.option("--from", "from_line", required=True, help="The line that gives.")
@click.option("--to", "to_line", required=True, help="The line that takes.")
@click.option("--pounds", type=POUNDS, required=True)
@click.option("--on", type=DAY, required=True)
@click.option("--approved-by", required=True, help="A post.")
@click.option("--reason", required=True)
@click.option("--decision", default="")
@click.option("--by", required=True, help=BY)
def virement(by: str, pounds: Decimal, on: date, **said: Any) -> None:
    """Move money between two lines of one fund and year; only what is free can go."""
    kept(Virement(number=0, pence=pence_of(pounds), on=on, **said), by)


@click.command()
@click.argument("path", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
@click.option("--by", required=True, help=BY)
def load(path: Path, dry_run: bool, by: str) -> None:  # noqa: FBT001  (click's own)
    """Load registers of money: a workbook as the template has it; all of it or nothing.

    What it says already changes nothing. Approvals and commitments in it are kept as they were
    found, also beyond their limits, and flagged. Exits 1 with every fault and its cell.
    """
    check_named(by, MANAGE)
    content = read_path(path)
    if isinstance(content, list):
        raise faults(path, content)
    try:
        done = load_registers(
            content=content, name=path.name, by=by, at=clock.now(), dry_run=dry_run
        )
    except UnfitRecord as unfit:
        raise faults(path, unfit.faults) from unfit
    said = registers_words(done.taken, done.known)
    click.echo(f"{said}; nothing is kept" if dry_run else said, err=True)


@click.command()
@click.argument("path", type=click.Path(dir_okay=False, path_type=Path))
def template(path: Path) -> None:
    """Write the workbook that the council fills."""
    path.write_bytes(write_template())
    click.echo(f"{path} is written", err=True)


def faults(path: Path, found: list[RowError] | tuple[RowError, ...]) -> SystemExit:
    """Say every fault on stderr; return the way out."""
    for one in found:
        click.echo(f"{path}: {one}", err=True)
    return SystemExit(1)
