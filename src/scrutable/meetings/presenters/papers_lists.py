"""The lists in a decision report: impacts by characteristic, appendices, background papers."""

from scrutable.govuk.facts import Cell, Column, Table, Tag
from scrutable.meetings.facts import Characteristic, DecisionPaper, PartState
from scrutable.meetings.presenters.papers import CHARACTERISTIC_WORDS, IMPACT_WORDS, STATE_WORDS
from scrutable.meetings.presenters.papers_page import address
from scrutable.meetings.presenters.schedule import (
    OPENNESS_COLOURS,
    OPENNESS_SHAPES,
    OPENNESS_WORDS,
    closure_reason,
)
from scrutable.meetings.rules.papers.equality import FIRST_AIM_ONLY
from scrutable.meetings.rules.papers.texts import kept_appendices, kept_papers


def impact_table(paper: DecisionPaper) -> Table:
    """Return the nine characteristics with the impact stated on each."""
    columns = (
        Column("characteristic", "Characteristic"),
        Column("impact", "Impact"),
        Column("why", "Why"),
        Column("mitigation", "What lessens or justifies it"),
    )
    stated = {row.characteristic: row for row in paper.equality}
    rows = []
    for one in Characteristic:
        row = stated.get(one)
        note = "First aim only" if one in FIRST_AIM_ONLY else ""
        href = address(paper.planned.code, "equality", one.value.replace("_", "-"))
        tag = Tag(*IMPACT_WORDS[row.impact]) if row else Tag(*STATE_WORDS[PartState.MISSING])
        rows.append(
            (
                Cell(CHARACTERISTIC_WORDS[one], href=href, note=note),
                Cell("", tags=(tag,)),
                Cell(row.why if row and row.why.strip() else "Nothing stated yet"),
                Cell(row.mitigation if row and row.mitigation.strip() else "Nothing stated"),
            )
        )
    return Table(
        name="impacts",
        caption="Impact by protected characteristic",
        columns=columns,
        rows=tuple(rows),
        empty="No characteristics.",
    )


def appendix_table(paper: DecisionPaper) -> Table:
    """Return the appendices with what the public may see of each."""
    columns = (
        Column("letter", "Appendix"),
        Column("openness", "Openness"),
        Column("file", "File"),
        Column("why", "Why"),
    )
    code = paper.planned.code
    rows = tuple(
        (
            Cell(
                f"{one.letter}: {one.title}",
                href=address(code, "appendices", one.letter),
                note="" if one.closure.is_open or one.title_is_open else "Its title is not shown",
            ),
            Cell(
                "",
                tags=(
                    Tag(
                        OPENNESS_WORDS[one.closure.openness],
                        OPENNESS_COLOURS[one.closure.openness],
                        OPENNESS_SHAPES[one.closure.openness],
                    ),
                ),
            ),
            Cell(one.file_name, href=address(code, "appendices", one.letter, "file"))
            if one.file
            else Cell("Text, no file"),
            Cell(closure_reason(one.closure)),
        )
        for one in kept_appendices(paper)
    )
    return Table(
        name="appendices",
        caption="Appendices",
        columns=columns,
        rows=rows,
        empty="No appendices yet. Add one, or state below that there are none.",
    )


def background_table(paper: DecisionPaper) -> Table:
    """Return the background papers with where each may be seen."""
    columns = (Column("title", "Document"), Column("where", "Where it may be seen"))
    code = paper.planned.code
    rows = tuple(
        (Cell(one.title, href=address(code, "background-papers", str(one.number))), Cell(one.where))
        for one in kept_papers(paper)
    )
    return Table(
        name="background-papers",
        caption="Background papers",
        columns=columns,
        rows=rows,
        empty="No background papers yet. List one, or state below that there are none.",
    )
