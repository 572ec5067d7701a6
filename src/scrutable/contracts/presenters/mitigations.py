"""Mitigations as pages show them: beside the misses they cover, never instead; pure."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from scrutable.audit.presenters import event_cell
from scrutable.contracts.facts import Mitigation
from scrutable.contracts.presenters import cells
from scrutable.contracts.presenters.addresses import kpi_address, mitigation_address, trace_address
from scrutable.govuk.facts import Cell, Column, Row, Table, Term
from scrutable.kernel.periods import Month
from scrutable.kernel.wording import count_words, date_words


def title(mitigations: Sequence[Mitigation], as_at: date) -> str:
    """Return the finding: how many are in force, and how long the longest has run."""
    now = Month.of(as_at)
    running = [agreed for agreed in mitigations if agreed.covers(now)]
    if not running:
        return "No mitigation is in force"
    longest = max(running, key=lambda agreed: len(agreed.span))
    verb = "is" if len(running) == 1 else "are"
    said = f"{count_words(len(running), 'mitigation')} {verb} in force"
    months = count_words(len(longest.span), "month")
    return f"{said}, {'' if len(running) == 1 else 'the longest '}for {months}"


def state_words(agreed: Mitigation, as_at: date) -> str:
    """Return whether it holds in the month of the day, and if not why not."""
    now = Month.of(as_at)
    if agreed.withdrawn_on and not agreed.covers(now):
        return f"Withdrawn on {date_words(agreed.withdrawn_on)}"
    if agreed.covers(now):
        return f"In force until {agreed.span.last.words}"
    if now < agreed.span.first:
        return f"Begins in {agreed.span.first.words}"
    return f"Ran out in {agreed.span.last.words}"


def one_title(agreed: Mitigation, as_at: date) -> str:
    """Return the KPI and where its mitigation stands."""
    state = state_words(agreed, as_at)
    return f"{agreed.code}: {state[:1].lower()}{state[1:]}"


def mitigation_table(mitigations: Sequence[Mitigation], as_at: date) -> Table:
    """Return what was agreed for this and other KPIs."""
    return Table(
        name="mitigations",
        caption="Mitigations agreed",
        columns=(
            Column("kpi", "KPI"),
            Column("state", "State"),
            Column("months", "Months"),
            Column("length", "Length in months", numeric=True),
            Column("reason", "Reason"),
            Column("granted", "Granted by"),
            Column("fix", "Long-term fix"),
            Column("due", "Fix due"),
        ),
        rows=tuple(_mitigation_row(agreed, as_at) for agreed in _running_first(mitigations, as_at)),
        empty=(
            "No mitigation has been agreed. When the council agrees one, it stands here with its "
            "reason and its months, beside the misses it covers."
        ),
    )


def _running_first(mitigations: Sequence[Mitigation], as_at: date) -> list[Mitigation]:
    """Order by what holds now, then by how lately it ended."""
    now = Month.of(as_at)
    lately = sorted(mitigations, key=lambda agreed: agreed.span.last, reverse=True)
    return sorted(lately, key=lambda agreed: not agreed.covers(now))


def _mitigation_row(agreed: Mitigation, as_at: date) -> Row:
    address = mitigation_address(agreed)
    return (
        Cell(agreed.code, href=address, note=f"{agreed.contract}, number {agreed.number}"),
        Cell(state_words(agreed, as_at)),
        Cell(agreed.span.words, order=str(agreed.span.first)),
        Cell(str(len(agreed.span)), number=Decimal(len(agreed.span))),
        Cell(agreed.reason),
        Cell(agreed.granted_by, note=date_words(agreed.granted_on)),
        Cell(agreed.long_term_fix or "None named"),
        cells.day_cell(agreed.fix_due, "No day set"),
    )


def mitigation_terms(agreed: Mitigation, as_at: date) -> tuple[Term, ...]:
    """Return one mitigation line by line."""
    fix_due = date_words(agreed.fix_due) if agreed.fix_due else "No day set"
    return (
        Term(label="KPI", value=agreed.code, href=kpi_address(agreed.contract, agreed.code)),
        Term(label="State", value=state_words(agreed, as_at)),
        Term(
            label="Months", value=f"{agreed.span.words} ({count_words(len(agreed.span), 'month')})"
        ),
        Term(label="Reason", value=agreed.reason),
        Term(label="Asked for by", value=agreed.asked_by or "Not recorded"),
        Term(label="Granted by", value=f"{agreed.granted_by}, {date_words(agreed.granted_on)}"),
        Term(label="Long-term fix", value=agreed.long_term_fix or "None named"),
        Term(label="Fix due", value=fix_due),
        Term(
            label="Recorded", value=f"Event {agreed.version}", href=trace_address(agreed.reference)
        ),
    )


def version_table(versions: Sequence[Mitigation], as_at: date) -> Table:
    """Return every version of one mitigation, newest first: renewals, slipped fixes, withdrawal."""
    return Table(
        name="versions",
        caption="What was agreed when",
        columns=(
            Column("version", "Version"),
            Column("months", "Months"),
            Column("granted", "Granted by"),
            Column("fix", "Long-term fix"),
            Column("due", "Fix due"),
            Column("reason", "Reason"),
        ),
        rows=tuple(
            (
                event_cell(v.version),
                Cell(v.span.words, order=str(v.span.first)),
                Cell(v.granted_by, note=date_words(v.granted_on)),
                Cell(v.long_term_fix or "None named"),
                cells.day_cell(v.fix_due, "No day set"),
                Cell(v.reason, note=state_words(v, as_at)),
            )
            for v in reversed(versions)
        ),
        empty="Nothing has been agreed yet.",
    )
