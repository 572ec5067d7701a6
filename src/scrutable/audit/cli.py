"""`scrutable audit`: the event log, and the proof that nobody has touched it."""

from dataclasses import asdict

import click

from scrutable.audit import reads
from scrutable.govuk.cli import with_format, write_json, write_rows
from scrutable.kernel.wording import count_words

COLUMNS = ("number", "at", "by", "verb", "subject")


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
    events, broken = count_words(last, "event"), count_words(len(breaks), "break")
    click.echo(f"{events}, {broken}, last seal {seal}")
    if breaks:
        raise SystemExit(1)


@group.command(name="log")
@click.option("--about", default="", help="A reference; what lies below it counts too.")
@click.option("--by", default="", help="Whose changes.")
@click.option("--most", default=50, show_default=True, help="How many, newest first.")
@with_format
def show_log(about: str, by: str, most: int, form: str) -> None:
    """Print the newest events first."""
    found = reads.events(subject=about, by=by, most=most)
    if form == "json":
        write_json([asdict(event) for event in found])
        return
    rows = [{name: getattr(event, name) for name in COLUMNS} for event in found]
    write_rows(rows, COLUMNS, form)
