"""Seeding a council and building its report, said step by step on stderr."""

from pathlib import Path

import click
from django.core.management import call_command

from scrutable.access.facts import DEMONSTRATION_PASSWORD, DEMONSTRATION_PEOPLE
from scrutable.access.presenters import ROLE_WORDS
from scrutable.demo import writes
from scrutable.demo.cli.starting import note_last
from scrutable.demo.facts import Council
from scrutable.demo.intake.stories import story
from scrutable.work.cli import progress_bar


def seed_council(council: Council) -> None:
    """Bring the store up to date and tell the council's story in it, if it was not told yet."""
    told = story(council)
    call_command("migrate", verbosity=0)
    try:
        if writes.rebuild_store(told):
            click.echo("The story has changed: its store is built anew.", err=True)
        with progress_bar(f"{told.council_name}: three years in a moment") as progress:
            is_new = writes.seed(told, progress=progress)
    except writes.NotForDemonstration as refused:
        raise click.ClickException(str(refused)) from refused
    note_last(council)
    done = f"{len(told.happenings)} events told" if is_new else "was told already"
    click.echo(f"{told.council_name}: {done}.", err=True)


def build_report(council: Council, out: Path) -> None:
    """Build the council's report in every format and print where each file is."""
    for path in writes.build_report(story(council), out):
        click.echo(path)


def say_people() -> None:
    """Say who may sign in and with which password."""
    click.echo("Sign in as one of these people, all invented:", err=True)
    width = max(len(person.username) for person in DEMONSTRATION_PEOPLE)
    for person in DEMONSTRATION_PEOPLE:
        role = ROLE_WORDS[person.role]
        click.echo(f"  {person.username:<{width}}  {person.full_name}, {role}", err=True)
    click.echo(f"The password of each is {DEMONSTRATION_PASSWORD}", err=True)
