"""`scrutable meetings chase`, `owners`, `set-owner`: those who owe something reminded."""

import click
from django.conf import settings
from django.urls import reverse

from scrutable.access.cli import check_named
from scrutable.access.facts import Permission
from scrutable.audit import clock
from scrutable.audit.reads import number_at
from scrutable.govuk.cli import Cell, with_format, write_rows
from scrutable.kernel.wording import count_words, london_day
from scrutable.meetings import facts, reads, writes
from scrutable.meetings.cli.speaking import by_option, today
from scrutable.meetings.presenters.promises_words import owner_words
from scrutable.meetings.rules.choosing import standings
from scrutable.work.writes import LettersNotSent

TIMETABLE = "timetable"  # whom the log names where nobody is named
LETTERS = ("address", "owners", "commitments")
OWNERS = ("owner", "address", "commitments")


@click.command()
@click.option("--dry-run", is_flag=True, help="Print the letters that are due; send none.")
@click.option("--by", default=TIMETABLE, show_default=True, help="Who sends them, for the log.")
@with_format
def chase(*, dry_run: bool, by: str, form: str) -> None:
    """Write to everybody whose commitment is overdue or soon due: one letter an address.

    For a timetable: nobody is written to again before the days of council policy have passed.
    Owners without an address are named on stderr. Exits 1 if the mail server refused a letter.
    """
    if by != TIMETABLE:
        check_named(by, Permission.MANAGE_COMMITMENTS)
    link = f"{settings.BASE_URL}{reverse('meetings:commitments')}"
    now = clock.now()
    letters = reads.letters_due(london_day(now), number_at(), link)
    if dry_run:
        write_rows([_letter(one) for one in letters if one.address], LETTERS, form)
    else:
        try:
            sent = writes.chase(link=link, by=by, at=now)
        except LettersNotSent as refused:
            raise click.ClickException(str(refused)) from refused
        click.echo(f"{count_words(sent, 'letter')} sent.")
    for one in letters:
        if not one.address:
            owed = count_words(len(one.commitments), "commitment")
            names = ", ".join(owner_words(owner) for owner in one.owners)
            click.echo(f"No address is known for {names}: {owed}", err=True)


def _letter(letter: facts.Letter) -> dict[str, Cell]:
    return {
        "address": letter.address,
        "owners": ", ".join(letter.owners),
        "commitments": ", ".join(one.code for one in letter.commitments),
    }


@click.command()
@with_format
def owners(form: str) -> None:
    """List who owes something and where letters to them go."""
    addresses = reads.addresses()
    owed: dict[str, list[str]] = {}
    for one, stands in standings(reads.commitments(number_at()), today()):
        owed.setdefault(stands.owner, []).append(one.code)
    rows: list[dict[str, Cell]] = [
        {
            "owner": owner_words(owner),
            "address": addresses.get(owner.casefold()),
            "commitments": len(codes),
        }
        for owner, codes in sorted(owed.items(), key=lambda pair: pair[0].casefold())
    ]
    write_rows(rows, OWNERS, form)


@click.command()
@click.argument("owner")
@click.option("--address", default="", help="Their e-mail address; none takes it away.")
@by_option
def set_owner(owner: str, address: str, by: str) -> None:
    """Say where letters to OWNER go; it is changed in place and no history of it is kept."""
    check_named(by, Permission.MANAGE_COMMITMENTS)
    if address and ("@" not in address or " " in address):
        raise click.UsageError(f"“{address}” is not an address such as finance@council.example")
    writes.set_owner_address(owner=owner, address=address, by=by, at=clock.now())
    click.echo(f"Letters to {owner} go to {address}" if address else f"{owner} gets no letters")
