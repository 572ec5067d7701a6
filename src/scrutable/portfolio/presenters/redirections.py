"""People taken off projects and what it cost, as its page shows it; pure."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from scrutable.govuk.facts import Cell, Column, Row, Table
from scrutable.govuk.presenters import count_cell, day_cell
from scrutable.kernel.wording import count_words, date_words, number_words
from scrutable.portfolio import facts
from scrutable.portfolio.presenters.capacity import CAPACITY
from scrutable.portfolio.presenters.words import project_address

NOT_MEASURED = "Nobody has measured it"


def redirection_table(found: Sequence[facts.RedirectionJudged], *, may_change: bool) -> Table:
    """Return who was taken off projects, the recorded effect and what the dates say of it."""
    columns = (
        Column("project", "Project"),
        Column("people", "People", numeric=True),
        Column("to", "Taken to"),
        Column("from", "From"),
        Column("until", "Until"),
        Column("lost", "Days lost, as measured", numeric=True),
        Column("by_dates", "Days lost, by the dates", numeric=True),
        Column("expected", "Go-live expected before and after"),
        Column("decided", "Decided by"),
    )
    return Table(
        name="redirections",
        caption="People taken off projects",
        columns=columns,
        rows=tuple(_redirection(one, may_change=may_change) for one in found),
        empty="Nobody was taken off a project. Record it with “Record people taken off a project”.",
    )


def _redirection(one: facts.RedirectionJudged, *, may_change: bool) -> Row:
    taken = one.redirection
    lost, dates = taken.days_lost, one.days_by_dates
    return (
        Cell(f"{taken.project} {one.title}".strip(), href=project_address(taken.project)),
        count_cell(taken.people),
        Cell(
            taken.to_what,
            note=taken.cause,
            href=redirection_address(taken) if may_change else "",
        ),
        day_cell(taken.starts_on, "Not recorded"),
        day_cell(taken.ended_on, "Still away"),
        Cell(NOT_MEASURED)
        if lost is None
        else Cell(f"{lost:,}", number=Decimal(lost), note=taken.effect),
        Cell("No date to compare") if dates is None else Cell(f"{dates:,}", number=Decimal(dates)),
        Cell(expected_words(one)),
        Cell(taken.decided_by),
    )


def expected_words(one: facts.RedirectionJudged) -> str:
    """Return what the go-live was expected to be before and after."""
    before, after = (_said(day) for day in (one.before, one.after))
    return f"{before}, then {after}"


def _said(day: date | None) -> str:
    return date_words(day) if day else "nothing said"


def redirection_title(found: Sequence[facts.RedirectionJudged]) -> str:
    """Return the finding on people taken off projects."""
    measured = [one.redirection.days_lost for one in found if one.redirection.days_lost is not None]
    if not found:
        return "Nobody was taken off a project"
    silent = len(found) - len(measured)
    unknown = f"; of {number_words(silent)} nobody has measured it" if silent else ""
    return f"People taken off projects cost {count_words(sum(measured), 'day')}{unknown}"


def redirection_address(one: facts.Redirection) -> str:
    """Return the address at which a redirection is changed."""
    return f"{CAPACITY}redirections/{one.project}/{one.number}/"
