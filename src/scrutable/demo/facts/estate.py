"""What the council's own systems hold on the days on which extracts are drawn of them."""

from dataclasses import dataclass
from datetime import date

from scrutable.housekeeping.facts import PartOfEstate, Verdict

Places = tuple[int, int]  # from the first and up to but not with the last


@dataclass(frozen=True, slots=True, kw_only=True)
class Bought:
    """How many invoices of the quarter before a day came in each way, and orders out of order."""

    ordered: int
    retrospective: int
    without: int
    exempt: int
    unknown: int
    one_time: int
    over_limit: int
    split: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EstateDay:
    """What stands in the systems on a day, by places in a row that only grows at its end."""

    on: date
    at_work: Places
    shared: Places
    service: Places
    member: Places
    partner: Places
    agency: Places
    retained: Places
    nobodys: Places
    leavers: Places
    reopened: tuple[int, ...]
    signing_in_after: int
    spare: Places
    with_leavers: int
    seconds: Places
    unsupported: int
    unseen: int
    unencrypted: int
    bought: Bought | None = None  # at the end of a quarter


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Of what invented names are made."""

    first: tuple[str, ...]
    last: tuple[str, ...]
    services: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Estate:
    """Everything that extracts are drawn of; the earliest day first."""

    names: Names
    days: tuple[EstateDay, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractsTaken:
    """The extracts of one day drawn, taken and held against each other."""

    estate: Estate
    day: EstateDay


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """Of which findings something is said: those of a fault that stand, the oldest first.

    `first` is how many of them, 0 for all.
    """

    part: PartOfEstate
    fault: str
    first: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingsAssigned(Chosen):
    """Findings are given an owner."""

    owner: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingsExplained(Chosen):
    """Findings may stand until a day, and why."""

    why: str
    until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingsFixed(Chosen):
    """Somebody says that findings were fixed; the next extract tells."""

    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class LicencesSigned:
    """Somebody signs what the licence position comes to."""

    verdict: Verdict
    not_assessed: str
    signed_by: str
    post: str


EstateWhat = ExtractsTaken | FindingsAssigned | FindingsExplained | FindingsFixed | LicencesSigned
