"""`scrutable money`: budgets, approvals, the ledger, savings, the cost of IT."""

import click

from scrutable.money.cli.costs import costs
from scrutable.money.cli.ledger import load_ledger, reconcile
from scrutable.money.cli.listing import budgets, check
from scrutable.money.cli.recording import approve, commit, load, template, virement
from scrutable.money.cli.savings import savings


@click.group(name="money")
def group() -> None:
    """Budgets, who decided on them, what was spent, and what was saved."""


OF_BUDGETS: tuple[click.Command, ...] = (
    budgets,
    check,
    approve,
    commit,
    virement,
    load,
    template,
    load_ledger,
    reconcile,
    savings,
)
OF_COSTS = (costs,)
for command in (*OF_BUDGETS, *OF_COSTS):
    group.add_command(command)
