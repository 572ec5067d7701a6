"""`scrutable trace` and `scrutable search`."""

import csv
import json
import sys
from dataclasses import asdict
from datetime import datetime

import click
from rich.console import Console
from rich.table import Table

from scrutable.audit import reads as audit
from scrutable.contracts.cli.speaking import today, with_known_at
from scrutable.kernel.wording import moment_words
from scrutable.overview import reads
from scrutable.overview.facts import Step, Trace
from scrutable.overview.presenters.trace import present_trace
from scrutable.registers import reads as registers

FORMAT = click.option(
    "--format", "form", type=click.Choice(["table", "json", "csv"]), default="table"
)


@click.command()
@click.argument("reference")
@with_known_at
@FORMAT
def trace(reference: str, known_at: datetime | None, form: str) -> None:
    """Follow a record down to file and cell, and up to the reports that used it.

    REFERENCE reads like kpi/CSS/CSC_KPI_04/2026-09. Exits 1 if there is no such record.
    """
    as_at = today()
    try:
        evidence = reads.evidence_of(reference, as_at=as_at, known=audit.number_at(known_at))
    except reads.UnknownReference as unknown:
        click.echo(str(unknown), err=True)
        raise SystemExit(1) from unknown
    found = present_trace(evidence)
    if form == "json":
        click.echo(json.dumps(asdict(found), indent=2, ensure_ascii=False, default=str))
    elif form == "csv":
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(_row(step) for step in found.steps)
    else:
        _print(found)


@click.command()
@click.argument("words", nargs=-1, required=True)
@FORMAT
def search(words: tuple[str, ...], form: str) -> None:
    """Find contracts, KPIs, mitigations, service matters and reports by their words."""
    known = audit.number_at()
    hits = reads.search(" ".join(words), among=registers.contracts(known), known=known)
    rows = [(hit.kind, hit.reference, hit.title, hit.said) for hit in hits]
    headings = ("Kind", "Reference", "Title", "About")
    if form == "json":
        click.echo(json.dumps([asdict(hit) for hit in hits], indent=2, ensure_ascii=False))
    elif form == "csv":
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerows([headings, *rows])
    else:
        table = Table(*headings)
        for row in rows:
            table.add_row(*row)
        Console(width=None if sys.stdout.isatty() else WIDE).print(table)
    if not hits:
        click.echo("Nothing was found.", err=True)


WIDE = 160  # columns of a table that goes into a file or a pipe
COLUMNS = ("Step", "What", "Said", "Version", "Place", "When", "Who", "Reference")


def _row(step: Step) -> tuple[str, ...]:
    return (
        step.layer.value,
        step.title,
        step.said + ("" if step.is_current else " (not what stands now)"),
        str(step.version or "—"),
        step.place or "—",
        moment_words(step.at) if step.at else "—",
        step.by or "—",
        step.reference or "—",
    )


def _print(found: Trace) -> None:
    """Print the road as a list: eight columns would leave a terminal no room for words."""
    click.echo(f"{found.title}\n{found.summary}")
    for step in found.steps:
        said = [step.said + ("" if step.is_current else " (not what stands now)")]
        said += [step.place] if step.place not in step.said else []
        said += [f"version {step.version}" if step.version else "", step.reference]
        who = [moment_words(step.at) if step.at else "", step.by]
        click.echo(f"\n{step.layer.value:<10} {step.title}")
        for line in ("; ".join(filter(None, said)), ", ".join(filter(None, who))):
            if line:
                click.echo(f"{'':<10} {line}")
