"""`scrutable councillors`: totals only; nobody is named on a terminal."""

import click

from scrutable.councillors.cli.keys import key, rotate
from scrutable.councillors.cli.listing import cover, kit, paper, pilots, sessions
from scrutable.councillors.cli.telling import ask, load_pages, template


@click.group()
def group() -> None:
    """Show how councillors are helped with IT, in totals, and load what was printed."""


for command in (cover, sessions, pilots, kit, paper, load_pages, template, ask, key, rotate):
    group.add_command(command)
