"""`scrutable audit`: the event log, and the proof that nobody has touched it."""

import csv
import json
import sys
from dataclasses import asdict

import click
from rich.console import Console
from rich.table import Table

from scrutable.audit import reads

WIDE = 160  # columns of a table that goes into a file or a pipe
COLUMNS = ("Number", "When", "Who", "What", "About")


@click.group(name="audit")
def group() -> None:
    """Show the log of every change: who, when, before, after."""


@group.command()
def verify() -> None:
    """Walk the whole chain of events. Exits 1 where one is missing or altered."""
    breaks = reads.verify_chain()
    for fault in breaks:
        click.echo(f"event/{fault.number}: {fault.fault}", err=True)
    last = reads.number_at()
    seal = reads.seal_of_event(last) or "none yet"
    click.echo(f"{last} events, {len(breaks)} breaks, last seal {seal}")
    if breaks:
        raise SystemExit(1)


@group.command(name="log")
@click.option("--about", default="", help="A reference; what lies below it counts too.")
@click.option("--by", default="", help="Whose changes.")
@click.option("--most", default=50, show_default=True, help="How many, newest first.")
@click.option("--format", "form", type=click.Choice(["table", "json", "csv"]), default="table")
def show_log(about: str, by: str, most: int, form: str) -> None:
    """Print the newest events first."""
    found = reads.events(subject=about, by=by, most=most)
    rows = [
        (str(e.number), e.at.isoformat(timespec="seconds"), e.by, e.verb, e.subject) for e in found
    ]
    if form == "json":
        facts = [asdict(event) for event in found]
        click.echo(json.dumps(facts, indent=2, ensure_ascii=False, default=str))
    elif form == "csv":
        csv.writer(sys.stdout, lineterminator="\n").writerows([COLUMNS, *rows])
    else:
        table = Table(*COLUMNS)
        for row in rows:
            table.add_row(*row)
        Console(width=None if sys.stdout.isatty() else WIDE).print(table)
