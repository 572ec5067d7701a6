"""`scrutable contracts load`."""

from pathlib import Path
from typing import Any

import click

from scrutable.access.facts import Permission
from scrutable.audit import clock
from scrutable.audit.reads import number_at
from scrutable.contracts import reads, writes
from scrutable.contracts.cli.opening import FILE, Asked, map_at, read_at, tell
from scrutable.contracts.cli.speaking import REFUSALS, check_named_for, today
from scrutable.contracts.facts import (
    IncomingReturn,
    LoadPlan,
    PlannedRow,
    Result,
    ReturnReceived,
    ReturnRow,
    Standing,
)
from scrutable.contracts.presenters.words import NO_VALUE_WORDS, WORDS
from scrutable.govuk.cli import MONTH, Cell, refusals_in_words, with_format, write_rows
from scrutable.kernel.wording import count_words

STATES = [Standing.PROVISIONAL, Standing.VERIFIED, Standing.RESTATED]
NEEDED = {Standing.PROVISIONAL: Permission.SEND_RETURNS}  # else LOAD_RETURNS, as on the pages
PLAN_COLUMNS = ("kpi", "action", "before", "after", "status_before", "status_after", "place")


@click.command()
@click.argument("path", type=FILE)
@click.option("--by", required=True, help="Who loads it, such as j.smith.")
@click.option(
    "--state",
    type=click.Choice([state.value for state in STATES]),
    show_default=True,
    default=Standing.PROVISIONAL.value,
    help="How firm the figures are.",
)
@click.option("--contract", help="The contract, where the file does not say.")
@click.option("--month", type=MONTH, help="The month, where the file does not say.")
@click.option("--map", "cell_map", type=FILE, help="A map of cells whose lines name KPIs (csv).")
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
@with_format
def load(path: Path, by: str, state: str, dry_run: bool, form: str, **meant: Any) -> None:  # noqa: FBT001  (click's own)
    """Load a filled workbook, all of it or nothing.

    The same file twice changes nothing. A second, different file for a month is taken as an
    addendum where it is verified or restated, and refused while it is provisional.
    """
    cells = map_at(meant["cell_map"]) if meant["cell_map"] else None
    asked = Asked(contract=meant["contract"], month=meant["month"], cells=cells)
    with refusals_in_words(*REFUSALS):
        read = read_at(path, asked)
        tell(str(path), read.reading.errors, read.reading.notices)
        if read.reading.errors or read.contract is None or read.month is None:
            raise click.ClickException("Nothing was loaded.")
        needed = NEEDED.get(Standing(state), Permission.LOAD_RETURNS)
        check_named_for(by, needed, read.contract.code)
        incoming = IncomingReturn(
            contract=read.contract.code,
            month=read.month,
            rows=read.reading.rows,
            content=read.content,
            name=path.name,
            standing=Standing(state),
        )
        plan = reads.load_plan(incoming, as_at=today(), known=number_at())
        received = None
        if not dry_run:
            received = writes.load_return(incoming=incoming, by=by, at=clock.now())
    write_rows([_plan_row(row) for row in plan.rows], PLAN_COLUMNS, form)
    click.echo(_outcome(plan, received), err=True)


def _outcome(plan: LoadPlan, received: ReturnReceived | None) -> str:
    if plan.already_loaded:
        return f"This very file is {plan.already_loaded} already. Nothing changes."
    changes = count_words(plan.changes, "result")
    if received is None:
        return f"{changes} would be new or changed. Nothing was stored."
    return f"Loaded as {received.reference}: {changes} new or changed."


def _plan_row(row: PlannedRow) -> dict[str, Cell]:
    return {
        "kpi": row.code,
        "action": row.action,
        "before": _value(row.before),
        "after": _value(row.after),
        "status_before": WORDS[row.status_before] if row.status_before else None,
        "status_after": WORDS[row.status_after],
        "place": row.after.place,
    }


def _value(said: Result | ReturnRow | None) -> Cell:
    if said is None:
        return None
    return said.value if said.no_value is None else NO_VALUE_WORDS[said.no_value]
