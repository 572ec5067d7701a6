"""`scrutable assurance map` and `claims`."""

from datetime import date, datetime
from typing import Any

import click

from scrutable.access.cli import check_named
from scrutable.access.facts import Permission
from scrutable.assurance import writes  # noqa: F401  (register what they refuse)
from scrutable.assurance.cli.systems import AS_AT, BY, day_of
from scrutable.assurance.facts import ClaimSeen, Evidence, Line
from scrutable.assurance.presenters.claims import listing, one
from scrutable.assurance.presenters.claims.words import line_words, missing_words
from scrutable.assurance.reads import claims as reads
from scrutable.audit import clock
from scrutable.audit.reads import number_at
from scrutable.govuk.cli import DAY, Cell, refusals_in_words, with_format, with_known_at, write_rows
from scrutable.records.reads import UnknownRecord
from scrutable.records.writes import UnfitRecord, WrittenMeanwhile, record

MAP = ("code", "standing", "first", "second", "third", "missing", "body", "owner", "text")
EVIDENCE = ("number", "on", "line", "checked_by", "bears_out", "what", "source")
LINES = [str(line.value) for line in Line]


@click.command(name="map")
@click.option("--body", default="", help="Only what this body is asked to accept.")
@AS_AT
@with_known_at
@with_format
def print_map(body: str, as_at: date | None, known_at: datetime | None, form: str) -> None:
    """Print the reassurance map: every claim, who checked it and when, and what is missing."""
    found = reads.reassurance_map(number_at(known_at), day_of(as_at, known_at), body)
    write_rows([_claim(each) for each in found], MAP, form)
    click.echo(f"{listing.title(found)}.", err=True)


@click.group()
def claims() -> None:
    """Show the evidence under a claim, or add to it."""


@claims.command()
@click.argument("code")
@AS_AT
@with_known_at
@with_format
def show(code: str, as_at: date | None, known_at: datetime | None, form: str) -> None:
    """Print all evidence under a claim, the newest first."""
    with refusals_in_words(UnknownRecord):
        seen, evidence = reads.claim(code, number_at(known_at), day_of(as_at, known_at))
    rows: list[dict[str, Cell]] = [
        {
            "number": each.number,
            "on": each.on,
            "line": each.line.value,
            "checked_by": each.checked_by,
            "bears_out": "yes" if each.bears_out else "no",
            "what": each.what,
            "source": each.source,
        }
        for each in evidence
    ]
    write_rows(rows, EVIDENCE, form)
    click.echo(f"{seen.claim.text}. {one.summary(seen)}.", err=True)


@claims.command(name="add-evidence")
@click.argument("code")
@click.option("--what", required=True, help="What was found.")
@click.option("--on", type=DAY, required=True)
@click.option("--checked-by", required=True, help="A post or a body.")
@click.option("--line", type=click.Choice(LINES), required=True)
@click.option("--against", is_flag=True, help="It does not bear the claim out.")
@click.option("--source", default="", help="A reference, or where it can be read.")
@BY
def add_evidence(code: str, by: str, **said: Any) -> None:
    """Record evidence under a claim."""
    check_named(by, Permission.MANAGE_ASSURANCE)
    line, bears_out = Line(int(said.pop("line"))), not said.pop("against")
    made = Evidence(claim=code, number=0, line=line, bears_out=bears_out, **said)
    with refusals_in_words(UnfitRecord, WrittenMeanwhile):
        done = record(of=made, by=by, at=clock.now())
    click.echo(f"{done.reference} is recorded", err=True)


def _claim(seen: ClaimSeen) -> dict[str, Cell]:
    claim = seen.claim
    first, second, third = (line_words(each) for each in seen.lines)
    return {
        "code": claim.code,
        "standing": seen.judged.reassurance.value,
        "first": first,
        "second": second,
        "third": third,
        "missing": missing_words(seen),
        "body": claim.body,
        "owner": claim.owner,
        "text": claim.text,
    }


COMMANDS = (print_map, claims)
