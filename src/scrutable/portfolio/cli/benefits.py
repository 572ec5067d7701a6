"""`scrutable portfolio benefits` and `measure`."""

from datetime import date, datetime
from typing import Any

import click

from scrutable.access.cli import check_named
from scrutable.access.facts import Permission
from scrutable.audit import clock
from scrutable.audit.reads import number_at
from scrutable.govuk.cli import (
    DAY,
    Cell,
    NumberType,
    refusals_in_words,
    with_format,
    with_known_at,
    without_pounds,
    write_rows,
)
from scrutable.kernel.wording import count_words, london_day
from scrutable.portfolio import facts, reads, rules, writes

COLUMNS = (
    "benefit",
    "title",
    "project",
    "kind",
    "owner",
    "baseline",
    "target",
    "target_on",
    "measured",
    "measured_on",
    "percent",
    "standing",
    "since",
    "promised",
    "taken",
    "verified",
    "counted",
)
SHOWN = (
    *("benefit", "title", "kind", "owner", "target", "measured", "percent", "standing"),
    *("promised", "taken", "verified", "counted"),
)
MEASUREMENT = ("benefit", "on", "value", "pounds", "source", "measured_by", "version")


NUMBER = NumberType("92.5", without_pounds)


@click.command()
@click.option("--project", default="", help="The benefits of one project, such as 203.")
@click.option("--as-at", type=DAY, help="The day that is asked about; today, if none is given.")
@with_known_at
@with_format
def benefits(project: str, as_at: date | None, known_at: datetime | None, form: str) -> None:
    """Print what was promised of every project, what is measured, and the pounds a year.

    Savings that two projects claim go to stderr; one of the two is not counted. A table leaves
    out some columns that json and csv have.
    """
    known = number_at(known_at)
    day = as_at or london_day(known_at or clock.now())
    with refusals_in_words(reads.UnknownProject):
        found = reads.benefits_found(day, known, project=project)
    columns = SHOWN if form == "table" else COLUMNS
    write_rows([_row(one, found.left_out) for one in found.standings], columns, form)
    for claim in found.claims:
        if claim.settled is None:
            first, second = claim.codes
            click.echo(f"{first} and {second} look like one saving: it counts once.", err=True)


def _row(one: facts.BenefitStanding, left_out: frozenset[str]) -> dict[str, Cell]:
    of = one.benefit
    return {
        "benefit": of.code,
        "title": of.title,
        "project": of.project,
        "kind": of.kind.value,
        "owner": of.owner,
        "baseline": of.baseline,
        "target": of.target,
        "target_on": of.target_on,
        "measured": one.last.value if one.last else None,
        "measured_on": one.last.on if one.last else None,
        "percent": None if one.share is None else rules.percent_of(one.share),
        "standing": one.state.value,
        "since": one.since,
        "promised": one.promised,
        "taken": one.realised,
        "verified": one.verified,
        "counted": one.is_counted and one.code not in left_out,
    }


@click.command()
@click.argument("benefit")
@click.option("--on", type=DAY, required=True, help="The day on which it was measured.")
@click.option("--value", type=NUMBER, help="What was measured; without it, say why in --words.")
@click.option("--pounds", type=NUMBER, help="Taken from the budget by the day, a year.")
@click.option("--words", default="", help="What was found, in words.")
@click.option("--source", default="", help="Where the value is from.")
@click.option("--measured-by", required=True, help="Who measured it.")
@click.option("--verified-by", default="", help="Who else found it so.")
@click.option("--verified-on", type=DAY, help="And on which day.")
@click.option("--by", required=True, help="Who records it, such as a.patel.")
@with_format
def measure(benefit: str, by: str, form: str, **said: Any) -> None:
    """Record what was measured of BENEFIT, such as 203-1; of the same day again, it corrects.

    Every fault is said, and then nothing is stored.
    """
    check_named(by, Permission.MANAGE_PROJECTS)
    with refusals_in_words(reads.UnknownRecord):
        of = reads.benefit(benefit, number_at())
    try:
        done = writes.record(
            of=facts.Measurement(project=of.project, benefit=of.number, **said),
            by=by,
            at=clock.now(),
        )
    except writes.UnfitRecord as unfit:
        for fault in unfit.faults:
            click.echo(
                f"--{fault.place.replace('_', '-')}: {fault.fault}; {fault.remedy}", err=True
            )
        faults = count_words(len(unfit.faults), "fault")
        raise click.ClickException(f"Nothing was recorded: {faults}.") from unfit
    row: dict[str, Cell] = {"benefit": of.code}
    row |= {name: getattr(done, name) for name in MEASUREMENT[1:]}
    write_rows([row], MEASUREMENT, form)
