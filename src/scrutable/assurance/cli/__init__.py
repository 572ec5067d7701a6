"""`scrutable assurance`: what a council may be reassured by."""

import click

from scrutable.assurance.cli.answers import COMMANDS as OF_ANSWERS
from scrutable.assurance.cli.assessments import COMMANDS as OF_ASSESSMENTS
from scrutable.assurance.cli.remediation import COMMANDS as OF_PLANS


@click.group(name="assurance")
def group() -> None:
    """Assessments, critical systems, issues and claims."""


for command in (
    *OF_ASSESSMENTS,
    *OF_ANSWERS,
    *OF_PLANS,
):
    group.add_command(command)
