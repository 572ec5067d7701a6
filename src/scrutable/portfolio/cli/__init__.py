"""`scrutable portfolio`: projects, their slips and trends, monthly updates in."""

import click

from scrutable.portfolio.cli.benefits import benefits, measure
from scrutable.portfolio.cli.capacity import capacity, procurements, redirections
from scrutable.portfolio.cli.dependence import dependence
from scrutable.portfolio.cli.lessons import lessons
from scrutable.portfolio.cli.listing import projects, slips, trend
from scrutable.portfolio.cli.mapping import maps
from scrutable.portfolio.cli.money import cases, dependencies, funding, tally
from scrutable.portfolio.cli.outcomes import handovers, judge, outcomes, put_look
from scrutable.portfolio.cli.processes import features, processes
from scrutable.portfolio.cli.strategies import strategies
from scrutable.portfolio.cli.updating import check, load, template, updates


@click.group(name="portfolio")
def group() -> None:
    """Projects, their dates and their status."""


for command in (
    benefits,
    measure,
    template,
    check,
    load,
    updates,
    maps,
    projects,
    slips,
    trend,
    cases,
    funding,
    dependencies,
    tally,
    dependence,
    capacity,
    procurements,
    redirections,
    processes,
    features,
    outcomes,
    judge,
    handovers,
    put_look,
    lessons,
    strategies,
):
    group.add_command(command)
