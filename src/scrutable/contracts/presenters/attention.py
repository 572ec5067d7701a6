"""What needs a person, as pages show it; pure."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from scrutable.contracts.presenters import cells, words
from scrutable.contracts.presenters.addresses import needed_address
from scrutable.govuk.facts import Cell, Column, Rows, Table, Tag
from scrutable.kernel.attention import Attention, Gravity, gravest_first
from scrutable.kernel.wording import count_words, date_words

MOST_TOLD = 20
MOST_GRAVE = 100  # told one by one; a longer list is told by its table
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
            href=needed_address(item.reference),
            since=date_words(item.since),
            due=date_words(item.due) if item.due else "",
            owner=item.owner or "Nobody named yet",
            doing=item.doing,
        )
        for item in gravest_first(items)
    ]


def items_told(items: Sequence[Attention]) -> list[AttentionView]:
    """Return what is told one by one: of a long list what is serious or grave, if anything is.

    Of a list longer still no more than the first hundred.
    """
    if len(items) <= MOST_TOLD:
        return attention_items(items)
    graves = gravest_first(item for item in items if item.gravity >= Gravity.SERIOUS)
    return attention_items((graves or gravest_first(items))[:MOST_GRAVE])


def heading(items: Sequence[Attention], told: Sequence[AttentionView]) -> str:
    """Return what those are that are told one by one."""
    if len(told) == len(items):
        return "Gravest and oldest first"
    if len(told) == MOST_GRAVE:
        return f"The first {MOST_GRAVE}, gravest and oldest first"
    return "Serious or grave, the oldest of them first"


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
        rows=Rows(gravest_first(items), CELLS),
        empty=NOTHING,
    )


CELLS: tuple[Callable[[Attention], Cell], ...] = (
    lambda item: Cell(item.what, href=needed_address(item.reference)),
    lambda item: Cell("", tags=(_tag(item.gravity),), order=str(9 - item.gravity)),
    lambda item: Cell(item.why),
    lambda item: cells.day_cell(item.since, "Not known"),
    lambda item: cells.day_cell(item.due, "No day set"),
    lambda item: Cell(item.owner or "Nobody named yet"),
    lambda item: Cell(item.doing or "Nothing recorded yet"),
)


def _tag(gravity: Gravity) -> Tag:
    return Tag(words.GRAVITY_WORDS[gravity], words.GRAVITY_COLOURS[gravity])
