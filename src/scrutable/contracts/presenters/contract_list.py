"""The list of contracts, each with how it did in the month; pure."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from scrutable.contracts.facts import Counts, Status
from scrutable.contracts.presenters import cells
from scrutable.contracts.presenters.addresses import contract_address
from scrutable.contracts.presenters.words import WORDS
from scrutable.govuk.facts import Cell, Column, Row, Table
from scrutable.kernel.periods import Month
from scrutable.kernel.wording import count_words
from scrutable.registers.facts import Contract
from scrutable.registers.presenters import ROLE_WORDS, supplier_address, value_words

PUBLISHED = "Only what was published"
NO_KPIS = "No KPI defined"


def title(contracts: Sequence[Contract]) -> str:
    """Return how many contracts there are, with how many suppliers."""
    suppliers = {contract.supplier.reference for contract in contracts}
    if not contracts:
        return "Contracts"
    said = count_words(len(contracts), "contract")
    return f"{said} with {count_words(len(suppliers), 'supplier')}"


def table(contracts: Sequence[Contract], counted: Mapping[str, Counts], month: Month) -> Table:
    """Return every contract with supplier, last month's counts, end and value."""
    return Table(
        name="contracts",
        caption="Contracts",
        columns=(
            Column("contract", "Contract"),
            Column("supplier", "Supplier"),
            Column("met", f"Met target, {month.short}", numeric=True),
            Column("minimum", f"Below minimum, {month.short}", numeric=True),
            Column("ends", "Ends"),
            Column("value", "Value", numeric=True),
        ),
        rows=tuple(_row(one, counted.get(one.code)) for one in contracts),
        empty="No contract is recorded yet. Add a supplier, then its contract.",
    )


def _row(contract: Contract, counts: Counts | None) -> Row:
    supplier, role = contract.supplier.name, ROLE_WORDS[contract.role]
    return (
        Cell(contract.title, href=contract_address(contract.code), note=contract.code),
        Cell(supplier, href=supplier_address(contract), note=role),
        *_standing(contract, counts),
        cells.day_cell(contract.last_day, "Not known"),
        Cell(value_words(contract), number=contract.value_pounds),
    )


def _standing(contract: Contract, counts: Counts | None) -> tuple[Cell, Cell]:
    """Return met and below minimum, or why neither can be said."""
    if counts is None or not counts.owed:
        none = Cell(PUBLISHED if contract.published_only else NO_KPIS)
        return none, none
    if not counts.judged:
        reason = max((s for s in counts.by_status if s.is_owed), key=counts.of)
        none = Cell(WORDS[reason])
        return none, none
    met = counts.of(Status.MET)
    share = Decimal(met) / counts.owed
    return (
        Cell(f"{met} of {counts.owed}", number=share),
        cells.count_cell(counts.of(Status.BELOW_MINIMUM)),
    )
