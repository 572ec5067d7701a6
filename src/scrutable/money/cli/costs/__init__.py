"""`scrutable money costs`: the cost of IT by business area."""

import click

from scrutable.money.cli.costs.loading import allocate, load, template
from scrutable.money.cli.costs.telling import area, bodies, compare, driver, pools, unit_costs


@click.group()
def costs() -> None:
    """Bring what IT costs to the areas that it is for, by declared drivers, to the penny."""


for command in (load, allocate, template, area, pools, unit_costs, bodies, compare, driver):
    costs.add_command(command)
