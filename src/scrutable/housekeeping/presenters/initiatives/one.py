"""The page of one initiative: its terms, its measurements, its picture; pure."""

from decimal import Decimal

from scrutable.documents.charts.facts import TrendChart, TrendPoint
from scrutable.govuk.facts import Cell, Column, Row, Table, Term
from scrutable.govuk.presenters import day_cell
from scrutable.housekeeping.facts import (
    Counts,
    Initiative,
    InitiativeStanding,
    InitiativeState,
    Measured,
)
from scrutable.housekeeping.presenters.initiatives.saying import (
    NOT_KNOWN,
    NOT_MEASURED,
    STATE_TAGS,
    finding,
    measure_words,
    value_cell,
    value_words,
)
from scrutable.housekeeping.rules.initiatives import PENCE, wanted_on
from scrutable.kernel.money import money_exact
from scrutable.kernel.wording import date_words, ended


def terms(one: InitiativeStanding) -> tuple[Term, ...]:
    """Return an initiative, line by line."""
    initiative = one.initiative
    wanted = "Nothing to compare yet" if one.wanted is None else value_words(initiative, one.wanted)
    return (
        Term(label="Measured by", value=measure_words(initiative)),
        Term(
            label="Baseline",
            value=f"{value_words(initiative, initiative.baseline)} "
            f"on {date_words(initiative.baseline_on)}",
        ),
        Term(
            label="Target",
            value=f"{value_words(initiative, initiative.target)} by {date_words(initiative.due)}",
        ),
        Term(label="Where the straight line was at the last measurement", value=wanted),
        Term(label="Owner", value=initiative.owner),
        Term(
            label="Saving expected a year",
            value="Nobody has said"
            if initiative.saving_pounds is None
            else money_exact(initiative.saving_pounds),
        ),
        Term(label="What one less saves a year", value=_price(initiative)),
        Term(
            label="Saved a year so far",
            value=(NOT_KNOWN if one.last else NOT_MEASURED)
            if one.saved_pounds is None
            else money_exact(one.saved_pounds),
        ),
        Term(label="Decision", value=initiative.decision or "None is named"),
        *_stopped(initiative),
    )


def _price(one: Initiative) -> str:
    if one.counts is Counts.COST:
        return "It is measured in pounds"
    if one.each_pounds is None:
        return NOT_KNOWN
    return f"{money_exact(one.each_pounds)}, by {one.priced_by}"


def _stopped(one: Initiative) -> tuple[Term, ...]:
    if one.stopped_on is None:
        return ()
    return (Term(label="Stopped", value=f"{date_words(one.stopped_on)}: {ended(one.stopped_why)}"),)


def measured_table(one: InitiativeStanding) -> Table:
    """Return every measurement with where the line was on its day, the last first."""
    initiative = one.initiative
    return Table(
        name="measured",
        caption="Measured by the snapshots",
        columns=(
            Column("on", "As at"),
            Column("value", "Measured", numeric=True),
            Column("wanted", "The straight line", numeric=True),
            Column("state", "On its day"),
        ),
        rows=tuple(_measured(initiative, each) for each in reversed(one.measured)),
        empty="No snapshot since the baseline measures it. Reconcile extracts of a later day.",
    )


def _measured(one: Initiative, each: Measured) -> Row:
    wanted = wanted_on(one, each.on)
    is_ahead = each.value <= wanted if one.is_less else each.value >= wanted
    tag = STATE_TAGS[InitiativeState.ON_TRACK if is_ahead else InitiativeState.BEHIND]
    return (
        day_cell(each.on, ""),
        value_cell(one, each.value),
        value_cell(one, wanted),
        Cell("", tags=(tag,)),
    )


def chart(one: InitiativeStanding) -> TrendChart | None:
    """Return the measurements against the straight line; None where nothing is measured."""
    initiative = one.initiative
    if not one.measured:
        return None
    part = Decimal(PENCE) if initiative.counts is Counts.COST else Decimal(1)
    return TrendChart(
        title=f"{initiative.title}: measured against the straight line to its target",
        description=ended(finding(one)),
        points=tuple(
            TrendPoint(
                period=f"{each.on.day} {date_words(each.on).split()[1][:3]}",
                value=each.value / part,
                target=wanted_on(initiative, each.on) / part,
                miss=""
                if (each.value - wanted_on(initiative, each.on)) * (1 if initiative.is_less else -1)
                <= 0
                else "target",
            )
            for each in one.measured
        ),
        unit="£" if initiative.counts is Counts.COST else "",
        direction="lower" if initiative.is_less else "higher",
        short="Behind the line",
    )
