"""The reassurance map: every claim by the lines that checked it; pure."""

from collections import Counter
from collections.abc import Mapping, Sequence

from scrutable.assurance.facts import ClaimSeen, Line, LineSeen, Reassurance
from scrutable.assurance.presenters.claims.words import (
    LINE_WORDS,
    STANDING_TAGS,
    claim_address,
    line_tag,
    line_words,
    missing_words,
)
from scrutable.documents.charts.facts import MOST_ROWS, Colour, Matrix, MatrixCell, MatrixRow
from scrutable.documents.saying import COLOURS
from scrutable.govuk.facts import Cell, Column, KeyFigure, Row, Table, Tag
from scrutable.kernel.wording import capital, count_words, ended, shortened

LONGEST = 58  # letters of a claim in the picture


def title(found: Sequence[ClaimSeen]) -> str:
    """Return the finding: how many claims are borne out."""
    if not found:
        return "No claim is recorded that a board is asked to accept"
    borne = sum(one.can_reassure for one in found)
    if borne == len(found):
        return f"All {count_words(len(found), 'claim')} are borne out by fresh evidence"
    verb = "is" if borne == 1 else "are"
    of_all = f"{borne:,} of {count_words(len(found), 'claim')}" if borne else "No claim"
    return f"{of_all} {verb if borne else 'is'} borne out by fresh evidence"


def figures(found: Sequence[ClaimSeen], at: str) -> tuple[KeyFigure, ...]:
    """Return how many claims stand how, but for those borne out."""
    counted = Counter(one.judged.reassurance for one in found)
    about = {
        Reassurance.CONTRADICTED: "the newest fresh evidence is against them",
        Reassurance.NOTHING: "nobody has ever checked",
        Reassurance.STALE: "all evidence is older than its shelf life",
        Reassurance.WEAK: "fresh, but checked by no line as sure as they want",
    }
    return tuple(
        KeyFigure(
            label=STANDING_TAGS[one].word,
            value=f"{counted[one]:,} of {len(found):,}",
            period=at,
            comparison=words,
        )
        for one, words in about.items()
        if found
    )


def map_table(found: Sequence[ClaimSeen], bodies: Mapping[str, str]) -> Table:
    """Return every claim, the worst first; `bodies` are their names by code."""
    return Table(
        name="claims",
        caption="The reassurance map",
        columns=(
            Column("claim", "Claim"),
            Column("standing", "Standing"),
            *(Column(f"line{one.value}", LINE_WORDS[one]) for one in Line),
            Column("missing", "What is missing"),
            Column("body", "Asked to accept it"),
            Column("owner", "Owner"),
        ),
        rows=tuple(_claim(one, bodies) for one in found),
        empty=(
            "No claim is recorded. Record what boards are asked to accept, and the evidence under "
            "each, so that nobody is reassured without it."
        ),
    )


def _claim(one: ClaimSeen, bodies: Mapping[str, str]) -> Row:
    claim = one.claim
    return (
        Cell(claim.text, href=claim_address(claim.code), note=claim.code, order=claim.code),
        Cell("", tags=(STANDING_TAGS[one.judged.reassurance],)),
        *(_line(each) for each in one.lines),
        Cell(missing_words(one)),
        Cell(bodies.get(claim.body, claim.body)),
        Cell(claim.owner),
    )


def _line(one: LineSeen) -> Cell:
    tag = line_tag(one)
    if one.newest is None:
        return Cell("", tags=(tag,), order="0")
    by = f"by {one.newest.checked_by}"
    return Cell(line_words(one), tags=(tag,), note=by, order=one.newest.on.isoformat())


def map_picture(found: Sequence[ClaimSeen]) -> Matrix | None:
    """Return the same as a matrix; of more than forty claims the worst; None of none."""
    if not found:
        return None
    return Matrix(
        title="Claims by the lines that checked them",
        description=ended(title(found)),
        columns=(*(LINE_WORDS[one] for one in Line), "Standing"),
        rows=tuple(
            MatrixRow(
                label=shortened(one.claim.text, LONGEST),
                cells=(
                    *(_box(line_tag(each)) for each in one.lines),
                    _box(STANDING_TAGS[one.judged.reassurance]),
                ),
            )
            for one in found[:MOST_ROWS]
        ),
    )


def _box(tag: Tag) -> MatrixCell:
    colour: Colour = COLOURS.get(tag.colour, "grey")
    return MatrixCell(capital(tag.word), colour)
