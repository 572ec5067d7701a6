"""Rows that keep what was said of dates and status."""

from pydantic import TypeAdapter

from scrutable.audit.writes import Change
from scrutable.portfolio import facts, models, rules

PROJECT = TypeAdapter(facts.Project)


def row_of_project(project: facts.Project, under_way: Change) -> models.Project:
    """Return the row that keeps the project as it is from now on."""
    columns = PROJECT.dump_python(project, mode="json")
    del columns["version"]
    return models.Project(**columns, event=under_way.number)


def row_of_move(
    before: facts.DateLine | None, of: tuple[str, str, str], move: facts.Move, under_way: Change
) -> tuple[facts.DateLine, models.DateMove]:
    """Return where the milestone stands after the move, and the row that keeps it."""
    after = rules.moved(before, move) if before else rules.begun(*of, move)
    row = models.DateMove(
        project=after.project,
        milestone=after.milestone,
        title=after.title,
        kind=move.kind.value,
        on=move.on,
        to=move.to,
        approver=move.approver,
        reason=move.reason,
        file=move.file,
        place=move.place,
        original=after.original,
        current=after.current,
        forecast=after.forecast,
        actual=after.actual,
        set_on=after.set_on,
        rebaselines=after.rebaselines,
        event=under_way.number,
    )
    return after, row


def row_of_status(status: facts.Status, under_way: Change) -> models.Status:
    """Return the row that keeps the status."""
    return models.Status(
        project=status.project,
        on=status.on,
        scale=status.scale.value,
        overall=status.overall.value,
        time=status.time or "",
        cost=status.cost or "",
        scope=status.scope or "",
        benefits=status.benefits or "",
        confidence=status.confidence or "",
        assessor=status.assessor,
        reasons=status.reasons,
        override_reason=status.override_reason,
        to_green=status.to_green,
        green_by=status.green_by,
        file=status.file,
        place=status.place,
        event=under_way.number,
    )
