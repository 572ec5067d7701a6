"""Returns as pages show them: received, due, and what a file would change; pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from scrutable.contracts.facts import (
    KpiDefinition,
    LoadPlan,
    PlannedRow,
    ReturnOwed,
    ReturnReceived,
)
from scrutable.contracts.presenters import cells, words
from scrutable.contracts.presenters.addresses import contract_address, kpi_address, trace_address
from scrutable.contracts.presenters.versions import result_words
from scrutable.govuk.facts import Cell, Column, Row, Table
from scrutable.kernel.periods import Month
from scrutable.kernel.wording import count_words

ACTION_WORDS = {"new": "New", "changed": "Changed", "unchanged": "Same as before"}
ORDER = {"changed": "0", "new": "1", "unchanged": "2"}


def plan_title(plan: LoadPlan) -> str:
    """Return what loading would do, as a finding."""
    if plan.already_loaded:
        return "This very file is loaded already"
    if not plan.changes:
        return "Nothing in this return is new"
    new = sum(row.action == "new" for row in plan.rows)
    changed = plan.changes - new
    if not changed:
        return f"This return would add {count_words(new, 'result')}"
    added = f"add {count_words(new, 'result')} and " if new else ""
    return f"This return would {added}change {count_words(changed, 'result')}"


def plan_table(plan: LoadPlan, definitions: Mapping[str, KpiDefinition]) -> Table:
    """Return what loading would do to each result, changes first."""
    rows = sorted(plan.rows, key=lambda row: ORDER[row.action])
    return Table(
        name="plan",
        caption=f"{plan.contract}, {plan.month.words}: what loading would do",
        columns=(
            Column("kpi", "KPI"),
            Column("action", "What happens"),
            Column("before", "Known until now", numeric=True),
            Column("after", "In this return", numeric=True),
            Column("status_before", "Status until now"),
            Column("status_after", "Status from this return"),
            Column("place", "Read from"),
        ),
        rows=tuple(_plan_row(row, definitions[row.code]) for row in rows),
        empty="The return names no KPI of this contract.",
    )


def _plan_row(row: PlannedRow, known: KpiDefinition) -> Row:
    before = row.before
    was = Cell("Not judged until now")
    if row.status_before:
        was = Cell("", tags=(cells.status_tag(row.status_before),))
    after = (
        Cell(words.value_words(known, row.after.value), number=row.after.value)
        if row.after.value is not None
        else Cell(
            words.NO_VALUE_WORDS[row.after.no_value] if row.after.no_value else "Not measured"
        )
    )
    return (
        Cell(known.code, href=kpi_address(known.contract, known.code), note=known.title),
        Cell(ACTION_WORDS[row.action], order=ORDER[row.action]),
        Cell(result_words(known, before), number=before.value) if before else Cell("Nothing"),
        after,
        was,
        Cell("", tags=(cells.status_tag(row.status_after),)),
        Cell(row.after.place or "Typed in"),
    )


def received_table(returns: Sequence[ReturnReceived]) -> Table:
    """Return the returns received, newest month first."""
    return Table(
        name="returns",
        caption="Returns received",
        columns=(
            Column("month", "Month"),
            Column("contract", "Contract"),
            Column("file", "File"),
            Column("kind", "Kind"),
            Column("results", "Results", numeric=True),
            Column("received", "Received"),
            Column("by", "Taken in by"),
        ),
        rows=tuple(_received_row(taken) for taken in returns),
        empty=(
            "No return has been received yet. Download the month’s template, fill it in and send "
            "it: it is then listed here with its file."
        ),
    )


def _received_row(taken: ReturnReceived) -> Row:
    return (
        cells.month_cell(taken.month, trace_address(taken.reference)),
        Cell(taken.contract, href=contract_address(taken.contract)),
        Cell(taken.file_name),
        Cell(words.SOURCE_WORDS[taken.source]),
        Cell(f"{taken.results:,}", number=Decimal(taken.results)),
        cells.moment_cell(taken.received_at),
        Cell(taken.by),
    )


def returns_title(late: int) -> str:
    """Return the finding of the returns page."""
    if not late:
        return "No return is late"
    return f"{count_words(late, 'return')} {'is' if late == 1 else 'are'} late"


def late_table(owed: Sequence[ReturnOwed], as_at: date) -> Table:
    """Return the returns that are late, the longest late first."""
    return Table(
        name="late",
        caption="Late returns",
        columns=(
            Column("month", "Month"),
            Column("contract", "Contract"),
            Column("supplier", "Supplier"),
            Column("due", "Was due"),
            Column("days", "Days late", numeric=True),
        ),
        rows=tuple(
            (
                cells.month_cell(one.month),
                Cell(one.contract.title, href=contract_address(one.contract.code)),
                Cell(one.contract.supplier.name),
                cells.day_cell(one.due_on, "Not known"),
                cells.count_cell((as_at - one.due_on).days),
            )
            for one in owed
        ),
        empty="Every return that was due has come.",
    )


@dataclass(frozen=True, slots=True)
class Waiting:
    """A month whose results are still provisional."""

    contract: str
    month: Month
    number: int

    @property
    def words(self) -> str:
        """Return what waits: "CSS, September 2026: 46 provisional results"."""
        said = count_words(self.number, "provisional result")
        return f"{self.contract}, {self.month.words}: {said}"

    @property
    def address(self) -> str:
        """Return where they are verified."""
        return f"/contracts/{self.contract}/verify/{self.month}/"


def plan_summary(plan: LoadPlan, name: str) -> str:
    """Return which file it is, and what stays as it is."""
    same = len(plan.rows) - plan.changes
    standing = words.STANDING_WORDS[plan.standing].lower()
    kind = words.SOURCE_WORDS[plan.source].lower()
    said = f"{name}, {kind} for {plan.month.words}, {standing}."
    if not same:
        return said
    return f"{said} {count_words(same, 'result')} {'stays' if same == 1 else 'stay'} as known."
