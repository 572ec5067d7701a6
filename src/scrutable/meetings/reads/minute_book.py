"""Minutes that were loaded, and what an officer made of each limb.

What is exempt or confidential is left out of every answer unless `closed` asks for it: the door
that asks has made sure that the viewer may see it.
"""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from django.db.models import Q, QuerySet

from scrutable.audit.reads import as_known
from scrutable.meetings import facts, models
from scrutable.meetings.reads import calendar
from scrutable.meetings.reads.closures import closure_of
from scrutable.meetings.rules import reading
from scrutable.meetings.rules.reading.shapes import outcome_from_json

UNREAD = facts.Reading(id="", state=facts.ReadingState.NONE_VISIBLE, meeting_on=None, outcomes=())


class UnknownMinutes(Exception):
    """No minutes have this code."""

    def __init__(self, code: str) -> None:
        super().__init__(
            f"There are no minutes {code}. Look for their code, such as OSMB-2026-09-24-1, in the "
            "list of minutes."
        )


class UnknownLimb(Exception):
    """The minutes have no limb of this number."""

    def __init__(self, minutes: str, number: int) -> None:
        super().__init__(f"{minutes} has no limb {number}. Look for its number beside the text.")


def minutes(code: str, known: int, *, closed: bool = False) -> facts.Minutes:
    """Return one set of minutes with text and reading; raises UnknownMinutes."""
    row = models.Minutes.objects.filter(code=code, event__lte=known).first()
    if row is None:
        raise UnknownMinutes(code)
    return _facts([row], known, closed=closed)[0]


def minutes_of(meeting: str, known: int, *, closed: bool = False) -> list[facts.Minutes]:
    """Return all minutes of a meeting and of its items, in the order they were loaded."""
    rows = _rows(known).filter(meeting=meeting)
    return _facts(rows.order_by("event", "code"), known, closed=closed)


def all_minutes(known: int, *, closed: bool = False) -> list[facts.Minutes]:
    """Return all minutes, the last loaded first, each without its text and reading."""
    rows = _rows(known).defer("text", "places", "reading").order_by("-event", "code")
    return _facts(rows, known, closed=closed, bare=True)


def is_of_closed_matter(file: str) -> bool:
    """Test whether the file came as closed minutes, or with a decision report, to be kept apart."""
    minutes = models.Minutes.objects.filter(file=file).exclude(openness=facts.Openness.OPEN.value)
    return minutes.exists() or models.Appendix.objects.filter(file=file).exists()


def is_unread(file: str, known: int) -> bool:
    """Test whether the file is of minutes that nobody has confirmed yet."""
    codes = list(_rows(known).filter(file=file).values_list("code", flat=True))
    confirmed = models.MinutesConfirmed.objects.filter(minutes__in=codes, event__lte=known)
    return confirmed.count() < len(codes)


def minutes_with(file: str, meeting: str, item: int | None, known: int) -> facts.Minutes | None:
    """Return what this very file gave for the meeting or item; None where it gave nothing."""
    row = _rows(known).filter(file=file, meeting=meeting, item=item).order_by("event").first()
    return _facts([row], known, closed=True)[0] if row else None


def limbs(code: str, known: int, *, closed: bool = False) -> list[facts.Limb]:
    """Return the limbs in the order of the text, with days that only the calendar knows."""
    found = minutes(code, known, closed=closed)
    if not found.closure.is_open and not closed:
        return []
    return _with_calendar(kept_limbs(code, known), found.meeting, known)


def limb(code: str, number: int, known: int, *, closed: bool = False) -> facts.Limb:
    """Return one limb; raises UnknownMinutes and UnknownLimb."""
    for found in limbs(code, known, closed=closed):
        if found.number == number:
            return found
    raise UnknownLimb(code, number)


def kept_limb(code: str, number: int, known: int) -> facts.Limb:
    """Return one limb as it is kept, without the calendar's days; raises UnknownLimb."""
    minutes(code, known)
    for found in kept_limbs(code, known):
        if found.number == number:
            return found
    raise UnknownLimb(code, number)


def kept_limbs(code: str, known: int) -> list[facts.Limb]:
    """Return the limbs as they are kept, in the order of the text."""
    rows = as_known(models.Limb.objects.filter(minutes=code), known)
    return sorted(map(_limb, rows), key=_in_text)


