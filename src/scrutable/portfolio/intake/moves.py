"""What a row says of a milestone's dates: planned anew, expected, or reached; pure."""

from dataclasses import dataclass

from scrutable.evidence.facts import Notice
from scrutable.kernel.wording import date_words
from scrutable.portfolio import facts
from scrutable.portfolio.intake.cells import short
from scrutable.portfolio.intake.gathered import MOST_NAME, Gathered, milestone_of
from scrutable.portfolio.intake.projects import month_words
from scrutable.portfolio.intake.tables import Row

MOVES = {
    "New plan": facts.MoveKind.REBASELINE,
    "Forecast": facts.MoveKind.FORECAST,
    "Reached on": facts.MoveKind.ACTUAL,
}


def read_dates(into: Gathered, row: Row, number: str) -> None:
    """Take everything that the row says of one milestone: the new plan before what is expected."""
    milestone = milestone_of(row, is_mapped=into.is_mapped)
    given = [heading for heading in MOVES if row.words(heading)]
    line = into.line(number, milestone)
    if line is None:
        _note_unknown(into, row, (number, milestone), given)
        return
    if not into.is_mapped:
        _check_first(into, row, line)
    if not given:
        if not into.is_mapped:
            told = f"{line.reference} is not reported"
            into.notices.append(Notice(row.place("Forecast"), told))
        return
    if {"Forecast", "Reached on"} <= set(given):
        if not into.is_mapped:
            said = "Both a forecast and the day it was reached are given"
            into.fail(row, "Reached on", said, "clear one of the two")
            return
        given.remove("Forecast")
    reader = _Saying(into, row, number, milestone)
    for heading in given:
        reader.take(heading, MOVES[heading])


def _check_first(into: Gathered, row: Row, line: facts.DateLine) -> None:
    """Note a first date that somebody wrote over."""
    first, _ = into.day(row, "First date")
    if first is not None and first != line.original:
        said = f"The first date is {date_words(line.original)}, and is never changed"
        into.fail(row, "First date", said, "put it back, and give a later date under “New plan”")


def _note_unknown(into: Gathered, row: Row, of: tuple[str, str], given: list[str]) -> None:
    """Note that there is no such milestone, unless the fault is in its first date."""
    if of not in into.unsure and (given or not into.is_mapped):
        said = f"Project {of[0]} has no milestone “{short(of[1])}”"
        heading = given[0] if into.is_mapped else "Milestone"
        into.fail(row, heading, said, "record its first date on the page")


@dataclass(frozen=True, slots=True)
class _Saying:
    into: Gathered
    row: Row
    number: str
    milestone: str

    def take(self, heading: str, kind: facts.MoveKind) -> None:
        """Take one saying, unless it says what stands already."""
        into, row = self.into, self.row
        to, month = into.day(row, heading)
        reason = into.text(row, "Reason")
        line = into.line(self.number, self.milestone)
        if to is None or line is None or into.on is None:
            return
        is_plan = kind is facts.MoveKind.REBASELINE
        on = into.day(row, "Approved on")[0] if is_plan else None
        told = facts.DateUpdate(
            project=self.number,
            milestone=self.milestone,
            kind=kind,
            to=to,
            reason=month_words(month, reason),
            place=row.place(heading),
            approver=into.text(row, "Approved by", MOST_NAME) if is_plan else "",
            on=on,
        )
        if self._stands(line, told):
            into.seen_as_known += 1
            return
        into.move(row, heading, told)

    def _stands(self, line: facts.DateLine, told: facts.DateUpdate) -> bool:
        """Test whether just this stands already: the plan, the day reached, the day's forecast."""
        if told.kind is facts.MoveKind.REBASELINE:
            return self.into.is_mapped and told.to == line.current
        if told.kind is facts.MoveKind.ACTUAL:
            return told.to == line.actual
        return told.to == line.forecast and self.into.on == line.said_on
