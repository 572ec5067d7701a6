"""How a milestone's dates move, one saying after another; pure."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from scrutable.evidence.facts import RowError
from scrutable.kernel.wording import date_words
from scrutable.portfolio.facts import DateLine, Move, MoveKind


def begun(project: str, milestone: str, title: str, first: Move) -> DateLine:
    """Return the line that a first baseline begins; raises ValueError for any other move."""
    if first.kind is not MoveKind.BASELINE:
        raise ValueError(f"{milestone} of {project} has no baseline to be moved from")
    return DateLine(
        project=project,
        milestone=milestone,
        title=title,
        original=first.to,
        current=first.to,
        forecast=None,
        actual=None,
        set_on=first.on,
        said_on=first.on,
        rebaselines=0,
    )


def moved(line: DateLine, move: Move) -> DateLine:
    """Return the line after the move; the original date stays whatever happens.

    A new baseline never brings nearer what was expected: a later plan takes a forecast with it;
    beside an earlier one what was forecast, or planned before, stands as the forecast until
    somebody gives another. Else new plans alone would turn a project green. Raises ValueError for
    a second first baseline.
    """
    if move.kind is MoveKind.BASELINE:
        raise ValueError(f"{line.reference} has its original date, which is never changed")
    after = replace(line, said_on=move.on)
    if move.kind is MoveKind.REBASELINE:
        expected = line.forecast or line.current
        is_kept = line.forecast is not None or move.to < expected
        forecast = max(expected, move.to) if is_kept else None
        return replace(after, current=move.to, forecast=forecast, rebaselines=line.rebaselines + 1)
    if move.kind is MoveKind.FORECAST:
        return replace(after, forecast=move.to, actual=None)
    return replace(after, actual=move.to)


def days_moved(moves: Sequence[Move]) -> list[tuple[Move, int]]:
    """Return each re-baseline with the days by which it moved the baseline, in their order."""
    found, stood = [], moves[0].to
    for move in moves[1:]:
        if move.kind is MoveKind.REBASELINE:
            found.append((move, (move.to - stood).days))
            stood = move.to
    return found


def days_said(moves: Sequence[Move]) -> list[tuple[Move, int | None]]:
    """Return each saying with the days by which it moved its date; the first date moved none.

    A new plan is held against the plan before it, anything else against what was expected.
    """
    line = begun("", "", "", moves[0])
    found: list[tuple[Move, int | None]] = [(moves[0], None)]
    for move in moves[1:]:
        is_plan = move.kind is MoveKind.REBASELINE
        stood = line.current if is_plan else line.actual or line.forecast or line.current
        found.append((move, (move.to - stood).days))
        line = moved(line, move)
    return found


def trend(moves: Sequence[Move]) -> list[tuple[date, date]]:
    """Return what was expected on each day on which anything was said; of one day, the last."""
    said = {move.on: move.to for move in moves}
    return sorted(said.items())


def refusals_of_move(line: DateLine | None, move: Move) -> list[RowError]:
    """Return why the move cannot be recorded, each with its field; nothing where it can."""
    if line is None:
        return _refusals_of_first(move)
    found = []
    if move.kind is MoveKind.BASELINE:
        fault = f"{line.title} has its first date, {date_words(line.original)}"
        found.append(RowError("kind", fault, "give a later one as a new plan"))
    if move.on < line.said_on:
        fault = f"{line.title} was last reported on {date_words(line.said_on)}"
        found.append(RowError("on", fault, "give that day or a later one"))
    if move.kind is MoveKind.ACTUAL and move.to > move.on:
        fault = f"{date_words(move.to)} had not come on {date_words(move.on)}"
        found.append(RowError("to", fault, "give it as a forecast"))
    if move.kind is MoveKind.REBASELINE:
        found += _refusals_of_rebaseline(line, move)
    return found


def _refusals_of_first(move: Move) -> list[RowError]:
    if move.kind is not MoveKind.BASELINE:
        fault = "The milestone has no first date"
        return [RowError("milestone", fault, "record that before all else")]
    if move.approver.strip():
        return []
    return [RowError("approver", "Nobody is named who approved the first date", "enter who did")]


def _refusals_of_rebaseline(line: DateLine, move: Move) -> list[RowError]:
    found = []
    if line.actual is not None:
        fault = f"{line.title} was reached on {date_words(line.actual)}"
        found.append(RowError("kind", fault, "leave its plan"))
    if not move.approver.strip():
        fault = "Nobody is named who approved the new plan"
        found.append(RowError("approver", fault, "enter who did"))
    if not move.reason.strip():
        remedy = "enter why it was planned anew"
        found.append(RowError("reason", "The new plan has no reason", remedy))
    if move.to == line.current:
        fault = f"The plan is {date_words(line.current)} already"
        found.append(RowError("to", fault, "give another date"))
    return found