def limbs_tracked(meeting: str, item: int | None, known: int) -> list[facts.Limb]:
    """Return the tracked limbs of all confirmed minutes that may tell of the same matter.

    Those are minutes of the same item or of the whole meeting; two items may well resolve the
    same words, and then both are owed.
    """
    rows_of = _rows(known).filter(meeting=meeting)
    if item is not None:
        rows_of = rows_of.filter(Q(item=item) | Q(item__isnull=True))
    codes = rows_of.values("code")
    confirmed = models.MinutesConfirmed.objects.filter(event__lte=known, minutes__in=codes)
    rows = models.Limb.objects.filter(minutes__in=confirmed.values("minutes"))
    kept = as_known(rows, known).filter(is_tracked=True)
    return [_limb(row) for row in kept.order_by("minutes", "number")]


def settled_counts(known: int) -> dict[str, dict[facts.LimbState, int]]:
    """Return, for all minutes, how many limbs stand in which state."""
    found: dict[str, dict[facts.LimbState, int]] = defaultdict(lambda: defaultdict(int))
    rows = as_known(models.Limb.objects.all(), known)
    for code, state in rows.values_list("minutes", "state").order_by("minutes", "number"):
        found[code][facts.LimbState(state)] += 1
    return found


def _rows(known: int) -> QuerySet[models.Minutes]:
    return models.Minutes.objects.filter(event__lte=known)


def _in_text(limb: facts.Limb) -> tuple[int, int, int]:
    start, end = limb.outcome.span
    return start, -end, limb.number


def _with_calendar(limbs: list[facts.Limb], meeting: str, known: int) -> list[facts.Limb]:
    """Return the limbs, those due at the next meeting with its day where one is planned."""
    if not any(_waits(limb.outcome) for limb in limbs):
        return limbs
    held = calendar.meeting(meeting, known)
    following = calendar.next_meeting(held.body, held.on, known)
    if following is None:
        return limbs
    return [
        replace(limb, outcome=_dated(limb.outcome, following)) if _waits(limb.outcome) else limb
        for limb in limbs
    ]


def _waits(outcome: facts.Outcome) -> bool:
    due = outcome.due
    return due is not None and due.last is None and reading.waits_for_calendar(due.words)


def _dated(outcome: facts.Outcome, following: facts.Meeting) -> facts.Outcome:
    due = outcome.due
    if due is None:
        return outcome
    return replace(outcome, due=replace(due, first=following.on, last=following.on))


def _facts(
    rows: Iterable[models.Minutes], known: int, *, closed: bool, bare: bool = False
) -> list[facts.Minutes]:
    found = list(rows)
    answers = models.MinutesConfirmed.objects.filter(
        minutes__in=[row.code for row in found], event__lte=known
    )
    confirmed = {row.minutes: row for row in answers}
    return [_fact(row, confirmed.get(row.code), closed=closed, bare=bare) for row in found]


def _fact(
    row: models.Minutes, confirmed: models.MinutesConfirmed | None, *, closed: bool, bare: bool
) -> facts.Minutes:
    closure = closure_of(row)
    seen = closed or closure.is_open
    shown = seen and not bare
    return facts.Minutes(
        code=row.code,
        meeting=row.meeting,
        item=row.item,
        file=row.file if seen else "",
        name=row.name if seen else row.code,
        text=row.text if shown else "",
        places=tuple((at, name) for at, name in row.places) if shown else (),
        reading=reading.from_json(json.loads(row.reading)) if shown else UNREAD,
        reader=row.reader,
        closure=closure,
        loaded_by=row.loaded_by,
        loaded_at=row.loaded_at,
        confirmed_by=confirmed.confirmed_by if confirmed else "",
        confirmed_at=confirmed.confirmed_at if confirmed else None,
        version=confirmed.event if confirmed else row.event,
    )


def _limb(row: models.Limb) -> facts.Limb:
    return facts.Limb(
        minutes=row.minutes,
        number=row.number,
        outcome=outcome_from_json(json.loads(row.outcome)),
        state=facts.LimbState(row.state),
        reason=row.reason,
        is_tracked=row.is_tracked,
        version=row.event,
    )
