"""A project's milestones, and every date that was ever given of them; pure."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from scrutable.audit.presenters import event_cell
from scrutable.govuk.facts import Cell, Column, Table
from scrutable.govuk.presenters import day_cell
from scrutable.kernel.wording import count_words, slip_words
from scrutable.portfolio import rules
from scrutable.portfolio.facts import DateLine, Move, Tolerance
from scrutable.portfolio.presenters.words import MOVE_WORDS, moved_words, rating_cell


def milestone_table(lines: Sequence[DateLine], as_at: date, tolerance: Tolerance) -> Table:
    """Return every milestone with all its dates and both slips."""
    return Table(
        name="milestones",
        caption="Milestones",
        columns=(
            Column("milestone", "Milestone"),
            Column("first", "First date"),
            Column("current", "Latest plan"),
            Column("forecast", "Forecast"),
            Column("actual", "Reached"),
            Column("late_original", "Against the first date", numeric=True),
            Column("late_current", "Against the latest plan", numeric=True),
            Column("moved", "Planned anew", numeric=True),
            Column("rating", "By its dates"),
        ),
        rows=tuple(_milestone(line, as_at, tolerance) for line in lines),
        empty="No milestone has a date. Set the first date of the go-live.",
    )


def _milestone(line: DateLine, as_at: date, tolerance: Tolerance) -> tuple[Cell, ...]:
    slip = rules.slip_of(line, as_at)
    return (
        Cell(line.title),
        day_cell(line.original, ""),
        day_cell(line.current, ""),
        day_cell(line.forecast, "As planned"),
        day_cell(line.actual, "Overdue" if slip.is_overdue else "Not yet"),
        Cell(slip_words(slip.against_original), number=Decimal(slip.against_original)),
        Cell(slip_words(slip.against_current), number=Decimal(slip.against_current)),
        Cell(moved_words(line.rebaselines), number=Decimal(line.rebaselines)),
        rating_cell(rules.by_both_baselines(slip, tolerance)),
    )


def move_table(moves: Mapping[str, Sequence[Move]], titles: Mapping[str, str]) -> Table:
    """Return everything that was said of every date, the newest first."""
    rows = [
        (move, milestone, days)
        for milestone, said in moves.items()
        for move, days in rules.days_said(said)
    ]
    rows.sort(key=lambda row: (row[0].on, row[0].version), reverse=True)
    return Table(
        name="moves",
        caption="Every date that was ever given",
        columns=(
            Column("on", "Said on"),
            Column("milestone", "Milestone"),
            Column("what", "What"),
            Column("to", "Date"),
            Column("days", "Moved by", numeric=True),
            Column("approver", "Approved by"),
            Column("reason", "Reason"),
            Column("version", "Version"),
        ),
        rows=tuple(
            (
                day_cell(move.on, ""),
                Cell(titles.get(milestone, milestone)),
                Cell(MOVE_WORDS[move.kind]),
                day_cell(move.to, ""),
                Cell("The first date") if days is None else _moved(days),
                Cell(move.approver or "Nobody needed to"),
                Cell(move.reason or "None given", note=move.place),
                event_cell(move.version),
            )
            for move, milestone, days in rows
        ),
        empty="No date has been given yet.",
    )


def _moved(days: int) -> Cell:
    if not days:
        return Cell("Not moved", number=Decimal(0))
    ways = "later" if days > 0 else "earlier"
    return Cell(f"{count_words(abs(days), 'day')} {ways}", number=Decimal(days))


def moved_sentence(moves: Mapping[str, Sequence[Move]], titles: Mapping[str, str]) -> str:
    """Return how often each milestone was planned anew and by how many days in all."""
    said = []
    for milestone, those in moves.items():
        days = [moved for _, moved in rules.days_moved(those)]
        if days:
            title = titles.get(milestone, milestone)
            said.append(
                f"{title}: planned anew {moved_words(len(days)).lower()}, {_net(sum(days))} in all."
            )
    return " ".join(said) or "No date was ever planned anew."


def _net(days: int) -> str:
    return _moved(days).text if days else "to the same day"
