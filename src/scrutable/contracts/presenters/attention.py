"""What needs a person, as pages show it; pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scrutable.contracts.presenters import cells, words
from scrutable.contracts.presenters.addresses import record_address
from scrutable.govuk.facts import Cell, Column, Table, Tag
from scrutable.kernel.attention import Attention, Gravity, gravest_first
from scrutable.kernel.wording import count_words, date_words

MOST_TOLD = 20
NOTHING = (
    "Nothing needs attention. A KPI that keeps missing, a late return, a long mitigation or a "
    "notice day that draws near would stand here, with the reason."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AttentionView:
    """The words of one thing that needs a person."""

    what: str
    why: str
    gravity: str
    colour: str
    href: str
    since: str
    due: str
    owner: str
    doing: str


def attention_items(items: Iterable[Attention]) -> list[AttentionView]:
    """Return what needs a person, gravest and oldest first."""
    return [
        AttentionView(
            what=item.what,
            why=item.why,
            gravity=words.GRAVITY_WORDS[item.gravity],
            colour=words.GRAVITY_COLOURS[item.gravity],
            href=record_address(item.reference),
            since=date_words(item.since),
            due=date_words(item.due) if item.due else "",
            owner=item.owner or "Nobody named yet",
            doing=item.doing,
        )
        for item in gravest_first(items)
    ]


def items_told(items: Sequence[Attention]) -> list[AttentionView]:
    """Return what is told one by one: of a long list what is serious or grave, if anything is."""
    grave = [item for item in items if item.gravity >= Gravity.SERIOUS]
    return attention_items(grave if grave and len(items) > MOST_TOLD else items)


def title(items: Sequence[Attention]) -> str:
    """Return the finding: how many things need a person, how many of them at once."""
    if not items:
        return "Nothing needs attention"
    grave = sum(item.gravity >= Gravity.SERIOUS for item in items)
    verb = "needs" if len(items) == 1 else "need"
    said = f"{count_words(len(items), 'thing')} {verb} attention"
    return f"{said}, {grave} of them serious or grave" if grave else said


def attention_table(items: Iterable[Attention]) -> Table:
    """Return the same as a table, to be sorted and taken away."""
    return Table(
        name="attention",
        caption="What needs attention",
        columns=(
            Column("what", "What"),
            Column("gravity", "How grave"),
            Column("why", "Why it is here"),
            Column("since", "Since"),
            Column("due", "Due"),
            Column("owner", "Owner"),
            Column("doing", "Being done"),
        ),
        rows=tuple(
            (
                Cell(item.what, href=record_address(item.reference)),
                Cell(
                    "",
                    tags=(_tag(item.gravity),),
                    order=str(9 - item.gravity),
                ),
                Cell(item.why),
                cells.day_cell(item.since, "Not known"),
                cells.day_cell(item.due, "No day set"),
                Cell(item.owner or "Nobody named yet"),
                Cell(item.doing or "Nothing recorded yet"),
            )
            for item in gravest_first(items)
        ),
        empty=NOTHING,
    )


def _tag(gravity: Gravity) -> Tag:
    return Tag(words.GRAVITY_WORDS[gravity], words.GRAVITY_COLOURS[gravity])
