"""Orders and invoices, and what is wrong with how something was bought."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class OrderLine(StrEnum):
    """The line of the sum on which an invoice counts; each invoice counts on one."""

    CREDIT = "credit"  # money given back
    EXEMPT = "exempt"
    ORDERED = "ordered"  # before it was billed
    RETROSPECTIVE = "retrospective"
    UNKNOWN = "unknown"  # names an order that nobody placed
    WITHOUT = "without"  # where one was needed


class OrderFault(StrEnum):
    """What is wrong with an order, an invoice or what was spent under a contract."""

    NO_ORDER = "no_order"  # where one was needed
    UNKNOWN_ORDER = "unknown_order"  # the invoice names an order that nobody placed
    RETROSPECTIVE = "retrospective"  # the invoice is dated on or before the order
    OVER_LIMIT = "over_limit"
    NO_LIMIT = "no_limit"  # approved by somebody who may approve nothing
    SPLIT = "split"  # takes orders of a few days over a limit that none exceeds
    ONE_TIME_AGAIN = "one_time_again"
    OVER_CONTRACT = "over_contract"  # more was billed than the contract was approved for
    ORDERED_OVER = "ordered_over"  # more was ordered, though not billed
    UNKNOWN_CONTRACT = "unknown_contract"  # the invoice names a contract that nobody made
    UNPAID = "unpaid"  # a small supplier's, beyond the days within which it is paid


class Payment(StrEnum):
    """Whether an invoice was paid in time; UNKNOWN where no invoice says when it was paid."""

    IN_TIME = "in_time"
    LATE = "late"
    NOT_DUE = "not_due"
    OVERDUE = "overdue"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A line of the orders extract; `row` is its place there."""

    row: int
    number: str
    supplier: str
    on: date
    pence: int
    approver: str
    supplier_number: str = ""
    contract: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Invoice:
    """A line of the invoices extract; `order` and `contract` are "" where it names none."""

    row: int
    number: str
    supplier: str
    order: str
    on: date
    pence: int
    category: str
    supplier_number: str = ""
    contract: str = ""
    received_on: date | None = None
    paid_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Exemption:
    """What needs no order, and on which days; `last` is None while it is in force."""

    category: str
    first: date
    last: date | None = None

    def __post_init__(self) -> None:
        if self.last is not None and self.last < self.first:
            raise ValueError(f"{self.category} is exempt until before it is")


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """How much somebody may approve, and on which days; `last` is None while it is in force."""

    approver: str
    pence: int
    first: date
    last: date | None = None

    def __post_init__(self) -> None:
        if self.last is not None and self.last < self.first:
            raise ValueError(f"{self.approver} has a limit until before there is one")


@dataclass(frozen=True, slots=True, kw_only=True)
class Approver:
    """A line of the approvers extract; what it says goes before the policy."""

    name: str
    pence: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BuyingRules:
    """The council's own: who approves how much, what needs no order, what is split.

    An order is split where it and those placed with the same supplier by the same approver in
    `split_days` before it exceed the limit. Small and medium suppliers are paid within
    `pay_small_days` of the day on which the invoice came, all others within `pay_days`.
    """

    limits: tuple[Limit, ...]
    exemptions: tuple[Exemption, ...]
    one_time_suppliers: tuple[str, ...]
    split_days: int
    pay_days: int
    pay_small_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedInvoice:
    """An invoice with its line; `supplier` is the key that tells its supplier from others.

    `contract` is the key of its own contract or of its order's.
    """

    row: int
    number: str
    name: str
    supplier: str
    line: OrderLine
    on: date
    pence: int
    contract: str
    is_one_time: bool
    is_small: bool
    payment: Payment


@dataclass(frozen=True, slots=True, order=True)
class OrderFinding:
    """One thing that is wrong with an invoice, an order or a contract, which `of` says.

    `name` is the supplier's as it stands there, `supplier` the key that tells it from others.
    `pence` are those of the invoice or order; of a contract, what lies beyond its approval.
    `approver` is "" of all but orders.
    """

    of: str
    row: int
    fault: OrderFault
    number: str
    name: str
    supplier: str
    pence: int
    approver: str = ""
