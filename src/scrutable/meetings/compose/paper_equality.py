"""Due regard to the three aims of the Equality Act 2010, and the impact on each of nine; pure."""

from collections.abc import Iterator

from scrutable.documents.blocks import Block, Bullets, Cell, Column, Paragraph, Table, Tag
from scrutable.documents.charts.facts import Colour
from scrutable.documents.pieces import Shape
from scrutable.meetings.compose.paper_texts import not_written, typed
from scrutable.meetings.facts import DecisionPaper, EqualityImpact, Impact, Part
from scrutable.meetings.presenters.papers import CHARACTERISTIC_WORDS, IMPACT_WORDS, NONE_WORDS
from scrutable.meetings.rules.papers.equality import FIRST_AIM_ONLY

DUTY = (
    "Whoever decides must have due regard to three needs (Equality Act 2010, section 149). The "
    "duty is theirs alone and cannot be handed on; where a decision may harm somebody, they must "
    "consider what would avoid it."
)
AIMS = (
    """to put an end to discrimination, harassment, victimisation and all else the Act forbids;""",
    """to advance equality of opportunity between people who share a protected characteristic and
    people who do not: to lessen disadvantage, to meet needs that differ, and to encourage part in
    public life where it is low;""",
    """to foster good relations between them: to tackle prejudice and promote understanding.""",
)
_TAGS: dict[Impact, tuple[Colour, Shape]] = {
    Impact.POSITIVE: ("green", "circle"),
    Impact.NEUTRAL: ("grey", "ring"),
    Impact.NEGATIVE: ("red", "square"),
}


def blocks(paper: DecisionPaper) -> Iterator[Block]:
    """Yield the duty, what is said of all, and a row for each that something is said of."""
    yield Paragraph((DUTY,), numbered=True)
    yield Bullets(tuple((aim,) for aim in AIMS))
    said = paper.parts.get(Part.EQUALITY)
    if said is not None and said.none:
        yield Paragraph((NONE_WORDS[Part.EQUALITY],), numbered=True)
    if said is not None:
        yield from typed(said.text)
    if paper.equality:
        yield table(paper.equality)
    elif said is None or not said.none:
        yield not_written()


def table(impacts: tuple[EqualityImpact, ...]) -> Table:
    """Return the impacts as a table, one characteristic a row."""
    columns = (
        Column("Characteristic"),
        Column("Impact"),
        Column("Why"),
        Column("What lessens or justifies it"),
    )
    return Table("Impact by protected characteristic", columns, tuple(_row(one) for one in impacts))


def _row(one: EqualityImpact) -> tuple[Cell, ...]:
    name = CHARACTERISTIC_WORDS[one.characteristic]
    if one.characteristic in FIRST_AIM_ONLY:
        name += " (first aim only)"
    word = IMPACT_WORDS[one.impact][0]
    colour, shape = _TAGS[one.impact]
    nothing = "Nothing stated yet" if one.impact is Impact.NEGATIVE else "Not needed"
    return (
        Cell(name),
        Cell(word, tags=(Tag(word, colour, shape),)),
        Cell(one.why.strip() or "No reason stated yet"),
        Cell(one.mitigation.strip() or nothing),
    )
