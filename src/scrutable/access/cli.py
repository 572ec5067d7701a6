"""`scrutable access`: people, for whoever runs the server; also the way back in for all."""

import csv
import json
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click
from rich.console import Console
from rich.table import Table

from scrutable.access import presenters, reads, writes
from scrutable.access.facts import PersonDetails, Role
from scrutable.audit.clock import now
from scrutable.govuk.facts import Table as People
from scrutable.govuk.facts import plain_rows

REFUSALS = (writes.UsernameTaken, writes.NoSuchPerson, writes.LastAdministrator)
USERNAME = re.compile(r"[a-z0-9]+([.-][a-z0-9]+)*")


@click.group(name="access")
def group() -> None:
    """See and change who may sign in."""


@group.command(name="people")
@click.option("--format", "form", type=click.Choice(["table", "json", "csv"]), default="table")
def list_people(form: str) -> None:
    """Print everybody: username, role, supplier, second factor, state."""
    rows = [[str(cell) for cell in row] for row in plain_rows(_everybody())]
    if form == "json":
        found = [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]
        click.echo(json.dumps(found, indent=2, ensure_ascii=False))
    elif form == "csv":
        csv.writer(sys.stdout, lineterminator="\n").writerows(rows)
    else:
        table = Table(*rows[0])
        for row in rows[1:]:
            table.add_row(*row)
        Console().print(table)


@group.command()
@click.argument("username")
@click.option("--name", required=True, help="Full name.")
@click.option("--role", type=click.Choice([role.value for role in Role]), required=True)
@click.option("--email", default="", help="For letters about the password and late returns.")
@click.option("--supplier", default="", help="For a supplier’s people: supplier/norland-services.")
@click.option("--by", required=True, help="Who adds them; goes into the log.")
def add(username: str, name: str, role: str, email: str, supplier: str, by: str) -> None:
    """Add somebody, and print the link by which they choose their password."""
    if not USERNAME.fullmatch(username):
        raise click.BadParameter("small letters and digits, with dots or hyphens between them")
    if (role == Role.SUPPLIER) != supplier.startswith("supplier/"):
        raise click.BadParameter("name a supplier for its people, and for nobody else")
    details = PersonDetails(
        username=username, full_name=name, role=Role(role), email=email, supplier=supplier
    )
    with _refused():
        writes.add_person(details=details, password=None, by=by, at=now())
    click.echo(reads.password_link(username))


@group.command()
@click.argument("username")
def link(username: str) -> None:
    """Print a link by which somebody chooses a new password; it works once, for three days."""
    with _refused():
        if reads.person(username) is None:
            raise writes.NoSuchPerson(username)
    click.echo(reads.password_link(username))


@group.command()
@click.argument("username")
@click.option("--by", required=True, help="Who takes it off; goes into the log.")
def remove_second_factor(username: str, by: str) -> None:
    """Take off a lost second factor; the password alone then opens the door."""
    with _refused():
        writes.remove_second_factor(username=username, by=by, at=now())
    click.echo(f"{username} signs in with the password alone", err=True)


@contextmanager
def _refused() -> Iterator[None]:
    try:
        yield
    except REFUSALS as refusal:
        click.echo(str(refusal), err=True)
        raise SystemExit(1) from refusal


def _everybody() -> People:
    return presenters.people_table(reads.people(), {})
