"""`scrutable meetings import`: what the council's modern.gov serves becomes our record."""

from dataclasses import asdict
from typing import Any

import click
from django.conf import settings

from scrutable.access.cli import check_named
from scrutable.access.facts import Permission
from scrutable.audit import clock
from scrutable.govuk.cli import DAY, refusals_in_words, with_format, write_rows
from scrutable.meetings import writes
from scrutable.meetings.cli.speaking import by_option
from scrutable.meetings.intake.asking import Asked, all_meetings
from scrutable.meetings.intake.service import Service
from scrutable.work.cli import progress_bar

COLUMNS = ("reference", "title", "became")


@click.command(name="import")
@click.option("--from", "first", type=DAY, required=True, help="The first day, 2026-09-01.")
@click.option("--to", "last", type=DAY, required=True, help="The last day, 2026-12-31.")
@click.option("--committee", multiple=True, type=int, help="Its number in modern.gov; else all.")
@click.option("--url", help="The address of modern.gov; else MODERN_GOV_URL.")
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
@by_option
@with_format
def import_command(**said: Any) -> None:
    """Import meetings, items, decisions and minutes from modern.gov; the same again adds nothing.

    Restricted items come without their text. Minutes wait for an officer to confirm them.
    """
    check_named(said["by"], Permission.READ_MINUTES)
    address = said["url"] or settings.MODERN_GOV_URL
    if not address:
        raise click.UsageError("No modern.gov is known. Set MODERN_GOV_URL or give --url.")
    asked = Asked(said["first"], said["last"], said["committee"])
    if asked.last < asked.first:
        raise click.UsageError("--to is before --from. Give the earlier day first.")
    with refusals_in_words(*writes.IMPORT_REFUSALS), progress_bar("Asking modern.gov") as progress:
        with Service(address) as service:
            served = all_meetings(service, asked, progress)
        imported = writes.import_served(
            served=served, dry_run=said["dry_run"], by=said["by"], at=clock.now()
        )
    write_rows([asdict(one) for one in imported], COLUMNS, said["form"])
    new, changed = (sum(one.became == word for one in imported) for word in ("new", "changed"))
    began = "Would import" if said["dry_run"] else "Imported"
    click.echo(f"{began} {new} new and {changed} changed records.", err=True)
