"""What of agreements does not fit the records, and registers of them loaded whole."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256

from django.db import transaction

from scrutable.audit.writes import Change, change
from scrutable.evidence.facts import RowError
from scrutable.evidence.writes import keep_file
from scrutable.housekeeping.facts.agreements import Agreement, Beside, Cure, Renewal
from scrutable.housekeeping.intake.agreements import Line, Register, read_register
from scrutable.housekeeping.reads.agreements import beside as read_beside
from scrutable.housekeeping.reads.agreements import is_recorded
from scrutable.housekeeping.rules.agreements import refusals_beside
from scrutable.kernel.wording import london_day
from scrutable.records.rules import refusals_of, refusals_on
from scrutable.records.writes import (
    UnfitRecord,
    keep_all,
    refusals_among_records,
    refusals_of_columns,
)

VERB = "agreements_loaded"
SUBJECT = "register/agreements"


class _NothingNew(Exception):
    """The register says nothing that is not recorded already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedAgreements:
    """What a register came to: how many of its rows were new, changed, and known already."""

    new: int
    changed: int
    known: int
    version: int  # 0 where nothing was written


def load_agreements(*, content: bytes, name: str, by: str, at: datetime) -> LoadedAgreements:
    """Take in a register, all of it or nothing; what it says already changes nothing.

    Raises UnfitRecord with every fault and its cell.
    """
    counted: Counter[bool | None] = Counter()
    number = 0
    try:
        with transaction.atomic(), change(verb=VERB, subject=SUBJECT, by=by, at=at) as under_way:
            number = under_way.number
            found = checked_register(content, name, number - 1, london_day(under_way.at))
            if found.errors:
                raise UnfitRecord(found.errors)
            counted = Counter(
                (one.before is None) if one.says_more else None for one in found.lines
            )
            _keep(found.lines, content, name, by, under_way)
    except _NothingNew:
        number = 0
    return LoadedAgreements(
        new=counted[True], changed=counted[False], known=counted[None], version=number
    )


def checked_register(content: bytes, name: str, known: int, today: date) -> Register:
    """Return the register as it reads against what is recorded, with every fault in it."""
    beside = read_beside(known)
    found = read_register(content, name, beside)
    if found.errors:
        return found
    together = _with(beside, [line.record for line in found.lines])
    errors: list[RowError] = []
    for line in found.lines:
        lacking = _refusals(line.record, together, known, today) if line.says_more else []
        cells = line.cells
        errors += [replace(one, place=cells.get(one.place, line.place)) for one in lacking]
    return replace(found, errors=tuple(dict.fromkeys(errors)))


def _refusals(
    of: Agreement | Renewal, together: Beside, known: int, today: date
) -> Sequence[RowError]:
    return refusals_of_columns(of) or [
        *refusals_of(of),
        *refusals_on(of, today),
        *refusals_beside(of, together),
        *_refusals_of_decision(of, known),
    ]


def _with(beside: Beside, records: Iterable[Agreement | Renewal]) -> Beside:
    """Return what stands, as it will once the records do."""
    agreements, own = dict(beside.agreements), dict(beside.renewals)
    for one in records:
        if isinstance(one, Agreement):
            agreements[one.code] = one
            continue
        rest = (each for each in own.get(one.agreement, ()) if each.number != one.number)
        own[one.agreement] = tuple(sorted((*rest, one), key=lambda each: each.number))
    return replace(beside, agreements=agreements, renewals=own)


def _keep(lines: Iterable[Line], content: bytes, name: str, by: str, under_way: Change) -> None:
    digest = sha256(content).hexdigest()
    told = [replace(one.record, file=digest) for one in lines if one.says_more]
    if not told:
        raise _NothingNew
    keep_file(content, name, by=by, at=under_way.at, change=under_way)
    kept = keep_all(told, under_way)
    under_way.after = {"file": digest, "records": [one.reference for one in kept]}


@refusals_among_records.register
def _(of: Agreement, known: int) -> Sequence[RowError]:
    return [*refusals_beside(of, read_beside(known)), *_refusals_of_decision(of, known)]


@refusals_among_records.register
def _(of: Renewal, known: int) -> Sequence[RowError]:
    return [*refusals_beside(of, read_beside(known)), *_refusals_of_decision(of, known)]


@refusals_among_records.register
def _(of: Cure, known: int) -> Sequence[RowError]:
    return refusals_beside(of, read_beside(known))


def _refusals_of_decision(of: Agreement | Renewal, known: int) -> list[RowError]:
    """Return that a decision named by its reference is not recorded; other words may stand."""
    if not of.decision.startswith("decision/") or is_recorded(of.decision, known):
        return []
    remedy = "check its code in the forward plan, or say in words where it can be read"
    return [RowError("decision", f"There is no {of.decision}", remedy)]
