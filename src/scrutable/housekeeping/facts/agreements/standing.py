"""What recorded agreements come to by a day: terms, times without approval, what is next."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from scrutable.housekeeping.facts.agreements.recorded import Agreement, Cure, Renewal


class TermKind(StrEnum):
    """How a term of an agreement came about."""

    FIRST = "first"
    RENEWAL = "renewal"
    ITSELF = "itself"  # nobody gave notice, and it renewed itself


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One stretch of an agreement, both days counted; `number` is 0 of the first term.

    `is_assumed` is one that has not begun and comes about only if nobody gives notice.
    """

    kind: TermKind
    number: int
    first: date
    last: date
    months: int
    reference: str
    version: int
    agreed_on: date | None = None
    approved_on: date | None = None
    approved_by: str = ""
    decision: str = ""
    yearly_pounds: Decimal | None = None
    is_assumed: bool = False

    @property
    def days_late(self) -> int:
        """Return how many days after it began it was approved; 0 where before, or where never."""
        return max((self.approved_on - self.first).days, 0) if self.approved_on else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class RanOn:
    """An agreement used without approval from one day on; `until` is None while it still is.

    `approved_on` is when somebody approved it after all, if that ended it; `earlier` the first
    day of the time before on which the same agreement ran on, and `is_after_cure` tells whether
    that was said to be cured by then. `pounds` are the part of its yearly value.
    """

    agreement: str
    since: date
    until: date | None
    days: int
    approved_on: date | None = None
    pounds: Decimal | None = None
    cure: Cure | None = None
    earlier: date | None = None
    is_after_cure: bool = False

    @property
    def is_recurrence(self) -> bool:
        """Test whether the same agreement ran on before."""
        return self.earlier is not None


class Otherwise(StrEnum):
    """What becomes of an agreement if nobody does anything."""

    RENEWS_ITSELF = "renews_itself"
    ENDS = "ends"
    ENDS_BY_NOTICE = "ends_by_notice"
    RUNS_ON = "runs_on"  # it has ended, and is used
    IS_CLOSED = "is_closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStep:
    """What is next of an agreement: until when it lasts, by when somebody must act, what else.

    `last` is the first day on which it can still end. `act_by` is None where nothing is to be
    decided; `renews_until` the last day of the term that would follow of itself; `too_late_for`
    the end of its present term where the last day for notice of it has gone by; `extension` the
    months of the next option that it allows.
    """

    otherwise: Otherwise
    last: date
    act_by: date | None = None
    renews_until: date | None = None
    too_late_for: date | None = None
    extension: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementStanding:
    """An agreement by a day: its terms, when it ran on, and what is next.

    `loose` are causes and cures of times that there are no longer, since its terms were corrected.
    """

    agreement: Agreement
    supplier: str  # name
    as_at: date
    terms: tuple[Term, ...]
    ran_on: tuple[RanOn, ...]
    next: NextStep
    renewals: tuple[Renewal, ...] = ()
    loose: tuple[Cure, ...] = ()

    @property
    def reference(self) -> str:
        """Return the agreement's reference."""
        return self.agreement.reference

    @property
    def running(self) -> RanOn | None:
        """Return the time without approval that has not ended, None where there is none."""
        return self.ran_on[-1] if self.ran_on and self.ran_on[-1].until is None else None

    @property
    def version(self) -> int:
        """Return the number of the event that last told something of it."""
        told = (
            *(one.version for one in self.terms),
            *(one.cure.version for one in self.ran_on if one.cure),
        )
        return max(told, default=self.agreement.version)


class Coming(StrEnum):
    """What comes up of an agreement."""

    NOTICE = "notice"
    END = "end"
    RENEWS = "renews"


@dataclass(frozen=True, slots=True, order=True)
class ComingDate:
    """A day that comes up of an agreement.

    `is_assumed` is one that comes only if the agreement has renewed itself before it.
    """

    on: date
    agreement: str
    what: Coming
    is_assumed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TermApprover:
    """Who approves a term of so many pounds or more, and whether that takes a decision."""

    from_pounds: Decimal
    who: str
    needs_decision: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementPolicy:
    """The council's own rules for agreements; `approvers` by what they begin at."""

    notice_within_days: int
    end_within_days: int
    cure_within_days: int
    approvers: tuple[TermApprover, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What agreements are held against: those that stand, and what they may refer to.

    `agreements` and `renewals` are by the agreement's code, `suppliers` are names by reference.
    """

    agreements: Mapping[str, Agreement] = field(default_factory=dict)
    renewals: Mapping[str, tuple[Renewal, ...]] = field(default_factory=dict)
    suppliers: Mapping[str, str] = field(default_factory=dict)
    contracts: frozenset[str] = frozenset()  # references


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementsSeen:
    """Every agreement by a day, and what comes up in the twelve months after it."""

    found: tuple[AgreementStanding, ...]
    coming: tuple[ComingDate, ...]
    as_at: date
    policy: AgreementPolicy

    @property
    def reference(self) -> str:
        """Return the reference of what they come to together."""
        return f"agreements/{self.as_at}"
