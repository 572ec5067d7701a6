"""What does not go together with the other records, and registers loaded whole."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db import transaction

from scrutable.assurance import facts
from scrutable.assurance.facts.beside import Beside, Line, Register
from scrutable.assurance.intake.registers import read_register
from scrutable.assurance.reads.beside import beside as read_beside
from scrutable.assurance.reads.registers import recorded
from scrutable.assurance.rules.beside import unfit_beside
from scrutable.assurance.rules.issues import is_same, own_closure
from scrutable.audit.writes import Change, change
from scrutable.evidence.facts import RowError
from scrutable.evidence.writes import keep_file
from scrutable.kernel.wording import london_day
from scrutable.records.facts import Record
from scrutable.records.rules import refusals_of, refusals_on
from scrutable.records.writes import (
    UnfitRecord,
    keep_all,
    refusals_among_records,
    refusals_of_columns,
)

VERB, SUBJECT = "assurance_register_loaded", "register/assurance"


class _NothingNew(Exception):
    """The register says nothing that is not recorded already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedRegister:
    """What a register came to: how many of its rows were new, changed, and known already."""

    new: int
    changed: int
    known: int
    version: int  # 0 where nothing was written


@refusals_among_records.register(facts.Claim)
@refusals_among_records.register(facts.CriticalSystem)
@refusals_among_records.register(facts.Evidence)
@refusals_among_records.register(facts.Issue)
@refusals_among_records.register(facts.PublicService)
@refusals_among_records.register(facts.RecoveryTest)
def _(of: Record, known: int) -> Sequence[RowError]:
    return unfit_beside(of, read_beside(known))


def load_register(*, content: bytes, name: str, by: str, at: datetime) -> LoadedRegister:
    """Take in a register, all of it or nothing; what it says already changes nothing.

    Raises UnfitRecord with every fault and its cell.
    """
    counted: Counter[bool | None] = Counter()
    number = 0
    try:
        with transaction.atomic(), change(verb=VERB, subject=SUBJECT, by=by, at=at) as under_way:
            number = under_way.number
            found = checked_register(content, name, number - 1, london_day(under_way.at), by)
            if found.errors:
                raise UnfitRecord(found.errors)
            counted = Counter(one.before is None if one.says_more else None for one in found.lines)
            _keep(found.lines, content, name, by, under_way)
    except _NothingNew:
        number = 0
    return LoadedRegister(
        new=counted[True], changed=counted[False], known=counted[None], version=number
    )


def _keep(lines: Sequence[Line], content: bytes, name: str, by: str, under_way: Change) -> None:
    told = [one.record for one in lines if one.says_more]
    if not told:
        raise _NothingNew
    file = keep_file(content, name, by=by, at=under_way.at, change=under_way)
    kept = keep_all(told, under_way)
    under_way.after = {"file": file, "records": [one.reference for one in kept]}


def checked_register(content: bytes, name: str, known: int, today: date, by: str) -> Register:
    """Return the register as it reads against what is recorded, with every fault in it."""
    found = read_register(content, name, recorded(known))
    if found.errors:
        return found
    together = _with(read_beside(known), found.lines)
    errors: list[RowError] = []
    for line in found.lines:
        if line.says_more:
            lacking = _refusals(line, together, today, by)
            errors += [replace(one, place=line.cells.get(one.place, line.place)) for one in lacking]
    return replace(found, errors=tuple(dict.fromkeys(errors)))


def _refusals(line: Line, together: Beside, today: date, by: str) -> Sequence[RowError]:
    of = line.record
    return refusals_of_columns(of) or [
        *refusals_of(of),
        *refusals_on(of, today),
        *unfit_beside(of, together),
        *_own_closure(line, together, by),
    ]


def _own_closure(line: Line, together: Beside, by: str) -> list[RowError]:
    """Return that whoever sends the register owns an issue whose closure it says is accepted."""
    of, before = line.record, line.before
    if not isinstance(of, facts.Issue) or of.accepted_on is None:
        return []
    is_new = before is None or before.accepted_on is None
    sent_by_owner = is_new and is_same(of.owner, by, together.persons)
    return [own_closure(replace(of, accepted_by=by))] if sent_by_owner else []


def _with(beside: Beside, lines: Sequence[Line]) -> Beside:
    """Return what stands, as it will once the lines do."""
    told = [one.record for one in lines]
    return replace(
        beside,
        systems={
            **beside.systems,
            **{one.code: one for one in told if isinstance(one, facts.CriticalSystem)},
        },
        phases={**beside.phases, **{one.code: one for one in told if isinstance(one, facts.Phase)}},
        claims={**beside.claims, **{one.code: one for one in told if isinstance(one, facts.Claim)}},
    )
