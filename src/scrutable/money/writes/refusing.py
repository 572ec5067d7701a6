"""What of money does not go together with the other records; sums are said."""

from collections.abc import Sequence

from scrutable.evidence.facts import RowError
from scrutable.money import reads, rules
from scrutable.money.facts import (
    Approval,
    BudgetLine,
    Commitment,
    Forecast,
    LedgerLine,
    Saving,
    SavingProof,
    Virement,
)
from scrutable.records.reads import every, stands
from scrutable.records.writes import refusals_among_records


@refusals_among_records.register
def _(of: BudgetLine, known: int) -> Sequence[RowError]:
    """Refuse a budget below what is approved of it, and one by a decision that nobody knows."""
    found = _unknown_decision(of.decision, known)
    given = sum(one.pence for one in every(Approval, known, line=of.code, year=of.year))
    has = of.pence + _moved(of.code, of.year, known)
    if given > has:
        said = f"{rules.pounds(given)} is approved of it, {rules.pounds(given - has)} more"
        found.append(RowError("pence", said, "change the approvals first"))
    return found


@refusals_among_records.register
def _(of: Virement, known: int) -> Sequence[RowError]:
    before = stands(Virement, known, number=of.number)
    lines = _line(of.from_line, of.year, known), _line(of.to_line, of.year, known)
    free = 0
    if lines[0] is not None:
        moved = _moved(of.from_line, of.year, known)
        if before is not None and (before.from_line, before.year) == (of.from_line, of.year):
            moved += before.pence
        free = lines[0].pence + moved - _approved(of.from_line, of.year, known)
    return [
        *rules.refusals_of_virement(of, lines, free),
        *_unknown_decision(of.decision, known),
        *_taken_back(of, before, known),
    ]


@refusals_among_records.register
def _(of: Approval, known: int) -> Sequence[RowError]:
    line = _line(of.line, of.year, known)
    if line is None:
        return [_no_line(of.line, of.year), *_moved_line(of, known)]
    decided = reads.decision(of.decision, known)
    under = every(Approval, known, decision=of.decision)
    found = [*rules.refusals_of_limit(of, decided, under), *_moved_line(of, known)]
    if not of.found_in:
        others = {one.number: one for one in every(Approval, known, line=of.line, year=of.year)}
        others |= {one.number: one for one in under}
        limited = rules.with_limit(of, decided)
        moved = _moved(of.line, of.year, known)
        found += rules.refusals_of_approval(limited, line, others.values(), moved)
    return [*found, *rules.refusals_of_lateness(of, _first_spent(of, known))]


@refusals_among_records.register
def _(of: Commitment, known: int) -> Sequence[RowError]:
    if _line(of.line, of.year, known) is None:
        return [_no_line(of.line, of.year), *_moved_line(of, known)]
    found = rules.refusals_of_order(of, reads.decision(of.decision, known))
    found += _moved_line(of, known)
    if found or of.found_in:
        return found
    only = {"line": of.line, "year": of.year, "decision": of.decision}
    given, asked = every(Approval, known, **only), every(Commitment, known, **only)
    return rules.refusals_of_commitment(of, given, asked)


@refusals_among_records.register
def _(of: Forecast, known: int) -> Sequence[RowError]:
    return [] if _line(of.line, of.year, known) else [_no_line(of.line, of.year)]


@refusals_among_records.register
def _(of: Saving, known: int) -> Sequence[RowError]:
    found = _unknown_decision(of.decision, known)
    return found if _line(of.line, of.year, known) else [*found, _no_line(of.line, of.year)]


@refusals_among_records.register
def _(of: SavingProof, known: int) -> Sequence[RowError]:
    saving = stands(Saving, known, code=of.saving, year=of.year)
    if saving is None:
        remedy = "record the saving first"
        return [RowError("saving", f"There is no saving {of.saving} of {of.year}", remedy)]
    before = every(SavingProof, known, saving=of.saving, year=of.year)
    spent = reads.spending(saving.line, saving.year, known)
    return list(rules.refusals_of_proof(of, saving, before, spent))


def _taken_back(of: Virement, before: Virement | None, known: int) -> list[RowError]:
    """Refuse a change that takes money back from a line on which it is approved by now."""
    if before is None:
        return []
    line = _line(before.to_line, before.year, known)
    stays = of.pence if (of.to_line, of.year) == (before.to_line, before.year) else 0
    moved = _moved(before.to_line, before.year, known) - before.pence + stays
    has = (line.pence if line else 0) + moved
    given = _approved(before.to_line, before.year, known)
    if given <= has or stays >= before.pence:
        return []
    said = f"{rules.pounds(given)} is approved of {before.to_line}, which would have "
    return [RowError("pence", f"{said}{rules.pounds(has)}", "change the approvals first")]


def _moved_line(of: Approval | Commitment, known: int) -> list[RowError]:
    """Refuse that something recorded goes to another line: it is withdrawn and recorded anew."""
    before = stands(type(of), known, number=of.number)
    if before is None or before.line == of.line:
        return []
    remedy = "set it to nought, say why, and record another"
    return [RowError("line", f"It is recorded on {before.line}", remedy)]


def _line(code: str, year: int, known: int) -> BudgetLine | None:
    return stands(BudgetLine, known, code=code, year=year)


def _no_line(code: str, year: int) -> RowError:
    return RowError("line", f"There is no line {code} in {year}", "check code and year")


def _moved(code: str, year: int, known: int) -> int:
    came = every(Virement, known, year=year, to_line=code)
    went = every(Virement, known, year=year, from_line=code)
    return sum(one.pence for one in came) - sum(one.pence for one in went)


def _approved(code: str, year: int, known: int) -> int:
    return sum(one.pence for one in every(Approval, known, line=code, year=year))


def _first_spent(of: Approval, known: int) -> list[LedgerLine]:
    """Return the first spending of the line in the year, unless something was approved before."""
    earlier = every(Approval, known, line=of.line, year=of.year, on__lt=of.on)
    first = rules.first_spent(reads.spending(of.line, of.year, known))
    if first is None or any(one.number != of.number for one in earlier):
        return []
    return [LedgerLine(row=0, line=of.line, on=first, pence=1)]


def _unknown_decision(named: str, known: int) -> list[RowError]:
    """Refuse a decision named by its reference that is not recorded; other words may stand."""
    if not named.startswith("decision/") or reads.decision(named, known):
        return []
    remedy = "check its code, or say in words where it can be read"
    return [RowError("decision", f"There is no record of {named}", remedy)]
