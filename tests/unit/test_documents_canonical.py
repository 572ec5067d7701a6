import json
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories.document_samples import columns, document, hostile, network, report, waterfall
from scrutable.documents.blocks import (
    Cell,
    Chart,
    Citation,
    Column,
    Figure,
    KeyFigure,
    KeyFigures,
    Note,
    Paragraph,
    Table,
    Tag,
)
from scrutable.documents.canonical import UnknownKind, from_json, to_json

WORDS = st.text(min_size=1, max_size=20).map(lambda text: "x" + text)
MAYBE = st.text(max_size=8)
CITATIONS = st.builds(Citation, WORDS, st.integers(), MAYBE, MAYBE, MAYBE)
FIGURES = st.builds(Figure, WORDS, st.none() | CITATIONS, st.none() | WORDS)
RUNS = st.lists(WORDS | FIGURES, min_size=1, max_size=4).map(tuple)
NUMBERS = st.none() | st.decimals(allow_nan=False, allow_infinity=False)
TAGS = st.lists(st.builds(Tag, WORDS, st.sampled_from(["red", "grey"])), max_size=2).map(tuple)
CELLS = st.builds(Cell, WORDS, st.none() | CITATIONS, TAGS, NUMBERS, MAYBE)
TABLES = st.integers(1, 3).flatmap(
    lambda wide: st.builds(
        Table,
        WORDS,
        st.tuples(*[st.builds(Column, WORDS, MAYBE, st.booleans())] * wide),
        st.lists(st.tuples(*[CELLS] * wide), min_size=1, max_size=3).map(tuple),
        st.booleans(),
        MAYBE,
    )
)
BLOCKS = st.one_of(
    st.builds(Paragraph, RUNS, st.booleans()),
    st.builds(Note, st.sampled_from(["information", "warning", "method"]), RUNS),
    TABLES,
    st.lists(st.builds(KeyFigure, WORDS, WORDS, WORDS, WORDS), min_size=1, max_size=2).map(
        lambda items: KeyFigures(tuple(items))
    ),
)


@given(st.lists(BLOCKS, max_size=4))
def test_what_was_stored_comes_back(blocks):
    tree = document(*blocks)
    text = to_json(tree)

    assert from_json(text) == tree
    assert to_json(from_json(text)) == text


@pytest.mark.parametrize("build", [report, hostile])
def test_whole_reports_come_back(build):
    assert from_json(to_json(build())) == build()


@pytest.mark.parametrize("fact", [columns(), waterfall(), network("/trace/x")])
def test_charts_come_back(fact):
    table = Table("t", (Column("A"),), ((Cell("1"),),))
    tree = document(Chart("t", "a", fact, table))

    assert from_json(to_json(tree)) == tree


def test_the_decimals_of_a_number_are_kept():
    cell = Cell("1.10", number=Decimal("1.10"))
    tree = document(Table("t", (Column("A"),), ((cell,),)))

    assert str(from_json(to_json(tree)).blocks[0].rows[0][0].number) == "1.10"


def test_the_text_is_sorted_and_without_spaces():
    text = to_json(report())

    assert text == json.dumps(
        json.loads(text), sort_keys=True, separators=(",", ":"), ensure_ascii=False
    )


def test_another_kind_is_refused_by_name():
    text = to_json(document(Paragraph(("x",)))).replace('"Paragraph"', '"Hologram"')

    with pytest.raises(UnknownKind, match="“Hologram”, which this version cannot read"):
        from_json(text)
    with pytest.raises(UnknownKind, match="Cell"):
        from_json('{"is":"Cell","text":"x"}')
    with pytest.raises(UnknownKind, match="float"):
        to_json(document(replace(report().blocks[0], depth=1.5)))
