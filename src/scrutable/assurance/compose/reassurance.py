"""The reassurance map in a report that asks a board to be reassured; pure.

`reassuring` of the rules tells which sentences of a commentary stop the report.
"""

from collections.abc import Mapping, Sequence

from scrutable.assurance.facts import ClaimSeen, Line, LineSeen, Unreassured
from scrutable.assurance.presenters.claims import listing as words
from scrutable.assurance.presenters.claims.words import (
    LINE_WORDS,
    STANDING_TAGS,
    line_tag,
    line_words,
    missing_words,
)
from scrutable.documents.blocks import (
    Block,
    Cell,
    Chart,
    Citation,
    Column,
    Figure,
    Heading,
    KeyFigure,
    Run,
    Table,
)
from scrutable.documents.citing import cite, cite_many, period_at, tag, tag_cell
from scrutable.documents.saying import numbered, plain
from scrutable.kernel.wording import shortened

ANCHOR, ALL = "reassurance", "claims"
METHOD = (
    (
        "A claim is borne out while its newest fresh evidence is for it and the surest line that "
        "is fresh is as sure as the claim wants: the first does the work, the second oversees it, "
        "the third is independent. Evidence is fresh up to and with the shelf life of its claim."
    ),
    (
        "Nobody is asked to be reassured of a claim that is weak, stale or contradicted, or that "
        "has nothing under it: it is shown as that."
    ),
)


def finding(found: Sequence[ClaimSeen]) -> tuple[Run, ...]:
    """Return how many claims are borne out; nothing where there is none."""
    if not found:
        return ()
    return (Figure(words.title(found), _every(found), period_at(found[0].as_at)), ".")


def key_figures(found: Sequence[ClaimSeen]) -> tuple[KeyFigure, ...]:
    """Return how many claims stand how, but for those borne out."""
    if not found:
        return ()
    return tuple(
        KeyFigure(one.label, one.value, one.period, one.comparison, _every(found))
        for one in words.figures(found, period_at(found[0].as_at))
    )


def reassurance_section(found: Sequence[ClaimSeen], bodies: Mapping[str, str]) -> tuple[Block, ...]:
    """Return every claim by the lines that checked it, the worst first; bodies by their codes."""
    heading = Heading(1, "What members are asked to accept", ANCHOR)
    picture = words.map_picture(found)
    if picture is None:
        return (heading, plain("No claim is recorded that members are asked to accept."))
    table = _table(found, bodies)
    chart = Chart(picture.title, picture.description, picture, table)
    return (heading, numbered(*finding(found)), chart)


def fault_words(one: Unreassured) -> tuple[str, str]:
    """Return why a reassuring sentence stops the report, and what to do about it."""
    said = f"“{shortened(one.words, 160)}”"
    if one.claim is None:
        remedy = "record the claim with its evidence, or say what is known and what is not"
        return f"{said} has no claim under it that anybody has checked", remedy
    claim, stands = one.claim.claim, STANDING_TAGS[one.claim.judged.reassurance].word.lower()
    missing = missing_words(one.claim)
    remedy = f"{missing[:1].lower()}{missing[1:]} is missing: find it, or take the sentence out"
    return f"{said} rests on claim {claim.code}, which is {stands}", remedy


def _table(found: Sequence[ClaimSeen], bodies: Mapping[str, str]) -> Table:
    period = period_at(found[0].as_at)
    columns = (
        Column("Claim"),
        Column("Standing"),
        *(Column(LINE_WORDS[line]) for line in Line),
        Column("What is missing"),
        Column("Asked to accept it"),
    )
    rows = tuple(_row(one, bodies, period) for one in found)
    return Table("Claims, who checked each, and what is missing", columns, rows, period=period)


def _row(one: ClaimSeen, bodies: Mapping[str, str], period: str) -> tuple[Cell, ...]:
    claim, newest = one.claim, one.judged.newest
    cited = cite(newest) if newest else cite(claim)
    return (
        Cell(f"{claim.code}: {claim.text}", cite(claim)),
        tag_cell(STANDING_TAGS[one.judged.reassurance], cited, period),
        *(_line(each, period) for each in one.lines),
        Cell(missing_words(one)),
        Cell(bodies.get(claim.body, claim.body)),
    )


def _line(one: LineSeen, period: str) -> Cell:
    shown = tag(line_tag(one))
    if one.newest is None:
        return Cell(line_words(one), None, (shown,))
    said = f"{line_words(one)}, {one.newest.checked_by}"
    return Cell(said, cite(one.newest), (shown,), period=period)


def _every(found: Sequence[ClaimSeen]) -> Citation:
    kept = [one.claim for one in found]
    evidence = [each.newest for one in found for each in one.lines if each.newest]
    return cite_many(f"{ALL}/{found[0].as_at}", [*kept, *evidence])
