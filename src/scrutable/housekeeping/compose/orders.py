"""Orders and suppliers in a report: what had no order, what came late, who was helped; pure.

Whatever stands here may be published: suppliers stand under the council’s number for them, since
their names are erased in time and a report must read the same for ever.
"""

from collections.abc import Iterable, Iterator

from scrutable.documents.blocks import (
    Block,
    Bullets,
    Cell,
    Citation,
    Column,
    Figure,
    Heading,
    KeyFigure,
    Run,
    Runs,
    Table,
)
from scrutable.documents.citing import cite, cite_many, figure, tag_cell
from scrutable.documents.saying import count_cell, numbered, plain
from scrutable.housekeeping.facts import (
    ContractSpend,
    OrderFault,
    OrderLine,
    OrdersSeen,
    PartOfEstate,
)
from scrutable.housekeeping.presenters.orders import glance
from scrutable.housekeeping.presenters.orders.tables import contract_tag
from scrutable.housekeeping.presenters.orders.words import (
    SIZE_WORDS,
    money_words,
    paid_words,
    percent_words,
    period_words,
    small,
)
from scrutable.housekeeping.presenters.words import LINE_WORDS, fault_words, line_words
from scrutable.kernel.wording import count_words, times_words

ANCHOR = "orders"
METHOD = (
    (
        "An invoice needs an order unless it gives money back or its category is exempt by the "
        "council’s own policy on its day. One dated on or before the day of its order was ordered "
        "after it was billed. Every invoice counts on one line, so that the lines add up to all."
    ),
    (
        "Suppliers are known by the council’s number for them, else by a name that no other has, "
        "and stand here under that number or a mark in its place: no report names a sole trader."
    ),
)
OF_ORDERS = (OrderFault.SPLIT, OrderFault.OVER_LIMIT, OrderFault.NO_LIMIT)


def finding(seen: OrdersSeen | None) -> tuple[Run, ...]:
    """Return how many invoices had no order, of how many, and how many were ordered late."""
    if seen is None:
        return ()
    cited, period = _cited(seen), _period(seen)
    late = count_words(seen.invoices(OrderLine.RETROSPECTIVE), "invoice")
    return (
        Figure(glance.title(seen), cited, period),
        f" ({glance.basis_words(seen)}); ",
        Figure(late, cited, period),
        " were ordered after they were billed.",
    )


def key_figures(seen: OrdersSeen | None) -> tuple[KeyFigure, ...]:
    """Return the share without an order, those ordered late, and the share of small suppliers."""
    if seen is None:
        return ()
    cited = _cited(seen)
    return tuple(
        KeyFigure(one.label, one.value, one.period, one.comparison, cited)
        for one in glance.figures(seen)
    )


def orders_section(seen: OrdersSeen | None) -> tuple[Block, ...]:
    """Return how things were bought: the sum, orders, suppliers again, contracts, the small."""
    heading = Heading(1, "Orders and suppliers", ANCHOR)
    if seen is None:
        return (heading, plain("No orders have been reconciled."))
    return (
        heading,
        numbered(*finding(seen)),
        _sum(seen),
        numbered(*_orders(seen)),
        *_again(seen),
        *_contracts(seen),
        numbered(*_helped(seen)),
        _sizes(seen),
    )


def _cited(seen: OrdersSeen) -> Citation:
    return Citation(seen.reference, seen.version)


def _period(seen: OrdersSeen) -> str:
    return period_words(seen.months, seen.as_at)


def _sum(seen: OrdersSeen) -> Table:
    rows = [
        _line(seen, line_words(PartOfEstate.ORDERS, line), [OrderLine(line)]) for line in _named()
    ]
    rows.append(_line(seen, "All invoices", list(OrderLine)))
    return Table(
        "Every invoice on one line",
        (
            Column("Line"),
            Column("Invoices", numeric=True),
            Column("Share", numeric=True),
            Column("Value", numeric=True),
        ),
        tuple(rows),
        totals=True,
        period=_period(seen),
    )


