from dataclasses import FrozenInstanceError
from datetime import date
from decimal import Decimal

import pytest

from factories.document_samples import document, kpi_table, report
from scrutable.documents.blocks import (
    Bullets,
    Cell,
    Citation,
    Column,
    Figure,
    Heading,
    KeyFigures,
    Paragraph,
    StatusItem,
    StatusList,
    Table,
    Tag,
    paragraphs,
)
from scrutable.documents.charts.facts import (
    ColumnStack,
    Edge,
    ForecastPoint,
    Network,
    Node,
    Sparkline,
    StackSeries,
    TrendChart,
    TrendPoint,
    Waterfall,
    WaterfallStep,
)
from scrutable.documents.figures import (
    SourcePlace,
    citations,
    figures,
    sources,
    undated,
    with_sources,
)
from scrutable.documents.numbering import number

A = Column("A")


@pytest.mark.parametrize(
    ("build", "words"),
    [
        (lambda: Cell(" "), "Cell: text must say something"),
        (lambda: Cell("\x00\n"), "Cell: text must say something"),
        (lambda: Figure(""), "Figure: text must say something"),
        (lambda: Paragraph(("", " ")), "Paragraph: runs must say something"),
        (lambda: Heading(4, "x", "x"), "level must be 1 to 3, not 4"),
        (lambda: Heading(1, "x", "Big"), "anchor must be small letters and hyphens"),
        (lambda: Table("t", (A, A), ((Cell("1"),),)), "t: row 1 has 1 of 2"),
        (lambda: Table("t", (A,), ()), "at least one column and one row"),
        (lambda: StatusItem("x", (), ("y",), "z", "w"), "a status needs its word"),
        (lambda: Bullets(()), "a list needs an item"),
        (lambda: document(Heading(2, "x", "x")), "a heading of level 2 follows one of level 0"),
        (lambda: document(Heading(1, "x", "x"), Heading(1, "y", "x")), "share an anchor"),
        (lambda: document(visibility="exempt"), "names its paragraph"),
        (lambda: document(exempt_paragraph="Paragraph 3"), "names its paragraph"),
        (lambda: KeyFigures(()), "give at least one"),
        (lambda: StatusList(()), "give at least one, or a paragraph saying there is none"),
        (lambda: TrendChart("t", "d", ()), "at least one period"),
        (lambda: Sparkline("t", (), "x"), "at least one period"),
        (lambda: Sparkline("t", (None,), "x", misses=(True, True)), "a miss for each value"),
        (lambda: ColumnStack("t", "d", (), ()), "at least one period and one series"),
        (lambda: Waterfall("t", "d", "£", ()), "at least one step"),
        (lambda: TrendPoint("May", None), "gap's reason must say something"),
        (lambda: ForecastPoint("May", Decimal(2), Decimal(1), Decimal(3)), "in that order"),
        (lambda: ColumnStack("t", "d", ("May",), (StackSeries("m", "green", ()),)), "each period"),
        (lambda: StackSeries("m", "green", (-1,)), "never below nought"),
        (lambda: Network("t", "d", (Node("a", "a", 0),), (Edge("a", "b"),)), "two nodes"),
        (
            lambda: Network("t", "d", tuple(Node(str(i), "x", 0) for i in range(41)), ()),
            "1 to 40 nodes",
        ),
        (
            lambda: Waterfall(
                "t",
                "d",
                "£",
                (
                    WaterfallStep("a", Decimal(2), "£2"),
                    WaterfallStep("b", Decimal(3), "£3", total=True),
                ),
            ),
            "b is 3, the steps 2",
        ),
    ],
)
def test_what_cannot_be_said_refuses_to_exist(build, words):
    with pytest.raises(ValueError, match=words):
        build()


def test_forty_nodes_are_allowed():
    assert Network("t", "d", tuple(Node(str(i), "x", 0) for i in range(40)), ())


def test_texts_are_settled_to_one_printable_line():
    assert Cell("a\x00b\x0bc\u202ed\ud800e\nf\tg").text == "a b c d e f g"
    assert Paragraph(("met\n", Figure("3"))).runs[0] == "met "


def test_blocks_never_change():
    with pytest.raises(FrozenInstanceError):
        Cell("a").text = "b"


def test_a_typed_text_becomes_a_paragraph_a_line():
    found = paragraphs("One.\n\n  \nTwo.\r\n", numbered=True)

    assert [p.runs for p in found] == [("One.",), ("Two.",)]
    assert all(p.numbered for p in found)


def test_a_cell_says_its_status_once():
    assert (
        Cell("Met", tags=(Tag("Met"), Tag("Mitigation agreed"))).words == "Met, Mitigation agreed"
    )
    assert Cell("4.9", tags=(Tag("Met"),)).words == "4.9, Met"


def test_numbers_stand_right_with_their_unit_in_the_heading():
    column = Column("Result", "%", numeric=True)

    assert (column.alignment, column.heading) == ("right", "Result (%)")
    assert Column("Result", align="centre", numeric=True).alignment == "centre"


