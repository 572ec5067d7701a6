"""Who is there to do it: posts, procurements on the way, people taken off for something else."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from scrutable.portfolio.facts.projects import project_reference
from scrutable.portfolio.facts.records import Record


class Filling(StrEnum):
    """Who holds a post."""

    FILLED = "filled"
    INTERIM = "interim"
    VACANT = "vacant"
    NOT_CREATED = "not_created"  # in the structure wanted, and not in today's


@dataclass(frozen=True, slots=True, kw_only=True)
class Post(Record):
    """A post of the IT service; `is_wanted` tells whether the structure it is to become has it."""

    WHAT: ClassVar[str] = "post"
    KEY: ClassVar[tuple[str, ...]] = ("code",)

    code: str
    title: str
    team: str
    filling: Filling
    since: date
    is_wanted: bool
    note: str = ""

    @property
    def reference(self) -> str:
        """Return the post's reference."""
        return f"post/{self.code}"


class ProcurementStage(StrEnum):
    """How far a procurement has come."""

    PLANNED = "planned"
    MARKET = "market"  # talking to the market before anything is asked for
    TENDER = "tender"
    EVALUATION = "evaluation"
    STANDSTILL = "standstill"
    SIGNED = "signed"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Procurement(Record):
    """Something being bought; `projects` are the numbers of the projects that wait for it."""

    WHAT: ClassVar[str] = "procurement"
    KEY: ClassVar[tuple[str, ...]] = ("code",)

    code: str
    title: str
    stage: ProcurementStage
    since: date
    value: Decimal | None = None
    signed_by: date  # the day by which it is to be signed
    owner: str
    projects: tuple[str, ...] = ()
    note: str = ""

    @property
    def reference(self) -> str:
        """Return the procurement's reference."""
        return f"procurement/{self.code}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Redirection(Record):
    """People taken off a project for something else.

    `days_lost` is the effect on the project's go-live in days, None while nobody has measured it.
    """

    WHAT: ClassVar[str] = "redirection"
    KEY: ClassVar[tuple[str, ...]] = ("project", "number")

    project: str
    number: int
    to_what: str
    cause: str
    people: int
    starts_on: date
    ended_on: date | None = None
    days_lost: int | None = None
    effect: str = ""
    decided_by: str

    @property
    def reference(self) -> str:
        """Return the redirection's reference."""
        return f"{project_reference(self.project)}/redirection/{self.number}"
