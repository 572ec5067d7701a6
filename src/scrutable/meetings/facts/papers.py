"""Decision reports in the making: each part, what is said in it, and what it has expressly not."""

from dataclasses import dataclass, field
from datetime import date
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
class PartText:
    """What is written in a part; `none` says expressly that there is nothing to say, and why."""

    part: Part
    text: str = ""
    none: bool = False
    by: str = ""
    version: int = 0


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
    """An appendix; one that is exempt or confidential never stands in the open version."""

    letter: str  # A
    title: str
    text: str = ""
    file: str = ""  # SHA-256, where it is a file
    closure: Closure = OPEN
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
    """A decision report as it stands: what is planned, and every part that was written."""

    planned: PlannedDecision
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


@dataclass(frozen=True, slots=True, order=True)
class Lack:
    """Something that keeps a decision report from being issued: where, what, what to do."""

    part: str
    fault: str
    remedy: str
