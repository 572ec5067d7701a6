"""What stops a report on the portfolio."""

from datetime import date
from decimal import Decimal

import pytest

from scrutable.documents.blocks import (
    Cell,
    Citation,
    Column,
    Document,
    Heading,
    Paragraph,
    Table,
)
from scrutable.meetings.compose.asked import Asked
from scrutable.meetings.compose.reporting import Told
from scrutable.meetings.facts import Wanted
from scrutable.reports.rules.checking_portfolio import check_portfolio
from scrutable.reports.rules.delivering import Delivered, Delivery, OfProject

SAID = {"summary": "Two projects are late at 30 September 2026."}
MEASUREMENT = "project/204/benefit/1/2026-03-31"


def document(*blocks):
    return Document(
        title="Benefits realisation review",
        reference="edition/IT-2026-1",
        council="Westmere County Council",
        meeting="",
        author="Anita Patel",
        subject="All projects",
        dated=date(2026, 10, 12),
        blocks=(
            Heading(1, "Summary", "summary"),
            Paragraph(("Said.",), numbered=True),
            Heading(1, "Benefits", "benefits"),
            *blocks,
        ),
    )


def table(*cells, period="at 30 September 2026", totals=False):
    rows = tuple((Cell("204"), cell) for cell in cells)
    columns = (Column("Project"), Column("Measured", numeric=True))
    return Table("Benefits", columns, rows, totals=totals, period=period)


def faults(*blocks, told=None, known=None, unmeasured=()):
    said = told or Told(narrative=SAID)
    return check_portfolio(said, document(*blocks), known or Delivered(), unmeasured)


def test_nothing_stops_a_report_that_is_summed_up_and_says_its_periods():
    assert faults(table(Cell("£50", Citation("project/204", 3), number=Decimal(50)))) == ()


@pytest.mark.parametrize("narrative", [{}, {"summary": "  \n"}, {"benefits": "Well."}])
def test_without_a_plain_summary_it_is_stopped(narrative):
    (fault,) = faults(table(Cell("None")), told=Told(narrative=narrative))

    assert (fault.place, fault.section, fault.mend_at) == (
        "section 1",
        "summary",
        "commentary/summary/",
    )


def test_a_figure_without_its_period_is_named():
    (fault,) = faults(table(Cell("3", Citation("project/204", 3)), period=""))

    assert fault.fault == "the figure 3 has no period"


def test_a_figure_in_words_without_its_period_is_named():
    (fault,) = faults(table(Cell("None")), told=Told(narrative={"summary": "£5 was saved."}))

    assert fault.fault == "the figure in “£5 was saved.” has no period"


def test_a_total_that_is_none_is_named():
    cells = (Cell("2", number=Decimal(2)), Cell("3", number=Decimal(3)))
    (fault,) = faults(table(*cells, totals=True))

    assert fault.fault == "the total is 3, but its parts add up to 2"


@pytest.mark.parametrize(("text", "is_stopped"), [("0", True), ("Not measured", False)])
def test_a_blank_is_not_nought(text, is_stopped):
    cell = Cell(text, Citation(MEASUREMENT, 21))

    found = faults(table(cell), unmeasured={MEASUREMENT})

    assert bool(found) is is_stopped


def test_words_that_say_other_than_the_records_are_named():
    late = OfProject(number="277", title="OpenText", against={Delivery.ON_TIME: "it is late"})
    told = Told(narrative={"summary": "Project 277 is on time."})

    (fault,) = faults(table(Cell("None")), told=told, known=Delivered(projects=(late,)))

    assert fault.fault == "the commentary says “on time”, but it is late"


def test_what_the_body_asked_to_be_told_is_told():
    wanted = Wanted(
        body="OSMB",
        number=1,
        words="What benefits came",
        section="benefits",
        from_on=date(2026, 1, 1),
        asked_in="OSMB-2026-01-22",
    )
    asked = Asked(body_name="the Board", commitments=(), questions=(), as_at=date(2026, 10, 12))
    told = Told(narrative=SAID, asked=asked, wanted=(wanted,))

    (fault,) = faults(told=told)

    assert fault.section == "benefits"
    assert "“What benefits came”" in fault.fault
    assert faults(table(Cell("None")), told=told) == ()
