"""Suppliers as the council's system lists them, and what was bought of each."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from scrutable.housekeeping.facts.orders import Approver, Invoice, Order, OrderLine


class SupplierSize(StrEnum):
    """How large a supplier is; SMALL_OR_MEDIUM where the extract tells no more than that."""

    MICRO = "micro"
    SMALL = "small"
    MEDIUM = "medium"
    SMALL_OR_MEDIUM = "small_or_medium"
    LARGE = "large"
    UNKNOWN = "unknown"


SMALL_SIZES = frozenset(SupplierSize) - {SupplierSize.LARGE, SupplierSize.UNKNOWN}


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedSupplier:
    """A line of the suppliers extract; `is_sole_trader` is None where it does not say."""

    row: int
    number: str
    name: str
    size: SupplierSize = SupplierSize.UNKNOWN
    is_sole_trader: bool | None = None
    is_one_time: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownSupplier:
    """A supplier by all its lines; `key` tells it from all others.

    Its name may be published only where every line says that it is no sole trader.
    """

    key: str
    number: str
    name: str
    size: SupplierSize
    is_sole_trader: bool | None
    is_one_time: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplierSum:
    """What was bought of one supplier; credits lessen its pence and are not paid."""

    supplier: KnownSupplier
    orders: int
    ordered_pence: int
    invoices: int
    pence: int
    without: int
    without_pence: int
    retrospective: int
    in_time: int
    late: int
    overdue: int


@dataclass(frozen=True, slots=True, order=True)
class MonthSum:
    """How many invoices of a month count on a line, and what they come to."""

    month: date  # its first day
    line: OrderLine
    invoices: int
    pence: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovedContract:
    """A line of the contracts extract; `billed_before` is what no invoice of this extract holds."""

    row: int
    code: str
    title: str
    supplier: str
    pence: int
    billed_before: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ContractSum:
    """What was ordered and billed under a contract against what was approved."""

    row: int
    code: str
    title: str
    name: str
    pence: int
    billed: int
    ordered: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Bought:
    """All that the extracts of a day hold of buying; of the last three there may be none."""

    orders: tuple[Order, ...]
    invoices: tuple[Invoice, ...]
    suppliers: tuple[ListedSupplier, ...] = ()
    contracts: tuple[ApprovedContract, ...] = ()
    approvers: tuple[Approver, ...] = ()
