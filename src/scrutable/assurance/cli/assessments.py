"""`scrutable assurance assessments`, `assess` and `compare`.

Whoever has the terminal has the database: it shows what is exempt, and says so.
"""

from datetime import date, datetime
from typing import Any

import click

from scrutable.access.cli import check_named
from scrutable.access.facts import Permission
from scrutable.assurance.facts import (
    Assessment,
    OpenAssessment,
    Standing,
    StepState,
    Visibility,
)
from scrutable.assurance.presenters.assessments import comparing, one
from scrutable.assurance.reads import assessments as reads
from scrutable.audit import clock
from scrutable.audit.reads import number_at
from scrutable.govuk.cli import DAY, Cell, refusals_in_words, with_format, with_known_at, write_rows
from scrutable.kernel.wording import london_day
from scrutable.records.reads import UnknownRecord
from scrutable.records.writes import UnfitRecord, WrittenMeanwhile, record

LISTED = (
    *("code", "title", "framework", "profile", "met", "asked", "answered", "checked", "below"),
    *("lowered", "begun_on", "assured_on", "assurer", "steps", "done", "overdue", "visibility"),
)
OPEN = (
    *("code", "title", "framework", "begun_on", "assured_on", "assurer"),
    *("steps", "done", "visibility", "open_summary"),
)
MOVED = ("system", "before", "after", "was", "now", "turn", "note")
AS_AT = click.option("--as-at", type=DAY, help="As it stood on this day; today if none is given.")
BY = click.option("--by", required=True, help="Who does it, such as k.adeyemi; goes into the log.")


def day_of(as_at: date | None, known_at: datetime | None) -> date:
    """Return the day that is asked about."""
    return as_at or london_day(known_at or clock.now())


@click.command()
@click.option("--open", "only_open", is_flag=True, help="Only what everybody may know.")
@AS_AT
@with_known_at
@with_format
def assessments(
    only_open: bool,  # noqa: FBT001  (click's own)
    as_at: date | None,
    known_at: datetime | None,
    form: str,
) -> None:
    """Print every assessment: what it found, or with --open what everybody may know of it."""
    known, day = number_at(known_at), day_of(as_at, known_at)
    if only_open:
        write_rows([_open(each) for each in reads.opened(known, day)], OPEN, form)
        return
    found = reads.standings(known, day)
    write_rows([_listed(each) for each in found], LISTED, form)
    for each in found:
        click.echo(f"{each.assessment.code}: {one.finding(each)}.", err=True)


@click.command()
@click.argument("before")
@click.argument("after")
@with_known_at
@with_format
def compare(before: str, after: str, known_at: datetime | None, form: str) -> None:
    """Print how each outcome moved between two assessments, also across versions."""
    with refusals_in_words(UnknownRecord):
        found = reads.compared(before, after, number_at(known_at))
    rows: list[dict[str, Cell]] = [
        {
            "system": each.system,
            "before": each.before or None,
            "after": each.after or None,
            "was": each.was,
            "now": each.now,
            "turn": each.turn.value,
            "note": found.notes.get(each.after or each.before)
            if each.before != each.after
            else None,
        }
        for each in found.moved
    ]
    write_rows(rows, MOVED, form)
    click.echo(f"{comparing.title(found)}. {comparing.summary(found)}", err=True)


@click.command()
@click.argument("code")
@click.option("--title", required=True, help="What it is called; everybody may read it.")
@click.option("--framework", required=True, help="Such as “CAF v3.2”.")
@click.option("--profile", default="", help="baseline or enhanced; none where it has none.")
@click.option("--system", "systems", multiple=True, help="A critical system in scope.")
@click.option("--begun-on", type=DAY, required=True)
@click.option("--assurer", default="", help="Who checks it from outside.")
@click.option("--assured-on", type=DAY)
@click.option(
    "--visibility",
    type=click.Choice([each.value for each in Visibility]),
    default=Visibility.EXEMPT.value,
    show_default=True,
)
@click.option("--paragraph", "paragraphs", type=int, multiple=True, default=(3, 7))
@click.option("--public-interest", default="", help="Why it is exempt; the council’s usual words.")
@click.option("--open-summary", default="", help="What everybody may read.")
@BY
def assess(code: str, by: str, **said: Any) -> None:
    """Record an assessment, or how a known one is told from now on."""
    check_named(by, Permission.MANAGE_ASSURANCE)
    usual = reads.usual_interest(number_at(), day_of(None, None))
    made = Assessment(
        **said
        | {
            "code": code,
            "visibility": Visibility(said["visibility"]),
            "public_interest": said["public_interest"] or usual,
        }
    )
    with refusals_in_words(UnfitRecord, WrittenMeanwhile):
        done = record(of=made, by=by, at=clock.now())
    click.echo(f"{done.reference} is recorded", err=True)


def _open(each: OpenAssessment) -> dict[str, Cell]:
    return {
        name: (value.value if isinstance(value := getattr(each, name), Visibility) else value)
        for name in OPEN
    }


def _listed(each: Standing) -> dict[str, Cell]:
    own, plan = each.assessment, each.plan
    return {
        "code": own.code,
        "title": own.title,
        "framework": own.framework,
        "profile": own.profile or None,
        "met": each.is_met if each.judged else None,
        "asked": len(each.asked),
        "answered": each.answered,
        "checked": each.checked,
        "below": sum(len(judged.shortfalls) for judged in each.judged) if each.judged else None,
        "lowered": len(each.lowered),
        "begun_on": own.begun_on,
        "assured_on": own.assured_on,
        "assurer": own.assurer or None,
        "steps": len(plan.steps),
        "done": len(plan.of(StepState.DONE)),
        "overdue": len(plan.of(StepState.OVERDUE)),
        "visibility": own.visibility.value,
    }


COMMANDS = (assessments, assess, compare)
