"""Delegations with every use, and what scrutiny recommends to the executive."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from scrutable.meetings.facts.codes import yearly_code


class DelegationState(StrEnum):
    """Where a delegation stands on a day."""

    NOT_BEGUN = "not_begun"
    IN_FORCE = "in_force"
    EXPIRED = "expired"
    ENDED = "ended"  # the body took it back before its time


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegation:
    """Authority that a body gave to a post.

    `acts` are what it covers, each in words, and a use names one of them. `limit_pounds` is for
    all uses together, `each_pounds` for one; None where no limit was set. The days of `from_on`,
    `expires_on` and `ended_on` all lie within it. Only the post named may use it: a deputy who
    may do so has a delegation of their own.
    """

    year: int
    number: int
    body: str
    to: str  # a post
    acts: tuple[str, ...]
    consultees: tuple[str, ...] = ()
    limit_pounds: Decimal | None = None
    each_pounds: Decimal | None = None
    from_on: date
    expires_on: date | None = None
    made_in: str = ""  # code of the meeting
    source_reference: str = ""  # limb or decision
    ended_on: date | None = None
    ended_because: str = ""
    version: int = 0

    @property
    def code(self) -> str:
        """Return its code: 2026-003."""
        return yearly_code(self.year, self.number)

    @property
    def reference(self) -> str:
        """Return the delegation's reference."""
        return f"delegation/{self.code}"


@dataclass(frozen=True, slots=True, kw_only=True)
class DelegationUse:
    """One use of a delegation, or an attempt that was refused: `refused_because` says why."""

    delegation: str  # code
    number: int
    on: date
    used_by: str  # the post
    act: str
    what: str
    pounds: Decimal | None = None
    consulted: tuple[str, ...] = ()
    consulted_on: date | None = None
    decision: str = ""  # code of the decision record
    refused_because: tuple[str, ...] = ()
    version: int = 0

    @property
    def reference(self) -> str:
        """Return the use's reference."""
        return f"delegation/{self.delegation}/{self.number}"

    @property
    def is_refused(self) -> bool:
        """Test whether it lay outside the delegation; such an attempt counts against no limit."""
        return bool(self.refused_because)


class RecommendationState(StrEnum):
    """Where a recommendation stands on a day."""

    NOT_NOTICED = "not_noticed"  # no notice was given, so no answer is owed
    AWAITED = "awaited"
    OVERDUE = "overdue"
    TO_BE_PUBLISHED = "to_be_published"  # answered; the answer is not published as it must be
    ANSWERED = "answered"


class Answer(StrEnum):
    """How the executive answered a recommendation."""

    ACCEPTED = "accepted"
    ACCEPTED_IN_PART = "accepted_in_part"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    """What scrutiny recommended to the executive, and its answer.

    Two months run from the receipt of the report or, if later, of the notice: s.9FE. Without a
    notice nothing is owed.
    """

    year: int
    number: int
    body: str
    to: str  # code of the body that is to answer
    text: str
    made_in: str
    source_reference: str = ""
    received_on: date | None = None
    noticed_on: date | None = None
    published_on: date | None = None
    answer: Answer | None = None
    answer_reasons: str = ""
    action: str = ""  # what the executive proposes to do
    answered_on: date | None = None
    answer_published_on: date | None = None
    version: int = 0

    @property
    def code(self) -> str:
        """Return its code: 2026-005."""
        return yearly_code(self.year, self.number)

    @property
    def reference(self) -> str:
        """Return the recommendation's reference."""
        return f"recommendation/{self.code}"
