"""What of systems, issues and claims does not go together with the other records; pure."""

from collections.abc import Iterator, Mapping, Sequence
from functools import singledispatch

from scrutable.assurance.facts import (
    Claim,
    CriticalSystem,
    Evidence,
    Issue,
    PublicService,
    RecoveryOutcome,
    RecoveryTest,
)
from scrutable.assurance.facts.beside import Beside
from scrutable.assurance.rules.issues import is_same, own_closure
from scrutable.evidence.facts import RowError
from scrutable.records.facts import Record


@singledispatch
def unfit_beside(of: Record, beside: Beside) -> Sequence[RowError]:  # noqa: ARG001  (what others ask)
    """Return what does not go together with what is recorded; nothing where all does."""
    return ()


@unfit_beside.register
def _(of: CriticalSystem, beside: Beside) -> Sequence[RowError]:
    found = list(_unknown("stands_on", of.stands_on, {**beside.systems, of.code: of}))
    for name in ("supplier", "contract"):
        said = getattr(of, name)
        if said and said not in beside.references:
            remedy = "check it in the list, or leave it empty"
            found.append(RowError(name, f"There is no {said}", remedy))
    return found


@unfit_beside.register
def _(of: PublicService, beside: Beside) -> Sequence[RowError]:
    return list(_unknown("needs", of.needs, beside.systems))


@unfit_beside.register
def _(of: RecoveryTest, beside: Beside) -> Sequence[RowError]:
    if of.system not in beside.systems:
        return list(_unknown("system", (of.system,), beside.systems))
    return list(_against_objective(of, beside.systems[of.system].recovery_hours))


@unfit_beside.register
def _(of: Issue, beside: Beside) -> Sequence[RowError]:
    found = []
    if of.phase and of.phase not in beside.phases:
        remedy = "record the phase first, or leave it empty"
        found.append(RowError("phase", f"There is no phase {of.phase}", remedy))
    is_told = is_same(of.owner, of.accepted_by, {})  # by their names alone, which is refused before
    if of.accepted_by and not is_told and is_same(of.owner, of.accepted_by, beside.persons):
        found.append(own_closure(of))
    return found


@unfit_beside.register
def _(of: Claim, beside: Beside) -> Sequence[RowError]:
    if of.body in beside.bodies:
        return ()
    remedy = "check its code in the list of bodies"
    return [RowError("body", f"There is no body {of.body}", remedy)] if of.body else ()


@unfit_beside.register
def _(of: Evidence, beside: Beside) -> Sequence[RowError]:
    if of.claim in beside.claims:
        return ()
    return [RowError("claim", f"There is no claim {of.claim}", "record it first")]


def _against_objective(of: RecoveryTest, wanted: int | None) -> Iterator[RowError]:
    """Yield that a test’s hours and its outcome do not go together with the objective."""
    if of.hours is None or wanted is None:
        return
    if of.outcome is RecoveryOutcome.PASSED and of.hours > wanted:
        fault = f"It took {of.hours:,} hours, and the objective is {wanted:,}"
        yield RowError("outcome", fault, "say that it recovered late")
    if of.outcome is RecoveryOutcome.LATE and of.hours <= wanted:
        fault = f"{of.hours:,} hours are within the objective of {wanted:,}"
        yield RowError("outcome", fault, "say that it passed, or correct the hours")


def _unknown(name: str, codes: Sequence[str], known: Mapping[str, object]) -> Iterator[RowError]:
    for code in codes:
        if code not in known:
            remedy = "record it first, or correct the code"
            yield RowError(name, f"There is no critical system {code}", remedy)
