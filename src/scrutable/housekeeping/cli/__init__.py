"""`scrutable housekeeping`: extracts in, accounts and devices against people."""

import click

from scrutable.housekeeping.cli.agreements import agreements
from scrutable.housekeeping.cli.findings import COMMANDS as OF_FINDINGS
from scrutable.housekeeping.cli.initiatives import initiatives
from scrutable.housekeeping.cli.keeping import mapping, mappings, retain
from scrutable.housekeeping.cli.licences import position, product, sign, statements
from scrutable.housekeeping.cli.orders import orders, suppliers
from scrutable.housekeeping.cli.reconciling import reconcile
from scrutable.housekeeping.cli.taking import take
from scrutable.housekeeping.cli.trends import trend


@click.group(name="housekeeping")
def group() -> None:
    """Accounts and devices: does each belong to somebody at work."""


OF_ORDERS = (orders, suppliers)
OF_LICENCES = (position, product, sign, statements)
for command in (
    agreements,
    take,
    reconcile,
    mapping,
    mappings,
    retain,
    trend,
    initiatives,
    *OF_LICENCES,
    *OF_ORDERS,
    *OF_FINDINGS,
):
    group.add_command(command)
