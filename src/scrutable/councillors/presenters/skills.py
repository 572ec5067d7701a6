"""Skills in totals, needs, and a councillor's own programme; pure."""

from collections.abc import Mapping, Sequence

from scrutable.councillors.facts import (
    Confidence,
    Councillor,
    Cover,
    NeedInTotal,
    Session,
    SkillArea,
    SkillsSaid,
)
from scrutable.councillors.presenters.words import (
    CONFIDENCE_WORDS,
    LEVEL_HEADINGS,
    SESSIONS,
    SKILLS,
    few_cell,
    few_words,
)
from scrutable.govuk.facts import Cell, Column, KeyFigure, Row, Table, Tag
from scrutable.govuk.presenters import day_cell
from scrutable.kernel.wording import capital, count_words, date_words, list_words, number_words

NO_SESSION = Tag("No session", "yellow", "▲")


def unmet(cover: Cover) -> list[NeedInTotal]:
    """Return the needs that may be shown and that no session to come meets."""
    return [one for one in cover.needs if (one.lacking or one.asked) and not one.sessions]


def title(cover: Cover) -> str:
    """Return the finding: how many needs no session meets."""
    if not cover.answered:
        return "Too few have answered to say what councillors need"
    wanting = len(unmet(cover))
    if not wanting:
        return "Every need has a session to come"
    verb = "has" if wanting == 1 else "have"
    needs = "need" if wanting == 1 else "needs"
    return f"{capital(number_words(wanting))} {needs} {verb} no session to come"


def figures(cover: Cover) -> tuple[KeyFigure, ...]:
    """Return how many answered and how many needs are unmet."""
    by = f"by {date_words(cover.counted_to)}" if cover.counted_to else "so far"
    return (
        KeyFigure(
            label="Forms counted",
            value=few_words(cover.answered),
            period=by,
            comparison=f"of {count_words(cover.councillors, 'councillor')}",
            href=SKILLS,
        ),
        KeyFigure(
            label="Needs without a session",
            value=f"{len(unmet(cover)):,}",
            period=by,
            comparison=f"of {count_words(len(cover.needs), 'skill')} asked about",
            href=f"{SKILLS}#needs",
        ),
    )


def cover_table(cover: Cover, areas: Mapping[str, SkillArea], *, may_change: bool = False) -> Table:
    """Return how councillors see each skill of their own, in totals."""
    return Table(
        name="cover",
        caption="How councillors see their own skills",
        columns=(
            Column("skill", "Skill"),
            *(
                Column(level.name.lower(), LEVEL_HEADINGS[level], numeric=True)
                for level in Confidence
            ),
            Column("answered", "Answered", numeric=True),
        ),
        rows=tuple(
            (
                _skill_cell(areas[one.skill], may_change=may_change),
                *map(few_cell, one.counts),
                few_cell(one.answered),
            )
            for one in cover.lines
        ),
        empty="No skill is asked about yet. Record what councillors’ work asks of them.",
    )


def _skill_cell(area: SkillArea, *, may_change: bool) -> Cell:
    href = f"{SKILLS}areas/{area.code}/change/" if may_change else ""
    return Cell(area.title, href=href, note=area.asks)


def need_table(
    cover: Cover, areas: Mapping[str, SkillArea], sessions: Mapping[int, Session]
) -> Table:
    """Return each need with the sessions to come that meet it: the programme."""
    order = sorted(
        cover.needs, key=lambda one: (bool(one.sessions), -(one.lacking or 0), one.skill)
    )
    return Table(
        name="needs",
        caption="What is needed, and the sessions to come that meet it",
        columns=(
            Column("skill", "Skill"),
            Column("lacking", "Not enough of it", numeric=True),
            Column("asked", "Asked for help", numeric=True),
            Column("sessions", "Sessions to come"),
            Column("places", "Places", numeric=True),
        ),
        rows=tuple(_need(one, areas[one.skill], sessions) for one in order),
        empty="No skill is asked about yet.",
    )


def _need(one: NeedInTotal, area: SkillArea, sessions: Mapping[int, Session]) -> Row:
    said = [f"{sessions[n].title}, {date_words(sessions[n].on)}" for n in one.sessions]
    has_need = bool(one.lacking or one.asked)
    href = f"{SESSIONS}{one.sessions[0]}/" if len(one.sessions) == 1 else ""
    meeting = (
        Cell("; ".join(said), href=href)
        if said
        else Cell("", tags=(NO_SESSION,))
        if has_need
        else Cell("None planned")
    )
    return (
        Cell(area.title),
        few_cell(one.lacking),
        few_cell(one.asked),
        meeting,
        few_cell(one.places, "Any number") if one.sessions else Cell("None"),
    )


def by_name_table(
    found: Sequence[tuple[Councillor, Sequence[SkillArea], Sequence[SkillArea]]],
) -> Table:
    """Return who asked for help with what, and what else they agreed to show."""
    return Table(
        name="by-name",
        caption="Councillors who asked for help, or agreed to be seen",
        columns=(
            Column("councillor", "Councillor"),
            Column("asked", "Asked for help with"),
            Column("agreed", "Agreed to show that they need"),
        ),
        rows=tuple(
            (
                Cell(who.name or f"Councillor {who.number}", order=f"{who.number:05}"),
                Cell(list_words([area.title for area in asked]) or "Nothing"),
                Cell(list_words([area.title for area in rest]) or "Nothing, or did not agree"),
            )
            for who, asked, rest in found
        ),
        empty="Nobody has asked for help, and nobody agreed to be seen by name.",
    )


def own_table(said: SkillsSaid | None, areas: Sequence[SkillArea]) -> Table:
    """Return what a councillor said of each skill."""
    told = dict(said.confidence) if said else {}
    wants = said.wants if said else ()
    return Table(
        name="own-skills",
        caption="What you said of your own skills",
        columns=(
            Column("skill", "Skill"),
            Column("level", "You said"),
            Column("help", "Help"),
        ),
        rows=tuple(
            (
                Cell(area.title, note=area.asks),
                Cell(CONFIDENCE_WORDS[told[area.code]] if area.code in told else "Not answered"),
                Cell("You asked for it" if area.code in wants else "Not asked for"),
            )
            for area in areas
        )
        if said
        else (),
        empty="You have not answered yet. It takes five minutes, and can be gone on with later.",
    )


def programme_table(found: Sequence[tuple[SkillArea, Sequence[Session]]]) -> Table:
    """Return a councillor's own programme: what they need, and what meets it."""
    rows: list[Row] = []
    for area, sessions in found:
        rows += [
            (
                Cell(area.title),
                Cell(one.title, href=f"{SESSIONS}{one.number}/"),
                day_cell(one.on, ""),
            )
            for one in sessions
        ] or [(Cell(area.title), Cell("None to come yet"), Cell("Not planned"))]
    return Table(
        name="programme",
        caption="Your programme",
        columns=(Column("skill", "Skill"), Column("session", "Session"), Column("on", "On")),
        rows=tuple(rows),
        empty="Once you have said what you need, the sessions that meet it stand here.",
    )
