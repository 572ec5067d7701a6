"""What suppliers, sizes and shares are called, and where they are shown; pure."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from scrutable.housekeeping.facts import (
    SMALL_SIZES,
    InvoiceMonth,
    OneSupplier,
    SizeSum,
    SupplierSize,
)
from scrutable.kernel.money import money_exact
from scrutable.kernel.periods import Month

ORDERS = "/estate/orders/"
SUPPLIERS = "/estate/suppliers/"
SOLE_TRADER = "A sole trader"
MAYBE_SOLE_TRADER = "May be a sole trader"
ERASED = "Name erased"
SIZE_WORDS = {
    SupplierSize.MICRO: "Micro",
    SupplierSize.SMALL: "Small",
    SupplierSize.MEDIUM: "Medium",
    SupplierSize.SMALL_OR_MEDIUM: "Small or medium",
    SupplierSize.LARGE: "Large",
    SupplierSize.UNKNOWN: "Not known",
}
TENTH = Decimal("0.1")


def percent_words(some: int, of_all: int) -> str:
    """Return a share to one decimal, without one that is nought.

    >>> percent_words(7, 100), percent_words(1, 3), percent_words(0, 5), percent_words(1, 100000)
    ('7%', '33.3%', '0%', 'under 0.1%')
    """
    if not of_all:
        return "None to share"
    share = (Decimal(100 * some) / of_all).quantize(TENTH, ROUND_HALF_UP)
    if some > 0 and not share:
        return "under 0.1%"
    return f"{share.normalize():f}%"


def money_words(pence: int) -> str:
    """Return a sum of pence exactly, in pounds."""
    return money_exact(Decimal(pence) / 100)


def supplier_words(one: OneSupplier) -> str:
    """Return the supplier's name, or why none is told."""
    if one.name:
        return one.name
    if not one.is_withheld:
        return ERASED
    return SOLE_TRADER if one.spend.is_sole_trader else MAYBE_SOLE_TRADER


def supplier_address(code: str) -> str:
    """Return the address of a supplier's page."""
    return f"{SUPPLIERS}{code}/"


def period_words(months: Iterable[InvoiceMonth], as_at: date) -> str:
    """Return from which month to which the invoices run.

    >>> period_words((), date(2026, 9, 30))
    'no month'
    """
    found = sorted({Month.of(one.month) for one in months})
    if not found:
        return "no month"
    first, last = found[0], min(found[-1], Month.of(as_at))
    return last.words if first >= last else f"{first.words} to {last.words}"


def small(sizes: Sequence[SizeSum]) -> SizeSum:
    """Return what all micro, small and medium suppliers come to together."""
    return together([one for one in sizes if one.size in SMALL_SIZES], SupplierSize.SMALL_OR_MEDIUM)


def together(sizes: Sequence[SizeSum], size: SupplierSize) -> SizeSum:
    """Return what suppliers of several sizes come to."""
    return SizeSum(
        size=size,
        suppliers=sum(one.suppliers for one in sizes),
        invoices=sum(one.invoices for one in sizes),
        pence=sum(one.pence for one in sizes),
        in_time=sum(one.in_time for one in sizes),
        late=sum(one.late for one in sizes),
        overdue=sum(one.overdue for one in sizes),
    )


def paid_words(in_time: int, late: int, overdue: int) -> str:
    """Return the share of invoices due that were paid in time.

    >>> paid_words(3, 1, 0), paid_words(0, 0, 0)
    ('75%', 'Not known')
    """
    due = in_time + late + overdue
    return percent_words(in_time, due) if due else "Not known"
