"""What lines, standings and what is missing are called; pure."""

from collections.abc import Mapping

from scrutable.assurance.facts import ClaimSeen, Line, LineSeen, Missing, Reassurance
from scrutable.govuk.facts import Tag
from scrutable.kernel.wording import capital, count_words, date_words, list_words

MAP = "/assurance/"
CLAIMS = f"{MAP}claims/"
NEVER = "Never looked"
LINE_WORDS: Mapping[Line, str] = {
    Line.FIRST: "First line",
    Line.SECOND: "Second line",
    Line.THIRD: "Third line",
}
LINE_MEANS: Mapping[Line, str] = {
    Line.FIRST: "First: who does the work",
    Line.SECOND: "Second: who oversees it",
    Line.THIRD: "Third: who is independent",
}
STANDING_TAGS: Mapping[Reassurance, Tag] = {
    Reassurance.BORNE_OUT: Tag("Borne out", "green", "●"),
    Reassurance.WEAK: Tag("Weak", "yellow", "▲"),
    Reassurance.STALE: Tag("Stale", "yellow", "▲"),
    Reassurance.NOTHING: Tag("Nothing under it", "red", "■"),
    Reassurance.CONTRADICTED: Tag("Contradicted", "red", "■"),
}
FRESH, STALE = Tag("Fresh", "green", "●"), Tag("Stale", "yellow", "▲")
AGAINST, ABSENT = Tag("Against it", "red", "■"), Tag(NEVER, "grey", "○")
AGAINST_ONCE = Tag("Against it, stale", "yellow", "▲")


def claim_address(code: str) -> str:
    """Return the address of a claim."""
    return f"{CLAIMS}{code}/"


def line_tag(one: LineSeen) -> Tag:
    """Return how the newest that a line found stands."""
    if one.newest is None:
        return ABSENT
    if not one.newest.bears_out:
        return AGAINST if one.is_fresh else AGAINST_ONCE
    return FRESH if one.is_fresh else STALE


def line_words(one: LineSeen) -> str:
    """Return what a line found and when."""
    if one.newest is None or one.age is None:
        return NEVER
    return f"{date_words(one.newest.on)}, {count_words(one.age, 'day')} old"


def missing_words(one: ClaimSeen) -> str:
    """Return what a claim lacks before a board can be asked to accept it."""
    wanted = LINE_WORDS[one.claim.wants].lower()
    words = {
        Missing.EVIDENCE: f"any evidence, from the {wanted} or a surer one",
        Missing.FRESH: f"evidence within {count_words(one.claim.shelf_days, 'day')}",
        Missing.LINE: f"fresh evidence from the {wanted} or a surer one",
        Missing.ANSWER: "an answer to the newest evidence, which is against it",
    }
    return capital(list_words([words[each] for each in one.missing])) or "Nothing is missing"
