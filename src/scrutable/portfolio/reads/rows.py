"""Facts out of stored rows."""

from scrutable.portfolio import facts, models


def as_project(row: models.Project) -> facts.Project:
    """Return the project that the row holds."""
    return facts.Project(
        number=row.number,
        title=row.title,
        theme=facts.Theme(row.theme),
        objective=row.objective,
        sponsor=row.sponsor,
        manager=row.manager,
        stage=facts.ProjectStage(row.stage),
        suppliers=tuple(row.suppliers),
        objectives=tuple(row.objectives),
        contracts=tuple(row.contracts),
        kpis=tuple(row.kpis),
        third_parties=tuple(row.third_parties),
        place=row.place,
        place_reason=row.place_reason,
        version=row.event,
    )


def as_move(row: models.DateMove) -> facts.Move:
    """Return the move that the row holds."""
    return facts.Move(
        kind=facts.MoveKind(row.kind),
        on=row.on,
        to=row.to,
        approver=row.approver,
        reason=row.reason,
        file=row.file,
        place=row.place,
        version=row.event,
    )


def as_line(row: models.DateMove) -> facts.DateLine:
    """Return the state of a milestone that the row holds."""
    return facts.DateLine(
        project=row.project,
        milestone=row.milestone,
        title=row.title,
        original=row.original,
        current=row.current,
        forecast=row.forecast,
        actual=row.actual,
        set_on=row.set_on,
        said_on=row.on,
        rebaselines=row.rebaselines,
        version=row.event,
    )


def as_status(row: models.Status) -> facts.Status:
    """Return the status that the row holds."""
    return facts.Status(
        project=row.project,
        on=row.on,
        scale=facts.Scale(row.scale),
        overall=facts.Rating(row.overall),
        time=_rating(row.time),
        cost=_rating(row.cost),
        scope=_rating(row.scope),
        benefits=_rating(row.benefits),
        assessor=row.assessor,
        reasons=row.reasons,
        override_reason=row.override_reason,
        confidence=_rating(row.confidence),
        to_green=row.to_green,
        green_by=row.green_by,
        file=row.file,
        place=row.place,
        version=row.event,
    )


def _rating(text: str) -> facts.Rating | None:
    return facts.Rating(text) if text else None


def as_update(row: models.UpdateReceived) -> facts.UpdateReceived:
    """Return the update that the row holds."""
    return facts.UpdateReceived(
        number=row.number,
        on=row.on,
        file=row.file,
        file_name=row.file_name,
        dates=row.dates,
        statuses=row.statuses,
        projects=row.projects,
        records=row.records,
        cell_map=row.cell_map,
        version=row.event,
    )
