"""How agreements are said: notice, terms, approval, what is next; pure."""

from datetime import date

from scrutable.govuk.facts import Tag
from scrutable.housekeeping.facts.agreements import (
    Agreement,
    AgreementStanding,
    Notice,
    NoticeUnit,
    Otherwise,
    RanOn,
    Term,
    TermKind,
)
from scrutable.kernel.wording import count_words, date_words, list_words
from scrutable.meetings.presenters.addresses import decision_address

AGREEMENTS = "/estate/agreements/"
CALENDAR = f"{AGREEMENTS}calendar/"
RAN_ON = f"{AGREEMENTS}ran-on/"
FEED_FILE = f"{AGREEMENTS}calendar.ics"
UNIT_WORDS = {NoticeUnit.MONTHS: "Months", NoticeUnit.WEEKS: "Weeks", NoticeUnit.DAYS: "Days"}
TERM_WORDS = {TermKind.FIRST: "First term", TermKind.ITSELF: "Renewed itself"}
APPROVED = Tag("Approved", "green", "●")
APPROVED_LATE = Tag("Approved late", "yellow", "▲")
NOT_APPROVED = Tag("Not approved", "red", "■")
NOT_RECORDED = Tag("Approval not recorded", "grey", "○")
RUNS_ON = Tag("Runs on without approval", "red", "■")
AGAIN = Tag("Again", "red", "■")
CLOSED = Tag("Closed", "grey", "○")
TO_BEGIN = Tag("To begin", "blue", "◆")
NO_DECISION = Tag("No decision named", "yellow", "▲")
NOT_FOUND = Tag("Cause not recorded", "red", "■")
NOT_CURED = Tag("Not cured", "yellow", "▲")
CURED = Tag("Cured", "green", "●")
NOBODY = "Nobody is named"


def agreement_address(code: str) -> str:
    """Return the address of an agreement's page."""
    return f"{AGREEMENTS}{code}/"


def ran_on_address(time: RanOn) -> str:
    """Return the address at which cause and cure of a time without approval are recorded."""
    return f"{agreement_address(time.agreement)}ran-on/{time.since}/"


def notice_words(notice: Notice | None) -> str:
    """Return how long before the end notice must be given.

    >>> notice_words(Notice(count=3, unit=NoticeUnit.MONTHS))
    '3 months before the end'
    """
    if notice is None:
        return "No notice is agreed"
    return f"{count_words(notice.count, notice.unit.value.removesuffix('s'))} before the end"


def options_words(agreement: Agreement) -> str:
    """Return which extensions the agreement allows."""
    if not agreement.extensions:
        return "None is agreed"
    return list_words([count_words(months, "month") for months in agreement.extensions])


def itself_words(agreement: Agreement) -> str:
    """Return whether the agreement renews itself."""
    if agreement.renews_itself_by is None:
        return "It does not: it ends"
    return f"By {count_words(agreement.renews_itself_by, 'month')}, unless notice is given"


def term_words(term: Term) -> str:
    """Return which term it is."""
    return TERM_WORDS.get(term.kind) or f"Renewal {term.number}"


def approval_tag(term: Term, as_at: date) -> Tag:
    """Return whether the term was approved by the day."""
    if term.approved_on is None or term.approved_on > as_at:
        return NOT_RECORDED if _is_blank(term) else NOT_APPROVED
    return APPROVED_LATE if term.days_late else APPROVED


def approval_words(term: Term, as_at: date) -> str:
    """Return who approved the term and when; how long after it began, where it was after."""
    if term.approved_on is None or term.approved_on > as_at:
        return "Nobody is recorded" if _is_blank(term) else "Nobody"
    said = f"{term.approved_by}, {date_words(term.approved_on)}"
    if not term.days_late:
        return said
    return f"{said}: approved {count_words(term.days_late, 'day')} after it began"


def _is_blank(term: Term) -> bool:
    return term.kind is TermKind.FIRST and term.approved_on is None


def decision_link(decision: str) -> str:
    """Return where a decision is shown, "" where it is named in other words."""
    kind, _, code = decision.partition("/")
    return decision_address(code) if kind == "decision" and code else ""


def decision_words(decision: str) -> str:
    """Return the decision as it is named.

    >>> decision_words("decision/I017909"), decision_words("Minute 45")
    ('Decision I017909', 'Minute 45')
    """
    code = decision.removeprefix("decision/")
    return f"Decision {code}" if code != decision else decision


def current_term(one: AgreementStanding) -> Term:
    """Return the term that the day lies in, or that it has gone beyond."""
    begun = [term for term in one.terms if term.first <= one.as_at]
    return begun[-1] if begun else one.terms[0]


def standing_tag(one: AgreementStanding) -> Tag:
    """Return how the agreement stands on the day, in one word."""
    if one.next.otherwise is Otherwise.IS_CLOSED:
        return CLOSED
    if one.agreement.starts_on > one.as_at:
        return TO_BEGIN
    if one.running:
        return RUNS_ON
    return approval_tag(current_term(one), one.as_at)


def next_words(one: AgreementStanding) -> str:
    """Return what is next: until when it lasts, by when to decide, what happens otherwise."""
    step = one.next
    last = date_words(step.last)
    settled = {
        Otherwise.IS_CLOSED: f"It was last used on {last}.",
        Otherwise.RUNS_ON: f"It ended on {last} and is still used. End its use, or have a "
        "renewal approved.",
        Otherwise.ENDS_BY_NOTICE: f"Notice was given, and it ends on {last}.",
    }
    if step.act_by is None:
        return settled.get(step.otherwise, f"It ends on {last}.")
    by = date_words(step.act_by)
    if step.renews_until:
        late = (
            f"It is too late to end it on {date_words(step.too_late_for)}. "
            if step.too_late_for
            else ""
        )
        return (
            f"{late}Unless notice is given by {by} it renews itself after {last}, to "
            f"{date_words(step.renews_until)}."
        )
    if step.act_by < one.as_at:
        return f"It ends on {last}. The last day to decide what follows was {by}."
    option = f"its option of {count_words(step.extension or 0, 'month')}"
    what = f"{option} is taken up" if step.extension else "a renewal is agreed"
    return f"Unless {what} by {by} it ends on {last}."


def otherwise_words(one: AgreementStanding) -> str:
    """Return what happens if nobody does anything, in a few words."""
    step = one.next
    if step.otherwise is Otherwise.RENEWS_ITSELF and step.renews_until:
        return f"Renews itself to {date_words(step.renews_until)}"
    return {
        Otherwise.RUNS_ON: "Runs on without approval",
        Otherwise.IS_CLOSED: "Nothing: it is closed",
    }.get(step.otherwise, f"Ends on {date_words(step.last)}")


def standing_words(one: AgreementStanding) -> str:
    """Return since when it runs on, or who approved the term that the day lies in."""
    if time := one.running:
        return f"since {date_words(time.since)}, {count_words(time.days, 'day')}"
    return approval_words(current_term(one), one.as_at)


def until_words(time: RanOn) -> str:
    """Return until when an agreement ran on."""
    return "Still does" if time.until is None else date_words(time.until)


def again_words(time: RanOn) -> str:
    """Return that it was the second time, with the first; "" of a first time."""
    if time.earlier is None:
        return ""
    cured = ", which was said to be cured" if time.is_after_cure else ""
    return f"It ran on before, from {date_words(time.earlier)}{cured}"
