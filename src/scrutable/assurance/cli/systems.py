"""`scrutable assurance systems`, `services` and `stops`.

Whoever has the terminal has the database: it shows what is exempt.
"""

from datetime import date, datetime
from typing import Any

import click

from scrutable.access.cli import check_named
from scrutable.access.facts import Permission
from scrutable.assurance import writes  # noqa: F401  (register what they refuse)
from scrutable.assurance.facts import Landscape, RecoveryOutcome, RecoveryTest, SystemSeen
from scrutable.assurance.presenters.systems import listing, one
from scrutable.assurance.presenters.systems.words import chain_words
from scrutable.assurance.reads import systems as reads
from scrutable.audit import clock
from scrutable.audit.reads import number_at
from scrutable.govuk.cli import DAY, Cell, refusals_in_words, with_format, with_known_at, write_rows
from scrutable.kernel.wording import london_day
from scrutable.records.writes import UnfitRecord, WrittenMeanwhile, record

LISTED = (
    *("code", "title", "recovery", "last_tested", "months", "recovery_hours", "services"),
    *("cannot_wait", "lacks", "owner", "supplier", "single_points"),
)
SERVED = ("code", "title", "needs", "stands_on_in_all", "bearable_hours", "longest", "owner")
STOPS = ("service", "title", "chain", "bearable_hours", "recovery_hours", "short_by", "owner")
OUTCOMES = click.Choice([each.value for each in RecoveryOutcome])
AS_AT = click.option("--as-at", type=DAY, help="As it stood on this day; today if none is given.")
BY = click.option("--by", required=True, help="Who does it, such as k.adeyemi; goes into the log.")


@click.command()
@AS_AT
@with_known_at
@with_format
def systems(as_at: date | None, known_at: datetime | None, form: str) -> None:
    """Print every critical system, the worst first: its recovery, and what stops with it."""
    found = landscape(as_at, known_at)
    write_rows([_system(each) for each in found.systems], LISTED, form)
    click.echo(f"{listing.title(found)}.", err=True)


@click.command()
@AS_AT
@with_known_at
@with_format
def services(as_at: date | None, known_at: datetime | None, form: str) -> None:
    """Print every public service with what it stands on."""
    found = landscape(as_at, known_at)
    rows: list[dict[str, Cell]] = [
        {
            "code": each.code,
            "title": each.title,
            "needs": " ".join(each.needs),
            "stands_on_in_all": len(listing.under_of(each, found)),
            "bearable_hours": each.bearable_hours,
            "longest": listing.longest_words(each, found),
            "owner": each.owner,
        }
        for each in found.services
    ]
    write_rows(rows, SERVED, form)
    click.echo(f"{listing.service_title(found)}.", err=True)


@click.command()
@click.argument("code")
@AS_AT
@with_known_at
@with_format
def stops(code: str, as_at: date | None, known_at: datetime | None, form: str) -> None:
    """Print what stops if a system stops, by which chain, and by how long it takes too long."""
    found = landscape(as_at, known_at)
    seen = next((each for each in found.systems if each.system.code == code), None)
    if seen is None:
        raise click.ClickException(f"There is no critical system {code}. Check it in the list.")
    rows: list[dict[str, Cell]] = [
        {
            "service": each.service,
            "title": found.service(each.service).title,
            "chain": chain_words(each, found),
            "bearable_hours": found.service(each.service).bearable_hours,
            "recovery_hours": seen.system.recovery_hours,
            "short_by": each.short_by,
            "owner": found.service(each.service).owner,
        }
        for each in seen.stops
    ]
    write_rows(rows, STOPS, form)
    click.echo(f"{one.stops_finding(seen)}. {one.finding(seen)}.", err=True)


@click.command(name="test")
@click.argument("code")
@click.option("--on", type=DAY, required=True, help="When it was tested.")
@click.option(
    "--outcome", type=click.Choice([each.value for each in RecoveryOutcome]), required=True
)
@click.option("--hours", type=int, help="After how many hours it worked again.")
@click.option("--witnessed-by", default="", help="A post.")
@click.option("--found", default="", help="What was found.")
@BY
def add_test(code: str, by: str, **said: Any) -> None:
    """Record a test of a system’s recovery."""
    check_named(by, Permission.MANAGE_ASSURANCE)
    outcome = RecoveryOutcome(said.pop("outcome"))
    made = RecoveryTest(system=code, number=0, outcome=outcome, **said)
    with refusals_in_words(UnfitRecord, WrittenMeanwhile):
        done = record(of=made, by=by, at=clock.now())
    click.echo(f"{done.reference} is recorded", err=True)


def landscape(as_at: date | None, known_at: datetime | None) -> Landscape:
    """Return everything as known and by the day that were asked for."""
    return reads.landscape(number_at(known_at), day_of(as_at, known_at))


def day_of(as_at: date | None, known_at: datetime | None) -> date:
    """Return the day asked for, today where none was."""
    return as_at or london_day(known_at or clock.now())


def _system(each: SystemSeen) -> dict[str, Cell]:
    system = each.system
    return {
        "code": system.code,
        "title": system.title,
        "recovery": each.readiness.value,
        "last_tested": each.last.on if each.last else None,
        "months": each.months,
        "recovery_hours": system.recovery_hours,
        "services": len(each.stops),
        "cannot_wait": len(each.short),
        "lacks": " ".join(lack.value for lack in each.lacks),
        "owner": system.owner,
        "supplier": system.supplier,
        "single_points": "; ".join(system.single_points),
    }


COMMANDS = (systems, services, stops, add_test)
