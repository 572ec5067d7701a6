"""Kit that councillors have, its faults, and whether they like it; whose it is stays apart."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from scrutable.records.facts import Record


class KitKind(StrEnum):
    """What a councillor was given to work with."""

    TABLET = "tablet"
    LAPTOP = "laptop"
    PHONE = "phone"
    OTHER = "other"


class Trouble(StrEnum):
    """What a fault is about."""

    DEVICE = "device"
    SIGNING_IN = "signing_in"
    MAIL = "mail"
    PAPERS = "papers"
    MEETINGS = "meetings"
    CONNECTION = "connection"
    OTHER = "other"


class Liking(StrEnum):
    """What a councillor says of a kind of kit; the least first."""

    DISLIKES = "dislikes"
    NEITHER = "neither"
    LIKES = "likes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kit(Record):
    """A device that a councillor has; `device` is its reference in the estate, if it is there."""

    WHAT: ClassVar[str] = "councillor’s device"
    KEY: ClassVar[tuple[str, ...]] = ("number",)

    number: int
    councillor: int
    kind: KitKind
    model: str
    issued_on: date
    device: str = ""
    returned_on: date | None = None

    @property
    def reference(self) -> str:
        """Return the device's reference among councillors' kit."""
        return f"kit/{self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class KitFault(Record):
    """A fault that a councillor raised; its words are for them and for who mends it."""

    WHAT: ClassVar[str] = "fault"
    KEY: ClassVar[tuple[str, ...]] = ("number",)

    number: int
    councillor: int
    trouble: Trouble
    raised_on: date
    words: str = ""
    kit: int | None = None
    mended_on: date | None = None
    mended_how: str = ""

    @property
    def reference(self) -> str:
        """Return the fault's reference."""
        return f"kit-fault/{self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class KitOpinion(Record):
    """What a councillor says of a kind of kit."""

    WHAT: ClassVar[str] = "opinion of kit"
    KEY: ClassVar[tuple[str, ...]] = ("councillor", "kind")

    councillor: int
    kind: KitKind
    liking: Liking
    on: date

    @property
    def reference(self) -> str:
        """Return a reference that says nothing of whose opinion it is."""
        return f"kit/{self.kind}"


@dataclass(frozen=True, slots=True, kw_only=True)
class KitLine:
    """A kind of kit in totals: how many are out, and how many like it; None where too few."""

    kind: KitKind
    devices: int | None
    likings: tuple[int | None, ...]  # in the order of Liking
    answered: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FaultLine:
    """Faults of one sort in the last twelve months."""

    trouble: Trouble
    raised: int | None
    median_days: int | None  # of those that were mended
    longest_days: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class KitTotals:
    """Kit, faults and satisfaction as everybody may see them."""

    lines: tuple[KitLine, ...]
    faults: tuple[FaultLine, ...]
    raised: int
    open: int
    median_days: int | None
    version: int = 0  # the event of the last thing counted
