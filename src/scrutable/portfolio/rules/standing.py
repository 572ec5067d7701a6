"""What a status comes to: no better than its worst part unless somebody says why; pure."""

import re
from collections.abc import Iterable
from datetime import date

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


def refusals_of_status(status: Status, last: date | None = None) -> list[str]:
    """Return in words why the status cannot be recorded; nothing where it can.

    `last` is the day of the one before it; for the same day again, it corrects.
    """
    found = []
    if last is not None and status.on < last:
        found.append(f"The last status is of {date_words(last)}. Give that day or a later one.")
    if not status.assessor.strip():
        found.append("Say who assessed it.")
    if not status.reasons.strip():
        found.append("Give the reasons for the status.")
    said = [status.overall, status.confidence, *status.parts.values()]
    if status.scale is Scale.THREE and any(one and one not in OF_THREE for one in said):
        found.append("A scale of three knows green, amber and red. Choose one, or name the scale.")
    below = worst_part(status)
    if is_better(status.overall, below) and not status.override_reason.strip():
        found.append(
            "The overall rating is better than the worst part. "
            "Give the reason, which is printed, or lower it."
        )
    found += _refusals_of_to_green(status)
    if status.overall is Rating.GREEN and below is None and not status.override_reason.strip():
        found.append("Nothing was assessed, and silence is not green. Rate a part, or say why.")
    return found


def _refusals_of_to_green(status: Status) -> list[str]:
    found = []
    if status.green_by is not None and not status.to_green.strip():
        found.append("There is a day by which it is green again. Say what that takes.")
    if status.green_by is not None and status.green_by < status.on:
        found.append("The day by which it is green again is before the status. Give a later one.")
    return found


def refusals_of_project(project: Project) -> list[str]:
    """Return in words why the project cannot be recorded; nothing where it can."""
    found = []
    if not CODE.fullmatch(project.number) or project.number in RESERVED_NUMBERS:
        found.append(
            f"“{project.number[:40]}” is not the number of a project. Use letters and digits, "
            "with dots or hyphens between them."
        )
    found += [
        f"{name} is no KPI. Give its reference, such as kpi/CSS/CSC_KPI_04."
        for name in project.kpis
        if not KPI.fullmatch(name)
    ]
    if project.place is not None and project.place < 1:
        found.append("The first place on the priority list is 1.")
    if project.place is not None and not project.place_reason.strip():
        found.append("Give the reason for its place on the priority list.")
    if project.place is None and project.place_reason.strip():
        found.append("Give its place on the priority list, or leave out the reason for one.")
    return found
