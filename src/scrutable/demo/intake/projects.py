"""Projects of the story, their dates and status, as happenings."""

from collections.abc import Iterator
from datetime import date, datetime, time

from scrutable.demo.facts import Council, GoLiveMoved, Happening, ProjectRecorded, StatusGiven
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


def projects(council: Council) -> Iterator[Happening]:
    """Yield the projects, each on the day of its first date."""
    first = {
        row["project"]: row["on"]
        for row in files.rows(council, "project_dates.csv")
        if row["kind"] == MoveKind.BASELINE
    }
    for row in files.rows(council, "projects.csv"):
        project = Project(
            number=row["number"],
            title=row["title"],
            theme=Theme(row["theme"]),
            objective=row["objective"],
            sponsor=row["sponsor"],
            manager=row["manager"],
            stage=ProjectStage(row["stage"]),
            suppliers=tuple(f"supplier/{name}" for name in row["suppliers"].split()),
            third_parties=(row["third_parties"],) if row["third_parties"] else (),
            place=int(row["place"]) if row["place"] else None,
            place_reason=row["place_reason"],
        )
        yield _happening(first[project.number], RECORDED, ProjectRecorded(project=project))


def dates(council: Council) -> Iterator[Happening]:
    """Yield every date that was said of a go-live."""
    for row in files.rows(council, "project_dates.csv"):
        move = Move(
            kind=MoveKind(row["kind"]),
            on=date.fromisoformat(row["on"]),
            to=date.fromisoformat(row["to"]),
            approver=row["approver"],
            reason=row["reason"],
        )
        yield _happening(row["on"], DATED, GoLiveMoved(project=row["project"], move=move))


def statuses(council: Council) -> Iterator[Happening]:
    """Yield every status that was given."""
    for row in files.rows(council, "project_statuses.csv"):
        status = Status(
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
        )
        yield _happening(row["on"], ASSESSED, StatusGiven(status=status))


def _happening(
    day: str, hour: time, what: ProjectRecorded | GoLiveMoved | StatusGiven
) -> Happening:
    at = datetime.combine(date.fromisoformat(day), hour, tzinfo=LONDON)
    return Happening(at=at, by=OFFICER, what=what)


def _rating(text: str) -> Rating | None:
    return Rating(text) if text else None
