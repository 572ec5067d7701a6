"""`scrutable assurance remediation`."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import click

from scrutable.access.cli import check_named
from scrutable.access.facts import Permission
from scrutable.assurance.cli.assessments import AS_AT, BY, day_of
from scrutable.assurance.facts import ORGANISATION, Remediation, StepStanding
from scrutable.assurance.presenters.assessments.plans import summary, title
from scrutable.assurance.presenters.assessments.words import PENCE
from scrutable.assurance.reads import assessments as reads
from scrutable.audit import clock
from scrutable.audit.reads import number_at
from scrutable.govuk.cli import DAY, Cell, refusals_in_words, with_format, with_known_at, write_rows
from scrutable.kernel.money import to_the_penny
from scrutable.records.reads import UnknownRecord, one
from scrutable.records.writes import UnfitRecord, WrittenMeanwhile, record

COLUMNS = (
    *("number", "state", "due", "days_over", "owner", "system", "outcomes", "what", "pounds"),
    *("progress", "progress_on", "said_done_on", "accepted_by", "accepted_on"),
)
REFUSALS = (UnknownRecord, UnfitRecord, WrittenMeanwhile)


@click.group()
def remediation() -> None:
    """List the steps of a plan, add one, report progress, accept one as done."""


@remediation.command(name="list")
@click.argument("assessment")
@AS_AT
@with_known_at
@with_format
def list_all(assessment: str, as_at: date | None, known_at: datetime | None, form: str) -> None:
    """Print every step of the plan after an assessment."""
    known = number_at(known_at)
    with refusals_in_words(UnknownRecord):
        reads.opened_one(assessment, known, day_of(as_at, known_at))
    plan = reads.plan(assessment, known, day_of(as_at, known_at))
    write_rows([_row(each) for each in plan.steps], COLUMNS, form)
    click.echo(f"{title(plan)}. {summary(plan)}", err=True)


@remediation.command()
@click.argument("assessment")
@click.option("--what", required=True, help="What is to be done.")
@click.option("--outcome", "outcomes", multiple=True, required=True, help="Such as B2.a.")
@click.option("--system", default=ORGANISATION, show_default=True)
@click.option("--owner", required=True, help="A post.")
@click.option("--due", type=DAY, required=True)
@click.option("--pounds", type=Decimal, help="What it costs, where somebody has said.")
@BY
def add(assessment: str, by: str, pounds: Decimal | None, **said: Any) -> None:
    """Plan a step; it gets the next number."""
    pence = None if pounds is None else pounds * PENCE
    if pence is not None and pence != int(pence):
        raise click.UsageError(f"--pounds is {pounds}: give pounds and pence.")
    sum_said = None if pence is None else int(pence)
    _record(Remediation(assessment=assessment, number=0, pence=sum_said, **said), by)


@remediation.command()
@click.argument("assessment")
@click.argument("number", type=int)
@click.option("--said", default="", help="What was done so far.")
@click.option("--on", type=DAY, help="The day of that; today if none is given.")
@click.option("--done", is_flag=True, help="Its owner says that it is done.")
@click.option("--evidence", multiple=True, help="What shows it.")
@BY
def progress(assessment: str, number: int, by: str, on: date | None, **told: Any) -> None:
    """Report how far a step is, or that its owner says it is done."""
    said, done, evidence = told["said"], told["done"], told["evidence"]
    if not said and not done and not evidence:
        raise click.UsageError("Give --said, --done or --evidence.")
    known, day = _known(assessment, number), day_of(on, None)
    new: dict[str, Any] = {"progress": said, "progress_on": day} if said else {}
    new |= {"said_done_on": day} if done else {}
    new |= {"evidence": (*known.evidence, *evidence)} if evidence else {}
    _record(replace(known, **new), by, known.version)


@remediation.command()
@click.argument("assessment")
@click.argument("number", type=int)
@click.option("--accepted-by", required=True, help="A post other than the owner’s.")
@click.option("--on", type=DAY, help="The day; today if none is given.")
@click.option("--evidence", multiple=True, help="What shows that it is done.")
@BY
def accept(
    assessment: str,
    number: int,
    by: str,
    accepted_by: str,
    on: date | None,
    evidence: tuple[str, ...],
) -> None:
    """Accept a step as done; its owner cannot."""
    known = _known(assessment, number)
    held = tuple(dict.fromkeys((*known.evidence, *evidence)))
    done = replace(known, accepted_by=accepted_by, accepted_on=day_of(on, None), evidence=held)
    _record(done, by, known.version)


def _known(assessment: str, number: int) -> Remediation:
    with refusals_in_words(UnknownRecord):
        return one(Remediation, number_at(), assessment=assessment, number=number)


def _record(step: Remediation, by: str, based_on: int | None = None) -> None:
    check_named(by, Permission.MANAGE_ASSURANCE)
    with refusals_in_words(*REFUSALS):
        done = record(of=step, by=by, at=clock.now(), based_on=based_on)
    click.echo(f"{done.reference} is recorded", err=True)


def _row(each: StepStanding) -> dict[str, Cell]:
    step = each.step
    return {
        "number": step.number,
        "state": each.state.value,
        "due": step.due,
        "days_over": each.days_over or None,
        "owner": step.owner,
        "system": step.system,
        "outcomes": ", ".join(step.outcomes),
        "what": step.what,
        "pounds": None if step.pence is None else to_the_penny(Decimal(step.pence) / PENCE),
        "progress": step.progress or None,
        "progress_on": step.progress_on,
        "said_done_on": step.said_done_on,
        "accepted_by": step.accepted_by or None,
        "accepted_on": step.accepted_on,
    }


COMMANDS = (remediation,)
