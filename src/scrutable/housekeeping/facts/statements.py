"""What somebody signed of the licence position, and the position as it is seen with it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from scrutable.housekeeping.facts.licences import Metric, TermState
from scrutable.housekeeping.facts.positions import Licences, LicenceSums, LicenceTerm
from scrutable.records.facts import Record


class Verdict(StrEnum):
    """What a statement says of licensing liabilities."""

    NONE = "none"
    SOME = "some"


@dataclass(frozen=True, slots=True, kw_only=True)
class LicenceStatement(Record):
    """What a named person signed of the position that one event kept; it is never changed.

    The numbers are those of the position: how many products are short by a metric, what that comes
    to, and the share of the estate. `not_assessed` says in words what was left out and why.
    """

    WHAT: ClassVar[str] = "licence statement"
    KEY: ClassVar[tuple[str, ...]] = ("number",)

    number: int
    as_at: date
    position: int  # the event that kept it
    verdict: Verdict
    short: int
    liability_pence: int
    short_unpriced: int
    products: int
    products_assessed: int
    devices: int | None
    devices_inventoried: int | None
    not_assessed: str
    signed_by: str
    post: str
    signed_on: date

    @property
    def reference(self) -> str:
        """Return the statement's reference."""
        return f"licence-statement/{self.number}"


class Disagreement(StrEnum):
    """In what a signed statement no longer agrees with the position that stands now."""

    SHORT = "short"
    LIABILITY = "liability"
    PRODUCTS = "products"
    DEVICES = "devices"


@dataclass(frozen=True, slots=True, kw_only=True)
class LicencesSeen:
    """The last position up to a day, what became of its entitlements by then, what was signed.

    `found` is None before any was kept. The last statement comes first, each with what of it no
    longer agrees.
    """

    as_at: date
    found: Licences | None
    sums: LicenceSums
    by_metric: tuple[tuple[Metric, LicenceSums], ...]
    terms: tuple[tuple[LicenceTerm, TermState], ...]
    ending_months: int
    signed: tuple[tuple[LicenceStatement, tuple[Disagreement, ...]], ...]
