"""Projects of the story, their dates and status, as happenings."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from itertools import groupby

from scrutable.demo.facts import (
    Council,
    GoLiveMoved,
    Happening,
    ProjectRecorded,
    StatusGiven,
    UpdateSent,
)
from scrutable.demo.intake import files
from scrutable.kernel.wording import LONDON
from scrutable.portfolio.facts import (
    Move,
    MoveKind,
    Project,
    ProjectStage,
    Rating,
    Scale,
    Status,
    Theme,
)

OFFICER = "a.patel"
RECORDED, DATED, ASSESSED = time(9), time(10), time(11)  # of the day on which it was said
SENT = time(16)  # of the day on which a month's workbook comes
TIED_ON = "2026-02-09"  # when every project was tied to the strategy, to contracts and to KPIs
BY_WORKBOOK = "2026-04-13"  # the first month whose workbook was kept


def projects(council: Council) -> Iterator[Happening]:
    """Yield the projects, each on the day of its first date, and again when its stage changed."""
    first = {
        row["project"]: row["on"]
        for row in files.rows(council, "project_dates.csv")
        if row["kind"] == MoveKind.BASELINE
    }
    for row in files.rows(council, "projects.csv"):
        begun = first[row["number"]]
        days = {begun, *(day for day in (row["stage_on"], TIED_ON) if day > begun)}
        for day in sorted(days):
            yield _happening(day, RECORDED, ProjectRecorded(project=_project(row, day)))


def _project(row: files.Row, day: str) -> Project:
    """Return the project as it was recorded on the day."""
    is_tied = day >= TIED_ON
    objectives = row["objectives_before"].split()
    objectives += row["objectives"].split() if is_tied else []
    stage = row["stage"] if day >= row["stage_on"] else row["stage_before"]
    return Project(
        number=row["number"],
        title=row["title"],
        theme=Theme(row["theme"]),
        objective=row["objective"],
        sponsor=row["sponsor"],
        manager=row["manager"],
        stage=ProjectStage(stage),
        suppliers=tuple(f"supplier/{name}" for name in row["suppliers"].split()),
        objectives=tuple(f"objective/{name}" for name in objectives),
        contracts=tuple(f"contract/{name}" for name in row["contracts"].split() if is_tied),
        kpis=tuple(f"kpi/{name}" for name in row["kpis"].split() if is_tied),
        third_parties=(row["third_parties"],) if row["third_parties"] else (),
        place=int(row["place"]) if row["place"] else None,
        place_reason=row["place_reason"],
    )


def dates(council: Council) -> Iterator[Happening]:
    """Yield every date that was said of a go-live and did not come by a workbook."""
    for said, told in _dates(council):
        if not _came_by_workbook(said, told.move):
            yield _happening(said, DATED, told)


def statuses(council: Council) -> Iterator[Happening]:
    """Yield every status that was given before statuses came by workbook."""
    for said, status in _statuses(council):
        if said < BY_WORKBOOK:
            yield _happening(said, ASSESSED, StatusGiven(status=status))


def updates(council: Council) -> Iterator[Happening]:
    """Yield the workbooks that the projects sent, one for each day on which they report."""
    moves = [one for one in _dates(council) if _came_by_workbook(one[0], one[1].move)]
    told = {
        day: [one for _, one in found]
        for day, found in groupby(_statuses(council), key=lambda one: one[0])
        if day >= BY_WORKBOOK
    }
    for day in sorted(told):
        sent = UpdateSent(
            on=date.fromisoformat(day),
            moves=[one for said, one in moves if said == day],
            statuses=told[day],
            name=f"Projects {day[:7]}.xlsx",
        )
        yield _happening(day, SENT, sent)


def _came_by_workbook(day: str, move: Move) -> bool:
    return day >= BY_WORKBOOK and move.kind is not MoveKind.BASELINE


def _dates(council: Council) -> Iterator[tuple[str, GoLiveMoved]]:
    for row in files.rows(council, "project_dates.csv"):
        move = Move(
            kind=MoveKind(row["kind"]),
            on=date.fromisoformat(row["on"]),
            to=date.fromisoformat(row["to"]),
            approver=row["approver"],
            reason=row["reason"],
        )
        yield row["on"], GoLiveMoved(project=row["project"], move=move)


def _statuses(council: Council) -> Sequence[tuple[str, Status]]:
    """Return every status in the order of days."""
    rows = sorted(files.rows(council, "project_statuses.csv"), key=lambda row: row["on"])
    return [(row["on"], _status(row)) for row in rows]


def _status(row: files.Row) -> Status:
    return Status(
        project=row["project"],
        on=date.fromisoformat(row["on"]),
        scale=Scale.THREE,
        overall=Rating(row["overall"]),
        time=_rating(row["time"]),
        cost=_rating(row["cost"]),
        scope=_rating(row["scope"]),
        benefits=_rating(row["benefits"]),
        confidence=_rating(row["confidence"]),
        assessor=row["assessor"],
        reasons=row["reasons"],
        override_reason=row["override_reason"],
        to_green=row["to_green"],
        green_by=date.fromisoformat(row["green_by"]) if row["green_by"] else None,
    )


def _happening(
    day: str, hour: time, what: ProjectRecorded | GoLiveMoved | StatusGiven | UpdateSent
) -> Happening:
    at = datetime.combine(date.fromisoformat(day), hour, tzinfo=LONDON)
    return Happening(at=at, by=OFFICER, what=what)


def _rating(text: str) -> Rating | None:
    return Rating(text) if text else None
