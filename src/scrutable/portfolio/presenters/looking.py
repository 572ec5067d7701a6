"""What outcomes, hand-overs and lessons are called and where their pages lie; pure."""

from collections.abc import Mapping

from scrutable.govuk.facts import Cell, Tag
from scrutable.kernel.wording import date_words, list_words, number_words
from scrutable.meetings.presenters.addresses import PAGES as OF_MEETINGS
from scrutable.meetings.presenters.addresses import reference_address, trace_address
from scrutable.meetings.presenters.references import reference_words
from scrutable.portfolio.facts import (
    Bearing,
    HandOverState,
    LessonWhy,
    OutcomeStanding,
    OutcomeState,
    OutcomeVerdict,
)

STATE_TAGS = {
    OutcomeState.EVIDENCED: Tag("Evidenced", "green", "●"),
    OutcomeState.PARTLY: Tag("Partly evidenced", "yellow", "▲"),
    OutcomeState.NOT_EVIDENCED: Tag("Not evidenced", "red", "■"),
    OutcomeState.NO_EVIDENCE: Tag("No evidence at all", "red", "○"),
    OutcomeState.NOT_JUDGED: Tag("Not judged yet", "grey", "○"),
}
VERDICT_TAGS = {one: STATE_TAGS[OutcomeState(one.value)] for one in OutcomeVerdict}
VERDICT_WORDS = {one: tag.word for one, tag in VERDICT_TAGS.items()}
SINCE_TAG = Tag("Evidence has come since", "blue", "◆")
WITHDRAWN_TAG = Tag("Evidence withdrawn since", "yellow", "◆")
BEARING_WORDS = {Bearing.FOR: "For it", Bearing.AGAINST: "Against it"}
HAND_OVER_TAGS = {
    HandOverState.WAITING: Tag("Waits", "blue", "○"),
    HandOverState.HANDED_OVER: Tag("Handed over", "green", "●"),
    HandOverState.STOPPED: Tag("Not taken over", "grey", "■"),
}
HAND_OVER_WORDS = {one: tag.word for one, tag in HAND_OVER_TAGS.items()}
LATE_TAG = Tag("Late", "red", "■")
WHY_WORDS = {
    LessonWhy.NAMED: "Named for it",
    LessonWhy.LEARNED_HERE: "Learned here",
    LessonWhy.SUPPLIER: "The same supplier",
    LessonWhy.THEME: "The same theme",
}
NOT_APPLIED_TAG = Tag("Not applied yet", "yellow", "▲")
APPLIED_TAG = Tag("Applied", "green", "●")
NO_LOOK = "None is set"
OUTCOMES, LESSONS = "/outcomes/", "/lessons/"
PAGES = {
    "project": ("/projects/{}/", 2),
    "contract": ("/contracts/{}/", 2),
    "supplier": ("/suppliers/{}/", 2),
    "strategy": ("/strategies/{}/", 2),
    "transition": ("/outcomes/{}/", 2),
    "outcome": ("/outcomes/{}/", 3),
    "lesson": ("/lessons/{}/", 2),
}
KINDS = {
    "contract": "Contract",
    "strategy": "Strategy",
    "objective": "Objective",
    "project": "Project",
    "kpi": "KPI",
}


def since_tags(one: OutcomeStanding) -> tuple[Tag, ...]:
    """Return that evidence came, or only was withdrawn, after the last judgement."""
    if not one.since:
        return ()
    is_come = any(not each.withdrawn_reason for each in one.since)
    return (SINCE_TAG if is_come else WITHDRAWN_TAG,)


def since_words(one: OutcomeStanding) -> str:
    """Return what came or went after the last judgement, and what that makes of it; "" for nothing.

    A verdict is never changed by it: somebody has to judge again.
    """
    if not one.since or one.last is None:
        return ""
    gone = sum(bool(each.withdrawn_reason) for each in one.since)
    come = len(one.since) - gone
    said = [f"{_pieces(come)} came"] if come else []
    if gone:
        said.append(f"{_pieces(gone)} {'was' if gone == 1 else 'were'} withdrawn")
    on = date_words(one.last.on)
    return f"{since_tags(one)[0].word}: {list_words(said)} after the judgement of {on}."


def _pieces(number: int) -> str:
    return f"{number_words(number)} {'piece' if number == 1 else 'pieces'}"


def transition_address(code: str) -> str:
    """Return the address of a transition's page."""
    return f"{OUTCOMES}{code}/"


def outcome_address(transition: str, number: int) -> str:
    """Return the address of an outcome's page."""
    return f"{OUTCOMES}{transition}/{number}/"


def lesson_address(number: int) -> str:
    """Return the address of a lesson's page."""
    return f"{LESSONS}{number}/"


def entry_address(reference: str) -> str:
    """Return where an entry stands in the work programme of its body.

    >>> entry_address("programme/OSMB/7")
    '/bodies/OSMB/#programme'
    """
    return f"/bodies/{reference.split('/')[1]}/#programme"


def record_address(reference: str) -> str:
    """Return where a record is shown: its page, or the way that it came about.

    >>> record_address("project/277"), record_address("project/201/benefit/1")
    ('/projects/277/', '/trace/project/201/benefit/1')
    >>> record_address("outcome/INFRA/6"), record_address("decision/I017909")
    ('/outcomes/INFRA/6/', '/decisions/I017909/')
    """
    kind, _, rest = reference.partition("/")
    address, parts = PAGES.get(kind, ("", 0))
    if address and reference.count("/") + 1 == parts:
        return address.format(rest)
    return reference_address(reference) if kind in OF_MEETINGS else trace_address(reference)


def record_words(reference: str, titles: Mapping[str, str]) -> str:
    """Return what a reference names; `titles` are those of projects, by their number.

    >>> record_words("project/277", {"277": "Document store"}), record_words("contract/CSS", {})
    ('277 Document store', 'Contract CSS')
    """
    kind, _, rest = reference.partition("/")
    if kind == "project" and rest in titles:
        return f"{rest} {titles[rest]}"
    return f"{KINDS[kind]} {rest}" if kind in KINDS else reference_words(reference)


def source_cell(source: str, *, is_reference: bool, titles: Mapping[str, str]) -> Cell:
    """Return a source as a link to the record it names, or as the words that it is."""
    if not is_reference:
        return Cell(source)
    return Cell(record_words(source, titles), href=record_address(source))
