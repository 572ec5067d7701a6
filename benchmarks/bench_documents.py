"""How long every format of a report of 55 pages takes, beside its PDF and Word libraries alone.

The libraries are given what is finished: Typst the data, python-docx the XML of the body and the
pictures. Each measurement is a process of its own, because Typst remembers what it has laid out;
imports are not counted. The limit of the ratio is two.
"""

import io
import json
import subprocess
import sys
import time
from datetime import UTC, date, datetime
from datetime import time as clock
from decimal import Decimal

from against_libraries import hold

from scrutable.documents import docx, pdf
from scrutable.documents.blocks import (
    Block,
    Cell,
    Chart,
    Citation,
    Column,
    Contents,
    Document,
    Figure,
    Heading,
    Paragraph,
    Table,
    Tag,
)
from scrutable.documents.charts.facts import TrendChart, TrendPoint
from scrutable.documents.charts.svg import svg
from scrutable.documents.figures import with_sources
from scrutable.documents.flow import flow
from scrutable.documents.pictures import png
from scrutable.documents.render import Options, makers
from scrutable.documents.word.body import Body
from scrutable.documents.word.template import open_template

LINKS = "https://scrutable.westmere.example"
ROUNDS, LIMIT = 7, 2.0
WORDS = "The supplier says that the two results below target will recover by December. " * 4


def report() -> Document:
    """Return ten chapters of four headings, thirty tables of twelve rows and twenty charts."""
    blocks: list[Block] = [Contents(2)]
    for chapter in range(10):
        blocks.append(Heading(1, f"Chapter {chapter + 1}", f"chapter-{chapter}"))
        for part in range(3):
            cited = Citation(f"kpi/CSS/CSC_KPI_{part:02}/2026-09", chapter)
            blocks.append(Heading(2, f"Service {part + 1}", f"service-{chapter}-{part}"))
            runs = (WORDS, Figure("91.4%", cited, "September 2026"), ". ", WORDS)
            blocks += [Paragraph(runs, numbered=True)] * 2
            blocks.append(table(chapter * 3 + part))
            if part < 2:
                blocks.append(chart(chapter * 2 + part))
    tree = Document(
        "Contract performance, quarter 2",
        "edition/CSS-2026-3",
        "Westmere County Council",
        "Overview and Scrutiny Management Board",
        "Head of Commercial Services",
        "Corporate Support Services",
        date(2026, 10, 12),
        tuple(blocks),
    )
    return with_sources(tree, {})


def table(seed: int) -> Table:
    """Return a table of twelve rows and six columns, a third of its cells cited."""
    heads = (
        Column("KPI"),
        *(Column(m, "%", numeric=True) for m in ("May", "June", "July", "August")),
    )
    rows = tuple(
        (
            Cell(f"CSC_KPI_{row:02} Calls answered within thirty seconds"),
            *(number(seed * 50 + row * 4 + month) for month in range(4)),
            Cell("Met", tags=(Tag("Met", "green", "circle"),)),
        )
        for row in range(12)
    )
    return Table(f"KPIs of service {seed}", (*heads, Column("Status")), rows, period="2026")


def number(seed: int) -> Cell:
    """Return a cell with a number; every other one is cited."""
    value = Decimal(seed % 300 + 700) / 10
    cited = Citation(f"kpi/CSS/CSC_KPI_04/{seed}", seed) if seed % 2 else None
    return Cell(f"{value}", cited, number=value)


def chart(seed: int) -> Chart:
    """Return a trend of twelve months."""
    months = range(12)
    points = tuple(
        TrendPoint(f"M{m}", Decimal((seed * 7 + m * 13) % 40 + 60), Decimal(90), Decimal(80))
        for m in months
    )
    heads = (Column("Month"), Column("Result", "%", numeric=True))
    rows = tuple((Cell(p.period), Cell(f"{p.value}", number=p.value)) for p in points)
    fact = TrendChart(f"Trend {seed}", "Twelve months.", points, "%")
    return Chart(fact.title, fact.description, fact, Table(fact.title, heads, rows))


def whole() -> float:
    """Return the seconds that every format of the report takes, from tree to bytes."""
    tree = report()
    began = time.perf_counter()
    for make in makers(tree, Options(LINKS)).values():
        make()
    return time.perf_counter() - began


def libraries() -> float:
    """Return the seconds that Typst and python-docx take with all else done beforehand."""
    tree = report()
    drawn = flow(tree, links=LINKS)
    data = pdf.prepared(drawn)
    stamp = int(datetime.combine(tree.dated, clock(), UTC).timestamp())
    opened = open_template(None)
    relations = docx.Relations(opened.file)
    pictures = png([svg(block.fact) for block in tree.blocks if isinstance(block, Chart)])
    body = Body(opened.ids, 9298, relations, docx.Pictures(opened.file, pictures, 9298))
    xml = body.xml(drawn)
    began = time.perf_counter()
    pdf.compiled(data, stamp)
    docx.fill(opened.file, xml)
    opened.file.save(io.BytesIO())
    return time.perf_counter() - began


def measured(what: str) -> float:
    """Return what another process measured."""
    found = subprocess.run([sys.executable, __file__, what], capture_output=True, check=True)
    return float(json.loads(found.stdout))


def main() -> None:
    """Print the medians and their ratio."""
    hold("Report of 55 pages, every format", measured, rounds=ROUNDS, limit=LIMIT)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps({"whole": whole, "libraries": libraries}[sys.argv[1]]()))
    else:
        main()
