"""Decision reports in the making: each part, what is said in it, and what it has expressly not."""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from scrutable.meetings.facts.bodies import OPEN, Closure
from scrutable.meetings.facts.decisions import PlannedDecision


class Part(StrEnum):
    """The parts of a decision report, in the order in which they are printed."""

    SUMMARY = "summary"
    RECOMMENDATIONS = "recommendations"
    ALTERNATIVES = "alternatives"
    REASONS = "reasons"
    BACKGROUND = "background"
    EQUALITY = "equality"
    NEEDS = "needs"  # joint strategic needs assessment, health and wellbeing strategy
    CRIME = "crime"  # Crime and Disorder Act 1998 s.17
    CONCLUSION = "conclusion"
    LEGAL = "legal"
    RESOURCES = "resources"
    LOCAL_MEMBER = "local-member"  # consultation a
    EXECUTIVE_COUNCILLOR = "executive-councillor"  # b
    SCRUTINY = "scrutiny"  # c
    IMPACT_DONE = "impact-done"  # d: have risks and impact analysis been carried out
    IMPACT = "impact"  # e: risks and impact analysis
    APPENDICES = "appendices"
    BACKGROUND_PAPERS = "background-papers"


class Characteristic(StrEnum):
    """The protected characteristics of Equality Act 2010 s.4; the last counts for aim (a) only."""

    AGE = "age"
    DISABILITY = "disability"
    GENDER_REASSIGNMENT = "gender_reassignment"
    PREGNANCY = "pregnancy_and_maternity"
    RACE = "race"
    RELIGION = "religion_or_belief"
    SEX = "sex"
    SEXUAL_ORIENTATION = "sexual_orientation"
    MARRIAGE = "marriage_and_civil_partnership"


class Impact(StrEnum):
    """What a decision would do to people who share a characteristic."""

    POSITIVE = "positive"
    NEUTRAL = "neutral"
    NEGATIVE = "negative"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperCover:
    """Who a decision report is by and for whom it is opened."""

    decision: str  # I017909
    title: str
    author: str
    contact: str
    on_behalf_of: str
    version: int = 0

    @property
    def reference(self) -> str:
        """Return the reference of the report in the making."""
        return f"decision/{self.decision}/report"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartText:
    """What is written in a part; `none` says expressly that there is nothing to say, and why."""

    part: Part
    text: str = ""
    none: bool = False
    by: str = ""
    at: datetime | None = None  # when it was written
    version: int = 0

    @property
    def is_filled(self) -> bool:
        """Test whether something is said, be it that there is nothing to say."""
        return self.none or bool(self.text.strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class Guidance:
    """What a part is for, in plain words, with its source in law or practice."""

    part: Part
    words: tuple[str, ...]  # paragraphs
    source: str
    example: str = ""


class PartState(StrEnum):
    """How far a part of a decision report has come."""

    WRITTEN = "written"
    NONE = "none"  # expressly nothing to say
    MISSING = "missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommended:
    """One recommendation with its limbs; `delegate` is where `text` names who is given power."""

    number: int
    text: str
    limbs: tuple[str, ...] = ()
    delegate: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EqualityImpact:
    """The impact on people who share a characteristic, and what is done about it."""

    characteristic: Characteristic
    impact: Impact
    why: str
    mitigation: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Appendix:
    """An appendix; one that is exempt or confidential never stands in the open version.

    Where it is a file, `text` is what could be read from it. The open version gives the title of
    an appendix that is not open only where `title_is_open`.
    """

    letter: str  # A
    title: str
    text: str = ""
    file: str = ""  # SHA-256, where it is a file
    file_name: str = ""
    closure: Closure = OPEN
    title_is_open: bool = False
    removed: bool = False
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class BackgroundPaper:
    """A document on which the report was based: s.100D; published works are none."""

    number: int
    title: str
    where: str  # where it may be seen
    removed: bool = False
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionPaper:
    """A decision report as it stands: what is planned, and every part that was written.

    `meeting` says in words where it is taken. `earliest` is the first day on which the notice
    lets it be taken; `key_threshold` the sum from which the council holds a decision to be key.
    `version` is that of the cover, 0 while the report is not begun.
    """

    planned: PlannedDecision
    maker: str  # name of the body that decides
    meeting: str = ""
    author: str
    contact: str
    on_behalf_of: str
    title: str
    council: str
    dated: date
    parts: dict[Part, PartText] = field(default_factory=dict)
    equality: tuple[EqualityImpact, ...] = ()
    appendices: tuple[Appendix, ...] = ()
    background_papers: tuple[BackgroundPaper, ...] = ()
    earliest: date | None = None
    key_threshold: Decimal | None = None
    version: int = 0

    @property
    def reference(self) -> str:
        """Return the reference of the report in the making."""
        return f"{self.planned.reference}/report"


@dataclass(frozen=True, slots=True, order=True)
class Lack:
    """Something wrong with a decision report: where, what, what to do.

    Only one that `stops` keeps it from being issued; the others want a look.
    """

    part: str  # a Part's value, or "cover"
    fault: str
    remedy: str
    stops: bool = True
