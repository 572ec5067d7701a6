"""The closing of issues, accepted or sent back, and progress said of several at once."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from scrutable.assurance.facts import Issue
from scrutable.assurance.reads.beside import beside, persons
from scrutable.assurance.rules.beside import unfit_beside
from scrutable.assurance.rules.issues import is_same
from scrutable.audit.reads import number_at
from scrutable.audit.writes import change
from scrutable.evidence.facts import RowError
from scrutable.kernel.wording import london_day
from scrutable.records.reads import every, one
from scrutable.records.rules import refusals_of, refusals_on
from scrutable.records.writes import (
    UnfitRecord,
    keep_all,
    record,
    refusals_of_columns,
)

VERB = "issues_moved_on"


def accept_closure(
    *, number: int, accepted_by: str, on: date, by: str, at: datetime, based_on: int | None = None
) -> Issue:
    """Record that another than its owner accepted an issue’s closure; raises UnfitRecord.

    Whoever owns it does not record it either.
    """
    return _closed(number, {"accepted_by": accepted_by, "accepted_on": on}, by, at, based_on)


def send_back(
    *, number: int, why: str, by: str, at: datetime, based_on: int | None = None
) -> Issue:
    """Record that a closure is not accepted: the issue is open again; raises UnfitRecord."""
    told = {"said_closed_on": None, "accepted_by": "", "accepted_on": None, "progress": why}
    return _closed(number, told, by, at, based_on)


def move_on(
    *,
    numbers: Sequence[int],
    progress: str,
    by: str,
    at: datetime,
    phase: str | None = None,
    due: date | None = None,
) -> list[Issue]:
    """Record the progress of several issues, all or none; raises UnfitRecord with every fault.

    A phase of None stays as it is, one of "" takes them out of theirs; a day of None stays.
    """
    subject = "issues" if len(numbers) != 1 else f"issue/{numbers[0]}"
    with change(verb=VERB, subject=subject, by=by, at=at) as under_way:
        known = under_way.number - 1
        found, others = every(Issue, known, number__in=list(numbers)), beside(known)
        given = {"progress": progress, "phase": phase, "due": due}
        told: dict[str, Any] = {name: one for name, one in given.items() if one is not None}
        moved = [replace(one, **told) for one in found]
        faults = _unknown(numbers, found)
        for one in moved:
            lacking = refusals_of_columns(one) or [
                *_closed_already(one),
                *refusals_of(one),
                *refusals_on(one, london_day(under_way.at)),
                *unfit_beside(one, others),
            ]
            faults += [replace(each, fault=f"Issue {one.number}: {each.fault}") for each in lacking]
        if faults:
            raise UnfitRecord(faults)
        keep_all(moved, under_way)
        under_way.after = {"issues": [one.reference for one in moved]}
    return [replace(one, version=under_way.number) for one in moved]


def _closed(
    number: int, told: Mapping[str, Any], by: str, at: datetime, based_on: int | None
) -> Issue:
    before = one(Issue, number_at(), number=number)
    if is_same(before.owner, by, persons()):
        fault = f"You own the issue ({before.owner}): nobody decides on their own closure"
        raise UnfitRecord([RowError("accepted_by", fault, "let somebody else record it")])
    if before.said_closed_on is None:
        fault = "Nobody has said that it is closed"
        raise UnfitRecord([RowError("accepted_by", fault, "say so first, with the evidence")])
    had = before.version if based_on is None else based_on
    return record(of=replace(before, **told), by=by, at=at, based_on=had)


def _unknown(numbers: Sequence[int], found: Sequence[Issue]) -> list[RowError]:
    known = {one.number for one in found}
    if not numbers:
        return [RowError("numbers", "No issue is named", "tick those that are meant")]
    return [
        RowError("numbers", f"There is no issue {number}", "check it in the list")
        for number in numbers
        if number not in known
    ]


def _closed_already(one: Issue) -> list[RowError]:
    if one.accepted_on is None:
        return []
    return [RowError("numbers", "It is closed", "leave it out")]
