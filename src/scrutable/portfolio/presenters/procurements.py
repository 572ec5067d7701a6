"""What is being bought, how late, and what waits for it, as its page shows it; pure."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from scrutable.govuk.facts import Cell, Column, Row, Table, Tag
from scrutable.govuk.presenters import count_cell, day_cell, money_cell
from scrutable.kernel.wording import capital, number_words, slip_words
from scrutable.portfolio import facts
from scrutable.portfolio.facts import ProcurementStage
from scrutable.portfolio.presenters.capacity import CAPACITY

PROCUREMENT_TAGS = {
    ProcurementStage.PLANNED: Tag("Planned", "grey", "○"),
    ProcurementStage.MARKET: Tag("Talking to the market", "blue", "◒"),
    ProcurementStage.TENDER: Tag("Out to tender", "blue", "▲"),
    ProcurementStage.EVALUATION: Tag("In evaluation", "blue", "◆"),
    ProcurementStage.STANDSTILL: Tag("In standstill", "yellow", "◆"),
    ProcurementStage.SIGNED: Tag("Signed", "green", "●"),
    ProcurementStage.STOPPED: Tag("Stopped", "red", "■"),
}
STAGES = tuple(ProcurementStage)


def procurement_title(found: Sequence[facts.ProcurementJudged]) -> str:
    """Return the finding on what is being bought."""
    late = [one for one in found if one.is_late]
    if not late:
        return "No procurement is late"
    noun, verb = ("procurement", "is") if len(late) == 1 else ("procurements", "are")
    return f"{capital(number_words(len(late)))} {noun} {verb} late"


def procurement_table(
    found: Sequence[facts.ProcurementJudged], *, may_change: bool, names: Mapping[str, str]
) -> Table:
    """Return what is being bought, both delays side by side; `names` are titles of projects."""
    columns = (
        Column("procurement", "What is bought"),
        Column("stage", "Stage"),
        Column("days", "Days in the stage", numeric=True),
        Column("value", "Value", numeric=True),
        Column("first", "First to be signed by"),
        Column("late_first", "Against the first day", numeric=True),
        Column("signed_by", "Now to be signed by"),
        Column("late_current", "Against the day now set", numeric=True),
        Column("waiting", "Projects that wait for it"),
        Column("owner", "Owner"),
    )
    return Table(
        name="procurements",
        caption="Procurements by stage",
        columns=columns,
        rows=tuple(_procurement(one, names, may_change=may_change) for one in found),
        empty="No procurement is recorded. Add the first with “Add a procurement”.",
    )


def _procurement(
    one: facts.ProcurementJudged, names: Mapping[str, str], *, may_change: bool
) -> Row:
    bought = one.procurement
    said = [f"{number} {names[number]}" if number in names else number for number in one.waiting]
    return (
        Cell(
            bought.title,
            href=procurement_address(bought) if may_change else "",
            note=bought.note,
        ),
        Cell("", tags=(PROCUREMENT_TAGS[bought.stage],), order=str(STAGES.index(bought.stage))),
        count_cell(one.days_in_stage),
        money_cell(bought.value, "Not known yet"),
        day_cell(one.first_signed_by, "Not set"),
        _late(one.late_against_first, is_open=one.is_open),
        day_cell(bought.signed_by, "Not set"),
        _late(one.late_against_current, is_open=one.is_open),
        Cell("; ".join(said) or ("None" if one.is_open else "None any more")),
        Cell(bought.owner),
    )


def _late(days: int | None, *, is_open: bool) -> Cell:
    """Return how late it is; one that goes on and is not late is not due yet."""
    if days is None:
        return Cell("Stopped")
    if is_open and days <= 0:
        return Cell("Not due yet", number=Decimal(days))
    return Cell(slip_words(days), number=Decimal(days))


def procurement_address(one: facts.Procurement) -> str:
    """Return the address at which a procurement is changed."""
    return f"{CAPACITY}procurements/{one.code}/"
