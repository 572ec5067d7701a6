"""Suppliers, orders and invoices as the finance system exports them; pure."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count

from scrutable.demo.facts import Bought, Estate, EstateDay
from scrutable.demo.rules.chance import pick
from scrutable.demo.rules.estate.people import Row, uk

SUPPLIER = ("Supplier Number", "Supplier Name", "SME Status", "Sole Trader", "One Time")
ORDER = ("PO Number", "Supplier Number", "Supplier", "Order Date", "Net Amount", "Approved By")
INVOICE = (
    *("Invoice No", "Supplier Number", "Supplier", "PO Number", "Invoice Date", "Amount"),
    *("Category", "Date Received", "Date Paid"),
)
APPROVER = ("Approver", "Limit")
LIMITS = {"Head of ICT": 100_000, "Service Desk Manager": 25_000, "Team Leader": 10_000}
EXEMPT = ("Utilities", "Postage", "Business rates", "Staff expenses", "Temporary accommodation")
NEEDED = ("Hardware", "Software", "Consultancy", "Training", "Repairs", "Stationery")
TRADES = ("Care", "Print", "Electrical", "Catering", "Transport", "Cleaning", "Training", "Timber")
SIZES = ("Micro", "Small", "Small", "Medium", "Large", "")
LISTED = 340  # suppliers
ONE_TIME = 339  # place of the one-time supplier that was used again and again
QUARTER = 91  # days


def suppliers(estate: Estate, day: EstateDay) -> Iterator[Row]:  # noqa: ARG001  (what all are asked)
    """Yield the list of suppliers."""
    yield SUPPLIER
    for place in range(LISTED):
        number, name = _supplier(estate, place)
        size = SIZES[pick(0, len(SIZES) - 1, "size", place)]
        yield number, name, size, _yes(_is_sole(place)), _yes(place == ONE_TIME)


def approvers(estate: Estate, day: EstateDay) -> Iterator[Row]:  # noqa: ARG001  (what all are asked)
    """Yield who may approve how much."""
    yield APPROVER
    for name, pounds in LIMITS.items():
        yield name, f"{pounds:,}.00"


def orders(estate: Estate, day: EstateDay) -> Iterator[Row]:
    """Yield the orders of the quarter: those that invoices name, a few too large, a few split."""
    yield ORDER
    bought = _of(day)
    numbers = count(1)
    for at in range(bought.ordered + bought.retrospective):
        number, billed = next(numbers), _billed(day, at)
        late = at >= bought.ordered
        placed = billed + timedelta(
            days=pick(0, 12, "late", at) if late else -pick(1, 45, "po", at)
        )
        yield _order(estate, number, at, placed, _pounds(at), "")
    for at in range(bought.over_limit):
        yield _order(
            estate, next(numbers), at, day.on, 25_000 + 175 * (at + 1), "Service Desk Manager"
        )
    for at in range(bought.split):
        yield _order(estate, next(numbers), ONE_TIME - 1 - at // 2, day.on, 6_400, "Team Leader")


def invoices(estate: Estate, day: EstateDay) -> Iterator[Row]:
    """Yield the invoices of the quarter; what names an order comes first."""
    yield INVOICE
    bought = _of(day)
    numbered = bought.ordered + bought.retrospective
    for at in range(numbered):
        yield _invoice(estate, day, at, f"PO{at + 1:05}", NEEDED)
    for at in range(numbered, numbered + bought.without):
        yield _invoice(estate, day, at, "", NEEDED)
    for at in range(numbered + bought.without, numbered + bought.without + bought.exempt):
        yield _invoice(estate, day, at, "", EXEMPT)
    for at in range(bought.unknown):
        yield _invoice(estate, day, 50_000 + at, f"PO9{at:04}", NEEDED)
    for at in range(bought.one_time):
        yield _invoice(estate, day, 60_000 + at, "", EXEMPT, ONE_TIME)


def _of(day: EstateDay) -> Bought:
    assert day.bought is not None  # noqa: S101  (asked for only where there is any)
    return day.bought


def _order(estate: Estate, number: int, at: int, placed: date, pounds: int, approver: str) -> Row:
    code, name = _supplier(estate, at % ONE_TIME)
    by = approver or next(who for who, most in reversed(LIMITS.items()) if pounds <= most)
    return f"PO{number:05}", code, name, uk(placed), f"{pounds:,}.00", by


def _invoice(
    estate: Estate,
    day: EstateDay,
    at: int,
    order: str,
    categories: tuple[str, ...],
    supplier: int | None = None,
) -> Row:
    code, name = _supplier(estate, at % ONE_TIME if supplier is None else supplier)
    billed = _billed(day, at)
    came = billed + timedelta(days=pick(0, 4, "came", at))
    paid = came + timedelta(days=pick(2, 15, "paid", at))
    return (
        *(f"INV{day.on:%y%m}{at:05}", code, name, order, uk(billed), f"{_pounds(at):,}.00"),
        *(categories[at % len(categories)], uk(came), uk(paid) if paid <= day.on else ""),
    )


def _billed(day: EstateDay, at: int) -> date:
    return day.on - timedelta(days=pick(5, QUARTER - 1, "billed", at, day.on))


def _pounds(at: int) -> int:
    """Return what it came to: mostly little; each approver's orders stay within their limit."""
    return pick(40, 900, "pounds", at) * (40 if at % 29 == 0 else 4 if at % 7 == 0 else 1)


def _supplier(estate: Estate, place: int) -> tuple[str, str]:
    last = estate.names.last[place * 7 % len(estate.names.last)]
    if _is_sole(place):
        first = estate.names.first[place * 11 % len(estate.names.first)]
        return f"S{4000 + place}", f"{first} {last}"
    return f"S{4000 + place}", f"{last} {TRADES[place % len(TRADES)]} Ltd"


def _is_sole(place: int) -> bool:
    return place % 19 == 4


def _yes(said: bool) -> str:  # noqa: FBT001  (the value itself)
    return "Yes" if said else "No"
