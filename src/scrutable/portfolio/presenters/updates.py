"""Updates and cell maps as pages show them; pure."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from scrutable.evidence.facts import Notice, RowError
from scrutable.evidence.presenters import cell_address, fault_table
from scrutable.govuk.facts import Cell, Column, Row, Table
from scrutable.govuk.presenters import count_cell, day_cell
from scrutable.kernel.wording import capital, count_words, date_words, list_words
from scrutable.portfolio import facts
from scrutable.portfolio.presenters.words import (
    MOVE_WORDS,
    RATING_WORDS,
    STAGE_WORDS,
    project_address,
)

EFFECT_WORDS = {
    facts.Effect.NEW: "New",
    facts.Effect.CHANGED: "Changed",
    facts.Effect.UNCHANGED: "Said again",
}
ORDER = {facts.Effect.CHANGED: "0", facts.Effect.NEW: "1", facts.Effect.UNCHANGED: "2"}
WHAT_WORDS = {
    "project": "The project",
    "status": "Status",
    "funding": "Money",
    "dependency": "Dependency",
    "measurement": "Benefit",
    **{kind.value: text for kind, text in MOVE_WORDS.items()},
}
VALUE_WORDS = {
    **{one.value: text for one, text in RATING_WORDS.items()},
    **{one.value: text for one, text in STAGE_WORDS.items()},
}
MOST_FAULTS = 200  # beside a form; the page of a plan has all, by the page
UPDATES, MAPS = "/projects/updates/", "/projects/maps/"


def update_address(number: int) -> str:
    """Return the page of an update."""
    return f"{UPDATES}{number}/"


def map_address(code: str) -> str:
    """Return the page of a cell map."""
    return f"{MAPS}{code}/"


def updates_title(found: Sequence[facts.UpdateReceived]) -> str:
    """Return the finding of the list."""
    if not found:
        return "No update has been received"
    last = max(one.on for one in found)
    return f"{count_words(len(found), 'update')} received, the last as of {date_words(last)}"


def update_title(one: facts.UpdateReceived) -> str:
    """Return what an update said, and of which day."""
    return f"{said_words(one)}, as of {date_words(one.on)}"


def said_words(one: facts.UpdateReceived) -> str:
    """Return how much an update said."""
    said = (
        (one.projects, "project", "projects"),
        (one.dates, "date", "dates"),
        (one.statuses, "status", "statuses"),
        (one.records, "other line", "other lines"),
    )
    parts = [count_words(number, word, many) for number, word, many in said if number]
    return ", ".join(parts) or "Nothing that was not known already"


def updates_table(found: Sequence[facts.UpdateReceived]) -> Table:
    """Return every update, newest first."""
    return Table(
        name="updates",
        caption="Updates received",
        columns=(
            Column("update", "Update"),
            Column("on", "As of"),
            Column("file", "File"),
            Column("map", "Read by"),
            Column("projects", "Projects", numeric=True),
            Column("dates", "Dates", numeric=True),
            Column("statuses", "Statuses", numeric=True),
            Column("records", "Money and others", numeric=True),
        ),
        rows=tuple(_update_row(one) for one in found),
        empty=(
            "No update has been received. Download the workbook, fill it in and send it: it is "
            "then listed here with its file."
        ),
    )


def _update_row(one: facts.UpdateReceived) -> Row:
    by = Cell("Our workbook")
    if one.cell_map:
        code = one.cell_map.partition("/")[2].partition("@")[0]
        by = Cell(code, href=map_address(code))
    numbers = (one.projects, one.dates, one.statuses, one.records)
    return (
        Cell(f"{one.number}", href=update_address(one.number)),
        day_cell(one.on, "Not known"),
        Cell(one.file_name),
        by,
        *(count_cell(number) for number in numbers),
    )


def line_table(found: Sequence[facts.UpdateLine]) -> Table:
    """Return everything that an update said, with its cell."""
    return Table(
        name="lines",
        caption="What it said, and where",
        columns=(Column("reference", "Of what"), Column("place", "Cell")),
        rows=tuple(
            (
                Cell(one.reference, href=f"/trace/{one.reference}"),
                Cell(one.place, href=cell_address(one.file, one.place)),
            )
            for one in found
        ),
        empty="It said nothing that was not known already.",
    )


def first_faults(faults: Sequence[RowError]) -> Table:
    """Return as much of what is wrong with a file as a form can show."""
    found = fault_table(faults[:MOST_FAULTS])
    if len(faults) <= MOST_FAULTS:
        return found
    return replace(found, caption=f"{found.caption}: the first {MOST_FAULTS} of {len(faults):,}")


def warning_table(warnings: Sequence[Notice]) -> Table:
    """Return what in a file is likely a slip of the hand, or undoes what stood."""
    return _told_table("warnings", count_words(len(warnings), "warning"), warnings)


def note_table(notes: Sequence[Notice], count: int) -> Table:
    """Return what of a file is good to know and stops nothing; `count` is of all of them."""
    more = f": the first {len(notes)}" if count > len(notes) else ""
    return _told_table("notes", f"{count_words(count, 'note')}{more}", notes)


def _told_table(name: str, caption: str, told: Sequence[Notice]) -> Table:
    return Table(
        name=name,
        caption=caption,
        columns=(Column("place", "Where"), Column("told", "What")),
        rows=tuple((Cell(one.place or "The whole file"), Cell(one.text)) for one in told),
        empty="There is nothing to say of it.",
    )


def plan_title(lines: Sequence[facts.PlannedLine], faults: int) -> str:
    """Return what loading would do, as a finding."""
    if faults:
        return f"{count_words(faults, 'fault')}: nothing can be loaded"
    new, changed = (
        sum(one.effect is effect for one in lines)
        for effect in (facts.Effect.NEW, facts.Effect.CHANGED)
    )
    if not lines:
        return "Nothing in this file is new"
    if not new and not changed:
        return f"This would say {count_words(len(lines), 'thing')} again, and change nothing"
    parts = [f"add {count_words(new, 'line')}"] if new else []
    parts += [f"change {count_words(changed, 'line')}"] if changed else []
    return f"This would {list_words(parts)}"


def plan_summary(name: str, on: date, unchanged: int) -> str:
    """Return which file it is, of which day, and how much it says that stands already."""
    said = f"{name}, as of {date_words(on)}. Nothing is kept until you load it."
    if not unchanged:
        return said
    verb = "says" if unchanged == 1 else "say"
    return f"{said} {count_words(unchanged, 'row')} {verb} just what is known."


def plan_table(lines: Sequence[facts.PlannedLine]) -> Table:
    """Return what loading would do, changes first."""
    rows = sorted(lines, key=lambda one: ORDER[one.effect])
    return Table(
        name="plan",
        caption="What loading would do",
        columns=(
            Column("project", "Project"),
            Column("what", "What"),
            Column("effect", "What happens"),
            Column("before", "Known until now"),
            Column("after", "In this file"),
            Column("place", "Read from"),
        ),
        rows=tuple(_plan_row(one) for one in rows),
        empty="Everything in this file is known already.",
    )


def _plan_row(one: facts.PlannedLine) -> Row:
    what = WHAT_WORDS.get(one.what, capital(one.what))
    return (
        Cell(one.project, href=project_address(one.project)),
        Cell(f"{what}: {one.item}" if one.item else what),
        Cell(EFFECT_WORDS[one.effect], order=ORDER[one.effect]),
        _said_cell(one.before, "Nothing"),
        _said_cell(one.after, "Nothing"),
        Cell(one.place),
    )


def _said_cell(said: date | str | None, none: str) -> Cell:
    if isinstance(said, date):
        return day_cell(said, none)
    return Cell(VALUE_WORDS.get(said or "", said or none))
