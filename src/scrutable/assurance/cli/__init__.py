"""`scrutable assurance`: what a council may be reassured by."""

import click

from scrutable.assurance.cli.assessments import COMMANDS as OF_ASSESSMENTS


@click.group(name="assurance")
def group() -> None:
    """Assessments, critical systems, issues and claims."""


for command in (*OF_ASSESSMENTS,):
    group.add_command(command)