def _named() -> Iterable[str]:
    return LINE_WORDS[PartOfEstate.ORDERS]


def _line(seen: OrdersSeen, words: str, lines: list[OrderLine]) -> tuple[Cell, ...]:
    own = [one for one in seen.months if one.line in lines]
    cited = cite_many(seen.reference, own) if own else _cited(seen)
    count = seen.invoices(*lines)
    return (
        Cell(words),
        count_cell(count, cited),
        Cell(percent_words(count, seen.invoices()), cited),
        Cell(money_words(seen.pence(*lines)), cited),
    )


def _orders(seen: OrdersSeen) -> Iterator[Run]:
    cited, period = _cited(seen), _period(seen)
    yield "Of orders: "
    for at, fault in enumerate(OF_ORDERS):
        yield ", " if at else ""
        yield f"{fault_words(PartOfEstate.ORDERS, fault.value).lower()}: "
        yield figure(f"{seen.fault(fault):,}", cited, period)
    yield "."


def _again(seen: OrdersSeen) -> Iterator[Block]:
    if not seen.one_time:
        return
    items: list[Runs] = []
    for one in seen.one_time:
        said = f"used {times_words(one.spend.invoices)} for {money_words(one.spend.pence)}"
        items.append(
            (f"Supplier {one.spend.supplier}: ", figure(said, cite(one.spend), _period(seen)), ".")
        )
    yield plain("Suppliers that were to be used once only and were used again:")
    yield Bullets(tuple(items))


def _contracts(seen: OrdersSeen) -> Iterator[Block]:
    over = [one for one in seen.contracts if max(one.billed, one.ordered) > one.pence]
    if not seen.contracts:
        yield plain("No extract of contracts was taken, so nothing is held against one.")
        return
    if not over:
        yield plain("Nothing was billed or ordered beyond what a contract was approved for.")
        return
    over.sort(key=lambda one: (one.pence - max(one.billed, one.ordered), one.code))
    yield Table(
        "Contracts beyond what was approved",
        (
            Column("Contract"),
            Column("State"),
            Column("Approved", numeric=True),
            Column("Billed", numeric=True),
            Column("Ordered", numeric=True),
        ),
        tuple(_contract(one) for one in over),
        period=_period(seen),
    )


def _contract(one: ContractSpend) -> tuple[Cell, ...]:
    cited = cite(one)
    return (
        Cell(f"{one.code} {one.title}".strip()),
        tag_cell(contract_tag(one), cited),
        *(Cell(money_words(pence), cited) for pence in (one.pence, one.billed, one.ordered)),
    )


def _helped(seen: OrdersSeen) -> Iterator[Run]:
    cited, period, helped = _cited(seen), _period(seen), small(seen.sizes)
    share = percent_words(helped.pence, sum(one.pence for one in seen.sizes))
    paid = paid_words(helped.in_time, helped.late, helped.overdue)
    yield figure(count_words(helped.suppliers, "small or medium supplier"), cited, period)
    yield " had "
    yield figure(share, cited, period)
    yield " of what was billed; "
    yield figure(paid.lower() if paid == "Not known" else paid, cited, period)
    yield f" of their invoices were paid within {seen.policy.pay_small_days} days."


def _sizes(seen: OrdersSeen) -> Table:
    cited = _cited(seen)
    return Table(
        "Suppliers by size",
        (
            Column("Size"),
            Column("Suppliers", numeric=True),
            Column("Invoices", numeric=True),
            Column("Value", numeric=True),
            Column("Paid in time", numeric=True),
        ),
        tuple(
            (
                Cell(SIZE_WORDS[one.size]),
                count_cell(one.suppliers, cited),
                count_cell(one.invoices, cited),
                Cell(money_words(one.pence), cited),
                Cell(paid_words(one.in_time, one.late, one.overdue), cited),
            )
            for one in seen.sizes
        ),
        period=_period(seen),
    )
