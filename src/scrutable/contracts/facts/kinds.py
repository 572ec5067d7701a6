"""The enumerations whose values are stored; GLOSSARY.md says what each means."""

from enum import StrEnum


class Kind(StrEnum):
    """What a KPI measures."""

    PERCENTAGE = "percentage"
    COUNT = "count"
    DURATION = "duration"  # in the KPI's own unit, such as hours
    MONEY = "money"


class Direction(StrEnum):
    """Which way is better."""

    HIGHER = "higher"
    LOWER = "lower"


class RuleKind(StrEnum):
    """How a value is rated; the numbers stand beside it as data."""

    LEVELS = "levels"  # Target and Minimum Service Level
    TWO_SIDED = "two_sided"  # better, within or worse than a band around the target
    LAST_YEAR = "last_year"  # near the target, else compared with the same quarter last year


class Standing(StrEnum):
    """How firm a result is."""

    PROVISIONAL = "provisional"
    UNDER_REVIEW = "under_review"
    VERIFIED = "verified"
    RESTATED = "restated"


class NoValue(StrEnum):
    """Why there is no value; a blank is none of these and never nought."""

    NOT_YET_DUE = "not_yet_due"
    LATE = "late"
    NOT_MEASURED = "not_measured"
    NO_ACTIVITY = "no_activity"
    SUSPENDED = "suspended"
    NOT_APPLICABLE = "not_applicable"
    DISCONTINUED = "discontinued"


class Source(StrEnum):
    """The kind of paper a result came on."""

    RETURN = "return"
    ADDENDUM = "addendum"
    CORRECTION = "correction"


class Status(StrEnum):
    """The judgement of one KPI for one month, before any mitigation."""

    MET = "met"
    BELOW_TARGET = "below_target"  # misses the target, reaches the minimum
    BELOW_MINIMUM = "below_minimum"
    NO_TARGET = "no_target"  # a value, but no level was in force to judge it by
    NOT_YET_DUE = "not_yet_due"
    LATE = "late"
    NOT_MEASURED = "not_measured"
    NO_ACTIVITY = "no_activity"
    SUSPENDED = "suspended"
    NOT_APPLICABLE = "not_applicable"
    DISCONTINUED = "discontinued"

    @property
    def is_miss(self) -> bool:
        """Test whether the value misses its target."""
        return self in (Status.BELOW_TARGET, Status.BELOW_MINIMUM)

    @property
    def is_judged(self) -> bool:
        """Test whether a value was measured and held against a level."""
        return self is Status.MET or self.is_miss

    @property
    def is_owed(self) -> bool:
        """Test whether the contract asked for a result at all.

        Nothing is owed before a KPI's first month and from the month it is discontinued. A KPI
        that was suspended, or saw no activity, is still one of those asked about.
        """
        return self not in (Status.NOT_APPLICABLE, Status.DISCONTINUED)


class Severity(StrEnum):
    """How grave a failure the contract's bands make of a value."""

    NONE = "none"
    MINOR = "minor"
    SERIOUS = "serious"
    SEVERE = "severe"
    BELOW_THRESHOLD = "below_threshold"


class Arrow(StrEnum):
    """Better or worse than the month before, not up or down."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"
    UNKNOWN = "unknown"


class ReliefKind(StrEnum):
    """Why points or credits are not counted."""

    SUSPENSION = "suspension"  # no credits at all in the months
    RELIEF = "relief"  # the named KPIs carry no points in the months


class MatterState(StrEnum):
    """Where a service matter stands."""

    OPEN = "open"
    WITH_SUPPLIER = "with_supplier"
    RESOLVED = "resolved"
    CLOSED = "closed"
