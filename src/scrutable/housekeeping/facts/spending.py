"""What is kept of orders and invoices once their extracts are gone: sums, and no names."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from scrutable.housekeeping.facts.findings import FindingStanding, WorkState
from scrutable.housekeeping.facts.orders import OrderFault, OrderLine
from scrutable.housekeeping.facts.suppliers import SupplierSize
from scrutable.records.facts import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceMonth(Record):
    """How many invoices of a month counted on a line, and what they came to."""

    WHAT: ClassVar[str] = "month of invoices"
    KEY: ClassVar[tuple[str, ...]] = ("as_at", "month", "line")

    as_at: date
    month: date  # its first day
    line: OrderLine
    invoices: int
    pence: int

    @property
    def reference(self) -> str:
        """Return the reference of the sum."""
        return f"estate/orders/{self.as_at.isoformat()}/{self.month:%Y-%m}/{self.line.value}"


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplierSpend(Record):
    """What was bought of a supplier; its name lies apart under `supplier/<supplier>`.

    `supplier` is the council's own number for it or, where it has none, a salted digest.
    """

    WHAT: ClassVar[str] = "spend with a supplier"
    KEY: ClassVar[tuple[str, ...]] = ("as_at", "supplier")

    as_at: date
    supplier: str
    size: SupplierSize
    is_sole_trader: bool | None
    is_one_time: bool
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

    @property
    def reference(self) -> str:
        """Return the reference of the sum."""
        return f"estate/orders/{self.as_at.isoformat()}/supplier/{self.supplier}"

    @property
    def may_be_published(self) -> bool:
        """Tell whether its name may be: only of what is known to be no sole trader."""
        return self.is_sole_trader is False


@dataclass(frozen=True, slots=True, kw_only=True)
class ContractSpend(Record):
    """What was billed and ordered under a contract against what was approved."""

    WHAT: ClassVar[str] = "spend under a contract"
    KEY: ClassVar[tuple[str, ...]] = ("as_at", "code")

    as_at: date
    code: str
    title: str
    pence: int
    billed: int
    ordered: int

    @property
    def reference(self) -> str:
        """Return the reference of the sum."""
        return f"estate/orders/{self.as_at.isoformat()}/contract/{self.code}"


@dataclass(frozen=True, slots=True, kw_only=True)
class SizeSum:
    """What was bought of all suppliers of a size."""

    size: SupplierSize
    suppliers: int
    invoices: int
    pence: int
    in_time: int
    late: int
    overdue: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OneSupplier:
    """A supplier's sums with the name that lies apart; "" where it was erased or may not be told.

    `is_withheld` tells which.
    """

    spend: SupplierSpend
    name: str
    is_withheld: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OrdersPolicy:
    """The days that the page speaks of."""

    split_days: int
    pay_days: int
    pay_small_days: int
    exempt_categories: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrdersSeen:
    """Orders and invoices as the last extracts by a day left them.

    `suppliers` are those worth a look, `version` is that of the snapshot.
    """

    as_at: date
    version: int
    extracts: tuple[str, ...]
    faults: tuple[tuple[str, int], ...]
    months: tuple[InvoiceMonth, ...]
    sizes: tuple[SizeSum, ...]
    suppliers: tuple[OneSupplier, ...]
    one_time: tuple[OneSupplier, ...]
    contracts: tuple[ContractSpend, ...]
    policy: OrdersPolicy

    @property
    def reference(self) -> str:
        """Return the reference of the snapshot."""
        return f"estate/orders/{self.as_at.isoformat()}"

    def invoices(self, *lines: OrderLine) -> int:
        """Return how many invoices count on these lines; on all where none is named."""
        return sum(one.invoices for one in self.months if one.line in (lines or tuple(OrderLine)))

    def pence(self, *lines: OrderLine) -> int:
        """Return what the invoices on these lines come to; all where none is named."""
        return sum(one.pence for one in self.months if one.line in (lines or tuple(OrderLine)))

    def fault(self, fault: OrderFault) -> int:
        """Return how often a fault was found."""
        return dict(self.faults).get(fault.value, 0)

    @property
    def needing(self) -> int:
        """Return how many invoices needed an order: all but what is exempt or given back."""
        return self.invoices() - self.invoices(OrderLine.EXEMPT, OrderLine.CREDIT)


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplierSeen:
    """A supplier by a day: its last sums, those of each day before, and what was found wrong."""

    one: OneSupplier
    history: tuple[SupplierSpend, ...]
    findings: tuple[tuple[FindingStanding, WorkState, str], ...]  # with the key of its thing
