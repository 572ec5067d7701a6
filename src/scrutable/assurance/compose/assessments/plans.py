"""The steps of a remediation plan in a report; pure."""

from collections.abc import Mapping
from decimal import Decimal

from scrutable.assurance.facts import (
    Standing,
    StepStanding,
    StepState,
)
from scrutable.assurance.presenters.assessments import plans
from scrutable.assurance.presenters.assessments.words import (
    PENCE,
    STATE_TAGS,
    pounds_words,
    system_words,
)
from scrutable.documents.blocks import (
    Cell,
    Column,
    Table,
)
from scrutable.documents.citing import cite, tag_cell
from scrutable.kernel.wording import date_words, list_words


def plan_table(standing: Standing, titles: Mapping[str, str], period: str) -> Table:
    """Return every step, the overdue first."""
    columns = (
        Column("Step"),
        Column("State"),
        Column("Due"),
        Column("Owner"),
        Column("Outcomes"),
        Column("Cost", numeric=True),
    )
    order = (StepState.OVERDUE, StepState.WAITING, StepState.OPEN, StepState.DONE)
    steps = sorted(standing.plan.steps, key=lambda each: order.index(each.state))
    return Table(
        "Steps of the plan",
        columns,
        tuple(_step(each, titles, period) for each in steps),
        period=period,
    )


def _step(each: StepStanding, titles: Mapping[str, str], period: str) -> tuple[Cell, ...]:
    step, cited = each.step, cite(each.step)
    priced = step.pence is not None
    return (
        Cell(f"{step.number}: {step.what}"),
        tag_cell(STATE_TAGS[each.state], cited, period),
        Cell(date_words(step.due), cited),
        Cell(step.owner),
        Cell(f"{list_words(step.outcomes)}, {system_words(step.system, titles)}"),
        Cell(pounds_words(step.pence), cited, number=Decimal(step.pence) / PENCE, period=period)
        if priced and step.pence is not None
        else Cell(plans.NOT_PRICED),
    )
