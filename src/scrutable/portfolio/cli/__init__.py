"""`scrutable portfolio`: projects, their slips and trends, monthly updates in."""

import click

from scrutable.portfolio.cli.capacity import capacity, procurements, redirections
from scrutable.portfolio.cli.listing import projects, slips, trend
from scrutable.portfolio.cli.processes import features, processes
from scrutable.portfolio.cli.updating import load, template


@click.group(name="portfolio")
def group() -> None:
    """Projects, their dates and their status."""


for command in (
    template,
    load,
    projects,
    slips,
    trend,
    capacity,
    procurements,
    redirections,
    processes,
    features,
):
    group.add_command(command)
