"""How a project's dates moved, as a picture with its table; pure."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from scrutable.documents.charts.facts import DateSaid, DateTrend, DateTrendLine
from scrutable.documents.charts.planned import MOST_LINES
from scrutable.govuk.facts import Cell, Column, Row, Table
from scrutable.govuk.presenters import day_cell
from scrutable.kernel.wording import count_words, date_words, times_words
from scrutable.portfolio import rules
from scrutable.portfolio.facts import Move, MoveKind
from scrutable.portfolio.presenters.words import MOVE_WORDS
from scrutable.portfolio.rules.planning import most_moved, times_moved


def milestone_trend(
    moves: Mapping[str, Sequence[Move]], titles: Mapping[str, str], as_at: date
) -> DateTrend | None:
    """Return what was expected of at most six milestones, and when; None where nothing was.

    The go-live comes first, then those that moved most often.
    """
    shown = most_moved(moves, MOST_LINES)
    if not shown:
        return None
    lines = tuple(_line(titles.get(name, name), moves[name]) for name in shown)
    until = max(as_at, *(said.on for line in lines for said in line.said))
    said = [moved_sentence(titles.get(name, name), moves[name], as_at) for name in shown]
    left = sum(bool(said) for said in moves.values()) - len(shown)
    rest = f" {count_words(left, 'more milestone')} not drawn." if left else ""
    description = (
        f"Dates expected by the day on which they were given, to {date_words(until)}. "
        f"{'. '.join(said)}.{rest}"
    )
    return DateTrend(said[0], description, lines, until)


def _line(name: str, moves: Sequence[Move]) -> DateTrendLine:
    in_order = sorted(moves, key=lambda move: move.on)
    said = tuple(DateSaid(move.on, move.to, move.kind.value) for move in in_order)
    return DateTrendLine(name, moves[0].to, said)


def moved_sentence(title: str, moves: Sequence[Move], as_at: date) -> str:
    """Return how often a milestone's date moved, how far in all, and whether its day has passed.

    >>> from datetime import date
    >>> said = [Move(kind=kind, on=on, to=to) for kind, on, to in (
    ...     (MoveKind.BASELINE, date(2019, 1, 1), date(2020, 4, 30)),
    ...     (MoveKind.REBASELINE, date(2020, 4, 1), date(2022, 6, 30)))]
    >>> moved_sentence("Go-live", said, date(2022, 6, 30))
    'Go-live moved once, by 791 days in all, from 30 April 2020 to 30 June 2022'
    >>> moved_sentence("Go-live", said[:1], date(2020, 5, 1))
    'Go-live has not moved from 30 April 2020; that day has passed'
    """
    has_passed = moves[-1].kind is not MoveKind.ACTUAL and moves[-1].to < as_at
    return f"{title} {_moved_words(moves)}{'; that day has passed' if has_passed else ''}"


def _moved_words(moves: Sequence[Move]) -> str:
    first, last, times = moves[0].to, moves[-1].to, times_moved(moves)
    reached = moves[-1].kind is MoveKind.ACTUAL
    if not times:
        was = "was reached on its first date" if reached else "has not moved from"
        return f"{was}{',' if reached else ''} {date_words(first)}"
    days = (last - first).days
    if not days:
        return f"moved {times_words(times)}, and back to {date_words(first)}"
    ways = "" if days > 0 else " earlier"
    by = f"by {count_words(abs(days), 'day')}{ways} in all"
    end = f"reached on {date_words(last)}" if reached else f"to {date_words(last)}"
    from_words = f"from {date_words(first)}{',' if reached else ''}"
    return f"moved {times_words(times)}, {by}, {from_words} {end}"


def trend_table(moves: Mapping[str, Sequence[Move]], titles: Mapping[str, str]) -> Table:
    """Return what was expected of every milestone on each day on which anything was said of it.

    Of several things said on one day the last counts.
    """
    shown = most_moved(moves, len(moves))
    return Table(
        name="trend",
        caption="What was expected of each milestone, and when",
        columns=(
            Column("milestone", "Milestone"),
            Column("on", "Said on"),
            Column("expected", "Expected on"),
            Column("what", "What"),
            Column("moved", "Moved since the date before", numeric=True),
            Column("ahead", "Days ahead", numeric=True),
        ),
        rows=tuple(
            row for name in shown for row in _trend_rows(titles.get(name, name), moves[name])
        ),
        empty="Nothing was said of any date yet.",
        grouped_by="milestone",
    )


def _trend_rows(title: str, moves: Sequence[Move]) -> list[Row]:
    kinds = {move.on: move.kind for move in moves}
    rows: list[Row] = []
    before: date | None = None
    for on, to in rules.trend(moves):
        days = None if before is None else (to - before).days
        rows.append(
            (
                Cell(title),
                day_cell(on, ""),
                day_cell(to, ""),
                Cell(MOVE_WORDS[kinds[on]]),
                Cell(moved_words_of(days), number=None if days is None else Decimal(days)),
                Cell(f"{(to - on).days:,}", number=Decimal((to - on).days)),
            )
        )
        before = to
    return rows


def moved_words_of(days: int | None) -> str:
    """Return by how many days a date moved; None for the first that was given.

    >>> [moved_words_of(days) for days in (None, 0, 1, -30)]
    ['First given', 'Not moved', '1 day later', '30 days earlier']
    """
    if days is None:
        return "First given"
    if not days:
        return "Not moved"
    return f"{count_words(abs(days), 'day')} {'later' if days > 0 else 'earlier'}"
