"""`scrutable audit`: what happened, and whether the log still holds."""

import csv
import json
import sys
from dataclasses import asdict

import click

from scrutable.audit import reads
from scrutable.audit.facts import EventFact

COLUMNS = ("number", "at", "by", "verb", "subject", "before", "after", "seal")


@click.group(name="audit")
def group() -> None:
    """Read the event log: who changed what, when, before and after."""


@group.command()
def verify() -> None:
    """Walk the whole log and say where it does not hold. Exits 1 if anywhere."""
    breaks = reads.verify_chain()
    for found in breaks:
        click.echo(f"event/{found.number} {found.fault}", err=True)
    last = reads.number_at()
    if breaks:
        raise SystemExit(1)
    if not last:
        click.echo("The log is empty.")
        return
    click.echo(f"{last} {'event holds' if last == 1 else 'events hold'}.")
    click.echo(f"The seal of event/{last} is {reads.seal_of_event(last)}")


@group.command()
@click.option("--subject", default="", help="Only this record and those below it.")
@click.option("--by", default="", help="Only what this person did.")
@click.option("--most", default=100, show_default=True, help="How many, newest first.")
@click.option("--format", "form", type=click.Choice(["table", "json", "csv"]), default="table")
def log(subject: str, by: str, most: int, form: str) -> None:
    """List the newest events; with --format json or csv also what was before and after."""
    found = reads.events(subject=subject, by=by, most=most)
    if form == "json":
        rows = [_row(event) for event in found]
        click.echo(json.dumps(rows, indent=2, ensure_ascii=False))
    elif form == "csv":
        writer = csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\n")
        writer.writeheader()
        for event in found:
            texts = {"before": _text(event.before), "after": _text(event.after)}
            writer.writerow(_row(event) | texts)
    else:
        for event in found:
            at = f"{event.at:%Y-%m-%d %H:%M}"
            click.echo(f"{event.number:>6}  {at}  {event.by}  {event.verb}  {event.subject}")


def _row(event: EventFact) -> dict[str, object]:
    return {name: asdict(event)[name] for name in COLUMNS} | {"at": event.at.isoformat()}


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