def test_numbers_of_sections_paragraphs_tables_and_figures():
    found = [(type(n.block).__name__, n.number, n.table) for n in number(report())]

    assert [each for each in found if each[1]] == [
        ("Heading", "1", ""),
        ("Paragraph", "1.1", ""),
        ("Heading", "2", ""),
        ("Paragraph", "2.1", ""),
        ("Paragraph", "2.2", ""),
        ("Table", "Table 1", ""),
        ("Chart", "Figure 1", "Table 2"),
        ("Sources", "Table 3", ""),
    ]


def test_a_paragraph_of_an_unnumbered_section_counts_alone():
    tree = document(Heading(1, "Summary", "s", numbered=False), Paragraph(("x",), numbered=True))

    assert number(tree)[1].number == "1"


def test_every_figure_is_found_with_its_place_section_and_period():
    found = [(f.place, f.section, f.figure.text, f.figure.period) for f in figures(report())]

    assert found == [
        ("text", "summary", "38 of 46", "September 2026"),
        ("key figure 1", "summary", "38 of 46", "September 2026"),
        ("section 1, status item 1", "attention", "Calls abandoned", "September 2026"),
        ("section 1, status item 1", "attention", "5%", "September 2026"),
        ("section 2, paragraph 2.1", "performance", "38 of 46", "September 2026"),
        *[
            (f"section 2, table 1, row {row}, column {column}", "customer-service-centre", *rest)
            for row, column, *rest in [
                (1, 2, "5", "September 2026"),
                (1, 3, "9.8", "August 2026"),
                (1, 4, "6.2", "September 2026"),
                (2, 2, "80", "September 2026"),
                (2, 4, "81.0", "week to 30 September 2026"),
            ]
        ],
        *[
            (f"section 2, table 2, row {row}, column 2", "customer-service-centre", *rest)
            for row, *rest in [
                (1, "£475,000", "September 2026"),
                (2, "-£14,250", "September 2026"),
                (3, "£460,750", "September 2026"),
            ]
        ],
    ]


def test_every_figure_says_what_it_is_without_its_period():
    found = [(f.figure.text, f.label, f.row, f.heading) for f in figures(report())]

    called = "CSC_KPI_04 Calls abandoned"
    assert found[1:4] == [
        ("38 of 46", "Met", "", "Summary"),
        ("Calls abandoned", "Calls abandoned", "Calls abandoned", "What needs attention"),
        (
            "5%",
            "Calls abandoned: 6.2% in September against …",
            "Calls abandoned",
            "What needs attention",
        ),
    ]
    assert found[5:7] == [
        ("5", f"KPIs of the service: {called}, Target", called, "Performance"),
        ("9.8", f"KPIs of the service: {called}", called, "Performance"),
    ]


@pytest.mark.parametrize(
    ("dated", "bare"),
    [
        ("By service in July 2026", "By service"),
        ("IMT: 15 KPIs, October 2025 to September 2026", "IMT: 15 KPIs"),
        ("By month, July to September 2026", "By month"),
        ("Service matters at 31 July 2026", "Service matters"),
        (
            "Status in July 2026 beside the forecast for March 2027",
            "Status beside the forecast",
        ),
        ("Now, Sep 2026", "Now"),
        ("Sep 2026", ""),
        ("Marches on time", "Marches on time"),
    ],
)
def test_captions_and_headings_without_their_months(dated, bare):
    assert undated(dated) == bare


def test_a_figure_without_a_period_says_so():
    table = Table("t", (A,), ((Cell("3", number=Decimal(3)),),))

    assert [f.figure.period for f in figures(document(table))] == [None]


def test_sources_name_each_version_once_in_order_of_citing():
    later = Citation("contract/CSS", 215)
    tree = document(Paragraph((Figure("1", later), Figure("2", later))), kpi_table())

    listed = sources(tree, {("contract/CSS", 215): SourcePlace("a.xlsx", "Terms", "B2")})

    assert [c.version for c in citations(tree)] == [215, 180, 214]
    assert [(e.number, e.version, e.file, e.sheet, e.cell) for e in listed.entries] == [
        (1, 215, "a.xlsx", "Terms", "B2"),
        (2, 180, "", "", ""),
        (3, 214, "norland-september-2026.xlsx", "Returns", "F14"),
    ]


def test_sources_stand_where_they_stood():
    tree = with_sources(document(Paragraph(("x",))), {})

    assert with_sources(tree, {}) == tree
    assert [type(b).__name__ for b in tree.blocks] == ["Paragraph", "Sources"]


def test_the_date_is_a_date():
    assert report().dated == date(2026, 10, 12)


def test_a_typed_line_of_nothing_that_can_be_printed_is_dropped():
    found = paragraphs("First.\n\x1b\u202e\nSecond\x00.")

    assert [paragraph.runs for paragraph in found] == [("First.",), ("Second .",)]
