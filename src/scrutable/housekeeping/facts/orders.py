"""Orders and invoices, and what is wrong with how something was bought."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class OrderFault(StrEnum):
    """What is wrong with an order or an invoice."""

    NO_ORDER = "no_order"  # where one was needed
    UNKNOWN_ORDER = "unknown_order"  # the invoice names an order that nobody placed
    RETROSPECTIVE = "retrospective"  # the invoice is dated on or before the order
    OVER_LIMIT = "over_limit"
    NO_LIMIT = "no_limit"  # approved by somebody who may approve nothing
    SPLIT = "split"  # takes orders of a few days over a limit that none exceeds
    ONE_TIME_AGAIN = "one_time_again"


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A line of the orders extract; `row` is its place there."""

    row: int
    number: str
    supplier: str
    on: date
    pence: int
    approver: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Invoice:
    """A line of the invoices extract; `order` is "" where it names none."""

    row: int
    number: str
    supplier: str
    order: str
    on: date
    pence: int
    category: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BuyingRules:
    """The council's own: who approves how much, what needs no order, what is split.

    `limits` leads from an approver's name to pence. An order is split where it and those placed
    with the same supplier by the same approver in `split_days` before it exceed the limit.
    """

    limits: tuple[tuple[str, int], ...]
    exempt_categories: tuple[str, ...]
    one_time_suppliers: tuple[str, ...]
    split_days: int


@dataclass(frozen=True, slots=True, order=True)
class OrderFinding:
    """One thing that is wrong with one order or invoice; `of` is “invoices” or “orders”."""

    of: str
    row: int
    fault: OrderFault
    number: str
    supplier: str
