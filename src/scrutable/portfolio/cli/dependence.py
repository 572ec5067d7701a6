"""`scrutable portfolio dependence`."""

from datetime import date, datetime

import click

from scrutable.audit import clock
from scrutable.audit.reads import number_at
from scrutable.govuk.cli import DAY, Cell, with_format, with_known_at, write_rows
from scrutable.kernel.wording import london_day
from scrutable.portfolio import reads
from scrutable.portfolio.facts import DependenceOn, SupplierShare
from scrutable.portfolio.presenters.dependence.saying import summary

COLUMNS = (
    "on",
    "supplier",
    "name",
    "part",
    "contracts",
    "without_value",
    "yearly_pounds",
    "share_percent",
    "projects",
    "priority_projects",
    "critical_services",
)


@click.command()
@click.option("--as-at", type=DAY, help="The day that is asked about; today, if none is given.")
@click.option("--over-time", is_flag=True, help="Print the end of each period too, oldest first.")
@with_known_at
@with_format
def dependence(
    as_at: date | None,
    over_time: bool,  # noqa: FBT001  (click's own)
    known_at: datetime | None,
    form: str,
) -> None:
    """Print each supplier's share of contract value, of projects and of critical work.

    A sum or share of contracts that state no value is left empty, and never nought. What the
    largest supplier carries, and carried a year before, goes to stderr.
    """
    known = number_at(known_at)
    found = reads.dependence(as_at or london_day(known_at or clock.now()), known)
    days = found.over_time if over_time else (found.now,)
    write_rows([_row(day, one) for day in days for one in day.shares], COLUMNS, form)
    click.echo(summary(found) or "No contract is in force.", err=True)


def _row(day: DependenceOn, one: SupplierShare) -> dict[str, Cell]:
    recorded = day.projects is not None
    return {
        "on": day.on,
        "supplier": one.supplier,
        "name": one.name,
        "part": ", ".join(sorted(role.value for role in one.roles)) or None,
        "contracts": len(one.contracts),
        "without_value": one.unvalued,
        "yearly_pounds": one.yearly,
        "share_percent": one.share,
        "projects": one.projects if recorded else None,
        "priority_projects": one.priority if recorded else None,
        "critical_services": one.critical,
    }
