"""Projects, their dates and status, each in one query or a few."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeVar

from django.db.models import Max, QuerySet

from scrutable.audit.models import Kept
from scrutable.audit.reads import Resting, as_known
from scrutable.portfolio import facts, models, rules
from scrutable.portfolio.reads.rows import as_line, as_move, as_project, as_status

LOOKED_BACK = 60  # milestones reached, whose forecasts show how forecasts fare
SPARE = 20  # more of them that are kept: of the project that is looked at itself none count
Row = TypeVar("Row", bound=Kept)
REACHED: Resting[Mapping[tuple[str, str], list[facts.Sample]]] = Resting((models.DateMove,))


class UnknownProject(Exception):
    """No project has this number."""

    def __init__(self, number: str) -> None:
        super().__init__(f"There is no project {number}. Check the number in the list of projects.")


class UnknownMilestone(Exception):
    """The project has no such milestone."""

    def __init__(self, project: str, milestone: str) -> None:
        super().__init__(
            f"Project {project} has no milestone {milestone}. Record its first date first."
        )


def project(number: str, known: int) -> facts.Project:
    """Return one project; raises UnknownProject."""
    row = as_known(models.Project.objects.filter(number=number), known).first()
    if row is None:
        raise UnknownProject(number)
    return as_project(row)


def project_versions(number: str, known: int) -> list[facts.Project]:
    """Return the project as it stood after each change, oldest first."""
    rows = models.Project.objects.filter(number=number, event__lte=known).order_by("event")
    return [as_project(row) for row in rows]


def moves(number: str, known: int, as_at: date) -> dict[str, list[facts.Move]]:
    """Return everything that was said of each milestone's date by the day, in order."""
    found: dict[str, list[facts.Move]] = defaultdict(list)
    for row in _moves_by(known, as_at).filter(project=number).order_by("event", "id"):
        found[row.milestone].append(as_move(row))
    return dict(found)


def lines(number: str, known: int, as_at: date) -> list[facts.DateLine]:
    """Return where each milestone of a project stands by the day, by its original date."""
    rows = _newest(_moves_by(known, as_at).filter(project=number), "milestone")
    return sorted((as_line(row) for row in rows), key=lambda one: (one.original, one.milestone))


def line(number: str, milestone: str, known: int) -> facts.DateLine | None:
    """Return where a milestone stands, or None before it has a date."""
    row = (
        models.DateMove.objects.filter(project=number, milestone=milestone, event__lte=known)
        .order_by("-event")
        .first()
    )
    return as_line(row) if row else None


def statuses(number: str, known: int, as_at: date) -> list[facts.Status]:
    """Return every status of a project by the day, as last corrected, oldest first."""
    rows = as_known(models.Status.objects.filter(project=number, on__lte=as_at), known)
    return [as_status(row) for row in rows.order_by("on")]


def last_status(known: int) -> dict[str, date]:
    """Return the day of the last status of each project that has one."""
    said = models.Status.objects.filter(event__lte=known).order_by().values("project")
    return dict(said.annotate(last=Max("on")).values_list("project", "last"))


def every_line(known: int, as_at: date) -> list[facts.DateLine]:
    """Return where every milestone of every project stands by the day."""
    rows = _newest(_moves_by(known, as_at), "project", "milestone")
    return sorted((as_line(row) for row in rows), key=lambda one: (one.project, one.original))


def histories(known: int, as_at: date, *, without: str = "") -> dict[str, list[facts.Sample]]:
    """Return what became of earlier forecasts, by milestone: of the sixty reached last.

    `without` is the number of a project that is left out.
    """
    looked = REACHED.of(known, as_at, lambda: _looked_back(known, as_at, LOOKED_BACK + SPARE))
    others = [one for one in looked if one[0] != without]
    if len(others) < LOOKED_BACK and len(looked) == LOOKED_BACK + SPARE:
        looked = _looked_back(known, as_at, LOOKED_BACK, without)
        others = list(looked)
    wanted = sorted(others[:LOOKED_BACK])
    return {f"{number}/{name}": looked[number, name] for number, name in wanted}


def _looked_back(
    known: int, as_at: date, most: int, without: str = ""
) -> Mapping[tuple[str, str], list[facts.Sample]]:
    """Return what became of the forecasts of so many milestones, the one reached last first."""
    reached = (
        _moves_by(known, as_at)
        .filter(kind=facts.MoveKind.ACTUAL.value)
        .exclude(project=without)
        .order_by("-on", "-event", "-id")
        .values_list("project", "milestone")[: 2 * most]  # a day that was corrected stands twice
    )
    last = list(dict.fromkeys(reached))[:most]
    said: dict[tuple[str, str], list[facts.Move]] = {key: [] for key in last}
    rows = (
        _moves_by(known, as_at)
        .filter(project__in={number for number, _ in said})
        .order_by("event", "id")
        .values_list("project", "milestone", "kind", "on", "to")
    )
    for number, milestone, kind, on, to in rows:
        if (number, milestone) in said:
            move = facts.Move(kind=facts.MoveKind(kind), on=on, to=to)
            said[number, milestone].append(move)
    return {key: rules.samples_of(those) for key, those in said.items()}


def _moves_by(known: int, as_at: date) -> QuerySet[models.DateMove]:
    return models.DateMove.objects.filter(event__lte=known, on__lte=as_at)


def _newest(rows: QuerySet[Row], *key: str) -> Iterable[Row]:
    """Return the row that was recorded last for each value of the key.

    Rows of one key get their numbers in the order of events, since one writer writes at a time.
    """
    last = rows.order_by().values(*key).annotate(last=Max("id")).values("last")
    return rows.model._default_manager.filter(id__in=last)  # noqa: SLF001  (Django's name for it)
