"""How a report says statuses, values and months, and the cells it puts them in; pure."""

from decimal import Decimal

from scrutable.contracts.compose import citing
from scrutable.contracts.compose.papers import Papers
from scrutable.contracts.facts import Kind, KpiDefinition, KpiMonth, Status
from scrutable.contracts.presenters import words
from scrutable.documents.blocks import Cell, Figure, Paragraph, Tag, paragraphs
from scrutable.documents.pieces import Shape
from scrutable.documents.saying import COLOURS, SHAPES
from scrutable.kernel.attention import Gravity
from scrutable.kernel.periods import Month
from scrutable.kernel.wording import capital, number_words

MITIGATION_TAG = Tag(words.MITIGATION_TAG, COLOURS[words.MITIGATION_COLOUR], "diamond")
GRAVITY_SHAPES: dict[Gravity, Shape] = {
    Gravity.GRAVE: "square",
    Gravity.SERIOUS: "triangle",
    Gravity.CONCERN: "triangle",
    Gravity.NOTE: "ring",
}
GRAVITY_TAGS = {
    gravity: Tag(said, COLOURS[words.GRAVITY_COLOURS[gravity]], GRAVITY_SHAPES[gravity])
    for gravity, said in words.GRAVITY_WORDS.items()
}


def so_many(count: int, one: str) -> str:
    """Return the number with its noun, to begin a sentence.

    >>> so_many(1, "KPI"), so_many(3, "mitigation")
    ('One KPI', 'Three mitigations')
    """
    return f"{capital(number_words(count))} {one if count == 1 else one + 's'}"


def sentence(text: str) -> str:
    """Return the text as a sentence: a large letter first, one stop at the end.

    >>> sentence("met"), sentence("he says “Half were.”"), sentence("Is it?")
    ('Met.', 'He says “Half were.”', 'Is it?')
    """
    ended = text.rstrip().endswith((".", "!", "?", ".”", "!”", "?”"))
    return capital(text.rstrip()) + ("" if ended else ".")


def tag(status: Status) -> Tag:
    """Return the status as a tag: its word, its shape, and a colour that repeats them."""
    shape, colour = words.SHAPES[status], words.TAG_COLOURS[status]
    return Tag(words.WORDS[status], COLOURS[colour], SHAPES[shape])


def tags(entry: KpiMonth) -> tuple[Tag, ...]:
    """Return the status and, beside it, an agreed mitigation."""
    return (tag(entry.status), *((MITIGATION_TAG,) if entry.is_mitigated else ()))


def entry_cell(papers: Papers, entry: KpiMonth) -> Cell:
    """Return the month's value with its status, or the reason for there being none."""
    definition = papers.kpis[entry.code]
    value = entry.result.value if entry.result else None
    return Cell(
        words.entry_words(definition, entry),
        citing.of_entry(papers, entry),
        tags(entry),
        value,
        entry.month.words,
    )


def entry_figure(papers: Papers, entry: KpiMonth) -> Figure:
    """Return the month's value, or why there is none, for running text."""
    definition = papers.kpis[entry.code]
    text = words.entry_words(definition, entry)
    return Figure(text, citing.of_entry(papers, entry), entry.month.words)


def level_cells(definition: KpiDefinition, month: Month) -> tuple[Cell, Cell]:
    """Return the target and the minimum in force in the month, or the words for none.

    Beside results that state their unit, levels in seconds or incidents are numbers alone.
    """
    level, cited = definition.level_in(month), citing.of_definition(definition)
    if level is None:
        return Cell("Not set"), Cell("None")
    target = Cell(_level_words(definition, level.target), cited, number=level.target)
    if level.minimum is None:
        return target, Cell("None")
    minimum = _level_words(definition, level.minimum)
    return target, Cell(minimum, cited, number=level.minimum)


def _level_words(definition: KpiDefinition, level: Decimal) -> str:
    said = words.value_words(definition, level)
    is_short = definition.kind in (Kind.PERCENTAGE, Kind.MONEY)
    return said if is_short else said.partition(" ")[0]


def commentary(papers: Papers, anchor: str) -> tuple[Paragraph, ...]:
    """Return the officer's own paragraphs for the section; none where none were written."""
    return paragraphs(papers.narrative.get(anchor, ""), numbered=True)
