"""What of projects needs a person: dates, status, the way back to green, money, waiting; pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from scrutable.kernel.attention import Attention, Gravity
from scrutable.kernel.money import money_exact
from scrutable.kernel.wording import count_words, date_words, list_words, slip_words
from scrutable.portfolio.facts import (
    ENDED,
    Dependency,
    FundingSum,
    Held,
    Judged,
    LateDependency,
    ProgrammePapers,
    Rating,
)
from scrutable.portfolio.rules.depending import cycles, late_dependencies
from scrutable.portfolio.rules.judging import has_green_day_passed
from scrutable.portfolio.rules.tallying import funding_by


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectsWatched:
    """What the list is made from, on one day; `policy` is the council's own, “projects”.

    `held` says by number since when those named are red or late.
    """

    papers: ProgrammePapers
    policy: Mapping[str, object]
    held: Mapping[str, Held] = field(default_factory=dict)

    def days(self, name: str) -> int:
        """Return a number of days of the policy."""
        return int(str(self.policy[name]))

    def red_since(self, one: Judged) -> date:
        """Return since when a project that is red is so without a break."""
        held = self.held.get(one.project.number, Held())
        return held.red or one.status_on or self.as_at

    def late_since(self, one: Judged) -> date:
        """Return since when a project that is late is so without a break."""
        held = self.held.get(one.project.number, Held())
        return held.late or (one.line.said_on if one.line else self.as_at)

    @property
    def as_at(self) -> date:
        """Return the day."""
        return self.papers.as_at


def projects_attention(watched: ProjectsWatched) -> Iterator[Attention]:
    """Yield what needs a person of every project that has not ended, then of what they wait for."""
    running = running_of(watched.papers.judged)
    money = funding_by(watched.papers.funding, lambda line: line.project)
    for number, one in running.items():
        yield from of_project(watched, one, money.get(number))
    yield from of_waits(waits_of(watched.papers.dependencies, watched.as_at), running)


def running_of(found: Iterable[Judged]) -> dict[str, Judged]:
    """Return the projects that have not ended, by number."""
    return {one.project.number: one for one in found if one.project.stage not in ENDED}


def of_project(
    watched: ProjectsWatched, one: Judged, money: FundingSum | None
) -> Iterator[Attention]:
    """Yield what needs a person of a project that has not ended, but for what it waits for."""
    if lost := _lost(watched, one):
        yield lost
    else:
        yield from _dates(watched, one)
        yield from _way_back(watched, one)
    yield from _silent(watched, one)
    if money is not None:
        yield from _money(one, money, one.status_on or watched.as_at)


def _item(
    one: Judged, gravity: Gravity, why: str, since: date, due: date | None = None
) -> Attention:
    return Attention(
        reference=one.project.reference,
        what=f"Project {one.project.number}: {one.project.title}",
        why=why,
        since=since,
        due=due,
        gravity=gravity,
        owner=one.project.sponsor,
        doing=one.to_green,
        version=max(one.project.version, one.status_version, one.line.version if one.line else 0),
    )


def _lost(watched: ProjectsWatched, one: Judged) -> Attention | None:
    """Return that it is red, its first day gone by, and nobody says how it is to be green again."""
    slip, first = one.slip, one.first
    if slip is None or first is None or first >= watched.as_at or not one.is_late:
        return None
    if one.shown is not Rating.RED or one.to_green.strip():
        return None
    why = (
        f"It is red, {slip_words(slip.against_original)} against the date first set, "
        f"{slip_words(slip.against_current)} against the latest plan, "
        "and nobody has said what it takes to be green again"
    )
    return _item(one, Gravity.GRAVE, why, watched.red_since(one))


def _dates(watched: ProjectsWatched, one: Judged) -> Iterator[Attention]:
    if one.slip is None or one.line is None or one.slip.is_reached:
        return
    said = one.line.forecast or one.line.current
    if one.slip.is_overdue:
        why = f"Its go-live was expected on {date_words(said)}, and nobody has said what came of it"
        yield _item(one, Gravity.SERIOUS, why, said, said)
    days = max(one.slip.against_original, one.slip.against_current)
    if days > watched.days("red_after_days"):
        first, latest = one.slip.against_original, one.slip.against_current
        why = (
            f"Its go-live is {slip_words(first)} against the date first set, "
            f"{slip_words(latest)} against the latest plan"
        )
        yield _item(one, Gravity.CONCERN, why, watched.late_since(one))


def _way_back(watched: ProjectsWatched, one: Judged) -> Iterator[Attention]:
    if one.status_on is None:
        return
    if one.shown is Rating.RED and not one.to_green.strip():
        why = "It is red, and nobody has said what it takes to be green again"
        yield _item(one, Gravity.SERIOUS, why, watched.red_since(one))
    if one.green_by is not None and has_green_day_passed(one, watched.as_at):
        why = f"It was to be green again by {date_words(one.green_by)}, and is not"
        yield _item(one, Gravity.SERIOUS, why, one.green_by, one.green_by)


def _silent(watched: ProjectsWatched, one: Judged) -> Iterator[Attention]:
    most = timedelta(days=watched.days("silent_after_days"))
    last = one.status_on or (one.line.set_on if one.line else None)
    if last is None or watched.as_at - last <= most:
        return
    said = f"the last is of {date_words(one.status_on)}" if one.status_on else "there never was one"
    why = f"No status for {count_words((watched.as_at - last).days, 'day')}; {said}"
    yield _item(one, Gravity.CONCERN, why, last + most)


def _money(one: Judged, found: FundingSum, since: date) -> Iterator[Attention]:
    """Yield that it expects or has spent more than was approved, by all its lines."""
    if found.spent > found.approved:
        over = money_exact(found.spent - found.approved)
        why = f"{over} more is spent than was approved"
        yield _item(one, Gravity.SERIOUS, why, since)
    elif found.variance is not None and found.variance > 0:
        why = f"{money_exact(found.variance)} more is expected than was approved"
        yield _item(one, Gravity.CONCERN, why, since)


@dataclass(frozen=True, slots=True, kw_only=True)
class Waits:
    """What is waited for and late, by whom, and circles with the first day that one is needed."""

    late: tuple[tuple[str, Attention], ...]
    circles: tuple[tuple[tuple[str, ...], date], ...]


def waits_of(found: Sequence[Dependency], as_at: date) -> Waits:
    """Return what needs a person of all that projects wait for, whether they have ended or not."""
    late = late_dependencies(found, as_at)
    return Waits(
        late=tuple((one.dependency.project, _waiting(one)) for one in late),
        circles=tuple((way, _needed_first(way, found)) for way in cycles(found, as_at)),
    )


def of_waits(waits: Waits, running: Mapping[str, Judged]) -> Iterator[Attention]:
    """Yield what projects wait for that have not ended; the first of a circle stands for it."""
    yield from (item for number, item in waits.late if number in running)
    for way, since in waits.circles:
        if way[0] in running:
            why = f"Projects {list_words(list(way))} wait for one another: none can come first"
            yield _item(running[way[0]], Gravity.SERIOUS, why, since)


def _waiting(late: LateDependency) -> Attention:
    of = late.dependency
    others = late.holds_up[1:]
    held = f" and holds up {list_words([f'project {one}' for one in others])}" if others else ""
    return Attention(
        reference=of.reference,
        what=f"Project {of.project} waits for {of.what.rstrip('. ')}",
        why=f"It was needed by {date_words(of.needed_by)}, is {slip_words(late.days)}{held}",
        since=of.needed_by,
        due=of.needed_by,
        gravity=Gravity.SERIOUS if others else Gravity.CONCERN,
        owner=of.owner,
        doing=of.note,
        version=of.version,
    )


def _needed_first(way: Sequence[str], found: Iterable[Dependency]) -> date:
    return min(
        one.needed_by
        for one in found
        if one.project in way and one.on_whom.removeprefix("project/") in way
    )
