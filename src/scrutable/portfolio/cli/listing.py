"""`scrutable portfolio projects`, `slips` and `trend`."""

from datetime import date, datetime

import click

from scrutable.audit import clock
from scrutable.audit.reads import number_at
from scrutable.govuk.cli import DAY, Cell, refusals_in_words, with_format, with_known_at, write_rows
from scrutable.kernel.wording import london_day
from scrutable.portfolio import reads, rules
from scrutable.portfolio.facts import GO_LIVE, DateLine, Judged, Tolerance
from scrutable.registers import reads as registers

PROJECT_COLUMNS = (
    "project", "title", "theme", "stage", "place", "go_live", "status",
    "confidence", "green_by",
)  # fmt: skip
SLIP_COLUMNS = (
    "project",
    "milestone",
    "original",
    "current",
    "expected",
    "days_against_original",
    "days_against_current",
    "rebaselines",
    "days_moved",
    "rating",
    "rating_by_latest_baseline",
)
TREND_COLUMNS = ("milestone", "reported_on", "expected", "kind", "approver", "reason")


def _as_at(day: date | None, known_at: datetime | None) -> date:
    return day or london_day(known_at or clock.now())


@click.command()
@click.option("--as-at", type=DAY, help="The day that is asked about; today, if none is given.")
@with_known_at
@with_format
def projects(as_at: date | None, known_at: datetime | None, form: str) -> None:
    """Print every project: theme, stage, place on the priority list, go-live, status."""
    found = reads.judged(number_at(known_at), _as_at(as_at, known_at))
    write_rows([_project_row(one) for one in found], PROJECT_COLUMNS, form)


@click.command()
@click.option("--as-at", type=DAY, help="The day that is asked about; today, if none is given.")
@with_known_at
@with_format
def slips(as_at: date | None, known_at: datetime | None, form: str) -> None:
    """Print how late every milestone is against its original and its current date, in days.

    With them stands how often each was planned anew, and by how many days in all. The last
    column is what a rule would say that looks at the latest baseline only.
    """
    known, day = number_at(known_at), _as_at(as_at, known_at)
    tolerance = reads.tolerance(registers.policy("projects", day, known))
    rows = [_slip_row(one, day, tolerance) for one in reads.every_line(known, day)]
    write_rows(rows, SLIP_COLUMNS, form)


@click.command()
@click.argument("number")
@with_known_at
@with_format
def trend(number: str, known_at: datetime | None, form: str) -> None:
    """Print everything that was said of the dates of project NUMBER, and the range of its go-live.

    The range goes to stderr with how many earlier forecasts it rests on.
    """
    known, day = number_at(known_at), _as_at(None, known_at)
    with refusals_in_words(reads.UnknownProject):
        reads.project(number, known)
    moves = reads.moves(number, known, day)
    rows: list[dict[str, Cell]] = [
        {
            "milestone": milestone,
            "reported_on": one.on,
            "expected": one.to,
            "kind": one.kind.value,
            "approver": one.approver,
            "reason": one.reason,
        }
        for milestone, said in moves.items()
        for one in said
    ]
    write_rows(rows, TREND_COLUMNS, form)
    lines = {one.milestone: one for one in reads.lines(number, known, day)}
    if GO_LIVE in lines:
        others = reads.histories(known, day, without=number)
        found = rules.forecast_range(lines[GO_LIVE], moves[GO_LIVE], others, day)
        click.echo(
            f"Go-live between {found.low} and {found.high}, likely {found.likely}: by "
            f"{found.own} earlier forecasts of its own and {found.others} of others."
            if found
            else "No range: it was reached, or fewer than five milestones of others were.",
            err=True,
        )


def _project_row(one: Judged) -> dict[str, Cell]:
    return {
        "project": one.project.number,
        "title": one.project.title,
        "theme": one.project.theme.value,
        "stage": one.project.stage.value,
        "place": one.project.place,
        "go_live": one.slip.expected if one.slip else None,
        "status": one.shown.value if one.shown else None,
        "confidence": one.confidence.value if one.confidence else None,
        "green_by": one.green_by,
    }


def _slip_row(line: DateLine, as_at: date, tolerance: Tolerance) -> dict[str, Cell]:
    slip = rules.slip_of(line, as_at)
    return {
        "project": line.project,
        "milestone": line.milestone,
        "original": line.original,
        "current": line.current,
        "expected": slip.expected,
        "days_against_original": slip.against_original,
        "days_against_current": slip.against_current,
        "rebaselines": slip.rebaselines,
        "days_moved": (line.current - line.original).days,
        "rating": rules.by_both_baselines(slip, tolerance).value,
        "rating_by_latest_baseline": rules.by_latest_baseline(slip, tolerance).value,
    }
