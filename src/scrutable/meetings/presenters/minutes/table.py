"""The outcomes of minutes as a table, for its files; pure."""

from collections.abc import Sequence

from scrutable.govuk.facts import Cell, Column, Table
from scrutable.kernel.wording import list_words
from scrutable.meetings.facts import Limb, Minutes
from scrutable.meetings.presenters.minutes import words

COLUMNS = (
    Column("limb", "Limb", numeric=True),
    Column("kind", "Kind"),
    Column("text", "What"),
    Column("owner", "Owner"),
    Column("consultees", "In consultation with"),
    Column("due", "Due"),
    Column("amount", "Amount"),
    Column("condition", "Condition"),
    Column("state", "State"),
    Column("tracked", "Tracked"),
)


def limb_table(minutes: Minutes, limbs: Sequence[Limb]) -> Table:
    """Return the limbs as a table, for its files."""
    return Table(
        name="limbs",
        caption=f"Outcomes of {minutes.code}",
        columns=COLUMNS,
        rows=tuple(_row(limb) for limb in limbs),
        empty="No outcome was read. Add what the reader missed by quoting the words of the text.",
    )


def _row(limb: Limb) -> tuple[Cell, ...]:
    outcome = limb.outcome
    return (
        Cell(str(limb.number)),
        Cell(words.KIND_WORDS[outcome.kind]),
        Cell(outcome.text or "Not given"),
        Cell(outcome.owner or "Nobody named"),
        Cell(list_words(outcome.consultees) or "None"),
        Cell(words.due_words(outcome.due) or "No day set"),
        Cell(words.pounds_words(outcome.amount_pounds) or "None"),
        Cell(outcome.condition or "None"),
        Cell(words.STATE_TAGS[limb.state].word, note=limb.reason),
        Cell("Yes" if limb.is_tracked else "No"),
    )
