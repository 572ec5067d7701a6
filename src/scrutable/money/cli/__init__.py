"""`scrutable money`: budgets, approvals, the ledger, savings, the cost of IT."""

import click


@click.group(name="money")
def group() -> None:
    """Budgets, who decided on them, what was spent, and what was saved."""


OF_BUDGETS: tuple[click.Command, ...] = ()
for command in OF_BUDGETS:
    group.add_command(command)
