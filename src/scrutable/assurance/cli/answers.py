"""`scrutable assurance answers`, `template` and `load`."""

from datetime import date, datetime
from pathlib import Path

import click
from django.conf import settings

from scrutable.access.cli import check_named
from scrutable.access.facts import Permission
from scrutable.assurance import writes
from scrutable.assurance.cli.assessments import AS_AT, BY, day_of
from scrutable.assurance.facts import (
    ORGANISATION,
    Assessment,
)
from scrutable.assurance.intake.template import Issued, write_template
from scrutable.assurance.presenters.assessments import one
from scrutable.assurance.presenters.assessments.loading import loaded_words
from scrutable.assurance.reads import assessments as reads
from scrutable.audit import clock
from scrutable.audit.reads import number_at
from scrutable.govuk.cli import Cell, refusals_in_words, with_format, with_known_at, write_rows
from scrutable.records import reads as records
from scrutable.records.cli import show_and_load
from scrutable.records.reads import UnknownRecord
from scrutable.registers import reads as registers

ANSWERED = (
    *("system", "outcome", "title", "least", "council", "assurer", "counts", "below", "lowered"),
    *("reasons", "assured_reasons", "evidence"),
)


@click.command()
@click.argument("assessment")
@click.option("--system", default="", help="Of one system only; “organisation” for the council.")
@AS_AT
@with_known_at
@with_format
def answers(
    assessment: str, system: str, as_at: date | None, known_at: datetime | None, form: str
) -> None:
    """Print both answers to every outcome, the least, and whether it is reached."""
    known, day = number_at(known_at), day_of(as_at, known_at)
    with refusals_in_words(UnknownRecord):
        found = reads.standing(assessment, known, day)
    _check_scope(found.assessment, system)
    told = {(each.system, each.outcome): each for each in reads.answers(assessment, known)}
    rows: list[dict[str, Cell]] = []
    for each in found.of(system) if system else found.asked:
        said = told.get((each.system, each.outcome))
        rows.append(
            {
                "system": each.system,
                "outcome": each.outcome,
                "title": each.title,
                "least": each.least,
                "council": each.said,
                "assurer": each.assured,
                "counts": each.stands,
                "below": each.is_short if each.least else None,
                "lowered": each.is_lowered,
                "reasons": said.reasons if said else None,
                "assured_reasons": said.assured_reasons if said else None,
                "evidence": "; ".join(said.evidence) if said else None,
            }
        )
    write_rows(rows, ANSWERED, form)
    click.echo(f"{one.finding(found)}. {one.summary(found)}", err=True)


@click.command()
@click.argument("assessment")
@click.argument("path", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--system", default="", help="One system only; everything in scope without it.")
def template(assessment: str, path: Path, system: str) -> None:
    """Write the workbook in which answers are given, with what is recorded already."""
    known, day = number_at(), day_of(None, None)
    with refusals_in_words(UnknownRecord):
        found = records.one(Assessment, known, code=assessment)
    _check_scope(found, system)
    asks = Issued(
        assessment=found,
        framework=reads.framework_of(found),
        systems=(system,) if system else (ORGANISATION, *found.systems),
        titles=reads.system_titles(known),
        answers=reads.answers(assessment, known, system),
    )
    council = registers.council_name(day, known, settings.COUNCIL_NAME)
    path.write_bytes(write_template(asks, on=day, council=council))
    click.echo(f"{path} is written. What it holds is exempt as the assessment is.", err=True)


def _check_scope(found: Assessment, system: str) -> None:
    if system and system not in (ORGANISATION, *found.systems):
        scope = ", ".join((ORGANISATION, *found.systems))
        raise click.ClickException(f"{system} is not in its scope. Name one of {scope}.")


@click.command()
@click.argument("assessment")
@click.argument("path", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@BY
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
@with_format
def load(
    assessment: str,
    path: Path,
    by: str,
    dry_run: bool,  # noqa: FBT001  (click's own)
    form: str,
) -> None:
    """Load the workbook of an assessment, all of it or nothing. Exits 1 with every fault.

    What it says already changes nothing, nor does a blank cell.
    """
    check_named(by, Permission.MANAGE_ASSURANCE)
    with refusals_in_words(UnknownRecord):
        done = show_and_load(
            path,
            read=lambda content: writes.checked_answers(
                assessment, content, path.name, number_at()
            ),
            load=lambda content: writes.load_answers(
                assessment=assessment, content=content, name=path.name, by=by, at=clock.now()
            ),
            form=form,
            dry_run=dry_run,
            noun="answer",
        )
    if done:
        click.echo(loaded_words(done.new, done.changed, done.known), err=True)


COMMANDS = (answers, template, load)
