"""`scrutable meetings read` and `score`: what minutes say, and how well they are read."""

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import Any, TextIO

import click

from scrutable.govuk.cli import Cell, refusals_in_words, with_format, write_rows
from scrutable.meetings import facts
from scrutable.meetings.cli.files import read_files
from scrutable.meetings.rules import reading, scoring


@click.command()
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False))
@click.option(
    "--jsonl",
    type=click.File(encoding="utf-8"),
    help='Pages, one {"id", "text", "meeting_on"} a line; - for stdin.',
)
@with_format
def read(files: tuple[str, ...], jsonl: TextIO | None, form: str) -> None:
    """Read minutes by rules: every resolution, action and promise, and how sure.

    FILES are text, saved pages, Word, PDF or modern.gov XML. With --jsonl, one reading a line.
    """
    if bool(files) == (jsonl is not None):
        raise click.UsageError("Give files or --jsonl, and not both.")
    if jsonl is None:
        read_files(files, form)
    elif not _answer(jsonl):
        sys.exit(1)


def _answer(lines: TextIO) -> bool:
    """Write one reading for each good line; return whether all were good."""
    all_good = True
    for number, line in enumerate(lines, start=1):
        try:
            page = _page(line)
        except ValueError as fault:
            all_good = False
            click.echo(f"Line {number}: {fault}", err=True)
            continue
        if page is not None:
            click.echo(json.dumps(reading.as_json(_read(page)), ensure_ascii=False))
    return all_good


def _page(line: str) -> dict[str, Any] | None:
    """Return what a line gives; None for a blank line, ValueError in a sentence for a bad one."""
    if not line.strip():
        return None
    try:
        given = json.loads(line)
    except ValueError as fault:
        raise ValueError("is not JSON. Give one object a line.") from fault
    text = given.get("text") if isinstance(given, dict) else None
    if not isinstance(text, str):
        raise ValueError('has no text. Give {"id": "…", "text": "…"}.')  # noqa: TRY004  (told as a fault of the line)
    given["meeting_on"] = _day(given.get("meeting_on"))
    return dict(given)


def _read(page: dict[str, Any]) -> facts.Reading:
    return reading.read(page["text"], id=str(page.get("id", "")), meeting_on=page.get("meeting_on"))


def _day(said: object) -> date | None:
    if said is None:
        return None
    try:
        return date.fromisoformat(str(said))
    except ValueError as fault:
        raise ValueError(f"meeting_on is {said!r}. Write it as 2019-01-21.") from fault


@click.command()
@click.argument("pages", type=click.File(encoding="utf-8"))
@click.option("--misses", is_flag=True, help="List everything that was read otherwise.")
@click.option(
    "--without-discussion",
    is_flag=True,
    help="Leave out what a person found only in the discussion.",
)
@click.option(
    "--strict",
    is_flag=True,
    help="Want owners and due wordings equal, but for case, articles and punctuation.",
)
@with_format
def score(pages: TextIO, misses: bool, without_discussion: bool, strict: bool, form: str) -> None:  # noqa: FBT001  (click passes them by name)
    """Score the reading of PAGES, each with what a careful person reads in it.

    One {"id", "text", "expected": ["verb @owner ~consultee !due £amount"]} a line.
    """
    with refusals_in_words(ValueError):
        pairs = [(scoring.sheet_of(page), _read(page)) for page in _pages(pages)]
    total = scoring.score(pairs, with_discussion=not without_discussion, strict=strict)
    if misses:
        rows = [asdict(miss) for miss in total.misses]
        write_rows(rows, ("page", "what", "expected", "read", "text"), form)
    else:
        write_rows(_figures(total), FIGURES, form)


FIGURES = ("measure", "precision", "recall", "f1", "expected", "read", "right")


def _figures(total: scoring.Score) -> list[dict[str, Cell]]:
    tallies = {
        **{f"every {name}": tally for name, tally in total.measures.items()},
        **{f"kind {kind}": total.kinds[kind] for kind in sorted(total.kinds)},
        "state": total.states,
    }
    return [
        {
            "measure": name,
            "precision": _part(tally.precision),
            "recall": _part(tally.recall),
            "f1": _part(tally.f1),
            "expected": tally.expected,
            "read": tally.read,
            "right": tally.right,
        }
        for name, tally in tallies.items()
    ]


def _part(figure: float) -> Decimal:
    return Decimal(figure).quantize(Decimal("0.001"))


def _pages(lines: TextIO) -> Iterator[dict[str, Any]]:
    """Yield every page; raise ValueError at a bad line."""
    for number, line in enumerate(lines, start=1):
        try:
            page = _page(line)
        except ValueError as fault:
            raise ValueError(f"Line {number}: {fault}") from fault
        if page is not None:
            yield page
