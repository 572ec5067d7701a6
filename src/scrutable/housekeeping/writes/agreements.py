"""What of agreements does not fit the records, and registers of them loaded whole."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime

from scrutable.evidence.facts import RowError
from scrutable.housekeeping.facts.agreements import Agreement, Beside, Cure, Renewal
from scrutable.housekeeping.intake.agreements import read_register
from scrutable.housekeeping.reads.agreements import beside as read_beside
from scrutable.housekeeping.reads.agreements import is_recorded
from scrutable.housekeeping.rules.agreements import refusals_beside
from scrutable.records.facts import Loaded, Register
from scrutable.records.rules import refusals_of, refusals_on
from scrutable.records.writes import (
    RegisterSent,
    load_register,
    refusals_among_records,
    refusals_of_columns,
)

VERB = "agreements_loaded"
SUBJECT = "register/agreements"


def load_agreements(*, content: bytes, name: str, by: str, at: datetime) -> Loaded:
    """Take in a register, all of it or nothing; what it says already changes nothing.

    Raises UnfitRecord with every fault and its cell.
    """
    sent = RegisterSent(
        content=content,
        name=name,
        verb=VERB,
        subject=SUBJECT,
        read=lambda known, today: checked_register(content, name, known, today),
    )
    return load_register(sent=sent, by=by, at=at)


def checked_register(content: bytes, name: str, known: int, today: date) -> Register:
    """Return the register as it reads against what is recorded, with every fault in it."""
    beside = read_beside(known)
    found = read_register(content, name, beside)
    if found.errors:
        return found
    together = _with(beside, [line.record for line in found.lines])
    errors: list[RowError] = []
    for line in found.lines:
        if line.says_more:
            errors += line.at_cells(_refusals(line.record, together, known, today))
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
