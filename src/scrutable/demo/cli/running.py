"""Seeding a council and building its report, said step by step on stderr."""

import sys
from pathlib import Path

import click
from django.conf import settings
from django.core.management import call_command

from scrutable.access.facts import DEMONSTRATION_PASSWORD, DEMONSTRATION_PEOPLE
from scrutable.access.presenters import ROLE_WORDS
from scrutable.audit import clock
from scrutable.demo.cli.starting import note_last
from scrutable.demo.facts import Council, Story
from scrutable.demo.intake.stories import story
from scrutable.demo.reads import REFUSED, StoreState, finds, store_state
from scrutable.kernel.wording import count_words, london_day
from scrutable.work.cli import progress_bar


def seed_council(council: Council) -> None:
    """Tell the council's story in its store, if it was not told yet."""
    told = story(council)
    if settings.DEMONSTRATION and store_state(told) is StoreState.BUILT:
        click.echo(f"{told.council_name}: was told already.", err=True)
    else:
        _seed(told)
    note_last(council)


def _seed(told: Story) -> None:
    from scrutable.demo import writes  # noqa: PLC0415  (slow to load, and most often not needed)

    try:
        if writes.make_room(told):
            click.echo("The story has changed: its store is built anew.", err=True)
        call_command("migrate", verbosity=0)
        with progress_bar(f"{told.council_name}: three years in a moment") as progress:
            writes.seed(told, progress=progress)
    except writes.NotForDemonstration as refused:
        raise click.ClickException(str(refused)) from refused
    click.echo(f"{told.council_name}: {len(told.happenings)} events told.", err=True)


def build_report(council: Council, out: Path) -> None:
    """Build the council's report in every format, print where each file is and what stops it."""
    from scrutable.demo import writes  # noqa: PLC0415  (slow to load, and not needed to seed)

    with progress_bar("Building the report") as progress:
        built = writes.build_report(story(council), out, progress=progress)
    state = "frozen" if built.edition.is_frozen else "a draft"
    click.echo(f"{built.edition.title}, {built.edition.reference}, {state}:", err=True)
    for path in built.files:
        click.echo(path)
    if built.faults:
        click.echo(f"Its check finds {count_words(len(built.faults), 'fault')}:", err=True)
    for fault in built.faults:
        click.echo(f"  {fault}", err=True)


def say_people() -> None:
    """Say who may sign in and with which password, and what else there is to try."""
    click.echo("Sign in as one of these people, all invented:", err=True)
    width = max(len(person.username) for person in DEMONSTRATION_PEOPLE)
    for person in DEMONSTRATION_PEOPLE:
        role = ROLE_WORDS[person.role]
        click.echo(f"  {person.username:<{width}}  {person.full_name}, {role}", err=True)
    click.echo(f"The password of each is {DEMONSTRATION_PASSWORD}", err=True)
    _say_finds()
    refused = settings.DATA_DIR / REFUSED
    if refused.exists():
        click.echo(f"Workbooks that were refused, to try: {_relative(refused)}", err=True)
    here = f"DEMONSTRATION=1 DATA_DIR={_relative(settings.DATA_DIR)} BASE_URL={settings.BASE_URL}"
    commands = Path(sys.executable).parent
    click.echo(f'For the terminal: export {here} PATH="{commands}:$PATH"', err=True)


def _say_finds() -> None:
    """Say what else there is to find, with the pages that show it."""
    found = finds(london_day(clock.now()))
    if found:
        click.echo("Some of what there is to find:", err=True)
    for find in found:
        click.echo(f"  {find.words}: {settings.BASE_URL}{find.page}", err=True)


def _relative(path: Path) -> Path:
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
