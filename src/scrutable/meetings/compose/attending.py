"""What needs attention, gravest and oldest first; pure."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from scrutable.documents.blocks import Block, Citation, Heading, StatusItem, StatusList, Tag
from scrutable.documents.citing import period_at
from scrutable.documents.saying import plain
from scrutable.kernel.attention import Attention, Gravity, gravest_first
from scrutable.kernel.wording import capital, date_words, ended, list_words, number_words
from scrutable.meetings.compose.papers import ATTENTION

MOST = 20
TAGS = {
    Gravity.GRAVE: Tag("Grave", "red", "square"),
    Gravity.SERIOUS: Tag("Serious", "red", "triangle"),
    Gravity.CONCERN: Tag("Concern", "yellow", "triangle"),
    Gravity.NOTE: Tag("To note", "grey", "ring"),
}
OF_GRAVITY = {
    Gravity.GRAVE: "grave",
    Gravity.SERIOUS: "serious",
    Gravity.CONCERN: "of concern",
    Gravity.NOTE: "to note",
}


def attention_section(found: Sequence[Attention], as_at: date) -> tuple[Block, ...]:
    """Return the gravest matters, at most twenty, and how many more there are."""
    heading = Heading(1, ATTENTION.title, ATTENTION.anchor)
    if not found:
        return (heading, plain(f"Nothing needs attention on {date_words(as_at)}."))
    ordered = gravest_first(found)
    return (
        heading,
        plain(_finding(ordered, as_at)),
        StatusList(tuple(_item(one, as_at) for one in ordered[:MOST])),
    )


def _finding(found: Sequence[Attention], as_at: date) -> str:
    counts = Counter(one.gravity for one in found)
    parts = [
        f"{number_words(counts[gravity])} {words}"
        for gravity, words in OF_GRAVITY.items()
        if counts[gravity]
    ]
    number = capital(number_words(len(found)))
    needs = "matter needs" if len(found) == 1 else "matters need"
    said = f"{number} {needs} a person on {date_words(as_at)}: {list_words(parts)}."
    if len(found) <= MOST:
        return f"{said} The gravest and the oldest stand first."
    return (
        f"{said} The {MOST} gravest and oldest stand here. The list on the home page has "
        "them all, and beside them whatever else waits for a person, such as meetings and reports."
    )


def _item(one: Attention, as_at: date) -> StatusItem:
    doing = one.doing or "Nothing is recorded yet"
    return StatusItem(
        title=capital(one.what),
        tags=(TAGS[one.gravity],),
        text=(f"{capital(ended(one.why))} On the list since {date_words(one.since)}.",),
        being_done=f"{doing} (due {date_words(one.due)})" if one.due else doing,
        by_whom=one.owner or "Nobody is recorded yet",
        citation=Citation(one.reference, one.version),
        period=period_at(as_at),
    )
