"""Building, checking and freezing from the terminal."""

import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import click
from django.conf import settings

from scrutable.access import reads as access
from scrutable.access.cli import TERMINAL, check_named
from scrutable.access.facts import Permission
from scrutable.audit import clock
from scrutable.audit.reads import number_at
from scrutable.govuk.cli import DAY, MOMENT, MONTH, refusals_in_words
from scrutable.kernel.periods import Span
from scrutable.kernel.wording import count_words, london_day
from scrutable.registers import reads as registers
from scrutable.reports import facts, reads, writes
from scrutable.reports.cli.group import REFUSALS
from scrutable.reports.rules.titles import span_at
from scrutable.work.cli import progress_bar

KINDS = [kind.value for kind in facts.ReportKind]
FORMATS = [form.value for form in facts.Format]


@click.command()
@click.argument("kind", type=click.Choice(KINDS))
@click.option("--contract", required=True, help="The contract's code, such as CSS.")
@click.option("--as-at", type=DAY, required=True, help="The day, such as 2026-09-30.")
@click.option("--from", "first", type=MONTH, help="The first month; else the quarter's.")
@click.option("--to", "last", type=MONTH, help="The last month; else the last whole one.")
@click.option("--known-at", type=MOMENT, help="Only what was known then, 2026-10-12T09:00.")
@click.option("--by", default=TERMINAL, show_default=True, help="Who begins it.")
@click.option("--author", default="", help="Who signs it; else the name of --by.")
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(),
    help="The folder for the files.",
)
@click.option("--only", type=click.Choice(FORMATS), help="One format alone.")
def build(**said: Any) -> None:
    """Build a report in every format; the same asked again is the same draft.

    What stops it from being frozen is said on stderr, and the files are made all the same.
    """
    if said["by"] != TERMINAL:
        check_named(said["by"], Permission.BUILD_REPORTS)
    with refusals_in_words(*REFUSALS):
        edition = writes.open_edition(asked=_asked(**said), by=said["by"], at=clock.now())
        only = facts.Format(said["only"]) if said["only"] else None
        with progress_bar(f"Building {edition.name}") as progress:
            drawing = reads.drawing_of(edition)
            files = reads.rendered(drawing, only=only, progress=progress)
        _say_faults(reads.check(edition.name))
    said["output"].mkdir(parents=True, exist_ok=True)
    click.echo(f"{edition.reference}, {edition.title}", err=True)
    for form, content in files.items():
        path = said["output"] / f"{edition.name}.{form.value}"
        path.write_bytes(content)
        click.echo(path)


def _asked(**said: Any) -> facts.ReportAsked:
    known = number_at(said["known_at"]) if said["known_at"] else None
    today = london_day(clock.now())  # a report goes out under the name of its day
    policy = registers.policy("council", today, number_at())
    person = access.person(said["by"])
    return facts.ReportAsked(
        kind=facts.ReportKind(said["kind"]),
        contract=said["contract"],
        span=_span(said["as_at"], said["first"], said["last"]),
        as_at=said["as_at"],
        author=said["author"] or (person.full_name if person else said["by"]),
        council=registers.council_name(today, number_at(), settings.COUNCIL_NAME),
        meeting=str(policy["board"]),
        links=settings.BASE_URL,
        known=known,
    )


def _span(as_at: date, *ends: Any) -> Span:
    try:
        return span_at(as_at, *ends)
    except ValueError as fault:
        raise click.UsageError(f"{fault}. Give the earlier month first.") from fault


def _say_faults(faults: Iterable[facts.Fault]) -> None:
    for fault in faults:
        click.echo(str(fault), err=True)


@click.command()
@click.argument("edition")
def check(edition: str) -> None:
    """Say what stops the edition from being frozen: place, fault and remedy, exit 1 if anything."""
    with refusals_in_words(*REFUSALS):
        faults = reads.check(edition)
    _say_faults(faults)
    click.echo(f"{reads.name_of(edition)}: {count_words(len(faults), 'fault')}")
    if faults:
        raise SystemExit(1)


@click.command()
@click.argument("edition")
@click.option("--by", required=True, help="Who freezes it, such as j.smith.")
def freeze(edition: str, by: str) -> None:
    """Freeze the edition for good; what stops it is said instead, and exit 1."""
    check_named(by, Permission.FREEZE_REPORTS)
    try:
        with refusals_in_words(*REFUSALS), progress_bar(f"Freezing {edition}") as progress:
            frozen = writes.freeze(edition=edition, by=by, at=clock.now(), progress=progress)
    except writes.NotFit as unfit:
        _say_faults(unfit.faults)
        raise click.ClickException(str(unfit)) from unfit
    click.echo(f"{frozen.reference} is frozen, its records as known at event {frozen.pinned}.")


@click.command()
@click.argument("edition")
@click.argument("section")
@click.option("--text", required=True, help="The commentary; “-” reads it from standard input.")
@click.option("--by", required=True, help="Who writes it, such as j.smith.")
def narrate(edition: str, section: str, text: str, by: str) -> None:
    """Write the commentary of a section of a draft, such as summary or services."""
    check_named(by, Permission.BUILD_REPORTS)
    said = sys.stdin.read() if text == "-" else text
    with refusals_in_words(*REFUSALS):
        writes.narrate(
            edition=edition, section=section, text=said, based_on=None, by=by, at=clock.now()
        )
    click.echo(f"{reads.name_of(edition)}: the commentary of {section} is kept.")
