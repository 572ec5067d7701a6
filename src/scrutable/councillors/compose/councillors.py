"""Councillors in a report: skills, sessions, pilots, kit and paper, in totals only; pure."""

from collections.abc import Sequence

from scrutable.councillors.facts import Confidence, KitTotals, Liking, SessionTotals
from scrutable.councillors.facts.whole import CouncillorsInTotal
from scrutable.councillors.presenters import kit, paper, sessions, skills
from scrutable.councillors.presenters.words import (
    KIT_WORDS,
    LEVEL_HEADINGS,
    OUTCOME_TAGS,
    few_words,
    why_few,
)
from scrutable.documents.blocks import (
    Block,
    Cell,
    Citation,
    Column,
    Figure,
    Heading,
    KeyFigure,
    Note,
    Table,
)
from scrutable.documents.citing import cite, day_cell, period_at, tag_cell
from scrutable.documents.saying import count_cell, numbered, plain
from scrutable.govuk import facts as govuk
from scrutable.kernel.wording import date_words, ended

ALL = "councillors"


def key_figures(found: CouncillorsInTotal) -> tuple[KeyFigure, ...]:
    """Return forms counted, faults open and pages printed."""
    first = found.paper[0].target if found.paper else None
    return (
        *(_key(one, _of_cover(found)) for one in skills.figures(found.cover)[:1]),
        *(_key(one, _of_kit(found.kit)) for one in kit.figures(found.kit, found.as_at)[:1]),
        *(_key(one, cite(first)) for one in paper.figures(found.paper, found.as_at)[:1] if first),
    )


def _key(one: govuk.KeyFigure, cited: Citation) -> KeyFigure:
    return KeyFigure(one.label, one.value, one.period, one.comparison, cited)


def councillors_sections(found: CouncillorsInTotal) -> tuple[Block, ...]:
    """Return all sections about councillors."""
    return (
        *skills_section(found),
        *sessions_section(found),
        *kit_section(found),
        *paper_section(found),
    )


def skills_section(found: CouncillorsInTotal) -> tuple[Block, ...]:
    """Return how councillors see their own skills, and which needs no session meets."""
    heading = Heading(1, "Councillors’ skills", "councillors-skills")
    cover = found.cover
    if not cover.answered:
        return (heading, plain("Too few councillors have answered to say anything in totals."))
    period = period_at(found.as_at)
    columns = (
        Column("Skill"),
        *(Column(LEVEL_HEADINGS[level], numeric=True) for level in Confidence),
        Column("Not enough of it", numeric=True),
        Column("Sessions to come", numeric=True),
    )
    needs = {one.skill: one for one in cover.needs}
    rows = tuple(
        (
            Cell(found.areas[line.skill].title),
            *(_few(count, _of_cover(found), period) for count in line.counts),
            _few(needs[line.skill].lacking, _of_cover(found), period),
            count_cell(len(needs[line.skill].sessions), cite(found.areas[line.skill]), period),
        )
        for line in cover.lines
    )
    said = Figure(skills.title(cover), _of_cover(found), period)
    return (
        heading,
        numbered(said, "."),
        Table("How councillors see their own skills", columns, rows, period=period),
        Note("method", (why_few(found.least),)),
    )


def sessions_section(found: CouncillorsInTotal) -> tuple[Block, ...]:
    """Return sessions with who came in totals, and pilots with their results."""
    heading = Heading(1, "Sessions and pilots for councillors", "councillors-sessions")
    blocks: list[Block] = [heading]
    period = period_at(found.as_at)
    if found.sessions:
        blocks.append(_session_table(found.sessions, found, period))
    if found.pilots:
        blocks.append(_pilot_table(found, period))
    if len(blocks) == 1:
        blocks.append(plain("No session and no pilot is recorded."))
    return tuple(blocks)


