"""The sum of a part as a picture and as a table, and what is wrong in it; pure."""

from collections.abc import Sequence
from decimal import Decimal

from scrutable.documents.charts.facts import Waterfall, WaterfallStep
from scrutable.govuk.facts import Cell, Column, Row, Table
from scrutable.govuk.presenters import count_cell
from scrutable.housekeeping.facts import Counted, PartOfEstate
from scrutable.housekeeping.facts.sums import EstatePart, SumLine
from scrutable.housekeeping.presenters.estate.finding import finding
from scrutable.housekeeping.presenters.words import (
    PART_WORDS,
    THING_WORDS,
    fault_words,
    findings_address,
    line_words,
)
from scrutable.housekeeping.rules.sums import ALL, PEOPLE, WITHOUT, WRONG
from scrutable.kernel.money import money_exact
from scrutable.kernel.wording import date_words


def waterfall(one: EstatePart) -> Waterfall:
    """Return the sum as a picture; lines on which nothing counts are left to the table."""
    snapshot = one.snapshot
    shown = [line for line in one.lines if line.number or line.is_total]
    return Waterfall(
        title=f"{PART_WORDS[snapshot.part]} as at {date_words(snapshot.as_at)}, line by line",
        description=f"{finding(snapshot)}. {_steps_words(snapshot.part, shown)}",
        unit="",
        steps=tuple(
            WaterfallStep(
                name_of(snapshot.part, line),
                Decimal(line.number),
                f"{line.number:+,}" if place and not line.is_total else f"{line.number:,}",
                total=line.is_total or not place,
                wrong=line.name in WRONG[snapshot.part],
            )
            for place, line in enumerate(shown)
        ),
    )


def _steps_words(part: PartOfEstate, lines: Sequence[SumLine]) -> str:
    said = [f"{name_of(part, line)} {line.number:,}" for line in lines]
    return f"{'; '.join(said)}."


def name_of(part: PartOfEstate, line: SumLine) -> str:
    """Return what a line of a sum is called."""
    if line.name == ALL:
        return f"All {THING_WORDS[part]}s"
    if line.name == PEOPLE:
        return "People at work"
    if line.name == WITHOUT and part is PartOfEstate.ACCOUNTS:
        return "Less those without an account"
    return line_words(part, line.name)


def sum_table(one: EstatePart) -> Table:
    """Return the sum of a part, line by line down to all, with what is wrong on each."""
    part, snapshot = one.snapshot.part, one.snapshot
    has_money = any(line.pence is not None for line in one.lines)
    columns = [Column("line", "Line"), Column("number", "Number", numeric=True)]
    if has_money:
        columns.append(Column("pounds", "Worth", numeric=True))
    columns.append(Column("wrong", "Wrong of these"))
    rows = [_sum_row(part, line, has_money=has_money) for line in one.lines]
    return Table(
        name=sum_name(part),
        caption=f"{PART_WORDS[part]} as at {date_words(snapshot.as_at)}",
        columns=tuple(columns),
        rows=tuple(rows[:-1]),
        totals=rows[-1],
        empty="Nothing is counted.",
    )


def _sum_row(part: PartOfEstate, line: SumLine, *, has_money: bool) -> Row:
    money = Cell("Not priced") if line.pence is None else _pounds(line.pence)
    return (
        Cell(name_of(part, line)),
        count_cell(line.number),
        *((money,) if has_money else ()),
        _wrong(part, line),
    )


def _wrong(part: PartOfEstate, line: SumLine) -> Cell:
    if line.is_total:
        return Cell("Counted below" if line.name == ALL else "A count of people")
    if not line.wrong:
        return Cell("Not wrong in itself")
    return Cell(wrong_words(part, line), href=findings_address(part, line.wrong[0].name))


def wrong_words(part: PartOfEstate, line: SumLine) -> str:
    """Return what is wrong of what counts on a line, and of how many."""
    return "; ".join(f"{fault_words(part, one.name)}: {one.number:,}" for one in line.wrong)


def _pounds(pence: int) -> Cell:
    pounds = Decimal(pence) / 100
    return Cell(money_exact(pounds), number=pounds)


def fault_table(one: EstatePart) -> Table:
    """Return everything that is wrong in a part, the most first, each with its findings."""
    part, snapshot = one.snapshot.part, one.snapshot
    before = {fault.name: fault.number for fault in one.before.faults} if one.before else None
    has_money = any(fault.pence is not None for fault in snapshot.faults)
    money = (Column("pounds", "Worth", numeric=True),) if has_money else ()
    ordered = sorted(snapshot.faults, key=lambda fault: (-fault.number, fault.name))
    return Table(
        name=wrong_name(part),
        caption=f"What is wrong with {PART_WORDS[part].lower()}",
        columns=(
            Column("fault", "What is wrong"),
            Column("number", "Findings", numeric=True),
            Column("before", "In the snapshot before", numeric=True),
            *money,
        ),
        rows=tuple(_fault_row(part, fault, before)[: 4 if has_money else 3] for fault in ordered),
        empty=f"Nothing was found wrong with {PART_WORDS[part].lower()}.",
    )


def _fault_row(part: PartOfEstate, fault: Counted, before: dict[str, int] | None) -> Row:
    return (
        Cell(fault_words(part, fault.name), href=findings_address(part, fault.name)),
        count_cell(fault.number),
        Cell("No snapshot before") if before is None else count_cell(before.get(fault.name, 0)),
        Cell("No price known") if fault.pence is None else _pounds(fault.pence),
    )


def sum_name(part: PartOfEstate) -> str:
    """Return the name of the table of a part’s sum."""
    return f"{part.value}-sum"


def wrong_name(part: PartOfEstate) -> str:
    """Return the name of the table of what is wrong in a part."""
    return f"{part.value}-wrong"
