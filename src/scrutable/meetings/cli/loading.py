"""`scrutable meetings load`, `limbs`, `settle`, `add-limb` and `confirm`: minutes made record."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from scrutable.access.cli import check_named
from scrutable.access.facts import Permission
from scrutable.audit import clock
from scrutable.audit.reads import number_at
from scrutable.govuk.cli import Cell, refusals_in_words, with_format, write_rows
from scrutable.kernel.wording import count_words
from scrutable.meetings import facts, reads, writes
from scrutable.meetings.cli.files import (
    IN_A_TABLE,
    OUTCOME_COLUMNS,
    outcome_cells,
    read_bytes,
    tell_faults,
)
from scrutable.meetings.cli.speaking import by_option, closure_of, with_closure
from scrutable.meetings.rules.quoting import places_of
from scrutable.work.cli import progress_bar

REFUSALS = (
    reads.UnknownItem,
    reads.UnknownLimb,
    reads.UnknownMeeting,
    reads.UnknownMinutes,
    writes.MinutesAlreadyConfirmed,
    writes.NotYetLookedAt,
    writes.UnfitLimb,
    writes.UnfitMinutes,
)
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
KINDS = [kind.value for kind in facts.OutcomeKind]
SETTLED = ["confirmed", "corrected", "struck"]
COLUMNS = ("limb", "state", "tracked", *OUTCOME_COLUMNS, "reason")


@click.command()
@click.argument("path", type=FILE)
@click.option("--meeting", required=True, help="The meeting's code, such as OSMB-2026-09-24.")
@click.option("--item", type=click.IntRange(1), help="The agenda item, where it is of one alone.")
@with_closure
@by_option
@with_format
def load(path: Path, meeting: str, by: str, form: str, **told: Any) -> None:
    """Load minutes, read them, and lay the reading before an officer to confirm.

    The same file for the same meeting again changes nothing. Exits 1 where the file is refused,
    and then nothing is stored.
    """
    check_named(by, Permission.READ_MINUTES)
    content = read_bytes(path)
    if isinstance(content, list):
        tell_faults(str(path), content)
        raise click.ClickException("Nothing was loaded.")
    incoming = facts.IncomingMinutes(
        content=content,
        name=path.name,
        meeting=meeting,
        item=told["item"],
        closure=closure_of(told),
    )
    before = number_at()
    with refusals_in_words(*REFUSALS), progress_bar(f"Reading {path.name}") as progress:
        try:
            found = writes.load_minutes(incoming=incoming, by=by, at=clock.now(), progress=progress)
        except writes.UnreadableMinutes as refused:
            tell_faults(str(path), list(refused.errors))
            raise click.ClickException("Nothing was loaded.") from refused
    _write_limbs(found, form)
    click.echo(_outcome(found, before), err=True)


def _outcome(found: facts.Minutes, before: int) -> str:
    if found.version <= before:
        return f"This very file is {found.code} already. Nothing changes."
    limbs = count_words(len(found.reading.outcomes), "limb")
    return f"Loaded as {found.code}: {limbs} to look at, {found.reading.state.value}."


@click.command()
@click.argument("minutes")
@with_format
def limbs(minutes: str, form: str) -> None:
    """Print the limbs of loaded minutes as they are settled so far."""
    with refusals_in_words(*REFUSALS):
        _write_limbs(reads.minutes(minutes, number_at(), closed=True), form)


@click.command()
@click.argument("minutes")
@click.argument("number", type=click.IntRange(1))
@click.option("--as", "state", type=click.Choice(SETTLED), required=True, help="What it is.")
@click.option("--reason", default="", help="Why it is corrected or struck.")
@click.option("--kind", type=click.Choice(KINDS))
@click.option("--owner", help="Who is to do it: a post, a department, a body outside.")
@click.option("--track/--no-track", default=None, help="Whether a commitment is made of it.")
@by_option
def settle(minutes: str, number: int, by: str, **told: Any) -> None:
    """Confirm, correct or strike one limb of minutes that are not confirmed yet."""
    check_named(by, Permission.READ_MINUTES)
    with refusals_in_words(*REFUSALS):
        limb = reads.kept_limb(minutes, number, number_at())
        outcome = replace(
            limb.outcome,
            kind=facts.OutcomeKind(told["kind"]) if told["kind"] else limb.outcome.kind,
            owner=limb.outcome.owner if told["owner"] is None else told["owner"],
        )
        state = facts.LimbState(told["state"])
        if outcome != limb.outcome and state is not facts.LimbState.CORRECTED:
            raise click.UsageError("A limb that is changed is settled with --as corrected.")
        tracked = limb.is_tracked if told["track"] is None else told["track"]
        settled = replace(
            limb, outcome=outcome, state=state, reason=told["reason"], is_tracked=tracked
        )
        writes.settle_limb(limb=settled, by=by, at=clock.now())
    click.echo(f"Limb {number} of {minutes} is {state.value}", err=True)


@click.command(name="add-limb")
@click.argument("minutes")
@click.option("--words", required=True, help="The words of the text that say it.")
@click.option("--kind", type=click.Choice(KINDS), required=True)
@click.option("--owner", default="", help="Who is to do it.")
@click.option("--reason", required=True, help="Why it is added.")
@click.option("--track/--no-track", default=False, help="Whether a commitment is made of it.")
@by_option
def add_limb(minutes: str, words: str, by: str, **told: Any) -> None:
    """Add a limb that the reader missed, by quoting the words of the text."""
    check_named(by, Permission.READ_MINUTES)
    with refusals_in_words(*REFUSALS):
        found = reads.minutes(minutes, number_at(), closed=True)
        places = places_of(found.text, words)
        if len(places) != 1:
            said = "are not in the text" if not places else f"stand in it {len(places)} times"
            raise click.ClickException(f"These words {said}. Quote the words of one place.")
        kind = facts.OutcomeKind(told["kind"])
        outcome = facts.Outcome(kind=kind, text=words, span=places[0], owner=told["owner"])
        limb = facts.Limb(
            minutes=minutes,
            number=0,
            outcome=outcome,
            reason=told["reason"],
            is_tracked=told["track"],
        )
        added = writes.add_limb(limb=limb, by=by, at=clock.now())
    click.echo(f"Added as limb {added.number} of {minutes}", err=True)


@click.command()
@click.argument("minutes")
@by_option
def confirm(minutes: str, by: str) -> None:
    """Confirm minutes for good; each tracked limb becomes a commitment.

    Refused while a limb is unclear and nobody has looked at it.
    """
    check_named(by, Permission.READ_MINUTES)
    with refusals_in_words(*REFUSALS):
        found = writes.confirm_minutes(minutes=minutes, by=by, at=clock.now())
    commitments = reads.commitments(number_at(), source=found.limbs_reference)
    made = count_words(len(commitments), "commitment")
    click.echo(f"{minutes} is confirmed: {made} made", err=True)


def _write_limbs(found: facts.Minutes, form: str) -> None:
    limbs = reads.limbs(found.code, number_at(), closed=True)
    columns = ("limb", "state", "tracked", *IN_A_TABLE) if form == "table" else COLUMNS
    write_rows([_row(found, limb) for limb in limbs], columns, form)


def _row(found: facts.Minutes, limb: facts.Limb) -> dict[str, Cell]:
    place = found.place_at(limb.outcome.span[0])
    return {
        "limb": limb.number,
        "state": limb.state.value,
        "tracked": limb.is_tracked,
        **outcome_cells(limb.outcome, place),
        "reason": limb.reason,
    }
