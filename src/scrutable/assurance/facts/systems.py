"""Critical systems, the public services that stand on them, and whether each can be recovered."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from scrutable.records.facts import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class CriticalSystem(Record):
    """A system whose loss stops a public service; hours are the council's own objectives.

    `stands_on` are codes of other systems without which it does not work. `single_points` are what
    has no second: a person, a link, a room.
    """

    WHAT: ClassVar[str] = "critical system"
    KEY: ClassVar[tuple[str, ...]] = ("code",)

    code: str
    title: str
    owner: str
    supplier: str = ""  # reference
    contract: str = ""  # reference
    recovery_hours: int | None = None  # in which it is to work again
    loss_hours: int | None = None  # of work that may be lost at most
    test_months: int | None = None  # how often its recovery is to be tested
    stands_on: tuple[str, ...] = ()
    single_points: tuple[str, ...] = ()

    @property
    def reference(self) -> str:
        """Return the system's reference."""
        return f"system/{self.code}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicService(Record):
    """A public service and the systems that it needs; it can go on `bearable_hours` without."""

    WHAT: ClassVar[str] = "public service"
    KEY: ClassVar[tuple[str, ...]] = ("code",)

    code: str
    title: str
    owner: str
    needs: tuple[str, ...]
    bearable_hours: int | None = None
    meanwhile: str = ""  # how it is carried on meanwhile, as somebody has tried it

    @property
    def reference(self) -> str:
        """Return the service's reference."""
        return f"public-service/{self.code}"


class RecoveryOutcome(StrEnum):
    """How a test of recovery ended."""

    PASSED = "passed"
    LATE = "late"  # recovered, beyond the objective
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoveryTest(Record):
    """A test of a system's recovery."""

    WHAT: ClassVar[str] = "recovery test"
    KEY: ClassVar[tuple[str, ...]] = ("system", "number")

    system: str
    number: int
    on: date
    outcome: RecoveryOutcome
    hours: int | None = None
    witnessed_by: str = ""
    found: str = ""

    @property
    def reference(self) -> str:
        """Return the test's reference."""
        return f"system/{self.system}/test/{self.number}"


class Readiness(StrEnum):
    """What the last test says of a system's recovery by a day."""

    PROVED = "proved"
    OVERDUE = "overdue"  # passed, but longer ago than the system is to be tested
    LATE = "late"
    FAILED = "failed"
    NEVER = "never"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stopped:
    """A service that stops when a system does, and by which chain; the failed system comes first.

    `short_by` are the hours by which recovery takes longer than the service can bear, None where
    either is not known.
    """

    service: str
    chain: tuple[str, ...]
    short_by: int | None


class Lack(StrEnum):
    """What nobody has said of a critical system."""

    OWNER = "owner"
    RECOVERY = "recovery"  # in how many hours it is to work again
    LOSS = "loss"  # how much work may be lost
    RHYTHM = "rhythm"  # how often its recovery is to be tested


@dataclass(frozen=True, slots=True, kw_only=True)
class SystemSeen:
    """A critical system by a day: its last test, and the services that stop when it does.

    `months` are whole ones since the last test, None where there was none.
    """

    system: CriticalSystem
    readiness: Readiness
    last: RecoveryTest | None
    months: int | None
    stops: tuple[Stopped, ...]
    lacks: tuple[Lack, ...]

    @property
    def short(self) -> tuple[Stopped, ...]:
        """Return the services that cannot bear as long as its recovery takes."""
        return tuple(one for one in self.stops if one.short_by)


@dataclass(frozen=True, slots=True, kw_only=True)
class Landscape:
    """Every critical system and public service by a day, and every test so far."""

    as_at: date
    systems: tuple[SystemSeen, ...]
    services: tuple[PublicService, ...]
    tests: tuple[RecoveryTest, ...]

    def title(self, code: str) -> str:
        """Return what a system is called, its code where it is not recorded."""
        return next((one.system.title for one in self.systems if one.system.code == code), code)

    def service(self, code: str) -> PublicService:
        """Return the service with the code."""
        return next(one for one in self.services if one.code == code)
