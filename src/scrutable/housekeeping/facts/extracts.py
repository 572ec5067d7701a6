"""Extracts of the council's own systems: what they hold, and what became of each row."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256 as digest

from scrutable.housekeeping.facts.accounts import LeaverRule
from scrutable.housekeeping.facts.devices import DeviceLimits

ROWS, REFUSED = "rows.parquet", "refused.csv"  # files of an extract


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


def place_of(
    kind: ExtractKind, as_at: date, sha256: str, columns: Iterable[tuple[str, str]]
) -> str:
    """Return the folder of an extract's rows, below that of all extracts.

    Another file of the same day, or the same one read otherwise, lies apart, so that what stood
    before is there until the new one is recorded.
    """
    read = digest(repr((sha256, sorted(columns))).encode()).hexdigest()
    return f"{kind.value}/as_at={as_at.isoformat()}/{read[:16]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """An extract as taken: every row was kept or refused, and refused rows have their reasons."""

    kind: ExtractKind
    as_at: date
    name: str
    sha256: str
    kept: int
    refused: int
    layout: Layout
    notices: tuple[str, ...]
    folder: str  # of all extracts

    @property
    def rows(self) -> int:
        """Return how many rows the file has."""
        return self.kept + self.refused

    @property
    def columns(self) -> tuple[tuple[str, str], ...]:
        """Return each column that was read with the file's own heading."""
        headings = self.layout.headings
        return tuple((name, headings[at]) for name, at in self.layout.columns.items())

    @property
    def place(self) -> str:
        """Return the folder of its rows, below that of all extracts."""
        return place_of(self.kind, self.as_at, self.sha256, self.columns)

    @property
    def snapshot(self) -> str:
        """Return the path of the Parquet file of the rows kept."""
        return f"{self.folder}/{self.place}/{ROWS}"

    @property
    def refused_rows(self) -> str:
        """Return the path of the csv of the rows refused."""
        return f"{self.folder}/{self.place}/{REFUSED}"


@dataclass(frozen=True, slots=True, kw_only=True)
class HousePolicy:
    """The council's own limits: when accounts of leavers close, what is idle, what is unseen."""

    leavers: LeaverRule
    idle_days: int
    devices: DeviceLimits
