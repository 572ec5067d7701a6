"""Projects, moves and statuses for tests, spelt as shortly as they can be read."""

from datetime import date

from scrutable.portfolio import rules
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


def day(text):
    return date.fromisoformat(text)


def project(number="277", **changed):
    said = {
        "title": "Document store migration",
        "theme": Theme.MODERNISE,
        "objective": "One document store",
        "sponsor": "Chief Digital Officer",
        "manager": "Sam Hale",
        "stage": ProjectStage.DELIVERY,
    }
    return Project(number=number, **(said | changed))


def move(kind, on, to, **more):
    approved = {"approver": "Portfolio Board", "reason": "As agreed"}
    given = approved if kind in ("baseline", "rebaseline") else {}
    return Move(kind=MoveKind(kind), on=day(on), to=day(to), **(given | more))


def status(overall="green", on="2026-09-30", number="277", **more):
    said = {
        "scale": Scale.THREE,
        "time": Rating.GREEN,
        "cost": Rating.GREEN,
        "scope": Rating.GREEN,
        "benefits": Rating.GREEN,
        "assessor": "Sam Hale",
        "reasons": "On plan",
    }
    return Status(project=number, on=day(on), overall=Rating(overall), **(said | more))


def line_at(project, milestone, title, moves):
    """Return where the moves, in the order in which they were made, leave the milestone."""
    line = rules.begun(project, milestone, title, moves[0])
    for move in moves[1:]:
        line = rules.moved(line, move)
    return line
