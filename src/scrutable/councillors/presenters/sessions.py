"""Sessions and pilots; pure."""

from collections.abc import Mapping, Sequence
from datetime import date

from scrutable.councillors.facts import Helped, Pilot, Place, Session, SessionTotals, SkillArea
from scrutable.councillors.presenters.words import (
    HELPED_WORDS,
    OUTCOME_TAGS,
    PILOTS,
    SESSION_WORDS,
    SESSIONS,
    TOO_FEW,
    few_cell,
    few_words,
)
from scrutable.govuk.facts import Cell, Column, KeyFigure, Row, Table, Tag, Term
from scrutable.govuk.presenters import day_cell
from scrutable.kernel.wording import capital, count_words, date_words, list_words, number_words

NOT_OVER = "Not over yet"
NOT_TOLD = "Not recorded"
NOT_SAID = "Nobody yet"


def state_tag(one: SessionTotals) -> Tag:
    """Return whether a session is to come, full, called off or over."""
    if one.session.called_off:
        return Tag("Called off", "grey", "○")
    if one.is_over:
        return Tag("Over", "grey", "●")
    return Tag("Full", "yellow", "▲") if one.is_full else Tag("Places free", "green", "●")


def title(found: Sequence[SessionTotals]) -> str:
    """Return the finding: how many sessions are to come."""
    to_come = [one for one in found if not one.is_over and not one.session.called_off]
    if not to_come:
        return "No session is to come" if found else "No session is recorded"
    verb = "is" if len(to_come) == 1 else "are"
    noun = "session" if len(to_come) == 1 else "sessions"
    return f"{capital(number_words(len(to_come)))} {noun} {verb} to come"


def session_table(found: Sequence[SessionTotals], areas: Mapping[str, SkillArea]) -> Table:
    """Return every session with who came in totals, the next first, then the last."""
    to_come = [one for one in found if not one.is_over][::-1]
    over = [one for one in found if one.is_over]
    return Table(
        name="sessions",
        caption="Sessions and bite-size briefings",
        columns=(
            Column("session", "Session"),
            Column("on", "On"),
            Column("state", "State"),
            Column("skills", "About"),
            Column("minutes", "Minutes", numeric=True),
            Column("places", "Places", numeric=True),
            Column("came", "Came", numeric=True),
            Column("helped", "Helped much"),
        ),
        rows=tuple(_session(one, areas) for one in (*to_come, *over)),
        empty="No session is recorded. What councillors need stands under Skills.",
    )


def _session(one: SessionTotals, areas: Mapping[str, SkillArea]) -> Row:
    session = one.session
    return (
        Cell(session.title, href=f"{SESSIONS}{session.number}/", note=SESSION_WORDS[session.kind]),
        day_cell(session.on, ""),
        Cell("", tags=(state_tag(one),)),
        Cell(skill_words(session, areas)),
        few_cell(session.minutes),
        few_cell(session.places, "Any number"),
        came_cell(one),
        Cell(helped_words(one)),
    )


def skill_words(session: Session, areas: Mapping[str, SkillArea]) -> str:
    """Return what a session is about."""
    return list_words([areas[one].title if one in areas else one for one in session.skills])


def came_cell(one: SessionTotals) -> Cell:
    """Return how many came."""
    if not one.is_over:
        return Cell(NOT_OVER)
    return few_cell(one.came) if one.is_told else Cell(NOT_TOLD)


def helped_words(one: SessionTotals) -> str:
    """Return how many of those who answered say that it helped much."""
    if not one.is_over:
        return NOT_OVER
    if one.answered == 0:
        return NOT_SAID
    much = one.helped[list(Helped).index(Helped.MUCH)]
    if much is None or one.answered is None:
        return TOO_FEW
    return f"{much:,} of {one.answered:,} who answered"


def session_terms(one: SessionTotals, areas: Mapping[str, SkillArea]) -> tuple[Term, ...]:
    """Return a session line by line."""
    session = one.session
    found = [
        Term(label="Kind", value=SESSION_WORDS[session.kind]),
        Term(label="On", value=when_words(session)),
        Term(label="Where", value=session.where or "Not said yet"),
        Term(label="About", value=skill_words(session, areas)),
        Term(label="Held by", value=session.by),
        Term(label="Places", value="Any number" if session.places is None else f"{session.places}"),
        Term(label="State", value=state_tag(one).word),
    ]
    if session.called_off:
        found.append(Term(label="Why it is called off", value=session.called_off))
    if session.pilot:
        value = f"Pilot {session.pilot}"
        found.append(Term(label="Part of", value=value, href=PILOTS))
    if one.is_over:
        found.append(Term(label="Came", value=came_cell(one).text))
        found += [
            Term(label=HELPED_WORDS[level], value=few_words(count) if one.answered else NOT_SAID)
            for level, count in zip(Helped, one.helped, strict=True)
        ]
    return tuple(found)


