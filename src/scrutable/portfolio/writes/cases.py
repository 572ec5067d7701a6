"""What of business cases, money and dependencies does not go together with what is kept."""

from collections.abc import Sequence

from scrutable.evidence.facts import RowError
from scrutable.meetings import reads as meetings
from scrutable.portfolio import facts, reads, rules
from scrutable.records.writes import refusals_among_records
from scrutable.registers import reads as registers

DECISION, PROJECT, SUPPLIER = "decision/", "project/", "supplier/"


@refusals_among_records.register
def _of_case(of: facts.BusinessCase, known: int) -> Sequence[RowError]:
    others = reads.every(facts.BusinessCase, known, project=of.project)
    after = [*(one for one in others if one.stage is not of.stage), of]
    return [
        *_of_project(of.project, known),
        *_of_decision(of.decision, known),
        *rules.out_of_order(after),
    ]


@refusals_among_records.register
def _of_funding(of: facts.Funding, known: int) -> Sequence[RowError]:
    return [*_of_project(of.project, known), *_of_decision(of.decision, known)]


@refusals_among_records.register
def _of_dependency(of: facts.Dependency, known: int) -> Sequence[RowError]:
    return [*_of_project(of.project, known), *_of_whom(of.on_whom, known)]


@refusals_among_records.register
def _of_delay(of: facts.DelayCost, known: int) -> Sequence[RowError]:
    return _of_project(of.project, known)


def _of_project(number: str, known: int, name: str = "project") -> list[RowError]:
    try:
        reads.project(number, known)
    except reads.UnknownProject:
        fault = f"There is no project {number}"
        return [RowError(name, fault, "give a number of the list of projects")]
    return []


def _of_whom(on_whom: str, known: int) -> list[RowError]:
    if on_whom.startswith(PROJECT):
        return _of_project(on_whom.removeprefix(PROJECT), known, "on_whom")
    if not on_whom.startswith(SUPPLIER):
        return []
    try:
        registers.supplier(on_whom, known)
    except registers.UnknownSupplier:
        fault = f"There is no {on_whom}"
        return [RowError("on_whom", fault, "give the reference of a supplier that is recorded")]
    return []


def _of_decision(reference: str, known: int) -> list[RowError]:
    if not reference:
        return []
    try:
        meetings.case_of(reference.removeprefix(DECISION), known)
    except (meetings.UnknownDecision, meetings.UnknownBody):
        fault = f"There is no {reference}"
        return [RowError("decision", fault, "give the reference of a decision that is recorded")]
    if reference.startswith(DECISION):
        return []
    return [RowError("decision", f"{reference} is no reference", f"begin it with {DECISION}")]
