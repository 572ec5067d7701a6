"""What of procurements and redirections does not go together with the projects there are."""

from collections.abc import Sequence

from scrutable.evidence.facts import RowError
from scrutable.portfolio import facts, reads
from scrutable.records.writes import refusals_among_records


@refusals_among_records.register
def _of_procurement(of: facts.Procurement, known: int) -> Sequence[RowError]:
    return [
        RowError("projects", f"There is no project {name}", "give numbers of the list of projects")
        for name in _unknown(of.projects, known)
    ]


@refusals_among_records.register
def _of_redirection(of: facts.Redirection, known: int) -> Sequence[RowError]:
    return [
        RowError("project", f"There is no project {name}", "give a number of the list of projects")
        for name in _unknown([of.project], known)
    ]


def _unknown(numbers: Sequence[str], known: int) -> list[str]:
    return sorted(set(numbers) - set(reads.project_titles(known, numbers)))
