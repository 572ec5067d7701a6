"""`scrutable money savings`: listed, recorded, and what was found of them."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import click

from scrutable.audit.reads import number_at
from scrutable.govuk.cli import DAY, Cell, with_format, with_known_at, write_rows
from scrutable.money import reads
from scrutable.money.cli.listing import YEAR, day_of
from scrutable.money.cli.recording import BY, POUNDS, kept, pence_of
from scrutable.money.facts import Saving, SavingProof, SavingSeen, SavingStage
from scrutable.money.presenters.words import pounds_of
from scrutable.money.rules import doubled_words, year_words

COLUMNS = ("saving", "year", "title", "line", "stage", "planned", "forecast", "achieved",
           "verified", "owner")  # fmt: skip


@click.group(name="savings")
def savings() -> None:
    """Tell savings: planned, forecast, achieved, verified."""


@savings.command(name="list")
@click.option("--as-at", type=DAY, help="The day of which to tell, such as 2026-10-12.")
@with_known_at
@with_format
def list_(as_at: date | None, known_at: datetime | None, form: str) -> None:
    """List savings and how sure each is. Exits 1 where a line is counted twice."""
    known = number_at(known_at)
    found = reads.savings(known, day_of(as_at, known_at))
    write_rows([_row(one) for one in found], COLUMNS, form)
    twice = reads.doubled(found, known)
    for one in twice:
        said = f"{one.line} {year_words(one.year)}: {', '.join(one.codes)}: {doubled_words(one)}"
        click.echo(said, err=True)
    if twice:
        raise SystemExit(1)


@savings.command()
@click.option("--code", required=True, help="Such as S-12.")
@click.option("--year", type=YEAR, required=True, help="Such as 2026/27.")
@click.option("--title", required=True)
@click.option("--line", required=True, help="The budget line that is to shrink.")
@click.option("--planned", type=POUNDS, required=True, help="Pounds.")
@click.option("--owner", required=True, help="A username or a post.")
@click.option("--decision", default="")
@click.option("--benefit", default="", help="Its reference, where a project promised it.")
@click.option("--by", required=True, help=BY)
def add(by: str, planned: Decimal, **said: Any) -> None:
    """Record a saving, or how a known one is told from now on."""
    kept(Saving(planned=pence_of(planned), **said), by)


@savings.command()
@click.argument("saving")
@click.option("--year", type=YEAR, required=True, help="Such as 2026/27.")
@click.option("--stage", type=click.Choice([one.value for one in SavingStage]), required=True)
@click.option("--pounds", type=POUNDS, required=True)
@click.option("--on", type=DAY, required=True)
@click.option("--evidence", default="", help="To verify it: the ledger’s line, ledger/CODE/2026.")
@click.option("--by", required=True, help=BY)
def found(saving: str, stage: str, pounds: Decimal, by: str, **said: Any) -> None:
    """Say what was found of a saving; nobody verifies their own."""
    of = SavingProof(
        saving=saving, number=0, stage=SavingStage(stage), pence=pence_of(pounds), by=by, **said
    )
    kept(of, by)


def _row(one: SavingSeen) -> dict[str, Cell]:
    of = one.saving
    stages = {"forecast": one.forecast, "achieved": one.achieved, "verified": one.verified}
    return {
        "saving": of.code,
        "year": year_words(of.year),
        "title": of.title,
        "line": of.line,
        "stage": one.stage.value if one.stage else "planned",
        "planned": pounds_of(of.planned),
        **{name: pounds_of(said.pence) if said else None for name, said in stages.items()},
        "owner": of.owner,
    }
