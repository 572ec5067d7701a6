"""`scrutable contracts`: returns, judgement, credits, corrections, mitigation, attention."""

import click

from scrutable.contracts.cli.answering import attention, credits_due, judge
from scrutable.contracts.cli.changing import correct, mitigate
from scrutable.contracts.cli.chasing import chase
from scrutable.contracts.cli.loading import load
from scrutable.contracts.cli.returning import check, template


@click.group(name="contracts")
def group() -> None:
    """Suppliers' returns and how they are judged."""


for command in (template, check, load, judge, credits_due, correct, mitigate, attention, chase):
    group.add_command(command)
