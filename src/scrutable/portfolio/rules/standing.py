"""What a status comes to: no better than its worst part unless somebody says why; pure."""

import re
from collections.abc import Iterable
from datetime import date

from scrutable.evidence.facts import RowError
from scrutable.kernel.wording import date_words
from scrutable.portfolio.facts import RESERVED_NUMBERS, Project, Rating, Scale, Status
from scrutable.records.rules import CODE

ORDER = tuple(Rating)  # from best to worst
KPI = re.compile(r"kpi/[A-Za-z0-9._-]+/[A-Za-z0-9._-]+")
OF_THREE = frozenset({Rating.GREEN, Rating.AMBER, Rating.RED})


def worst(ratings: Iterable[Rating | None]) -> Rating | None:
    """Return the worst of those given; None where none was."""
    given = [rating for rating in ratings if rating is not None]
    return max(given, key=ORDER.index) if given else None


def worst_part(status: Status) -> Rating | None:
    """Return the rating of the worst part that was assessed."""
    return worst(status.parts.values())


def is_better(one: Rating, other: Rating | None) -> bool:
    """Test whether one rating is better than the other."""
    return other is not None and ORDER.index(one) < ORDER.index(other)


def shown_overall(status: Status, by_dates: Rating | None) -> Rating:
    """Return the overall rating that is shown: the worst of what was said, the parts, the dates.

    An override stands, since its reason is printed beside it.
    """
    if status.override_reason.strip():
        return status.overall
    return worst((status.overall, worst_part(status), by_dates)) or status.overall


def better_than_dates(status: Status, by_dates: Rating | None) -> bool:
    """Test whether the assessor found time to be better than the dates themselves say."""
    return status.time is not None and is_better(status.time, by_dates)


def refusals_of_status(status: Status, last: date | None = None) -> list[RowError]:
    """Return why the status cannot be recorded, each with its field; nothing where it can.

    `last` is the day of the one before it; for the same day again, it corrects.
    """
    found = []
    if last is not None and status.on < last:
        fault = f"The last status is of {date_words(last)}"
        found.append(RowError("on", fault, "give that day or a later one"))
    if not status.assessor.strip():
        found.append(RowError("assessor", "Nobody is named who assessed it", "enter who did"))
    if not status.reasons.strip():
        found.append(RowError("reasons", "The status has no reasons", "enter what it rests on"))
    said = [status.overall, status.confidence, *status.parts.values()]
    if status.scale is Scale.THREE and any(one and one not in OF_THREE for one in said):
        fault = "A scale of three knows green, amber and red"
        found.append(RowError("scale", fault, "choose one, or name the scale"))
    below = worst_part(status)
    if is_better(status.overall, below) and not status.override_reason.strip():
        fault = "The overall rating is better than the worst part"
        remedy = "give the reason, which is printed, or lower it"
        found.append(RowError("overall", fault, remedy))
    found += _refusals_of_to_green(status)
    if status.overall is Rating.GREEN and below is None and not status.override_reason.strip():
        fault = "Nothing was assessed, and silence is not green"
        found.append(RowError("overall", fault, "rate a part, or say why"))
    return found


def _refusals_of_to_green(status: Status) -> list[RowError]:
    found = []
    if status.green_by is not None and not status.to_green.strip():
        fault = "There is a day by which it is green again, and nobody says what that takes"
        found.append(RowError("to_green", fault, "enter what it takes"))
    if status.green_by is not None and status.green_by < status.on:
        fault = "The day by which it is green again is before the status"
        found.append(RowError("green_by", fault, "give a later one"))
    return found


def refusals_of_project(project: Project) -> list[RowError]:
    """Return why the project cannot be recorded, each with its field; nothing where it can."""
    found = []
    if not CODE.fullmatch(project.number) or project.number in RESERVED_NUMBERS:
        fault = f"“{project.number[:40]}” is not the number of a project"
        remedy = "use letters and digits, with dots or hyphens between them"
        found.append(RowError("number", fault, remedy))
    found += [
        RowError("kpis", f"{name} is no KPI", "give its reference, such as kpi/CSS/CSC_KPI_04")
        for name in project.kpis
        if not KPI.fullmatch(name)
    ]
    if project.place is not None and project.place < 1:
        fault = f"{project.place} is no place on the priority list"
        found.append(RowError("place", fault, "give 1 or more"))
    if project.place is not None and not project.place_reason.strip():
        fault = "Its place on the priority list has no reason"
        found.append(RowError("place_reason", fault, "enter why it has this place"))
    if project.place is None and project.place_reason.strip():
        fault = "There is a reason for its place on the priority list, and no place"
        found.append(RowError("place", fault, "give the place, or leave out the reason"))
    return found