def when_words(session: Session) -> str:
    """Return the day, the time and the length."""
    time = f" at {session.starts}" if session.starts else ""
    return f"{date_words(session.on)}{time}, {count_words(session.minutes, 'minute')}"


def attendance_table(places: Sequence[Place], names: Mapping[int, str]) -> Table:
    """Return who has a place, for who arranges the session."""
    rows = sorted((names[one.councillor], one) for one in places if one.is_booked or one.came)
    return Table(
        name="places",
        caption="Who has a place",
        columns=(Column("councillor", "Councillor"), Column("came", "Came")),
        rows=tuple(
            (
                Cell(name),
                Cell(NOT_TOLD if one.came is None else "Came" if one.came else "Did not come"),
            )
            for name, one in rows
        ),
        empty="Nobody has booked a place yet.",
    )


def own_place_table(
    places: Mapping[int, Place], sessions: Mapping[int, Session], as_at: date, asking: set[int]
) -> Table:
    """Return a councillor's own places, the last session first."""
    held = [(sessions[n], one) for n, one in places.items() if n in sessions]
    held = [(session, one) for session, one in held if one.is_booked or one.came]
    held.sort(key=lambda pair: pair[0].on, reverse=True)
    return Table(
        name="own-places",
        caption="Your sessions",
        columns=(
            Column("session", "Session"),
            Column("on", "On"),
            Column("place", "Your place"),
            Column("helped", "Did it help?"),
        ),
        rows=tuple(
            (
                Cell(session.title, href=f"{SESSIONS}{session.number}/"),
                day_cell(session.on, ""),
                Cell(_place_words(session, one, as_at)),
                _helped_cell(session, one, asking),
            )
            for session, one in held
        ),
        empty="You have booked no session. Those to come stand under Sessions.",
    )


def _place_words(session: Session, one: Place, as_at: date) -> str:
    if session.called_off:
        return "Called off"
    if one.came is None:
        return "Booked" if session.on >= as_at else NOT_TOLD
    return "You came" if one.came else "You did not come"


def _helped_cell(session: Session, one: Place, asking: set[int]) -> Cell:
    if one.helped is not None:
        return Cell(HELPED_WORDS[one.helped])
    if session.number in asking:
        return Cell(
            "Say whether it did", href=f"/councillors/mine/sessions/{session.number}/helped/"
        )
    return Cell("You will be asked three months later" if one.came else "Not asked")


def pilot_table(found: Sequence[Pilot], least: int, *, may_change: bool) -> Table:
    """Return every pilot with its result."""
    return Table(
        name="pilots",
        caption="Pilots and their results",
        columns=(
            Column("pilot", "Pilot"),
            Column("outcome", "Outcome"),
            Column("begun", "Begun"),
            Column("ends", "Ends"),
            Column("part", "Took part", numeric=True),
            Column("result", "Result"),
            Column("owner", "Owner"),
        ),
        rows=tuple(
            (
                Cell(
                    one.title,
                    href=f"{PILOTS}{one.number}/change/" if may_change else "",
                    note=one.tries,
                ),
                Cell("", tags=(OUTCOME_TAGS[one.outcome],)),
                day_cell(one.begun_on, ""),
                day_cell(one.ends_on, ""),
                took_part(one, least),
                Cell(one.result or "No result yet"),
                Cell(one.owner),
            )
            for one in found
        ),
        empty="No pilot is recorded. What is tried with a few before all are offered it, is.",
    )


def took_part(one: Pilot, least: int) -> Cell:
    """Return how many took part, unless they are too few."""
    if one.took_part is None:
        return Cell("Not counted")
    return few_cell(one.took_part if one.took_part >= least or not one.took_part else None)


def session_figure(found: Sequence[SessionTotals], as_at: date) -> KeyFigure:
    """Return how many sessions there were in a year, for the glance."""
    year = [one for one in found if one.is_over and (as_at - one.session.on).days < 365]
    held = [one for one in year if not one.session.called_off]
    to_come = sum(not one.is_over and not one.session.called_off for one in found)
    return KeyFigure(
        label="Sessions held",
        value=f"{len(held):,}",
        period=f"in the year to {date_words(as_at)}",
        comparison=f"{to_come:,} to come",
        href=SESSIONS,
    )
