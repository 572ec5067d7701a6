"""Why something cannot be recorded of skills, sessions, pilots, kit and paper; pure."""

import re
from collections.abc import Sequence
from datetime import date, time

from scrutable.councillors.facts import (
    Kit,
    KitFault,
    NamedOfficer,
    PagesCounted,
    PaperTarget,
    Pilot,
    PilotOutcome,
    Session,
    SkillArea,
)
from scrutable.evidence.facts import RowError
from scrutable.kernel.periods import Month
from scrutable.records.rules import missing, refusals_of, refusals_on, to_come

BODY = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
CODE = BODY
LONGEST = 600  # minutes


@refusals_of.register
def _(of: SkillArea) -> Sequence[RowError]:
    found = missing(of, title="the title", asks="what is asked")
    if not CODE.fullmatch(of.code):
        found.append(RowError("code", "That is no code", "use letters and digits"))
    return found


@refusals_of.register
def _(of: Session) -> Sequence[RowError]:
    found = missing(of, title="the title", by="who holds it")
    if not of.skills:
        found.append(RowError("skills", "No skill is named", "choose one or more"))
    if not 1 <= of.minutes <= LONGEST:
        remedy = f"give from 1 to {LONGEST} minutes"
        found.append(RowError("minutes", f"{of.minutes} minutes is no length of a session", remedy))
    if of.starts and not is_time(of.starts):
        found.append(RowError("starts", f"“{of.starts}” is no time", "enter it such as 17:30"))
    if of.places is not None and of.places < 1:
        found.append(RowError("places", "A session has a place at least", "enter 1 or more"))
    return found


def is_time(said: str) -> bool:
    """Test whether it is a time such as 17:30.

    >>> [is_time(said) for said in ("17:30", "25:00", "17.30", "5pm")]
    [True, False, False, False]
    """
    if not re.fullmatch(r"\d\d:\d\d", said):
        return False
    try:
        time.fromisoformat(said)
    except ValueError:
        return False
    return True


@refusals_of.register
def _(of: Pilot) -> Sequence[RowError]:
    found = missing(of, title="the title", tries="what is tried", owner="the owner")
    if of.ends_on < of.begun_on:
        found.append(RowError("ends_on", "It ends before it begins", "give a later day"))
    if of.outcome is not PilotOutcome.RUNNING and not of.result.strip():
        found.append(RowError("result", "Its result is missing", "say what came of it"))
    return found


@refusals_of.register
def _(of: PaperTarget) -> Sequence[RowError]:
    found = _body(of.body)
    if of.by <= of.baseline_to:
        remedy = "give a day after the year that was counted"
        found.append(RowError("by", "The target is due before it begins", remedy))
    if of.pages >= of.baseline:
        remedy = "enter fewer pages than the baseline"
        found.append(RowError("pages", "The target is no fewer pages than the baseline", remedy))
    return found


@refusals_of.register
def _(of: PagesCounted) -> Sequence[RowError]:
    found = _body(of.body)
    if _month(of.month) is None:
        found.append(RowError("month", f"“{of.month}” is no month", "enter it such as 2026-09"))
    return found


def _month(said: str) -> Month | None:
    try:
        return Month.parse(said)
    except ValueError:
        return None


@refusals_on.register
def _(of: PagesCounted, today: date) -> Sequence[RowError]:
    month = _month(of.month)
    return to_come("month", month.last_day if month else None, today)


def _body(body: str) -> list[RowError]:
    if BODY.fullmatch(body):
        return []
    return [RowError("body", f"“{body}” is no body", "enter its code, or all")]


@refusals_of.register
def _(of: Kit) -> Sequence[RowError]:
    found = missing(of, model="the model")
    if of.returned_on is not None and of.returned_on < of.issued_on:
        found.append(RowError("returned_on", "It came back before it went out", "give a later day"))
    return found


@refusals_on.register
def _(of: Kit, today: date) -> Sequence[RowError]:
    return [
        *to_come("issued_on", of.issued_on, today),
        *to_come("returned_on", of.returned_on, today),
    ]


@refusals_of.register
def _(of: KitFault) -> Sequence[RowError]:
    if of.mended_on is not None and of.mended_on < of.raised_on:
        return [RowError("mended_on", "It was mended before it was raised", "give a later day")]
    return ()


@refusals_on.register
def _(of: KitFault, today: date) -> Sequence[RowError]:
    return to_come("mended_on", of.mended_on, today)


@refusals_of.register
def _(of: NamedOfficer) -> Sequence[RowError]:
    found = missing(of, username="the username", why="why they need to see")
    if of.until is not None and of.until < of.since:
        found.append(RowError("until", "It ends before it begins", "give a later day"))
    return found