def kit_section(found: CouncillorsInTotal) -> tuple[Block, ...]:
    """Return what councillors work with, and what they say of it."""
    heading = Heading(1, "Councillors’ kit and support", "councillors-kit")
    period, cited = period_at(found.as_at), _of_kit(found.kit)
    columns = (
        Column("Kit"),
        Column("Given out", numeric=True),
        *(Column(name, numeric=True) for name in ("Dislike it", "Neither", "Like it")),
        Column("Answered", numeric=True),
    )
    held = [one for one in found.kit.lines if one.devices != 0 or one.answered != 0]
    if not held:
        return (heading, plain("No kit is recorded."))
    rows = tuple(
        (
            Cell(KIT_WORDS[one.kind]),
            _few(one.devices, cited, period),
            *(_few(one.likings[at], cited, period) for at in range(len(Liking))),
            _few(one.answered, cited, period),
        )
        for one in held
    )
    said = (
        Figure(f"{found.kit.open:,} open", cited, period),
        ", of ",
        Figure(f"{found.kit.raised:,} raised in the year", cited, period),
        f"; days to mend, the middle one: {few_words(found.kit.median_days)}.",
    )
    return (
        heading,
        numbered("Faults: ", *said),
        Table("Kit and what is said of it", columns, rows, period=period),
    )


def paper_section(found: CouncillorsInTotal) -> tuple[Block, ...]:
    """Return paper beside its targets; nothing of money or trees but from a source."""
    heading = Heading(1, "Paper", "councillors-paper")
    if not found.paper:
        return (heading, plain("No target for paper is recorded."))
    first, period = found.paper[0], period_at(found.as_at)
    columns = (
        Column("Body"),
        Column("State"),
        Column("Pages in the year before", numeric=True),
        Column("Pages in the last twelve months", numeric=True),
        Column("The line allows", numeric=True),
        Column("Target, pages a year", numeric=True),
        Column("By"),
    )
    rows = tuple(
        (
            Cell(paper.body_words(one.target.body)),
            tag_cell(paper.state_tag(one), cite(one.target), period),
            count_cell(
                one.target.baseline,
                cite(one.target),
                f"in the year to {date_words(one.target.baseline_to)}",
            ),
            Cell(paper.NOT_COUNTED)
            if one.pages is None
            else count_cell(one.pages, cite(one.target), period),
            count_cell(one.allowed, cite(one.target), period),
            count_cell(one.target.pages, cite(one.target), f"by {date_words(one.target.by)}"),
            day_cell(one.target.by, cite(one.target)),
        )
        for one in found.paper
    )
    return (
        heading,
        numbered(Figure(ended(paper.finding(first)), cite(first.target), period)),
        Table("Paper beside its targets", columns, rows, period=period),
        Note("method", (paper.money_words(found.paper, found.page_price),)),
    )


def _session_table(found: Sequence[SessionTotals], whole: CouncillorsInTotal, period: str) -> Table:
    columns = (
        Column("Session"),
        Column("On"),
        Column("State"),
        Column("About"),
        Column("Came", numeric=True),
        Column("Helped much"),
    )
    rows = tuple(
        (
            Cell(one.session.title),
            day_cell(one.session.on, cite(one.session)),
            tag_cell(sessions.state_tag(one), cite(one.session), period),
            Cell(sessions.skill_words(one.session, whole.areas)),
            _shown(sessions.came_cell(one), cite(one.session), period),
            Cell(sessions.helped_words(one), cite(one.session), period=period),
        )
        for one in found
    )
    return Table("Sessions and bite-size briefings", columns, rows, period=period)


def _pilot_table(found: CouncillorsInTotal, period: str) -> Table:
    columns = (
        Column("Pilot"),
        Column("Outcome"),
        Column("Took part", numeric=True),
        Column("Result"),
        Column("Owner"),
    )
    rows = tuple(
        (
            Cell(one.title),
            tag_cell(OUTCOME_TAGS[one.outcome], cite(one), period),
            _shown(sessions.took_part(one, found.least), cite(one), period),
            Cell(one.result or "No result yet"),
            Cell(one.owner),
        )
        for one in found.pilots
    )
    return Table("Pilots", columns, rows, period=period)


def _few(number: int | None, cited: Citation, period: str) -> Cell:
    if number is None:
        return Cell(few_words(number), cited, period=period)
    return count_cell(number, cited, period)


def _shown(cell: govuk.Cell, cited: Citation, period: str) -> Cell:
    if cell.number is None:
        return Cell(cell.text)
    return Cell(cell.text, cited, number=cell.number, period=period)


def _of_cover(found: CouncillorsInTotal) -> Citation:
    return Citation(f"{ALL}/skills", found.cover.version)


def _of_kit(found: KitTotals) -> Citation:
    return Citation(f"{ALL}/kit", found.version)
