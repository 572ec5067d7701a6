"""`scrutable contracts judge`, `credits` and `attention`: questions, answered as known then."""

from datetime import date, datetime

import click

from scrutable.audit.reads import number_at
from scrutable.contracts import reads
from scrutable.contracts.cli.speaking import REFUSALS, span_of, today
from scrutable.contracts.facts import CreditSum, KpiDefinition, KpiMonth, PointsLine
from scrutable.contracts.presenters import words
from scrutable.govuk.cli import (
    DAY,
    MONTH,
    Cell,
    refusals_in_words,
    with_format,
    with_known_at,
    write_json,
    write_rows,
)
from scrutable.kernel.attention import Attention
from scrutable.kernel.periods import Month

JUDGED = (
    "kpi", "title", "month", "value", "target", "minimum", "status", "mitigation", "standing",
)  # fmt: skip
POINTS = ("kpi", "severity", "points", "repeat", "multiplier", "counted", "relieved_by")
SUMS = (
    "points", "charge_pounds", "percent_per_point", "uncapped_pounds", "cap_pounds", "is_capped",
    "suspended_by", "credit_pounds",
)  # fmt: skip
NOTED = ("reference", "what", "why", "since", "due", "owner", "gravity", "doing")


@click.command()
@click.argument("contract")
@click.option("--from", "first", type=MONTH, required=True, help="The first month.")
@click.option("--to", "last", type=MONTH, required=True, help="The last month.")
@with_known_at
@with_format
def judge(contract: str, first: Month, last: Month, known_at: datetime | None, form: str) -> None:
    """Judge every KPI of a CONTRACT in every month, before mitigation and with it beside."""
    span = span_of(first, last)
    with refusals_in_words(*REFUSALS):
        known = number_at(known_at)
        found = reads.performance(contract, span, today(known_at), known)
    kpis = {kpi.code: kpi for kpi in found.definitions}
    write_rows([_judged(kpis[entry.code], entry, form) for entry in found.months], JUDGED, form)


def _judged(kpi: KpiDefinition, entry: KpiMonth, form: str) -> dict[str, Cell]:
    """Return the month as a row; people get words, programs get values."""
    for_people = form == "table"
    result, level = entry.result, entry.level
    value = result.value if result else None
    row: dict[str, Cell] = {
        "kpi": entry.code,
        "title": kpi.title,
        "month": entry.month,
        "value": words.entry_words(kpi, entry) if for_people else value,
        "target": level.target if level else None,
        "minimum": level.minimum if level else None,
        "status": words.WORDS[entry.status] if for_people else entry.status.value,
        "mitigation": entry.mitigation.reference if entry.mitigation else None,
        "standing": result.standing.value if result else None,
    }
    if for_people:
        row["target"] = words.target_words(kpi, entry)
        row["minimum"] = words.minimum_words(kpi, entry)
    return row


@click.command(name="credits")
@click.argument("contract")
@click.option("--month", type=MONTH, required=True, help="The month, such as 2026-09.")
@with_known_at
@with_format
def credits_due(contract: str, month: Month, known_at: datetime | None, form: str) -> None:
    """Work out the service credit of a CONTRACT for a month, with the sum line by line."""
    with refusals_in_words(*REFUSALS):
        known = number_at(known_at)
        found = reads.credit_sum(contract, month, today(known_at), known)
    lines = [_points(line) for line in found.lines]
    if form == "json":
        write_json({"reference": found.reference, **_sums(found), "lines": lines})
        return
    write_rows(lines, POINTS, form)
    if form == "table":
        sums = [{"what": name, "figure": value} for name, value in _sums(found).items()]
        write_rows(sums, ("what", "figure"), form)


def _points(line: PointsLine) -> dict[str, Cell]:
    return {
        "kpi": line.code,
        "severity": line.severity.value,
        "points": line.points,
        "repeat": line.is_repeat,
        "multiplier": line.multiplier,
        "counted": line.counted,
        "relieved_by": line.relieved_by or None,
    }


def _sums(found: CreditSum) -> dict[str, Cell]:
    return {
        "points": found.points,
        "charge_pounds": found.charge.pounds if found.charge else None,
        "percent_per_point": found.terms.percent_per_point if found.terms else None,
        "uncapped_pounds": found.uncapped_pounds,
        "cap_pounds": found.cap_pounds,
        "is_capped": found.is_capped,
        "suspended_by": found.suspended_by or None,
        "credit_pounds": found.credit_pounds,
        "not_judged": ", ".join(found.not_judged) or None,
    }


@click.command()
@click.option("--as-at", type=DAY, help="The day that is asked about; today, if not given.")
@with_known_at
@with_format
def attention(as_at: date | None, known_at: datetime | None, form: str) -> None:
    """List what needs a person, gravest first. Exits 1 if anything does."""
    with refusals_in_words(*REFUSALS):
        known = number_at(known_at)
        found = reads.attention(as_at or today(known_at), known)
    write_rows([_noted(item) for item in found], NOTED, form)
    if found:
        raise SystemExit(1)


def _noted(item: Attention) -> dict[str, Cell]:
    return {
        "reference": item.reference,
        "what": item.what,
        "why": item.why,
        "since": item.since,
        "due": item.due,
        "owner": item.owner or None,
        "gravity": item.gravity.name.lower(),
        "doing": item.doing or None,
    }
