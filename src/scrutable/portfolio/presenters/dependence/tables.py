"""Every supplier with what it carries, and the same over time; pure."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from scrutable.govuk.facts import Cell, Column, Row, Table
from scrutable.govuk.presenters import count_cell, day_cell, money_cell
from scrutable.kernel.wording import count_words
from scrutable.portfolio.facts.dependence import Dependence, DependenceOn, SupplierShare
from scrutable.portfolio.presenters.dependence.saying import (
    NOT_RECORDED,
    NOT_STATED,
    NOTHING,
    parts_words,
    percent_words,
    points_words,
    prime_share,
    prime_words,
    share_words,
)
from scrutable.portfolio.rules import dependence as rules
from scrutable.registers.facts import Supplier


def address(supplier: str) -> str:
    """Return the address of a supplier's page."""
    return f"/suppliers/{supplier.removeprefix('supplier/')}/"


def supplier_table(found: Dependence, suppliers: Sequence[Supplier]) -> Table:
    """Return every supplier that carries something, the largest share first."""
    ends = _next_ends(found)
    return Table(
        name="suppliers",
        caption="What each supplier carries",
        columns=(
            Column("supplier", "Supplier"),
            Column("part", "Part played"),
            Column("contracts", "Contracts in force", numeric=True),
            Column("yearly", "Value a year", numeric=True),
            Column("share", "Share of value", numeric=True),
            Column("change", "Against a year before", numeric=True),
            Column("projects", "Projects", numeric=True),
            Column("priority", "On the priority list", numeric=True),
            Column("critical", "Critical services", numeric=True),
            Column("ends", "Next contract to end"),
        ),
        rows=tuple(_supplier(found, one, ends) for one in found.now.shares),
        empty="No contract is in force, and no running project names a supplier."
        if suppliers
        else "No supplier is recorded yet. Add the first: its name is all that is needed.",
    )


def idle(found: Dependence, suppliers: Sequence[Supplier]) -> tuple[tuple[str, str], ...]:
    """Return name and address of each supplier without contract and project."""
    known = {one.supplier for one in found.now.shares}
    return tuple(
        (one.name, address(one.reference)) for one in suppliers if one.reference not in known
    )


def _supplier(found: Dependence, one: SupplierShare, ends: Mapping[str, date]) -> Row:
    unvalued = count_words(one.unvalued, "contract")
    note = f"and {unvalued} without a value" if one.unvalued and one.yearly is not None else ""
    yearly = money_cell(one.yearly, NOT_STATED if one.contracts else NOTHING)
    before = found.before.of(one.supplier)
    end = ends.get(one.supplier)
    return (
        Cell(one.name, href=address(one.supplier)),
        Cell(parts_words(one)),
        count_cell(len(one.contracts)),
        Cell(yearly.text, number=yearly.number, note=note),
        Cell(share_words(one), number=one.share),
        Cell(points_words(before, one), number=_points(before, one)),
        count_cell(one.projects),
        count_cell(one.priority),
        count_cell(one.critical),
        Cell(NOTHING) if end is None else day_cell(end, ""),
    )


def _points(before: SupplierShare | None, now: SupplierShare) -> Decimal | None:
    if before is None or before.share is None or now.share is None:
        return None
    return now.share - before.share


def _next_ends(found: Dependence) -> dict[str, date]:
    ends: dict[str, date] = {}
    for contract in found.contracts:
        if rules.in_force(contract, found.as_at, found.as_at):
            end = rules.last_day(contract, found.as_at)
            supplier = contract.supplier.reference
            ends[supplier] = min(end, ends.get(supplier, end))
    return ends


def over_time_table(found: Dependence, shown: Sequence[SupplierShare]) -> Table:
    """Return the shares at the end of each period: of those shown, of the others, of the prime."""
    return Table(
        name="over_time",
        caption="Share of the yearly contract value over time",
        columns=(
            Column("on", "On"),
            Column("contracts", "Contracts in force", numeric=True),
            Column("unvalued", "Of them without a value", numeric=True),
            Column("yearly", "Value a year", numeric=True),
            *(Column(f"share_{at}", one.name, numeric=True) for at, one in enumerate(shown)),
            Column("others", "All others", numeric=True),
            Column("prime", "Prime suppliers", numeric=True),
        ),
        rows=tuple(_over_time(day, shown) for day in found.over_time),
        empty="No contract is recorded yet.",
    )


def _over_time(day: DependenceOn, shown: Sequence[SupplierShare]) -> Row:
    own = [day.of(one.supplier) for one in shown]
    rest = others_share(day, shown)
    return (
        day_cell(day.on, ""),
        count_cell(day.contracts),
        count_cell(day.unvalued),
        money_cell(day.yearly or None, NOT_STATED),
        *(Cell(share_words(one), number=one.share if one else None) for one in own),
        Cell(NOT_STATED if rest is None else percent_words(rest), number=rest),
        Cell(prime_words(day), number=prime_share(day)),
    )


def others_share(day: DependenceOn, shown: Sequence[SupplierShare]) -> Decimal | None:
    """Return what all suppliers but those shown carry; None where no value is stated."""
    if not day.yearly:
        return None
    own = {one.supplier for one in shown}
    return sum(
        (one.share or Decimal(0) for one in day.shares if one.supplier not in own), Decimal(0)
    )


def work_table(found: Dependence, one: SupplierShare) -> Table:
    """Return over time how many projects and critical services are with one supplier."""
    return Table(
        name="work",
        caption=f"Priority projects and critical services with {one.name} over time",
        columns=(
            Column("on", "On"),
            Column("priority", f"Priority projects with {one.name}", numeric=True),
            Column("others", "With others only", numeric=True),
            Column("nobody", "With no supplier", numeric=True),
            Column("critical", f"Critical services with {one.name}", numeric=True),
            Column("of_all", "Of all critical services", numeric=True),
        ),
        rows=tuple(_work(day, day.of(one.supplier)) for day in found.over_time),
        empty="No contract is recorded yet.",
    )


def _work(day: DependenceOn, own: SupplierShare | None) -> Row:
    priority = own.priority if own else 0
    counts = (
        tuple(Cell(NOT_RECORDED) for _ in range(3))
        if day.priority is None
        else (
            count_cell(priority),
            count_cell(day.supplied - priority),
            count_cell(day.priority - day.supplied),
        )
    )
    return (
        day_cell(day.on, ""),
        *counts,
        count_cell(own.critical if own else 0),
        count_cell(day.critical),
    )
