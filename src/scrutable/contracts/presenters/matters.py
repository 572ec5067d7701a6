"""Service matters as pages show them; pure."""

from collections.abc import Sequence
from datetime import date

from scrutable.contracts.facts import Matter, MatterState
from scrutable.contracts.presenters import cells, words
from scrutable.contracts.presenters.addresses import matter_address
from scrutable.govuk.facts import Cell, Column, Row, Table
from scrutable.kernel.wording import count_words, list_words

DONE = (MatterState.RESOLVED, MatterState.CLOSED)


def title(matters: Sequence[Matter], as_at: date) -> str:
    """Return the finding: how many are open, how many of them overdue."""
    live = [matter for matter in matters if matter.state not in DONE]
    overdue = [matter for matter in live if matter.due and matter.due < as_at]
    if not live:
        return "No service matter is open"
    verb = "is" if len(live) == 1 else "are"
    said = f"{count_words(len(live), 'service matter')} {verb} open"
    return f"{said}, {len(overdue)} past due" if overdue else said


def matter_table(matters: Sequence[Matter], as_at: date) -> Table:
    """Return a contract's service matters with owner, due day and state."""
    return Table(
        name="matters",
        caption="Service matters",
        columns=(
            Column("matter", "Matter"),
            Column("state", "State"),
            Column("owner", "Owner"),
            Column("raised", "Raised"),
            Column("due", "Due"),
            Column("kpis", "KPIs it touches"),
            Column("note", "What is being done"),
        ),
        rows=tuple(_matter_row(matter, as_at) for matter in _soonest_first(matters)),
        empty=(
            "No service matter has been raised. One is for what no KPI shows, such as outstanding "
            "payroll matters: who owns it, by when, and where it stands."
        ),
    )


def _soonest_first(matters: Sequence[Matter]) -> list[Matter]:
    """Order what is still open by its due day; what is done comes after, the newest first."""
    live = [matter for matter in matters if matter.state not in DONE]
    done = [matter for matter in matters if matter.state in DONE]
    live.sort(key=lambda matter: (matter.due or date.max, matter.number))
    return [*live, *sorted(done, key=lambda matter: -matter.number)]


def _matter_row(matter: Matter, as_at: date) -> Row:
    late = matter.due is not None and matter.due < as_at and matter.state not in DONE
    due = cells.day_cell(matter.due, "No day set")
    return (
        Cell(
            matter.title,
            href=matter_address(matter),
            note=f"Number {matter.number}",
        ),
        Cell(words.MATTER_WORDS[matter.state]),
        Cell(matter.owner),
        cells.day_cell(matter.raised_on, "Not recorded"),
        Cell(due.text, order=due.order, note="Past due") if late else due,
        Cell(list_words(matter.codes) or "None named"),
        Cell(matter.note or "Nothing noted"),
    )
