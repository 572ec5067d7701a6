"""One supplier's contracts and projects; pure."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from scrutable.govuk.facts import Cell, Column, Row, Table
from scrutable.govuk.presenters import count_cell, day_cell, money_cell
from scrutable.kernel.wording import date_words, slip_words
from scrutable.portfolio.facts import Judged
from scrutable.portfolio.presenters.charts.timeline import ended_words
from scrutable.portfolio.presenters.dependence.saying import NOT_STATED
from scrutable.portfolio.presenters.words import (
    NO_DATE,
    STAGE_WORDS,
    project_address,
    project_name,
)
from scrutable.portfolio.rules import dependence as rules
from scrutable.registers.facts import Contract
from scrutable.registers.presenters import ROLE_WORDS, value_words


def contracts_table(contracts: Sequence[Contract], as_at: date) -> Table:
    """Return a supplier's contracts with what each comes to a year."""
    return Table(
        name="contracts",
        caption="Contracts",
        columns=(
            Column("contract", "Contract"),
            Column("part", "Part played"),
            Column("starts", "Starts"),
            Column("ends", "Ends"),
            Column("value", "Value", numeric=True),
            Column("yearly", "Value a year", numeric=True),
            Column("critical", "Critical services", numeric=True),
        ),
        rows=tuple(_contract(one, as_at) for one in contracts),
        empty="This supplier holds no contract. Record its terms under contracts.",
    )


def _contract(one: Contract, as_at: date) -> Row:
    now = rules.in_force(one, as_at, as_at)
    return (
        Cell(one.title, href=f"/contracts/{one.code}/", note=one.code),
        Cell(ROLE_WORDS[one.role]),
        day_cell(one.start_on, ""),
        Cell(
            date_words(rules.last_day(one, as_at)),
            order=rules.last_day(one, as_at).isoformat(),
            note="" if now else "not in force on the day",
        ),
        Cell(value_words(one), number=one.value_pounds),
        money_cell(rules.yearly_value(one, as_at), NOT_STATED),
        count_cell(len(one.critical_services)),
    )


def projects_table(found: Sequence[Judged]) -> Table:
    """Return a supplier's projects with both slips."""
    return Table(
        name="projects",
        caption="Projects",
        columns=(
            Column("project", "Project"),
            Column("stage", "Stage"),
            Column("place", "Place on the priority list", numeric=True),
            Column("late_original", "Days late against the first date", numeric=True),
            Column("late_current", "Against the latest plan", numeric=True),
        ),
        rows=tuple(_project(one) for one in found),
        empty="No project names this supplier, nor any of its contracts.",
    )


def _project(one: Judged) -> Row:
    project, slip = one.project, one.slip
    place = Cell("Not on it") if project.place is None else count_cell(project.place)
    none = Cell(ended_words(project.stage) if one.line else NO_DATE)
    late = (
        (none, none)
        if slip is None
        else tuple(
            Cell(slip_words(days), number=Decimal(days))
            for days in (slip.against_original, slip.against_current)
        )
    )
    return (
        Cell(project_name(project), href=project_address(project.number)),
        Cell(STAGE_WORDS[project.stage]),
        place,
        *late,
    )
