"""Late returns chased from a timetable."""

import click
from django.conf import settings
from django.urls import reverse

from scrutable.access.cli import check_named
from scrutable.access.facts import Permission
from scrutable.audit import clock
from scrutable.contracts import writes
from scrutable.kernel.wording import count_words
from scrutable.work.writes import LettersNotSent

TIMETABLE = "timetable"  # whom the log names where nobody is named


@click.command()
@click.option("--by", default=TIMETABLE, show_default=True, help="Who sends them, for the log.")
def chase(by: str) -> None:
    """Write to everybody who can mend a late return: one letter a person and day.

    Suppliers hear of their own contracts, contract managers of all. For a timetable: asked
    twice on a day it writes once. Exits 1 if the mail server refused a letter.
    """
    if by != TIMETABLE:
        check_named(by, Permission.LOAD_RETURNS)
    address = f"{settings.BASE_URL}{reverse('contracts:returns')}"
    try:
        sent = writes.chase_late_returns(address=address, by=by, at=clock.now())
    except LettersNotSent as refused:
        raise click.ClickException(str(refused)) from refused
    click.echo(f"{count_words(sent, 'letter')} sent.")
