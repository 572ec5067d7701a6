"""What does not go together with the other records, and registers loaded whole."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from scrutable.assurance import facts
from scrutable.assurance.facts.beside import Beside
from scrutable.assurance.intake.registers import read_register
from scrutable.assurance.reads.beside import beside as read_beside
from scrutable.assurance.reads.registers import recorded
from scrutable.assurance.rules.beside import unfit_beside
from scrutable.assurance.rules.issues import is_same, own_closure
from scrutable.evidence.facts import RowError
from scrutable.records.facts import Loaded, Record, Register, RegisterLine
from scrutable.records.rules import refusals_of, refusals_on
from scrutable.records.writes import RegisterSent, refusals_among_records, refusals_of_columns
from scrutable.records.writes import load_register as load_whole

VERB, SUBJECT = "assurance_register_loaded", "register/assurance"


@refusals_among_records.register(facts.Claim)
@refusals_among_records.register(facts.CriticalSystem)
@refusals_among_records.register(facts.Evidence)
@refusals_among_records.register(facts.Issue)
@refusals_among_records.register(facts.PublicService)
@refusals_among_records.register(facts.RecoveryTest)
def _(of: Record, known: int) -> Sequence[RowError]:
    return unfit_beside(of, read_beside(known))


def load_register(*, content: bytes, name: str, by: str, at: datetime) -> Loaded:
    """Take in a register, all of it or nothing; what it says already changes nothing.

    Raises UnfitRecord with every fault and its cell.
    """
    sent = RegisterSent(
        content=content,
        name=name,
        verb=VERB,
        subject=SUBJECT,
        read=lambda known, today: checked_register(content, name, known, today, by),
    )
    return load_whole(sent=sent, by=by, at=at)


def checked_register(content: bytes, name: str, known: int, today: date, by: str) -> Register:
    """Return the register as it reads against what is recorded, with every fault in it."""
    found = read_register(content, name, recorded(known))
    if found.errors:
        return found
    together = _with(read_beside(known), found.lines)
    errors: list[RowError] = []
    for line in found.lines:
        if line.says_more:
            errors += line.at_cells(_refusals(line, together, today, by))
    return replace(found, errors=tuple(dict.fromkeys(errors)))


def _refusals(line: RegisterLine, together: Beside, today: date, by: str) -> Sequence[RowError]:
    of = line.record
    return refusals_of_columns(of) or [
        *refusals_of(of),
        *refusals_on(of, today),
        *unfit_beside(of, together),
        *_own_closure(line, together, by),
    ]


def _own_closure(line: RegisterLine, together: Beside, by: str) -> list[RowError]:
    """Return that whoever sends the register owns an issue whose closure it says is accepted."""
    of, before = line.record, line.before
    if not isinstance(of, facts.Issue) or of.accepted_on is None:
        return []
    is_new = before is None or before.accepted_on is None
    sent_by_owner = is_new and is_same(of.owner, by, together.persons)
    return [own_closure(replace(of, accepted_by=by))] if sent_by_owner else []


def _with(beside: Beside, lines: Sequence[RegisterLine]) -> Beside:
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
