"""`scrutable attention`, `scrutable trace` and `scrutable search`."""

from dataclasses import asdict
from datetime import date, datetime

import click

from scrutable.audit import reads as audit
from scrutable.contracts.cli.speaking import today
from scrutable.govuk.cli import (
    DAY,
    Cell,
    refusals_in_words,
    with_format,
    with_known_at,
    write_json,
    write_rows,
)
from scrutable.kernel.attention import Attention
from scrutable.kernel.wording import moment_words
from scrutable.overview import reads
from scrutable.overview.facts import Step, Trace
from scrutable.overview.presenters.trace import present_trace
from scrutable.registers import reads as registers

STEP = ("step", "title", "said", "version", "place", "at", "by", "reference")
NEEDING = ("gravity", "what", "why", "since", "due", "owner", "doing", "reference")
HIT = ("kind", "reference", "title", "said")


@click.command()
@click.argument("reference")
@with_known_at
@with_format
def trace(reference: str, known_at: datetime | None, form: str) -> None:
    """Follow a record down to file and cell, and up to the reports that used it.

    REFERENCE reads like kpi/CSS/CSC_KPI_04/2026-09. Exits 1 if there is no such record.
    """
    with refusals_in_words(reads.UnknownReference):
        evidence = reads.evidence_of(reference, as_at=today(), known=audit.number_at(known_at))
        if evidence.is_closed or evidence.is_cyber:
            raise reads.UnknownReference(reference)
    found = present_trace(evidence)
    if form == "json":
        write_json(asdict(found))
    elif form == "csv":
        write_rows([_row(step) for step in found.steps], STEP, form)
    else:
        _print(found)


@click.command()
@click.option("--as-at", type=DAY, help="The day that is asked about; today, if not given.")
@with_known_at
@with_format
def attention(as_at: date | None, known_at: datetime | None, form: str) -> None:
    """List what needs a person, in contracts, projects, meetings and promises, gravest first.

    Exits 1 if anything does.
    """
    found = reads.attention(as_at or today(known_at), audit.number_at(known_at))
    write_rows([_needing(item) for item in found], NEEDING, form)
    if found:
        raise SystemExit(1)


def _needing(item: Attention) -> dict[str, Cell]:
    row = {name: getattr(item, name) or None for name in NEEDING}
    return row | {"gravity": item.gravity.name.lower()}


@click.command()
@click.argument("words", nargs=-1, required=True)
@with_format
def search(words: tuple[str, ...], form: str) -> None:
    """Find contracts, KPIs, reports, meetings, decisions and commitments by their words.

    Also projects, strategies, benefits, outcomes, lessons, suppliers, mitigations, service matters,
    questions, delegations, recommendations, agreements, licences, initiatives, and findings by
    their number. Nothing that is exempt is looked through, and nobody is found by name.
    """
    known = audit.number_at()
    hits = reads.search(" ".join(words), among=registers.contracts(known), known=known)
    write_rows([{name: getattr(hit, name) for name in HIT} for hit in hits], HIT, form)
    if not hits:
        click.echo("Nothing was found.", err=True)


def _row(step: Step) -> dict[str, Cell]:
    return {
        "step": step.layer.value,
        "title": step.title,
        "said": _said(step),
        "version": step.version or None,
        "place": step.place,
        "at": step.at,
        "by": step.by,
        "reference": step.reference,
    }


def _said(step: Step) -> str:
    return step.said + ("" if step.is_current else " (not what stands now)")


def _print(found: Trace) -> None:
    """Print the road as a list: eight columns would leave a terminal no room for words."""
    click.echo(f"{found.title}\n{found.summary}")
    for step in found.steps:
        said = [_said(step)]
        said += [step.place] if step.place not in step.said else []
        said += [f"version {step.version}" if step.version else "", step.reference]
        who = [moment_words(step.at) if step.at else "", step.by]
        click.echo(f"\n{step.layer.value:<10} {step.title}")
        for line in ("; ".join(filter(None, said)), ", ".join(filter(None, who))):
            if line:
                click.echo(f"{'':<10} {line}")
