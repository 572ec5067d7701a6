"""Documents for the tests of the renderers: a short report, a hostile one and a long one."""

from datetime import date
from decimal import Decimal

from scrutable.documents.blocks import (
    Bullets,
    Cell,
    Chart,
    Citation,
    Column,
    Contents,
    Document,
    Figure,
    Heading,
    KeyFigure,
    KeyFigures,
    Note,
    PageBreak,
    Paragraph,
    StatusItem,
    StatusList,
    Table,
    Tag,
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
from scrutable.documents.figures import SourcePlace, with_sources

LINKS = "https://scrutable.westmere.example"
FILE = "norland-september-2026.xlsx"
MET = Tag("Met", "green", "circle")
BELOW_TARGET = Tag("Below target", "yellow", "triangle")
BELOW_MINIMUM = Tag("Below minimum", "red", "square")
NOT_MEASURED = Tag("Not measured", "grey", "ring")
MITIGATED = Tag("Mitigation agreed", "blue")

SEPTEMBER = Citation("kpi/CSS/CSC_KPI_04/2026-09", 214, FILE, "Returns", "F14")
AUGUST = Citation("kpi/CSS/CSC_KPI_04/2026-08", 180)
COUNTED = Citation("contract/CSS", 214)


def document(*blocks, **changes):
    details = {
        "title": "Contract performance, quarter 2",
        "reference": "edition/CSS-2026-3",
        "council": "Westmere County Council",
        "meeting": "Overview and Scrutiny Management Board, 26 November 2026",
        "author": "Head of Commercial Services",
        "subject": "Corporate Support Services",
        "dated": date(2026, 10, 12),
    }
    return Document(blocks=blocks, **(details | changes))


def trend():
    points = (
        TrendPoint("Jun 2026", Decimal("4.1"), Decimal(5), Decimal(8)),
        TrendPoint("Jul 2026", None, Decimal(5), Decimal(8), reason="Not measured"),
        TrendPoint("Aug 2026", Decimal("9.8"), Decimal(5), Decimal(8), "minimum"),
        TrendPoint(
            "Sep 2026",
            Decimal("6.2"),
            Decimal(5),
            Decimal(8),
            "target",
            mitigated=True,
            restated_from=Decimal("2.6"),
        ),
    )
    ahead = (ForecastPoint("Oct 2026", Decimal(4), Decimal("5.5"), Decimal(7)),)
    title = "Calls abandoned fell below minimum in August"
    return TrendChart(title, "Four months against 5%.", points, "%", 1, "lower", ahead)


def columns():
    periods = ("Jul 2026", "Aug 2026", "Sep 2026")
    series = (
        StackSeries("Met", "green", (36, 41, 38)),
        StackSeries("Below target", "yellow", (6, 3, 5)),
        StackSeries("Below minimum", "red", (4, 2, 3)),
    )
    return ColumnStack("KPIs by status", "Three months of 46 KPIs.", periods, series)


def waterfall():
    steps = (
        WaterfallStep("Charge for September", Decimal(475000), "£475,000", total=True),
        WaterfallStep("Calls abandoned", Decimal(-14250), "-£14,250"),
        WaterfallStep("To pay", Decimal(460750), "£460,750", total=True),
    )
    return Waterfall("September’s payment", "One failure.", "£", steps)


def network(href=""):
    nodes = (
        Node("file", FILE, 0, "File", href),
        Node("result", "kpi/CSS/CSC_KPI_04/2026-09", 1, "Result, version 214"),
    )
    return Network("Where it came from", "A file.", nodes, (Edge("file", "result"),))


def sparkline():
    values = (Decimal("4.1"), None, Decimal("9.8"), Decimal("6.2"))
    return Sparkline("Calls abandoned", values, "6.2%", Decimal(5), (False, False, True, True))


def kpi_table():
    heads = (
        Column("KPI"),
        Column("Target", "%", numeric=True),
        Column("August 2026", "%", numeric=True, period="August 2026"),
        Column("September 2026", "%", numeric=True),
        Column("Status"),
    )
    rows = (
        (
            Cell("CSC_KPI_04 Calls abandoned"),
            Cell("5", number=Decimal(5)),
            Cell("9.8", AUGUST, number=Decimal("9.8")),
            Cell("6.2", SEPTEMBER, number=Decimal("6.2")),
            Cell("Below target", tags=(BELOW_TARGET, MITIGATED)),
        ),
        (
            Cell("CSC_KPI_05 Calls answered"),
            Cell("80", number=Decimal(80)),
            Cell("Not measured"),
            Cell("81.0", number=Decimal("81.0"), period="week to 30 September 2026"),
            Cell("Met", tags=(MET,)),
        ),
    )
    return Table("KPIs of the service", heads, rows, period="September 2026")


def credit_table():
    heads = (Column("Step"), Column("Amount", "£", numeric=True))
    rows = (
        (Cell("Charge"), Cell("£475,000", number=Decimal(475000))),
        (Cell("Calls abandoned"), Cell("-£14,250", number=Decimal(-14250))),
        (Cell("To pay"), Cell("£460,750", number=Decimal(460750))),
    )
    return Table("Service credits", heads, rows, totals=True, period="September 2026")


def report(**changes):
    """A short report with one of each block."""
    met = Figure("38 of 46", COUNTED, "September 2026")
    item = StatusItem(
        "Calls abandoned",
        (BELOW_TARGET, MITIGATED),
        ("6.2% in September against ", Figure("5%", period="September 2026"), "."),
        "Calls are routed as before June.",
        "Customer Service Centre manager",
        SEPTEMBER,
        "September 2026",
    )
    blocks = (
        Contents(2),
        PageBreak(),
        Heading(1, "Summary", "summary", numbered=False),
        Paragraph((met, " KPIs met their target.")),
        KeyFigures((KeyFigure("Met", "38 of 46", "September 2026", "41 in August", COUNTED),)),
        Heading(1, "What needs attention", "attention"),
        Paragraph(("Gravest first.",), numbered=True),
        StatusList((item,)),
        Heading(1, "Performance", "performance"),
        Paragraph(("By service, ", met, " in all."), numbered=True),
        Heading(2, "Customer Service Centre", "customer-service-centre"),
        Paragraph(("Two KPIs.",), numbered=True),
        kpi_table(),
        Chart("Calls abandoned", "Four months; August was the worst.", trend(), credit_table()),
        Note("warning", ("The commentary for August contradicts its status.",)),
        Bullets((("Note the result.",), ("Ask for a date.",)), ordered=True),
        Bullets((("One thing.",), ("Another.",))),
    )
    places = {("contract/CSS", 214): SourcePlace("contract.xlsx", "Terms", "B2")}
    return with_sources(document(*blocks, **changes), places)


HOSTILE = (
    '<script>alert(1)</script> & "quoted" \' ]]> {{ 7*7 }} {% raw %}',
    "=cmd|' /C calc'!A0",
    "+1-1 @SUM(A1) -2",
    "#let x = 1; $x^2$ *bold* _under_ @ref <label> `raw` // comment \\ \\u{41}",
    "שלום עולם مرحبا 中文 😀 \ufeff",
    "a\x00b\x0bc\u202ed\ud800e\nf\tg",
    "N" * 300,
    "a/" * 150,
)


def hostile():
    """A report whose every text is an attack or an awkward name, with a hundred rows."""
    rows = tuple(
        (Cell(f"{text} {count}"), Cell(text, Citation(f"kpi/X/{text[:40]}", count)))
        for count, text in enumerate(HOSTILE * 13)
    )
    blocks = [Contents(1), Heading(1, HOSTILE[0], "attack")]
    for text in HOSTILE:
        table = Table(text, (Column(text), Column(text, text, numeric=True)), rows[:2])
        points = (TrendPoint(text[:30], Decimal(1)),)
        blocks += [
            Paragraph((text, Figure(text, SEPTEMBER, text)), numbered=True),
            KeyFigures((KeyFigure(text, text, text, text, SEPTEMBER),)),
            StatusList((StatusItem(text, (Tag(text),), (text,), text, text, SEPTEMBER, text),)),
            Chart(text, text, TrendChart(text, text, points, text), table),
            Note("information", (text,)),
        ]
    blocks.append(Table(HOSTILE[3], (Column("Name"), Column("Value")), rows))
    return with_sources(document(*blocks, title=HOSTILE[0], author=HOSTILE[1]), {})
