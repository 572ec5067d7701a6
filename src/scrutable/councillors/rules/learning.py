"""Sessions before, on and after their day, and a programme for one councillor; pure."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from scrutable.councillors.facts import (
    Helped,
    Place,
    Session,
    SessionTotals,
    SkillArea,
    SkillsSaid,
)
from scrutable.councillors.rules.covering import lacks, meets, released, withheld


def programme(
    areas: Sequence[SkillArea],
    said: SkillsSaid | None,
    sessions: Sequence[Session],
    as_at: date,
) -> list[tuple[SkillArea, list[Session]]]:
    """Return what one councillor needs with the sessions to come that meet it, unmet needs last."""
    if said is None:
        return []
    wanted = [area for area in areas if lacks(area, said)]
    found = [(area, [one for one in sessions if meets(one, area.code, as_at)]) for area in wanted]
    return sorted(found, key=lambda pair: not pair[1])


def is_full(session: Session, places: Iterable[Place]) -> bool:
    """Test whether nobody else can come."""
    booked = sum(one.is_booked for one in places if one.session == session.number)
    return session.places is not None and booked >= session.places


def bookable(session: Session, as_at: date) -> bool:
    """Test whether a place can still be booked, or given back."""
    return session.on >= as_at and not session.called_off


def is_to_be_asked(session: Session, place: Place, as_at: date, after: int) -> bool:
    """Test whether somebody who came can say by now whether it helped, and has not."""
    due = session.on + timedelta(days=after)
    return bool(place.came) and place.helped is None and as_at >= due


def session_totals(
    session: Session, history: Sequence[Place], as_at: date, least: int
) -> SessionTotals:
    """Return what everybody may know of a session; `history` is of every place at it, in order."""
    latest = {one.councillor: one for one in history}
    known = [one for one in latest.values() if one.came is not None]
    came = sum(bool(one.came) for one in known)
    said = {
        one.councillor: one.helped
        for one in released([one for one in history if one.helped is not None], least)
    }
    counts = [sum(one is level for one in said.values()) for level in Helped]
    return SessionTotals(
        session=session,
        is_over=session.on < as_at,
        is_full=is_full(session, latest.values()),
        is_told=bool(known),
        came=came if came >= least or not came else None,
        helped=withheld(counts, least),
        answered=len(said) if len(said) >= least or not said else None,
    )
