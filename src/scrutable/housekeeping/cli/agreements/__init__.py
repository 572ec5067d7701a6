"""`scrutable housekeeping agreements`: terms, notice, and who let each run on."""

import click

from scrutable.housekeeping.cli.agreements.listing import coming, listed, ran_on, show
from scrutable.housekeeping.cli.agreements.loading import load
from scrutable.housekeeping.cli.agreements.telling import add, change, cure, renew


@click.group()
def agreements() -> None:
    """Agreements with suppliers: their terms, notice dates, those that ran on without approval."""


for command in (listed, show, add, change, renew, cure, coming, ran_on, load):
    agreements.add_command(command)
