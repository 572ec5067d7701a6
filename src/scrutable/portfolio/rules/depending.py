"""What projects wait for: what is late, whom it holds up, who waits in a circle; pure."""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from scrutable.portfolio.facts import Dependency, DependencyState, LateDependency

PROJECT = "project/"
Waits = Mapping[str, Sequence[str]]  # number of a project, and of those next to it


def is_open(one: Dependency, as_at: date) -> bool:
    """Test whether it was still waited for on the day."""
    return one.state is DependencyState.OPEN or (
        one.settled_on is not None and one.settled_on > as_at
    )


def days_late(one: Dependency, as_at: date) -> int:
    """Return by how many days it comes late, less than nought where early.

    One that is open and past its day counts as expected today: silence makes nothing punctual.
    One that was dropped is never late.
    """
    if is_open(one, as_at):
        return (max(one.expected_on or one.needed_by, as_at) - one.needed_by).days
    if one.state is DependencyState.DROPPED or one.settled_on is None:
        return 0
    return (one.settled_on - one.needed_by).days


def days_over(one: Dependency, as_at: date) -> int:
    """Return the days by which one that is waited for exceeds its day; never less than nought."""
    return max(days_late(one, as_at), 0) if is_open(one, as_at) else 0


def late_dependencies(
    found: Iterable[Dependency], as_at: date, project: str = ""
) -> tuple[LateDependency, ...]:
    """Return those that are waited for and late, the latest first, each with whom it holds up.

    `project` leaves out those for which others wait.
    """
    waited = [one for one in found if is_open(one, as_at)]
    waiting_for = _waiting_for(waited)
    late = [
        LateDependency(
            dependency=one, days=days_over(one, as_at), holds_up=held_up(one.project, waiting_for)
        )
        for one in waited
        if project in ("", one.project) and days_over(one, as_at)
    ]
    return tuple(sorted(late, key=lambda one: (-one.days, one.dependency.reference)))


def held_up(number: str, waiting_for: Waits) -> tuple[str, ...]:
    """Return the project and every one that waits for it, near ones first."""
    found, queue = {number: None}, deque([number])
    while queue:
        for other in waiting_for.get(queue.popleft(), ()):
            if other not in found:
                found[other] = None
                queue.append(other)
    return tuple(found)


def circle_of(number: str, found: Iterable[Dependency], as_at: date) -> tuple[str, ...]:
    """Return the shortest circle in which the project waits for itself, () where there is none."""
    return _way_back(number, _waits_for(one for one in found if is_open(one, as_at)))


def cycles(found: Iterable[Dependency], as_at: date) -> tuple[tuple[str, ...], ...]:
    """Return circles of projects that wait for one another, each as the way round it.

    Every project that waits for itself, however far round, stands in one of them at least. A
    circle begins with its smallest number and is the shortest through it.
    """
    waits = _waits_for(one for one in found if is_open(one, as_at))
    circles, seen = [], set()
    for number in sorted(waits):
        if number in seen:
            continue
        if circle := _way_back(number, waits):
            circles.append(circle)
            seen |= set(circle)
    return tuple(circles)


def _way_back(start: str, waits: Waits) -> tuple[str, ...]:
    """Return the shortest way from the project back to itself, () where there is none."""
    came_from: dict[str, str] = {}
    queue = deque([start])
    while queue:
        number = queue.popleft()
        for other in waits.get(number, ()):
            if other == start:
                return _rotated(_way(number, start, came_from))
            if other not in came_from:
                came_from[other] = number
                queue.append(other)
    return ()


def _way(last: str, start: str, came_from: Mapping[str, str]) -> list[str]:
    way = [last]
    while way[-1] != start:
        way.append(came_from[way[-1]])
    return way[::-1]


def _rotated(way: list[str]) -> tuple[str, ...]:
    at = way.index(min(way))
    return (*way[at:], *way[:at])


def _waits_for(found: Iterable[Dependency]) -> Waits:
    """Return for each project those that it waits for."""
    waits: dict[str, set[str]] = defaultdict(set)
    for one in found:
        if one.on_whom.startswith(PROJECT):
            waits[one.project].add(one.on_whom.removeprefix(PROJECT))
    return {number: sorted(others) for number, others in waits.items()}


def _waiting_for(found: Iterable[Dependency]) -> Waits:
    """Return for each project those that wait for it."""
    waiting: dict[str, set[str]] = defaultdict(set)
    for one in found:
        if one.on_whom.startswith(PROJECT):
            waiting[one.on_whom.removeprefix(PROJECT)].add(one.project)
    return {number: sorted(others) for number, others in waiting.items()}
