"""Who is there to do it: posts, procurements on the way, people taken off for something else."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from scrutable.portfolio.facts.projects import project_reference
from scrutable.records.facts import Record


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
    def is_today(self) -> bool:
        """Test whether today's structure has it."""
        return self.filling is not Filling.NOT_CREATED

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


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamCount:
    """The posts of a team, or of all, by filling; `lacking` are wanted and not filled for good."""

    team: str
    filled: int
    interim: int
    vacant: int
    not_created: int  # wanted, and not in today's structure
    wanted: int
    lacking: int
    unwanted: int  # in today's structure, and not in the one it is to become

    @property
    def today(self) -> int:
        """Return how many posts today's structure has."""
        return self.filled + self.interim + self.vacant


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPost:
    """A post that nobody holds for good, with the days for which it has been so."""

    post: Post
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Staffing:
    """The structure on a day: every post, counts by team and of all, the longest open first."""

    as_at: date
    posts: tuple[Post, ...]
    teams: tuple[TeamCount, ...]
    total: TeamCount
    open_posts: tuple[OpenPost, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcurementJudged:
    """A procurement by a day.

    Days late are counted to the day of signing, or to the day that is asked about while it is
    not signed; None for one that was stopped. `waiting` are those of its projects that go on.
    """

    procurement: Procurement
    first_signed_by: date
    days_in_stage: int
    late_against_first: int | None
    late_against_current: int | None
    waiting: tuple[str, ...]

    @property
    def is_open(self) -> bool:
        """Test whether it still goes on."""
        return self.procurement.stage not in (ProcurementStage.SIGNED, ProcurementStage.STOPPED)

    @property
    def is_late(self) -> bool:
        """Test whether it goes on past the day by which it was first to be signed."""
        return self.is_open and (self.late_against_first or 0) > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class RedirectionJudged:
    """A redirection, and beside its recorded effect what the project's own dates say.

    `before` and `after` are the go-live expected when it began and a month after it ended, None
    where nothing was said by then; `days_by_dates` is the difference.
    """

    redirection: Redirection
    title: str
    before: date | None
    after: date | None
    days_by_dates: int | None
    is_running: bool
