"""Extracts of the council's own systems: what they hold, and what became of each row."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from scrutable.housekeeping.facts.accounts import LeaverRule
from scrutable.housekeeping.facts.devices import DeviceLimits


class ExtractKind(StrEnum):
    """Of what an extract is."""

    STAFF = "staff"
    ACCOUNTS = "accounts"
    DEVICES = "devices"
    ORDERS = "orders"
    INVOICES = "invoices"
    ENTITLEMENTS = "entitlements"
    DEPLOYMENTS = "deployments"
    SUPPLIERS = "suppliers"
    CONTRACTS = "contracts"
    APPROVERS = "approvers"


class ColumnType(StrEnum):
    """What the cells of a column hold."""

    TEXT = "text"
    DATE = "date"
    YES = "yes"
    CLASS = "class"
    MONEY = "money"  # kept as pence
    NUMBER = "number"  # whole, from nought
    METRIC = "metric"  # by what a licence counts
    SIZE = "size"  # of a supplier


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column that is read, with the headings under which it is exported.

    `missing` is what every row holds where the extract has no such column.
    """

    name: str
    type: ColumnType = ColumnType.TEXT
    headings: tuple[str, ...] = ()
    required: bool = False
    filled: bool = False
    missing: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Where the rows of a file begin and which heading stands for which column.

    `columns` leads from a column's name to its place; `line` is that of the headings, `delimiter`
    "" of a file that has none.
    """

    delimiter: str
    line: int
    headings: tuple[str, ...]
    columns: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """An extract as taken: every row was kept or refused, and refused rows have their reasons.

    `snapshot` is the path of the Parquet file of the rows kept, `refused_rows` that of a csv of
    those refused.
    """

    kind: ExtractKind
    as_at: date
    name: str
    sha256: str
    rows: int
    kept: int
    refused: int
    layout: Layout
    notices: tuple[str, ...]
    snapshot: str
    refused_rows: str

    def __post_init__(self) -> None:
        if self.kept + self.refused != self.rows:
            raise ValueError(f"{self.name}: {self.rows} rows are not {self.kept} + {self.refused}")


@dataclass(frozen=True, slots=True, kw_only=True)
class HousePolicy:
    """The council's own limits: when accounts of leavers close, what is idle, what is unseen."""

    leavers: LeaverRule
    idle_days: int
    devices: DeviceLimits
