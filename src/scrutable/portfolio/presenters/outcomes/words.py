"""What outcomes and hand-overs are called and where their pages lie; pure."""

from scrutable.govuk.facts import Tag
from scrutable.kernel.wording import date_words, list_words, number_words
from scrutable.portfolio.facts import (
    Bearing,
    HandOverState,
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
NO_LOOK = "None is set"
OUTCOMES = "/outcomes/"


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


def entry_address(reference: str) -> str:
    """Return where an entry stands in the work programme of its body.

    >>> entry_address("programme/OSMB/7")
    '/bodies/OSMB/#programme'
    """
    return f"/bodies/{reference.split('/')[1]}/#programme"
