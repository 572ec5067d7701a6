"""The words, shapes and colours of readings and of what an officer made of them; pure."""

from collections.abc import Mapping
from decimal import Decimal

from scrutable.govuk.facts import Tag
from scrutable.kernel.wording import date_words, list_words
from scrutable.meetings.facts import (
    Certainty,
    Closure,
    Due,
    LimbState,
    Minutes,
    Openness,
    OutcomeKind,
    ReadingState,
    Wording,
)

KIND_WORDS: Mapping[OutcomeKind, str] = {
    OutcomeKind.ACCEPT: "Accepted",
    OutcomeKind.ACTION: "Action",
    OutcomeKind.AGREE: "Agreed",
    OutcomeKind.AMENDMENT: "Amendment, result not shown",
    OutcomeKind.AMENDMENT_CARRIED: "Amendment carried",
    OutcomeKind.AMENDMENT_LOST: "Amendment lost",
    OutcomeKind.APPOINT: "Appointed",
    OutcomeKind.APPROVE: "Approved",
    OutcomeKind.ASSURANCE: "Assurance given",
    OutcomeKind.AUTHORISE: "Authorised",
    OutcomeKind.CARRIED: "Motion carried",
    OutcomeKind.CARRY_FORWARD: "Carried forward",
    OutcomeKind.COMMENT: "Comment",
    OutcomeKind.CONDITION: "Condition",
    OutcomeKind.CONFIRM_MINUTES: "Minutes confirmed",
    OutcomeKind.DEFER: "Deferred",
    OutcomeKind.DELEGATE: "Delegated",
    OutcomeKind.EFFECTIVE: "Takes effect",
    OutcomeKind.ENDORSE: "Endorsed",
    OutcomeKind.EXCLUDE_PUBLIC: "Public excluded",
    OutcomeKind.EXEMPT: "Held to be exempt",
    OutcomeKind.INSTRUCT: "Instructed",
    OutcomeKind.LOST: "Motion lost",
    OutcomeKind.MOVED: "Motion, result not shown",
    OutcomeKind.NOTE: "Noted",
    OutcomeKind.PROCEDURAL_CARRIED: "Procedural motion carried",
    OutcomeKind.RECEIVE: "Received",
    OutcomeKind.RECOMMEND: "Recommended",
    OutcomeKind.RECORD_ASSURANCE: "Assurance recorded",
    OutcomeKind.REFER: "Referred",
    OutcomeKind.REJECT: "Rejected",
    OutcomeKind.REPORT_BACK: "Report back",
    OutcomeKind.REQUEST: "Requested",
    OutcomeKind.REVIEW: "To be reviewed",
    OutcomeKind.SUGGESTION: "Suggestion",
    OutcomeKind.SUPPORT: "Supported",
    OutcomeKind.THANK: "Thanks",
    OutcomeKind.WAIVE: "Waived",
}
STATE_TAGS: Mapping[LimbState, Tag] = {
    LimbState.AS_READ: Tag("As read", "grey", "○"),
    LimbState.CONFIRMED: Tag("Looked at", "green", "●"),
    LimbState.CORRECTED: Tag("Corrected", "blue", "●"),
    LimbState.ADDED: Tag("Added", "blue", "●"),
    LimbState.STRUCK: Tag("Struck", "grey", "■"),
}
CERTAINTY_TAGS: Mapping[Certainty, Tag] = {
    Certainty.LIKELY: Tag("Likely", "yellow", "▲"),
    Certainty.UNCLEAR: Tag("Unclear", "red", "■"),
}
WORDING_TAGS: Mapping[Wording, Tag] = {
    Wording.BY_REFERENCE: Tag("By reference", "yellow", "▲"),
    Wording.LOST: Tag("Words lost", "red", "■"),
}
WORDING_WORDS: Mapping[Wording, str] = {
    Wording.GIVEN: "The words agreed stand in the text",
    Wording.BY_REFERENCE: "The words agreed stand in a report or another minute",
    Wording.LOST: "The words agreed are lost",
}
READING_WORDS: Mapping[ReadingState, str] = {
    ReadingState.WHOLE: "",
    ReadingState.CUT: (
        "The text is cut: it stops before, inside or after a decision. What follows is missing."
    ),
    ReadingState.NONE_VISIBLE: "No decision, action or promise can be seen in the text.",
    ReadingState.PROPOSALS_ONLY: (
        "The text shows proposals only, and not what was decided about them."
    ),
    ReadingState.STATUS_ONLY: (
        "The text says only that something was approved or not, without the words."
    ),
}
TRACKED = Tag("Becomes a commitment", "blue", "●")
WAS_TRACKED = Tag("Is a commitment", "green", "●")
NOT_TRACKED = Tag("Not tracked", "grey", "○")
IN_DISCUSSION = Tag("Promised in discussion", "grey")
TO_CONFIRM = Tag("To be confirmed", "yellow", "▲")
CONFIRMED = Tag("Confirmed", "green", "●")


def state_tag(minutes: Minutes) -> Tag:
    """Return whether an officer has answered for the minutes."""
    return CONFIRMED if minutes.is_confirmed else TO_CONFIRM


def closure_words(closure: Closure) -> str:
    """Return why the minutes are not for everybody; "" where they are."""
    if closure.openness is Openness.EXEMPT:
        numbers = list_words([str(number) for number in closure.paragraphs])
        noun = "paragraph" if len(closure.paragraphs) == 1 else "paragraphs"
        return f"Exempt under {noun} {numbers} of Schedule 12A"
    return "" if closure.is_open else closure.openness.value.capitalize()


def due_words(due: Due | None) -> str:
    """Return by when, in the text's words and in days where they come to some."""
    if due is None:
        return ""
    if due.last is None:
        return f"“{due.words}” (no day can be told from this yet)"
    if due.first is None or due.first == due.last:
        return f"“{due.words}” ({date_words(due.last)})"
    return f"“{due.words}” ({date_words(due.first)} to {date_words(due.last)})"


def pounds_words(amount: Decimal | None) -> str:
    """Return the sum exactly: pence only where there are any."""
    if amount is None:
        return ""
    whole = amount == amount.to_integral_value()
    return f"£{amount:,.0f}" if whole else f"£{amount:,.2f}"
