"""What a page of minutes was read to say; pure, and the shape that `meetings read` prints."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class ReadingState(StrEnum):
    """How much of the decision the text shows."""

    WHOLE = "whole"
    CUT = "cut"  # it stops before, inside or after the decision
    NONE_VISIBLE = "none-visible"
    PROPOSALS_ONLY = "proposals-only"
    STATUS_ONLY = "status-only"  # "Recommendations Approved" without the text


class Wording(StrEnum):
    """Whether the words that were agreed stand in the text."""

    GIVEN = "given"
    BY_REFERENCE = "by-reference"
    LOST = "lost"


class Certainty(StrEnum):
    """How sure the reader is."""

    CERTAIN = "certain"
    LIKELY = "likely"
    UNCLEAR = "unclear"


class OutcomeKind(StrEnum):
    """The verb of an outcome, as facts about minutes name it."""

    ACCEPT = "accept"
    ACTION = "action"
    AGREE = "agree"
    AMENDMENT = "amendment"  # whose result the text does not show
    AMENDMENT_CARRIED = "amendment-carried"
    AMENDMENT_LOST = "amendment-lost"
    APPOINT = "appoint"
    APPROVE = "approve"
    ASSURANCE = "assurance"
    AUTHORISE = "authorise"
    CARRIED = "carried"  # a motion, its text elsewhere
    CARRY_FORWARD = "carry-forward"
    COMMENT = "comment"
    CONDITION = "condition"
    CONFIRM_MINUTES = "confirm-minutes"
    DEFER = "defer"
    DELEGATE = "delegate"
    EFFECTIVE = "effective"
    ENDORSE = "endorse"
    EXCLUDE_PUBLIC = "exclude-public"
    EXEMPT = "exempt"
    INSTRUCT = "instruct"
    LOST = "lost"  # a motion
    MOVED = "moved"  # a motion whose result the text does not show
    NOTE = "note"
    PROCEDURAL_CARRIED = "procedural-carried"
    RECEIVE = "receive"
    RECOMMEND = "recommend"
    RECORD_ASSURANCE = "record-assurance"
    REFER = "refer"
    REJECT = "reject"
    REPORT_BACK = "report-back"
    REQUEST = "request"
    REVIEW = "review"
    SUGGESTION = "suggestion"
    SUPPORT = "support"
    THANK = "thank"
    WAIVE = "waive"


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """By when, in the text's own words, and the days they come to where they can be worked out.

    "Quarter 3 2022/23" is 1 October to 31 December 2022; "next meeting" stays words until a
    calendar knows, so both days are None.
    """

    words: str
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SubLimb:
    """A limb that only completes the outcome above it: (a) of "to the Director to: (a) … (b) …".

    It names an owner or consultees only where its own words do.
    """

    label: str  # "a", "ii", "1", "•", as it is counted, without brackets
    text: str
    span: tuple[int, int]
    owner: str = ""
    consultees: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One resolution or limb, action or promise, with its place in the text.

    `span` are the characters from and to, of the text as it was read: `text[span[0]:span[1]]`.
    `parent` is the index, in the reading's outcomes, of the limb that it stands under.
    `in_discussion` tells a promise made in discussion from what was resolved.
    """

    kind: OutcomeKind
    text: str
    span: tuple[int, int]
    wording: Wording = Wording.GIVEN
    owner: str = ""
    consultees: tuple[str, ...] = ()
    due: Due | None = None
    amount_pounds: Decimal | None = None
    condition: str = ""
    certainty: Certainty = Certainty.CERTAIN
    parent: int | None = None
    in_discussion: bool = False
    votes: str = ""  # "For 5, against 7, abstained 0", as the text says it
    limbs: tuple[SubLimb, ...] = ()  # that the text lists under it and that are part of it


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a text was read to say."""

    id: str
    state: ReadingState
    meeting_on: date | None
    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesText:
    """Minutes as plain text, read from a file of any kind.

    `places` gives, for the first character of each page or item, what to call it: (0, "page 1").
    """

    name: str
    text: str
    places: tuple[tuple[int, str], ...] = ()
    meeting_on: date | None = None
    body: str = ""
