"""Building, checking and freezing from the terminal."""

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import click

from scrutable.access.cli import TERMINAL, check_named
from scrutable.access.facts import Permission
from scrutable.audit import clock
from scrutable.govuk.cli import DAY, MOMENT, MONTH, refusals_in_words
from scrutable.kernel.wording import count_words
from scrutable.reports import facts, reads, writes
from scrutable.reports.cli.asking import asked_of, check_begins, sees_exempt
from scrutable.reports.cli.group import REFUSALS
from scrutable.work.cli import progress_bar

KINDS = [kind.value for kind in reads.KINDS]
FORMATS = [form.value for form in facts.Format]


@click.command()
@click.argument("kind", type=click.Choice(KINDS))
@click.option("--contract", default="", help="The contract's code, such as CSS.")
@click.option("--decision", default="", help="The decision's code, such as I017909.")
@click.option("--strategy", default="", help="The strategy's code, for a retrospective.")
@click.option("--transition", default="", help="The transition's code, for its outcomes.")
@click.option("--project", default="", help="One project's number, for its benefits alone.")
@click.option(
    "--as-at", type=DAY, help="The day, such as 2026-09-30: needed, except for a decision."
)
@click.option("--from", "first", type=MONTH, help="The first month; else the quarter's.")
@click.option("--to", "last", type=MONTH, help="The last month; else the last whole one.")
@click.option(
    "--body", default="", help="The code of the body it is for; else the council's board."
)
@click.option("--meeting", default="", help="The code of the meeting; else the body's next one.")
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
    kind = facts.ReportKind(said["kind"])
    check_begins(said["by"], kind)
    only = facts.Format(said["only"]) if said["only"] else None
    with refusals_in_words(*REFUSALS):
        asked = asked_of(kind, said)
        edition = writes.open_edition(asked=asked, by=said["by"], at=clock.now())
        with progress_bar(f"Building {edition.name}") as progress:
            files = reads.rendered(reads.drawing_of(edition), only=only, progress=progress)
        exempt = reads.exempt_drawing_of(edition)
        _say_faults(reads.check(edition.name))
    click.echo(f"{edition.reference}, {edition.title}", err=True)
    _write(said["output"], edition.name, files)
    if exempt is not None and sees_exempt(said["by"]):
        _write(said["output"], f"{edition.name}.exempt", reads.rendered(exempt, only=only))
    elif exempt is not None:
        click.echo("The exempt part is left out. Name with --by somebody who may see it.", err=True)


def _write(folder: Path, name: str, files: Mapping[facts.Format, bytes]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for form, content in files.items():
        path = folder / f"{name}.{form.value}"
        path.write_bytes(content)
        click.echo(path)


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
    with refusals_in_words(*REFUSALS):
        check_named(by, reads.KINDS[reads.edition(edition).kind].frozen_by)
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
    """Write the commentary of a section, by name or title; no text takes it away."""
    check_named(by, Permission.BUILD_REPORTS)
    said = sys.stdin.read() if text == "-" else text
    with refusals_in_words(*REFUSALS):
        writes.narrate(
            edition=edition, section=section, text=said, based_on=None, by=by, at=clock.now()
        )
    became = "kept" if said.strip() else "taken away"
    click.echo(f"{reads.name_of(edition)}: the commentary of {section} is {became}.")
