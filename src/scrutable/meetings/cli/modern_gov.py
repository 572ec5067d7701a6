"""`scrutable meetings import`: what the council's modern.gov serves becomes our record."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, NoReturn, TypeVar

import click
from django.conf import settings
from django.db import transaction

from scrutable.access.cli import check_named
from scrutable.access.facts import Permission
from scrutable.audit import clock
from scrutable.evidence.facts import RowError
from scrutable.evidence.intake.refusals import Refused
from scrutable.govuk.cli import DAY, refusals_in_words, with_format, write_rows
from scrutable.meetings import writes
from scrutable.meetings.facts.modern_gov import ServedCommittee, ServedMeeting
from scrutable.meetings.intake import modern_gov
from scrutable.meetings.intake.service import Service, ServiceSilent
from scrutable.work.cli import progress_bar
from scrutable.work.facts import Progress

REFUSALS = (ServiceSilent, Refused, writes.UnreadableMinutes, writes.UnfitMinutes)
COLUMNS = ("reference", "title", "became")
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Asked:
    """Which meetings are to be imported."""

    first: date
    last: date
    committees: tuple[int, ...]


@click.command(name="import")
@click.option("--from", "first", type=DAY, required=True, help="The first day, 2026-09-01.")
@click.option("--to", "last", type=DAY, required=True, help="The last day, 2026-12-31.")
@click.option("--committee", multiple=True, type=int, help="Its number in modern.gov; else all.")
@click.option("--url", help="The address of modern.gov; else MODERN_GOV_URL.")
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
@click.option("--by", required=True, help="Who imports, such as a.clerk.")
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
    with refusals_in_words(*REFUSALS), progress_bar("Asking modern.gov") as progress:
        with Service(address) as service:
            served = _served(service, asked, progress)
        imported = _recorded(served, by=said["by"], dry_run=said["dry_run"])
    write_rows([asdict(one) for one in imported], COLUMNS, said["form"])
    new, changed = (sum(one.became == word for one in imported) for word in ("new", "changed"))
    began = "Would import" if said["dry_run"] else "Imported"
    click.echo(f"{began} {new} new and {changed} changed records.", err=True)


def _served(
    service: Service, asked: Asked, progress: Progress
) -> list[tuple[ServedCommittee, ServedMeeting]]:
    """Return every meeting asked for; nothing is recorded before all of them were read."""
    committees = _good(modern_gov.committees_of(service.committees()))
    only = set(asked.committees)
    wanted = [one for one in committees if one.id in only or (not only and not one.is_gone)]
    if missing := only - {one.id for one in wanted}:
        raise click.ClickException(
            f"modern.gov has no committee {min(missing)}. Look for its number among its committees."
        )
    found = []
    for done, committee in enumerate(wanted):
        progress(done, len(wanted), committee.title)
        visits = _good(modern_gov.visits_of(service.visits(committee.id, asked.first, asked.last)))
        for visit in visits:
            if asked.first <= visit.on <= asked.last:
                meeting = modern_gov.meeting_of(service.meeting(visit.id))
                found.append((committee, _whole(meeting)))
    return found


def _recorded(
    served: list[tuple[ServedCommittee, ServedMeeting]], *, by: str, dry_run: bool
) -> list[writes.Imported]:
    """Record what was served, all of it or nothing; a dry run takes all of it back."""
    imported: dict[str, writes.Imported] = {}
    with transaction.atomic():
        for committee, meeting in served:
            body = writes.import_committee(committee=committee, by=by, at=clock.now())
            imported.setdefault(body.reference, body)
            code = body.reference.removeprefix("body/")
            for one in writes.import_meeting(body=code, meeting=meeting, by=by, at=clock.now()):
                imported[one.reference] = one
        transaction.set_rollback(dry_run)
    return list(imported.values())


def _good(answered: list[Found] | list[RowError]) -> list[Found]:
    faults = [one for one in answered if isinstance(one, RowError)]
    if faults:
        _fail(faults)
    return [one for one in answered if not isinstance(one, RowError)]


def _whole(answered: ServedMeeting | list[RowError]) -> ServedMeeting:
    if isinstance(answered, list):
        _fail(answered)
    return answered


def _fail(faults: list[RowError]) -> NoReturn:
    for fault in faults:
        click.echo(str(fault), err=True)
    raise click.ClickException("modern.gov answered with what cannot be read; nothing is imported.")
