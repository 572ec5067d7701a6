"""A supplier's page: what was bought of it, when, and what was wrong; pure."""

from scrutable.govuk.facts import Cell, Column, Table, Term
from scrutable.govuk.presenters import count_cell, day_cell
from scrutable.housekeeping.facts import FindingStanding, PartOfEstate, SupplierSeen, WorkState
from scrutable.housekeeping.presenters.orders.tables import paid_cell, pence_cell
from scrutable.housekeeping.presenters.orders.words import (
    SIZE_WORDS,
    money_words,
    paid_words,
    supplier_words,
)
from scrutable.housekeeping.presenters.words import fault_words
from scrutable.kernel.wording import capital, count_words, date_words, times_words

YES_NO = {True: "Yes", False: "No", None: "The extract does not say"}
PUBLISHED = {
    True: "Withheld: its name is a person’s",
    False: "Open",
    None: "Withheld until the extract says that it is no sole trader",
}


def title(seen: SupplierSeen) -> str:
    """Return the supplier's name with the gravest that is wrong, where anything is."""
    name, spend = supplier_words(seen.one), seen.one.spend
    if spend.is_one_time and spend.invoices > 1:
        return f"{name}: a one-time supplier used {times_words(spend.invoices)}"
    if spend.without:
        return f"{name}: {count_words(spend.without, 'invoice')} without an order"
    return name


def summary(seen: SupplierSeen) -> str:
    """Return one sentence of what was bought."""
    spend = seen.one.spend
    return (
        f"As at {date_words(spend.as_at)}: {count_words(spend.invoices, 'invoice')} for "
        f"{money_words(spend.pence)}, {count_words(spend.orders, 'order')} for "
        f"{money_words(spend.ordered_pence)}."
    )


def terms(seen: SupplierSeen) -> tuple[Term, ...]:
    """Return what is known of the supplier, line by line."""
    spend = seen.one.spend
    return (
        Term(label="Size", value=SIZE_WORDS[spend.size]),
        Term(label="Sole trader", value=YES_NO[spend.is_sole_trader]),
        Term(label="Name in what is published", value=PUBLISHED[spend.is_sole_trader]),
        Term(label="To be used once only", value=YES_NO[spend.is_one_time]),
        Term(label="Invoices without an order", value=_both(spend.without, spend.without_pence)),
        Term(label="Ordered after billing", value=f"{spend.retrospective:,}"),
        Term(
            label="Paid in time",
            value=paid_words(spend.in_time, spend.late, spend.overdue),
        ),
    )


def _both(number: int, pence: int) -> str:
    return f"{number:,}, {money_words(pence)}"


def history_table(seen: SupplierSeen) -> Table:
    """Return what each look came to, the last first."""
    return Table(
        name="history",
        caption="As at each day",
        columns=(
            Column("as-at", "As at"),
            Column("orders", "Orders", numeric=True),
            Column("ordered", "Ordered", numeric=True),
            Column("invoices", "Invoices", numeric=True),
            Column("billed", "Billed", numeric=True),
            Column("without", "Without an order", numeric=True),
            Column("retrospective", "Ordered after billing", numeric=True),
            Column("paid", "Paid in time", numeric=True),
        ),
        rows=tuple(
            (
                day_cell(one.as_at, ""),
                count_cell(one.orders),
                pence_cell(one.ordered_pence),
                count_cell(one.invoices),
                pence_cell(one.pence),
                count_cell(one.without),
                count_cell(one.retrospective),
                paid_cell(one.in_time, one.late, one.overdue),
            )
            for one in reversed(seen.history)
        ),
        empty="Nothing was bought of it.",
    )


def finding_table(seen: SupplierSeen) -> Table:
    """Return what was found wrong with its invoices and orders, the longest standing first."""
    return Table(
        name="findings",
        caption="What was found wrong",
        columns=(
            Column("finding", "Finding"),
            Column("fault", "What is wrong"),
            Column("state", "State"),
            Column("since", "Since"),
            Column("value", "Value", numeric=True),
        ),
        rows=tuple(_finding(*one) for one in seen.findings),
        empty="Nothing that was found wrong with its invoices and orders is kept.",
    )


def _finding(one: FindingStanding, state: WorkState, key: str) -> tuple[Cell, ...]:
    kind, _, rest = key.partition("/")
    said = capital(f"{kind} {rest.partition('/')[2] or rest}".strip())
    return (
        Cell(said, href=f"/estate/findings/{one.number}/"),
        Cell(fault_words(PartOfEstate.ORDERS, one.fault)),
        Cell(capital(state.value.replace("_", " "))),
        day_cell(one.first_on, ""),
        Cell("Not valued") if one.pence is None else pence_cell(one.pence),
    )
