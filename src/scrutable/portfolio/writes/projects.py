"""Projects recorded, their dates moved, their status given."""

from dataclasses import replace
from datetime import datetime

from scrutable.audit.writes import change
from scrutable.portfolio import facts, models, reads, rules
from scrutable.portfolio.writes.refusing import UnfitMove, UnfitProject, UnfitStatus
from scrutable.portfolio.writes.rows import row_of_move, row_of_status
from scrutable.records.writes import in_sentences, refusals_of_table
from scrutable.registers import reads as registers

MOST_KEY, MOST_TITLE = 40, 100  # letters of a milestone’s name in references, and of its title


def record_project(*, project: facts.Project, by: str, at: datetime) -> facts.Project:
    """Record the project as it is from now on.

    Raises UnfitProject with everything that is wanting, and UnknownSupplier.
    """
    if lacking := [
        *in_sentences(refusals_of_table(project, models.Project)),
        *rules.refusals_of_project(project),
    ]:
        raise UnfitProject(" ".join(lacking))
    with change(verb="project_recorded", subject=project.reference, by=by, at=at) as under_way:
        known = under_way.number - 1
        for reference in project.suppliers:
            registers.supplier(reference, known)
        _refuse_unknown(project, known)
        stands = {one.number: one for one in reads.projects(known)}
        _refuse_taken_place(project, list(stands.values()))
        before = stands.get(project.number)
        under_way.before = _said(_columns(before)) if before else {}
        under_way.after = _said(_columns(project))
        models.Project.objects.create(**_columns(project), event=under_way.number)
    return replace(project, version=under_way.number)


def _refuse_unknown(project: facts.Project, known: int) -> None:
    """Refuse objectives and contracts that are not recorded, and KPIs of such contracts."""
    asked = {
        *project.objectives,
        *project.contracts,
        *(f"contract/{one.split('/')[1]}" for one in project.kpis),
    }
    if not asked:
        return
    recorded = {
        *(one.reference for one in reads.every(facts.Objective, known)),
        *(one.reference for one in registers.contracts(known)),
    }
    if unknown := sorted(asked - recorded):
        raise UnfitProject(
            " ".join(f"There is no {one}. Record it first, or leave it out." for one in unknown)
        )


def _refuse_taken_place(project: facts.Project, others: list[facts.Project]) -> None:
    for other in others:
        if project.place and other.place == project.place and other.number != project.number:
            raise UnfitProject(
                f"Place {project.place} is project {other.number}’s. Give that one another first."
            )


def move_date(
    *, project: str, milestone: str, title: str, move: facts.Move, by: str, at: datetime
) -> facts.DateLine:
    """Record what is said of a milestone's date, and return where it then stands.

    `title` counts with the first date only. Raises UnfitMove with everything that is wanting,
    and UnknownProject.
    """
    if lacking := [
        *_odd_names(milestone, title, move.kind),
        *in_sentences(refusals_of_table(move, models.DateMove)),
    ]:
        raise UnfitMove(" ".join(lacking))
    subject = f"{facts.project_reference(project)}/{milestone}"
    with change(verb=f"date_{move.kind}", subject=subject, by=by, at=at) as under_way:
        reads.project(project, under_way.number - 1)
        before = reads.line(project, milestone, under_way.number - 1)
        if lacking := rules.refusals_of_move(before, move):
            raise UnfitMove(" ".join(lacking))
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
    if lacking := in_sentences(refusals_of_table(status, models.Status)):
        raise UnfitStatus(" ".join(lacking))
    with change(verb="status_given", subject=status.reference, by=by, at=at) as under_way:
        known = under_way.number - 1
        reads.project(status.project, known)
        last = reads.last_status(known).get(status.project)
        if lacking := rules.refusals_of_status(status, last):
            raise UnfitStatus(" ".join(lacking))
        row_of_status(status, under_way).save()
        under_way.after = {"overall": status.overall.value, "reasons": status.reasons}
    return replace(status, version=under_way.number)


def _odd_names(milestone: str, title: str, kind: facts.MoveKind) -> list[str]:
    found = []
    is_nameless = kind is facts.MoveKind.BASELINE and not title.strip()
    if not rules.CODE.fullmatch(milestone) or len(milestone) > MOST_KEY:
        found.append("The milestone has no fit name. Use letters, digits and hyphens.")
    if is_nameless or len(title) > MOST_TITLE or rules.UNWRITABLE.search(title):
        found.append(f"The milestone’s title is not fit. Give up to {MOST_TITLE} letters.")
    return found


def _columns(project: facts.Project) -> dict[str, object]:
    return {
        "number": project.number,
        "title": project.title,
        "theme": project.theme.value,
        "objective": project.objective,
        "sponsor": project.sponsor,
        "manager": project.manager,
        "stage": project.stage.value,
        "suppliers": list(project.suppliers),
        "objectives": list(project.objectives),
        "contracts": list(project.contracts),
        "kpis": list(project.kpis),
        "third_parties": list(project.third_parties),
        "place": project.place,
        "place_reason": project.place_reason,
    }


def _said(columns: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in columns.items() if value not in ("", None, [])}


def _dates(line: facts.DateLine) -> dict[str, object]:
    found = {
        "original": line.original,
        "current": line.current,
        "forecast": line.forecast,
        "actual": line.actual,
    }
    return {name: day.isoformat() for name, day in found.items() if day}
