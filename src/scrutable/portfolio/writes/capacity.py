"""What of procurements and redirections does not go together with the projects there are."""

from collections.abc import Sequence

from scrutable.evidence.facts import RowError
from scrutable.portfolio import facts, reads
from scrutable.portfolio.writes.records import refusals_among_records


@refusals_among_records.register
def _of_procurement(of: facts.Procurement, known: int) -> Sequence[RowError]:
    unknown = sorted(set(of.projects) - _numbers(known)) if of.projects else []
    return [
        RowError("projects", f"There is no project {name}", "give numbers of the list of projects")
        for name in unknown
    ]


@refusals_among_records.register
def _of_redirection(of: facts.Redirection, known: int) -> Sequence[RowError]:
    if of.project in _numbers(known):
        return ()
    fault = f"There is no project {of.project}"
    return [RowError("project", fault, "give a number of the list of projects")]


def _numbers(known: int) -> set[str]:
    return {one.number for one in reads.projects(known)}
