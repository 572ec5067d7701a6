"""What was read of an update so far, and every fault; pure."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from scrutable.evidence.facts import Notice, RowError
from scrutable.evidence.intake import CellError, NotCalculated, Value
from scrutable.kernel.references import slug
from scrutable.portfolio import facts, rules
from scrutable.portfolio.intake.cells import day_said, short
from scrutable.portfolio.intake.known import Known, Reading
from scrutable.portfolio.intake.tables import Row

MOST_WORDS, MOST_NAME = 4_000, 200
MOST_NOTICES = 50
MOST_KEY = 40  # letters of a milestone in references
Kind = TypeVar("Kind", bound=StrEnum)
# the columns in which the fields of a date stand that a rule may find wanting
CELLS_OF_FIRST = {"approver": "First date approved by"}
CELLS_OF_PLAN = {"approver": "Approved by", "reason": "Reason"}


@dataclass
class Gathered:
    """What has been read so far; `is_mapped` of a register that is not our own workbook."""

    known: Known
    on: date | None = None
    is_mapped: bool = False
    projects: dict[str, facts.ProjectUpdate] = field(default_factory=dict)
    lines: dict[tuple[str, str], facts.DateLine] = field(default_factory=dict)
    dates: list[facts.DateUpdate] = field(default_factory=list)
    statuses: list[facts.Status] = field(default_factory=list)
    records: list[facts.RecordUpdate] = field(default_factory=list)
    errors: list[RowError] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    warnings: list[Notice] = field(default_factory=list)
    seen: dict[tuple[str, ...], str] = field(default_factory=dict)
    refused: set[str] = field(default_factory=set)  # projects whose own row has a fault
    unsure: set[tuple[str, str]] = field(default_factory=set)  # milestones whose first date has one
    seen_as_known: int = 0  # rows that say what is known already

    def reading(self) -> Reading:
        """Return all of it; with nothing said at all, that is a fault."""
        found = Reading(
            on=self.on,
            unchanged=self.seen_as_known,
            projects=tuple(self.projects.values()),
            dates=tuple(self.dates),
            statuses=tuple(self.statuses),
            records=tuple(self.records),
            notices=tuple(self.notices[:MOST_NOTICES]),
            warnings=tuple(dict.fromkeys(self.warnings)),
            noted=len(self.notices),
        )
        if not self.errors and found.is_empty and not self.seen_as_known:
            self.errors.append(
                RowError("", "Nothing is reported", "fill in a forecast or a status")
            )
        errors = tuple(dict.fromkeys(self.errors))
        if not errors:
            return found
        return Reading(
            on=self.on,
            errors=errors,
            notices=found.notices,
            warnings=found.warnings,
            noted=found.noted,
        )

    def project(self, number: str) -> facts.Project | None:
        """Return the project as this update leaves it."""
        if number in self.projects:
            return self.projects[number].project
        return self.known.projects.get(number)

    def line(self, project: str, milestone: str) -> facts.DateLine | None:
        """Return the milestone as this update leaves it."""
        return self.lines.get((project, milestone)) or self.known.lines.get((project, milestone))

    def fail(self, row: Row, heading: str, fault: str, remedy: str) -> None:
        """Note a fault in a cell."""
        self.errors.append(row.fault(heading, fault, remedy))

    def warn(self, row: Row, heading: str, text: str) -> None:
        """Note in a cell what is likely a slip of the hand, or has an effect nobody may expect."""
        self.warnings.append(Notice(row.place(heading), text))

    def refuse(
        self, row: Row, heading: str, lacking: Sequence[RowError], cells: Mapping[str, str]
    ) -> None:
        """Note what the rules refuse, each in the cell of its field; else in this one."""
        for one in lacking:
            wanted = cells.get(one.place, "")
            self.fail(row, wanted if wanted in row.columns else heading, one.fault, one.remedy)

    def is_sound(self, row: Row) -> bool:
        """Test whether no cell of the row is a formula without a value, which is noted."""
        faults = [
            row.fault(title, "The formula gives no value", "mend it, or enter the value")
            for title in row.columns
            if isinstance(row.own(title), CellError | NotCalculated)
        ]
        self.errors += faults
        return not faults

    def is_first(self, row: Row, *key: str, heading: str = "Project") -> bool:
        """Test whether nothing else in the sheet speaks of the same, which is noted."""
        whole = (row.sheet.name, *key)
        if whole in self.seen:
            said = f"This is reported in {self.seen[whole]} already"
            self.fail(row, heading, said, "keep one of the two rows")
            return False
        self.seen[whole] = row.place(heading)
        return True

    def numbered(self, row: Row) -> str:
        """Return the number of the recorded project that the row is about; "" with a fault."""
        number = number_of(row)
        if self.project(number) is not None:
            return number
        if number in self.refused:
            return ""
        said = f"There is no project “{short(number)}”" if number else "The project is missing"
        self.fail(row, "Project", said, "enter the number of a recorded project")
        return ""

    def text(self, row: Row, heading: str, most: int = MOST_WORDS) -> str:
        """Return the text of a cell; one that is too long is noted."""
        text = row.words(heading)
        if len(text) > most:
            self.fail(row, heading, f"The text has {len(text):,} characters", f"keep to {most:,}")
        return text

    def day(self, row: Row, heading: str) -> tuple[date | None, str]:
        """Return the day in a cell and the month where it names no day; what is no day is noted."""
        if not row.words(heading):
            return None, ""
        found = day_said(row.value(heading))
        if found is None:
            said = f"“{short(row.words(heading))}” is not a date"
            self.fail(row, heading, said, "enter a day, such as 21/01/2019")
            return None, ""
        if found[1]:
            told = f"“{found[1]}” names no day: its last is taken"
            self.notices.append(Notice(row.place(heading), told))
        return found

    def number(
        self, row: Row, heading: str, read: Callable[[Value], Decimal | None]
    ) -> Decimal | None:
        """Return the number in a cell; a blank is None, and what is no number is noted."""
        if not row.words(heading):
            return None
        found = read(row.value(heading))
        if found is None:
            said = f"“{short(row.words(heading))}” is not a number"
            self.fail(row, heading, said, "enter it in figures, such as 12,500.00")
        return found

    def one_of(self, row: Row, heading: str, kind: type[Kind]) -> Kind | None:
        """Return which of the values the cell names; a blank is None, any other word is noted."""
        text = row.words(heading)
        if not text:
            return None
        value = coded(text)
        if value in list(kind):
            return kind(value)
        choices = ", ".join(one.value for one in kind)
        said = f"“{short(text)}” is none of those known"
        self.fail(row, heading, said, f"choose one of {choices}")
        return None

    def move(self, row: Row, heading: str, told: facts.DateUpdate) -> None:
        """Take what is said of a date after all that was said before, or note why not."""
        if self.on is None:
            return
        before = self.line(told.project, told.milestone)
        move = facts.Move(
            kind=told.kind,
            on=told.on or self.on,
            to=told.to,
            approver=told.approver,
            reason=told.reason,
        )
        if lacking := rules.refusals_of_move(before, move):
            cells = CELLS_OF_FIRST if told.kind is facts.MoveKind.BASELINE else CELLS_OF_PLAN
            self.refuse(row, heading, lacking, cells)
            return
        key = (told.project, told.milestone)
        title = told.title or told.milestone
        self.lines[key] = rules.moved(before, move) if before else rules.begun(*key, title, move)
        self.dates.append(told)


def milestone_of(row: Row, *, is_mapped: bool) -> str:
    """Return the milestone that the row speaks of, in the form that references carry.

    A register not our own may call it as it likes, or not name it: then it is the go-live.
    """
    text = row.words("Milestone")
    return (slug(text)[:MOST_KEY].strip("-") or facts.GO_LIVE) if is_mapped else text


def number_of(row: Row) -> str:
    """Return the project's number in the form that references carry: 16 BCM 07 is 16-BCM-07."""
    return "-".join(row.words("Project").replace("/", " ").split())


def coded(text: str) -> str:
    """Return the text in the form in which values are stored.

    >>> coded("Amber/Green"), coded("Business case")
    ('amber_green', 'business_case')
    """
    spaced = text.casefold().replace("/", " ").replace("-", " ").replace("_", " ")
    return "_".join(spaced.split())
