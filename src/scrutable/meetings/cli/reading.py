"""`scrutable meetings read` and `score`: what minutes say, and how well they are read."""

import json
import sys
from collections.abc import Iterator
from datetime import date
from typing import Any, TextIO

import click

from scrutable.govuk.cli import with_format
from scrutable.meetings.rules import reading


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
        from scrutable.meetings.cli.files import read_files  # noqa: PLC0415

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
            answer = reading.as_json(reading.read(**page))
            click.echo(json.dumps(answer, ensure_ascii=False))
    return all_good


def _page(line: str) -> dict[str, Any] | None:
    """Return what `reading.read` asks for; None for a blank line, ValueError in a sentence."""
    if not line.strip():
        return None
    try:
        given = json.loads(line)
    except ValueError as fault:
        raise ValueError("is not JSON. Give one object a line.") from fault
    if not isinstance(given, dict) or not isinstance(given.get("text"), str):
        raise ValueError('has no text. Give {"id": "…", "text": "…"}.')
    return {
        "text": given["text"],
        "id": str(given.get("id", "")),
        "meeting_on": _day(given.get("meeting_on")),
    }


def _day(said: object) -> date | None:
    if said is None:
        return None
    try:
        return date.fromisoformat(str(said))
    except ValueError as fault:
        raise ValueError(f"meeting_on is {said!r}. Write it as 2019-01-21.") from fault


def readings_of(lines: TextIO) -> Iterator[dict[str, Any]]:
    """Yield every page of a file of pages; raise ValueError at a bad line."""
    for number, line in enumerate(lines, start=1):
        try:
            page = _page(line)
        except ValueError as fault:
            raise ValueError(f"Line {number}: {fault}") from fault
        if page is not None:
            yield json.loads(line)
