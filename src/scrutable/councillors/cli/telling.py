"""Pages counted from a file, and councillors asked whether a session helped."""

from pathlib import Path

import click
from django.conf import settings

from scrutable.access.cli import check_named
from scrutable.access.facts import Permission
from scrutable.audit import clock
from scrutable.councillors import reads, writes
from scrutable.councillors.intake import TEMPLATE
from scrutable.councillors.presenters.words import MINE
from scrutable.govuk.cli import refusals_in_words
from scrutable.kernel.wording import count_words, london_day
from scrutable.records.writes import UnfitRecord
from scrutable.work.facts import Letter
from scrutable.work.writes import LettersNotSent, send_digests

BY = click.option("--by", required=True, help="The username of who arranges councillors’ learning.")
SUBJECT = "Did the session help you?"


@click.command("load-pages")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@BY
def load_pages(file: Path, by: str) -> None:
    """Take a printers' file of pages by body and month, all of it or nothing; exit 1 if faulty."""
    check_named(by, Permission.MANAGE_COUNCILLORS)
    try:
        done = writes.load_pages(content=file.read_bytes(), name=file.name, by=by, at=clock.now())
    except UnfitRecord as unfit:
        for fault in unfit.faults:
            click.echo(str(fault), err=True)
        raise SystemExit(1) from unfit
    click.echo(f"{count_words(done, 'count')} taken" if done else "It says nothing new", err=True)


@click.command()
def template() -> None:
    """Print the template of the printers' file."""
    click.echo(TEMPLATE, nl=False)


@click.command()
@BY
def ask(by: str) -> None:
    """Send a letter to each councillor who came to a session three months ago, once."""
    check_named(by, Permission.MANAGE_COUNCILLORS)
    at = clock.now()
    asked = writes.note_asked(by=by, at=at)
    accounts = {one.number: one.person for one in reads.councillors() if one.person}
    people = [accounts[one.councillor] for one in asked if one.councillor in accounts]
    letters = [
        Letter(recipient=address, subject=SUBJECT, lines=(_line(),))
        for address in reads.addresses(people).values()
    ]
    with refusals_in_words(LettersNotSent):
        sent = send_digests(letters=letters, day=london_day(at), by=by, at=at)
    click.echo(f"{count_words(sent, 'letter')} sent", err=True)


def _line() -> str:
    return (
        "Three months ago you came to a session of ours. Say in a minute whether it helped: "
        f"{settings.BASE_URL}{MINE}"
    )
