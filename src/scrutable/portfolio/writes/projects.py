"""Projects recorded, their dates moved, their status given."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from scrutable.audit.writes import change
from scrutable.evidence.facts import RowError
from scrutable.portfolio import facts, models, reads, rules
from scrutable.portfolio.writes.refusing import UnfitMove, UnfitProject, UnfitStatus
from scrutable.portfolio.writes.rows import row_of_move, row_of_project, row_of_status
from scrutable.records.writes import WrittenMeanwhile, refusals_of_table, said_in_log
from scrutable.registers import reads as registers

MOST_KEY, MOST_TITLE = 40, 100  # letters of a milestone’s name in references, and of its title


def record_project(
    *, project: facts.Project, by: str, at: datetime, based_on: int | None = None
) -> facts.Project:
    """Record the project as it is from now on.

    `based_on` is the version that somebody had before them, 0 for none. Raises UnfitProject with
    everything that is wanting, and WrittenMeanwhile where another version stands by now.
    """
    if lacking := [
        *refusals_of_table(project, models.Project),
        *rules.refusals_of_project(project),
    ]:
        raise UnfitProject(lacking)
    with change(verb="project_recorded", subject=project.reference, by=by, at=at) as under_way:
        known = under_way.number - 1
        stands = {one.number: one for one in reads.projects(known)}
        before = stands.get(project.number)
        if based_on is not None and (before.version if before else 0) != based_on:
            raise WrittenMeanwhile("project")
        if lacking := [*_unknown(project, known), *_taken_place(project, stands.values())]:
            raise UnfitProject(lacking)
        row_of_project(project, under_way).save()
        under_way.before = said_in_log(before) if before else {}
        under_way.after = said_in_log(project)
    return replace(project, version=under_way.number)


def _unknown(project: facts.Project, known: int) -> Iterator[RowError]:
    """Yield suppliers, objectives, contracts, and KPIs of contracts, that are not recorded."""
    asked = {
        "suppliers": project.suppliers,
        "objectives": project.objectives,
        "contracts": project.contracts,
        "kpis": tuple(f"contract/{one.split('/')[1]}" for one in project.kpis),
    }
    if not any(asked.values()):
        return
    recorded = {
        *(one.reference for one in registers.suppliers(known)),
        *(one.reference for one in reads.every(facts.Objective, known)),
        *(one.reference for one in registers.contracts(known)),
    }
    for name, references in asked.items():
        for one in sorted(set(references) - recorded):
            yield RowError(name, f"There is no {one}", "record it first, or leave it out")


def _taken_place(project: facts.Project, others: Iterable[facts.Project]) -> Iterator[RowError]:
    for other in others:
        if project.place and other.place == project.place and other.number != project.number:
            fault = f"Place {project.place} is project {other.number}’s"
            yield RowError("place", fault, "give that one another first")


def move_date(
    *, project: str, milestone: str, title: str, move: facts.Move, by: str, at: datetime
) -> facts.DateLine:
    """Record what is said of a milestone's date, and return where it then stands.

    `title` counts with the first date only. Raises UnfitMove with everything that is wanting,
    and UnknownProject.
    """
    if lacking := [
        *_odd_names(milestone, title, move.kind),
        *refusals_of_table(move, models.DateMove),
    ]:
        raise UnfitMove(lacking)
    subject = f"{facts.project_reference(project)}/{milestone}"
    with change(verb=f"date_{move.kind}", subject=subject, by=by, at=at) as under_way:
        reads.project(project, under_way.number - 1)
        before = reads.line(project, milestone, under_way.number - 1)
        if lacking := rules.refusals_of_move(before, move):
            raise UnfitMove(lacking)
        after, row = row_of_move(before, (project, milestone, title), move, under_way)
        after = replace(after, version=under_way.number)
        row.save()
        under_way.before = _dates(before) if before else {}
        under_way.after = {**_dates(after), "reason": move.reason, "approver": move.approver}
    return after


def give_status(*, status: facts.Status, by: str, at: datetime) -> facts.Status:
    """Record what was found of a project on a day; for the same day again, it corrects.

    Raises UnfitStatus with everything that is wanting, and UnknownProject.
    """
    if lacking := refusals_of_table(status, models.Status):
        raise UnfitStatus(lacking)
    with change(verb="status_given", subject=status.reference, by=by, at=at) as under_way:
        known = under_way.number - 1
        reads.project(status.project, known)
        last = reads.last_status(known).get(status.project)
        if lacking := rules.refusals_of_status(status, last):
            raise UnfitStatus(lacking)
        row_of_status(status, under_way).save()
        under_way.after = {"overall": status.overall.value, "reasons": status.reasons}
    return replace(status, version=under_way.number)


def _odd_names(milestone: str, title: str, kind: facts.MoveKind) -> list[RowError]:
    found = []
    is_nameless = kind is facts.MoveKind.BASELINE and not title.strip()
    if not rules.CODE.fullmatch(milestone) or len(milestone) > MOST_KEY:
        fault = "The milestone has no fit name"
        found.append(RowError("milestone", fault, "use letters, digits and hyphens"))
    if is_nameless or len(title) > MOST_TITLE or rules.UNWRITABLE.search(title):
        fault = "The milestone’s title is not fit"
        found.append(RowError("title", fault, f"give up to {MOST_TITLE} letters"))
    return found


def _dates(line: facts.DateLine) -> dict[str, object]:
    found = {
        "original": line.original,
        "current": line.current,
        "forecast": line.forecast,
        "actual": line.actual,
    }
    return {name: day.isoformat() for name, day in found.items() if day}
