"""`scrutable meetings read FILE…`: what files of minutes say, without keeping anything."""

import sys
from pathlib import Path

import click

from scrutable.evidence.facts import RowError
from scrutable.govuk.cli import Cell, write_json, write_rows
from scrutable.meetings import intake
from scrutable.meetings.facts import MinutesText, Outcome, Reading
from scrutable.meetings.facts.minutes import place_at
from scrutable.meetings.intake.limits import PACKS
from scrutable.meetings.intake.refusals import too_large
from scrutable.meetings.rules import reading
from scrutable.work.cli import progress_bar

OUTCOME_COLUMNS = (
    "place", "kind", "text", "owner", "consultees", "due", "due_from", "due_to", "amount_pounds",
    "condition", "wording", "certainty",
)  # fmt: skip
IN_A_TABLE = ("place", "kind", "text", "owner", "due", "certainty")  # as many as a screen holds
COLUMNS = ("file", "number", *OUTCOME_COLUMNS, "under")


def read_files(files: tuple[str, ...], form: str) -> None:
    """Print what each file says was decided; exit 1 where one is refused, the others read."""
    read: list[tuple[MinutesText, Reading]] = []
    refused = False
    for name in files:
        found = opened(Path(name))
        if isinstance(found, list):
            refused = True
            tell_faults(name, found)
            continue
        read.append((found, reading.read(found.text, id=found.name, meeting_on=found.meeting_on)))
    if form == "json":
        said = [reading.as_json(one) for _, one in read]
        write_json(said[0] if len(files) == 1 and said else said)
    else:
        rows = [_row(text, one, at) for text, one in read for at in range(len(one.outcomes))]
        columns = ("file", "number", *IN_A_TABLE) if form == "table" else COLUMNS
        write_rows(rows, columns, form)
    for text, one in read:
        click.echo(f"{text.name}: {len(one.outcomes)} outcomes, {one.state.value}", err=True)
    if refused:
        sys.exit(1)


def opened(path: Path) -> MinutesText | list[RowError]:
    """Return the file's text, or why it is not read; a large file is never taken in."""
    content = read_bytes(path)
    if isinstance(content, list):
        return content
    with progress_bar(f"Reading {path.name}") as progress:
        return intake.open_minutes(content, path.name, progress)


def read_bytes(path: Path) -> bytes | list[RowError]:
    """Return the file's bytes, or why they are not read."""
    try:
        size = path.stat().st_size
        if not path.is_file():  # a pipe would be waited for, and /dev/zero never ends
            return [RowError("", "This is not a file", "name the minutes themselves")]
        if size > PACKS.most_bytes:
            return [too_large(size, PACKS.most_bytes).error]
        return path.read_bytes()
    except OSError as fault:
        why = fault.strerror or "The file cannot be read"
        return [RowError("", why, "check that the file is there and that you may read it")]


def tell_faults(name: str, faults: list[RowError]) -> None:
    """Say on stderr what is wrong with a file."""
    for fault in faults:
        click.echo(f"{name}: {fault}", err=True)


def _row(text: MinutesText, one: Reading, at: int) -> dict[str, Cell]:
    outcome = one.outcomes[at]
    place = place_at(text.text, text.places, outcome.span[0])
    under = None if outcome.parent is None else outcome.parent + 1
    return {"file": text.name, "number": at + 1, **outcome_cells(outcome, place), "under": under}


def outcome_cells(outcome: Outcome, place: str) -> dict[str, Cell]:
    """Return an outcome as cells of a table, with the place of its words."""
    due = outcome.due
    return {
        "place": place,
        "kind": outcome.kind.value,
        "text": outcome.text,
        "owner": outcome.owner,
        "consultees": "; ".join(outcome.consultees),
        "due": due.words if due else "",
        "due_from": due.first if due else None,
        "due_to": due.last if due else None,
        "amount_pounds": outcome.amount_pounds,
        "condition": outcome.condition,
        "wording": outcome.wording.value,
        "certainty": outcome.certainty.value,
    }
