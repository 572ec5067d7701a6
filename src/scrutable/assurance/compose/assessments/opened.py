"""What everybody may read of assessments, in a report: never an outcome, a level or a system.

Pure.
"""

from collections.abc import Sequence

from scrutable.assurance.facts import (
    OpenAssessment,
)
from scrutable.assurance.presenters.assessments import listing
from scrutable.assurance.presenters.assessments.words import (
    paragraphs_words,
)
from scrutable.documents.blocks import (
    Block,
    Cell,
    Column,
    Figure,
    Heading,
    Table,
)
from scrutable.documents.citing import cite, cite_many, day_cell, period_at
from scrutable.documents.saying import numbered, plain
from scrutable.kernel.wording import ended

ANCHOR, ALL = "assessments", "assessment"


def open_section(found: Sequence[OpenAssessment]) -> tuple[Block, ...]:
    """Return framework, days, who assured, and how much of each plan is done."""
    heading = Heading(1, "Cyber assessments", ANCHOR)
    if not found:
        return (heading, plain("No assessment is recorded."))
    period = period_at(found[0].as_at)
    table = Table(
        "Assessments: what everybody may know",
        (
            Column("Assessment"),
            Column("Framework"),
            Column("Begun"),
            Column("Assured by"),
            Column("Steps of the plan done"),
        ),
        tuple(_open_row(each, period) for each in found),
        period=period,
    )
    said = [
        plain(f"{each.title}: {ended(each.open_summary)}") for each in found if each.open_summary
    ]
    shut = [each for each in found if each.paragraphs and listing.shut_words(each)]
    why = tuple(dict.fromkeys(_why(each) for each in shut))
    title = Figure(listing.title(found), cite_many(ALL, found), period)
    return (heading, numbered(title, "."), table, *said, *map(plain, why))


def _why(each: OpenAssessment) -> str:
    law = paragraphs_words(each.paragraphs)
    return f"The detail is in the exempt part by {law}. {ended(each.public_interest)}"


def _open_row(each: OpenAssessment, period: str) -> tuple[Cell, ...]:
    cited = cite(each)
    return (
        Cell(each.title),
        Cell(each.framework),
        day_cell(each.begun_on, cited),
        Cell(listing.assurer_words(each)),
        Cell(listing.plan_words(each), cited, period=period),
    )
