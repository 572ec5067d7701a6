"""`scrutable access`: people, for whoever runs the server; also the way back in for all."""

import re

import click

from scrutable.access import presenters, reads, rules, writes
from scrutable.access.facts import Permission, PersonDetails, Role
from scrutable.audit.clock import now
from scrutable.govuk.cli import refusals_in_words, with_format, write_rows
from scrutable.govuk.facts import plain_rows
from scrutable.kernel.wording import list_words

REFUSALS = (
    writes.LastAdministrator,
    writes.NoSuchPerson,
    writes.NoToken,
    writes.UsernameTaken,
)
USERNAME = re.compile(r"[a-z0-9]+([.-][a-z0-9]+)*")
TERMINAL = "terminal"  # whom the log names where a command may be given without anybody's name


def check_named(by: str, permission: Permission, *, supplier: str = "") -> None:
    """Refuse a name whose person may not do it on the pages either: one sentence, exit 1.

    `supplier` is the reference of the contract's supplier, to whose people the contract belongs.
    Where nobody has been added yet, any name goes into the log.
    """
    person = reads.person(by)
    if person is None and not reads.anybody():
        return
    act = presenters.PERMISSION_WORDS[permission]
    if person is None:
        fault = f"Nobody has the username {by}"
    elif not person.is_active:
        fault = f"{by} may no longer sign in"
    elif not rules.may(person.role, permission):
        fault = f"The role of {by} is {presenters.ROLE_WORDS[person.role].lower()}"
    elif person.supplier and person.supplier != supplier:
        fault = f"{by} works for another supplier"
    else:
        return
    held = [presenters.ROLE_WORDS[role].lower() for role in Role if rules.may(role, permission)]
    roles = f", whose role is {list_words(held, joint='or')}" if held else ""
    raise click.ClickException(f"{fault}; name somebody who may {act}{roles}.")


def _check_administrator(by: str) -> None:
    """Refuse whoever may not look after people, once there is anybody who may."""
    if reads.anyone_in(Role.ADMINISTRATOR):
        check_named(by, Permission.MANAGE_PEOPLE)


@click.group(name="access")
def group() -> None:
    """See and change who may sign in."""


@group.command(name="people")
@with_format
def list_people(form: str) -> None:
    """Print everybody: username, role, supplier, second factor, state."""
    table = presenters.people_table(reads.people(), {})
    columns = [column.key for column in table.columns]
    rows = [dict(zip(columns, map(str, row), strict=True)) for row in plain_rows(table)[1:]]
    write_rows(rows, columns, form)


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
    _check_administrator(by)
    with refusals_in_words(*REFUSALS):
        writes.add_person(details=details, password=None, by=by, at=now())
    click.echo(reads.password_link(username))


@group.command()
@click.argument("username")
def link(username: str) -> None:
    """Print a link by which somebody chooses a new password; it works once, for three days."""
    with refusals_in_words(*REFUSALS):
        if reads.person(username) is None:
            raise writes.NoSuchPerson(username)
    click.echo(reads.password_link(username))


@group.command()
@click.argument("username")
@click.option("--by", required=True, help="Who takes it off; goes into the log.")
def remove_second_factor(username: str, by: str) -> None:
    """Take off a lost second factor; the password alone then opens the door."""
    _check_administrator(by)
    with refusals_in_words(*REFUSALS):
        writes.remove_second_factor(username=username, by=by, at=now())
    click.echo(f"{username} signs in with the password alone", err=True)


@group.command()
@click.argument("username")
@click.option("--by", required=True, help="Who erases it; goes into the log.")
def erase_address(username: str, by: str) -> None:
    """Forget somebody's e-mail address, in the log too: its digest can then be tied to nobody."""
    _check_administrator(by)
    with refusals_in_words(*REFUSALS):
        writes.erase_address(username=username, by=by, at=now())
    click.echo(f"The e-mail address of {username} is erased", err=True)


@group.command()
@click.argument("username")
@click.option("--revoke", is_flag=True, help="Let the token that there is work no longer.")
@click.option("--by", required=True, help="Who makes or revokes it; goes into the log.")
def token(username: str, by: str, *, revoke: bool) -> None:
    """Print a new token for somebody's programs, once; the one before no longer works."""
    _check_administrator(by)
    with refusals_in_words(*REFUSALS):
        if revoke:
            writes.revoke_token(username=username, by=by, at=now())
            click.echo(f"The token of {username} works no longer", err=True)
        else:
            click.echo(writes.make_token(username=username, by=by, at=now()))
