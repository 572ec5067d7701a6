"""`scrutable assurance`: what a council may be reassured by."""

import click

from scrutable.assurance.cli.answers import COMMANDS as OF_ANSWERS
from scrutable.assurance.cli.assessments import COMMANDS as OF_ASSESSMENTS
from scrutable.assurance.cli.claims import COMMANDS as OF_CLAIMS
from scrutable.assurance.cli.issues import COMMANDS as OF_ISSUES
from scrutable.assurance.cli.registers import COMMANDS as OF_REGISTERS
from scrutable.assurance.cli.remediation import COMMANDS as OF_PLANS
from scrutable.assurance.cli.systems import COMMANDS as OF_SYSTEMS


@click.group(name="assurance")
def group() -> None:
    """Assessments, critical systems, issues and claims."""


for command in (
    *OF_ASSESSMENTS,
    *OF_ANSWERS,
    *OF_PLANS,
    *OF_SYSTEMS,
    *OF_ISSUES,
    *OF_CLAIMS,
    *OF_REGISTERS,
):
    group.add_command(command)
