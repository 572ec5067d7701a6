"""The key that access needs are sealed with."""

import click

from scrutable.access.cli import check_named
from scrutable.access.facts import Permission
from scrutable.audit import clock
from scrutable.councillors import writes
from scrutable.govuk.cli import refusals_in_words


@click.command()
def key() -> None:
    """Print a new key for ACCESS_NEEDS_KEY_FILE; nothing is kept of it here."""
    click.echo(writes.new_key())


@click.command()
@click.option("--by", required=True, help="Who rotates: the username of an administrator.")
def rotate(by: str) -> None:
    """Seal with the first key whatever is sealed with another; then the others can go."""
    check_named(by, Permission.MANAGE_PEOPLE)
    with refusals_in_words(writes.NoKey, writes.WrongKey):
        if not writes.has_key():
            raise writes.NoKey
        done = writes.seal_again(by=by, at=clock.now())
    click.echo("Sealed again" if done else "Everything is sealed with the first key", err=True)
