"""What a project waits for, and what its delay has cost, as tables and in words; pure."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from scrutable.govuk.facts import Cell, Column, Row, Table, Tag
from scrutable.govuk.presenters import day_cell, money_cell
from scrutable.kernel.wording import count_words, list_words
from scrutable.portfolio import rules
from scrutable.portfolio.facts import (
    DelayCost,
    Dependency,
    DependencyState,
    LateDependency,
)
from scrutable.portfolio.presenters.words import project_address

UNSAID = "Nobody has said"
DEPENDENCY_TAGS = {
    DependencyState.OPEN: Tag("Waited for", "blue", "○"),
    DependencyState.MET: Tag("Come", "green", "●"),
    DependencyState.DROPPED: Tag("Dropped", "grey", "◆"),
}
LATE_TAG = Tag("Late", "red", "■")


def dependency_table(found: Sequence[Dependency], names: Mapping[str, str], as_at: date) -> Table:
    """Return what the project waits for; `names` are those of suppliers and projects."""
    return Table(
        name="dependencies",
        caption="What it waits for",
        columns=(
            Column("whom", "On whom"),
            Column("what", "For what"),
            Column("needed", "Needed by"),
            Column("expected", "Expected"),
            Column("late", "Days late", numeric=True),
            Column("state", "Where it stands"),
            Column("owner", "Who looks after it"),
        ),
        rows=tuple(_dependency(one, names, as_at) for one in found),
        empty="It waits for nobody, as far as anybody has said. Record what it waits for.",
    )


def _dependency(one: Dependency, names: Mapping[str, str], as_at: date) -> Row:
    here = f"{project_address(one.project)}dependency/{one.number}/"
    days = rules.days_late(one, as_at)
    is_late = bool(rules.days_over(one, as_at))
    tags = (DEPENDENCY_TAGS[one.state], *((LATE_TAG,) if is_late else ()))
    expected = "Dropped" if one.state is DependencyState.DROPPED else UNSAID
    return (
        Cell(names.get(one.on_whom, one.on_whom), href=whom_address(one.on_whom)),
        Cell(one.what, href=here, note=one.note),
        day_cell(one.needed_by, ""),
        day_cell(one.settled_on or one.expected_on, expected),
        Cell(f"{days:,}", number=Decimal(days)) if days > 0 else Cell("Not late"),
        Cell("", tags=tags),
        Cell(one.owner),
    )


def whom_address(on_whom: str) -> str:
    """Return the page of whom a project waits for, "" where there is none."""
    if on_whom.startswith("project/"):
        return project_address(on_whom.removeprefix("project/"))
    return ""


def held_up_words(late: Sequence[LateDependency]) -> list[str]:
    """Return what each late dependency holds up beside the project that waits for it."""
    return [
        f"{one.dependency.what} is {count_words(one.days, 'day')} late and holds up "
        f"{list_words([f'project {other}' for other in one.holds_up[1:]])} too."
        for one in late
        if len(one.holds_up) > 1
    ]


def cycle_words(circles: Sequence[Sequence[str]]) -> list[str]:
    """Return each circle of projects that wait for one another, in words.

    >>> cycle_words([("1", "2")])
    ['Project 1 waits for 2, and 2 waits for 1: none of them can come first.']
    """
    return [f"Project {_round(way)}: none of them can come first." for way in circles]


def _round(way: Sequence[str]) -> str:
    pairs = zip(way, (*way[1:], way[0]), strict=True)
    return ", and ".join(f"{one} waits for {other}" for one, other in pairs)


def delay_table(costs: Sequence[DelayCost], total: Decimal) -> Table:
    """Return what delay has cost, item by item, and all of it."""
    return Table(
        name="delays",
        caption="What delay has cost",
        columns=(
            Column("what", "For what"),
            Column("on", "Worked out on"),
            Column("pounds", "Cost", numeric=True),
            Column("source", "Source"),
        ),
        rows=tuple(
            (
                Cell(
                    one.what_for,
                    href=f"{project_address(one.project)}delay-cost/{one.number}/",
                ),
                day_cell(one.on, ""),
                money_cell(one.pounds, UNSAID),
                Cell(one.source or "None named"),
            )
            for one in costs
        ),
        totals=(Cell("All of it"), Cell("By then"), money_cell(total, UNSAID), Cell("Added up"))
        if costs
        else (),
        empty="Nobody has said what delay has cost. Record each item with its source.",
    )


def waiting_title(late: Sequence[LateDependency], circles: Sequence[Sequence[str]]) -> str:
    """Return the finding of the page on what projects wait for."""
    if not late and not circles:
        return "Nothing that a project waits for is late"
    held = {number for one in late for number in one.holds_up}
    verb = "holds" if len(late) == 1 else "hold"
    said = f"{count_words(len(late), 'late dependency', 'late dependencies')} {verb} up "
    said += count_words(len(held), "project")
    return said if late else f"{count_words(len(circles), 'circle')} of projects that wait"


def late_table(
    late: Sequence[LateDependency], names: Mapping[str, str], titles: Mapping[str, str]
) -> Table:
    """Return every dependency that is late and whom it holds up, the latest first."""
    return Table(
        name="late",
        caption="Late dependencies, and what they hold up",
        columns=(
            Column("what", "What is waited for"),
            Column("whom", "On whom"),
            Column("days", "Days late", numeric=True),
            Column("needed", "Needed by"),
            Column("holds", "Projects held up"),
            Column("number", "How many", numeric=True),
            Column("owner", "Who looks after it"),
        ),
        rows=tuple(_late(one, names, titles) for one in late),
        empty="Nothing that a project waits for is late.",
    )


def _late(one: LateDependency, names: Mapping[str, str], titles: Mapping[str, str]) -> Row:
    of, number = one.dependency, one.dependency.project
    held = [f"{other} {titles.get(other, '')}".strip() for other in one.holds_up]
    return (
        Cell(of.what, href=f"{project_address(number)}#dependencies"),
        Cell(names.get(of.on_whom, of.on_whom), href=whom_address(of.on_whom)),
        Cell(f"{one.days:,}", number=Decimal(one.days)),
        day_cell(of.needed_by, ""),
        Cell(list_words(held)),
        Cell(f"{len(held):,}", number=Decimal(len(held))),
        Cell(of.owner),
    )


def open_table(found: Sequence[Dependency], names: Mapping[str, str], as_at: date) -> Table:
    """Return everything that projects wait for, by the day on which it is needed."""
    return Table(
        name="open",
        caption="Everything that projects wait for",
        columns=(
            Column("project", "Project"),
            Column("what", "What is waited for"),
            Column("whom", "On whom"),
            Column("needed", "Needed by"),
            Column("expected", "Expected"),
            Column("owner", "Who looks after it"),
        ),
        rows=tuple(
            (
                Cell(one.project, href=f"{project_address(one.project)}#dependencies"),
                Cell(one.what),
                Cell(names.get(one.on_whom, one.on_whom), href=whom_address(one.on_whom)),
                day_cell(one.needed_by, ""),
                day_cell(one.expected_on, UNSAID),
                Cell(one.owner),
            )
            for one in sorted(found, key=lambda one: (one.needed_by, one.reference))
            if rules.is_open(one, as_at)
        ),
        empty="No project waits for anything, as far as anybody has said.",
    )
