"""Which sheets and columns a register of assurance has; pure."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from scrutable.assurance import facts
from scrutable.assurance.intake.registers.cells import (
    choice_in,
    codes_in,
    day_in,
    lines_in,
    whole_in,
    words_of,
    yes_in,
)
from scrutable.evidence.intake import Value
from scrutable.records.facts import Record

DAYS, WHOLE, TEXT = "day", "whole", "text"
NUMBER = "number"
DAY = "is no day; write it as 31/03/2026"
COUNT = "is no whole number; write it in figures"
YES = "says neither yes nor no; write one of them"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: the field it fills, how a cell is read, and what is said of an odd one."""

    field: str
    heading: str
    read: Callable[[Value], Any] = words_of
    odd: str = ""
    look: str = TEXT
    width: int = 20
    offered: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetOf:
    """A sheet of one kind of record; `alike` tells a row without a number from those recorded."""

    name: str
    kind: type[Record]
    columns: tuple[Column, ...]
    hint: str
    alike: tuple[str, ...] = ()


def _text(field: str, heading: str, width: int = 24) -> Column:
    return Column(field=field, heading=heading, width=width)


def _day(field: str, heading: str) -> Column:
    return Column(field=field, heading=heading, read=day_in, odd=DAY, look=DAYS, width=18)


def _whole(field: str, heading: str) -> Column:
    return Column(field=field, heading=heading, read=whole_in, odd=COUNT, look=WHOLE, width=12)


def _codes(field: str, heading: str) -> Column:
    return Column(field=field, heading=heading, read=codes_in, width=28)


def _choice(field: str, heading: str, of: type[Enum]) -> Column:
    offered = tuple(str(one.value) for one in of)
    return Column(
        field=field,
        heading=heading,
        read=lambda value: choice_in(value, of),
        odd=f"is none of the choices; choose {', '.join(offered)}",
        offered=offered,
    )


ISSUES = SheetOf(
    name="Issues",
    kind=facts.Issue,
    alike=("source", "found_on", "what"),
    hint="Leave Number blank for an issue that is new. A blank cell says that there is nothing.",
    columns=(
        _whole(NUMBER, "Number"),
        _text("source", "Source", 28),
        _day("found_on", "Found on"),
        _text("found_while", "Found while", 28),
        _text("what", "What was found", 60),
        _text("recommendation", "Recommendation", 60),
        _choice("priority", "Priority", facts.Priority),
        _text("owner", "Owner"),
        _day("due", "Due"),
        _text("phase", "Phase", 12),
        _text("progress", "Progress", 60),
        Column(field="evidence", heading="Evidence", read=lines_in, width=40),
        _day("said_closed_on", "Said to be closed on"),
        _text("accepted_by", "Closure accepted by"),
        _day("accepted_on", "Accepted on"),
        _choice("visibility", "Who may read it", facts.Visibility),
    ),
)
SHEETS = (
    SheetOf(
        name="Phases",
        kind=facts.Phase,
        hint="The phases of an improvement programme, which issues are put into.",
        columns=(
            _text("code", "Code", 12),
            _text("programme", "Programme", 36),
            _text("title", "Title", 36),
            _day("begins_on", "Begins on"),
            _day("ends_on", "Ends on"),
            _text("decision", "Decision"),
        ),
    ),
    ISSUES,
    SheetOf(
        name="Systems",
        kind=facts.CriticalSystem,
        hint="Hours and months are the council’s own objectives. Leave blank what nobody has said.",
        columns=(
            _text("code", "Code", 12),
            _text("title", "Title", 36),
            _text("owner", "Owner"),
            _text("supplier", "Supplier", 30),
            _text("contract", "Contract", 18),
            _whole("recovery_hours", "Works again in hours"),
            _whole("loss_hours", "Hours of work lost at most"),
            _whole("test_months", "Tested every months"),
            _codes("stands_on", "Stands on"),
            Column(field="single_points", heading="Has no second", read=lines_in, width=40),
        ),
    ),
    SheetOf(
        name="Services",
        kind=facts.PublicService,
        hint="Without one of the systems that it needs, the service stops.",
        columns=(
            _text("code", "Code", 12),
            _text("title", "Title", 36),
            _text("owner", "Owner"),
            _codes("needs", "Needs"),
            _whole("bearable_hours", "Bears hours without"),
            _text("meanwhile", "Carried on meanwhile", 50),
        ),
    ),
    SheetOf(
        name="Recovery tests",
        kind=facts.RecoveryTest,
        alike=("system", "on"),
        hint="Leave Number blank for a test that is new.",
        columns=(
            _text("system", "System", 12),
            _whole(NUMBER, "Number"),
            _day("on", "Tested on"),
            _choice("outcome", "Outcome", facts.RecoveryOutcome),
            _whole("hours", "Took hours"),
            _text("witnessed_by", "Witnessed by"),
            _text("found", "Test found", 50),
        ),
    ),
    SheetOf(
        name="Claims",
        kind=facts.Claim,
        hint="What a board is asked to accept. Wants: 1, 2 or 3, the surest line that it needs.",
        columns=(
            _text("code", "Code", 12),
            _text("text", "Claim", 60),
            _text("body", "Body", 12),
            _text("owner", "Owner"),
            _whole("shelf_days", "Fresh for days"),
            _choice("wants", "Wants line", facts.Line),
            _day("withdrawn_on", "Withdrawn on"),
        ),
    ),
    SheetOf(
        name="Evidence",
        kind=facts.Evidence,
        alike=("claim", "on", "what"),
        hint="Leave Number blank for evidence that is new. Line: 1 who does the work, 2 who "
        "oversees it, 3 who is independent.",
        columns=(
            _text("claim", "Claim code", 12),
            _whole(NUMBER, "Number"),
            _text("what", "Evidence found", 60),
            _day("on", "On"),
            _text("checked_by", "Checked by"),
            _choice("line", "Line", facts.Line),
            Column(
                field="bears_out",
                heading="Bears it out",
                read=yes_in,
                odd=YES,
                offered=("yes", "no"),
            ),
            _text("source", "Reference", 28),
        ),
    ),
)
