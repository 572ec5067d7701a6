"""The list of initiatives, and what they come to together; pure."""

from collections.abc import Sequence
from decimal import Decimal

from scrutable.govuk.facts import Cell, Column, KeyFigure, Row, Table
from scrutable.govuk.presenters import day_cell, money_cell
from scrutable.housekeeping.facts import InitiativeStanding, InitiativeState
from scrutable.housekeeping.presenters.initiatives.saying import (
    LATE,
    NOT_KNOWN,
    NOT_MEASURED,
    STATE_TAGS,
    initiative_address,
    measure_words,
    percent_cell,
    value_cell,
)
from scrutable.housekeeping.rules.initiatives import counted_once
from scrutable.kernel.money import money_exact
from scrutable.kernel.wording import capital, count_words, date_words, list_words, share_words


def title(found: Sequence[InitiativeStanding]) -> str:
    """Return the finding: how many of those that run are behind."""
    running = [one for one in found if one.state is not InitiativeState.STOPPED]
    if not running:
        return "No initiative is running" if found else "No initiative is recorded"
    late = sum(one.state in LATE for one in running)
    if not late:
        return f"No initiative of {len(running):,} is behind"
    if len(running) == 1:
        return "The one initiative is behind"
    said = capital(share_words(late, len(running)))
    return f"{said} initiatives {'is' if late == 1 else 'are'} behind or past due"


def figures(found: Sequence[InitiativeStanding]) -> tuple[KeyFigure, ...]:
    """Return what is saved so far, and of how many nobody knows; none without initiatives."""
    if not found:
        return ()
    added = counted_once(found)
    saved = sum((one.saved_pounds or Decimal(0) for one in added), Decimal(0))
    has_price = any(one.saved_pounds is not None for one in found)
    hoped = [one.initiative.saving_pounds for one in found]
    expected = sum((pounds for pounds in hoped if pounds is not None), Decimal(0))
    said = [pounds for pounds in hoped if pounds is not None]
    return (
        KeyFigure(
            label="Saved a year so far",
            value=money_exact(saved) if has_price else NOT_KNOWN,
            period=f"by {date_words(found[0].as_at)}",
            comparison=_left_out(found, added),
        ),
        KeyFigure(
            label="Saving expected a year",
            value=money_exact(expected) if said else "Nobody has said",
            period="once every target is reached",
            comparison=f"Said of {share_words(len(said), len(found))}",
        ),
    )


def _left_out(found: Sequence[InitiativeStanding], added: Sequence[InitiativeStanding]) -> str:
    """Return of how many no saving is known, and how many may count the same things twice."""
    silent = sum(one.saved_pounds is None for one in found)
    twice = sum(bool(one.saved_pounds) for one in found) - len(added)
    parts = [f"{count_words(silent, 'initiative')} without a price"] if silent else []
    if twice:
        parts.append(f"{twice:,} left out, as they may count the same things")
    return capital(list_words(parts)) or "Every initiative is counted"


def initiative_table(found: Sequence[InitiativeStanding]) -> Table:
    """Return every initiative: from where to where, how far, by when, and what it saves."""
    return Table(
        name="initiatives",
        caption="Initiatives",
        columns=(
            Column("initiative", "Initiative"),
            Column("state", "State"),
            Column("baseline", "Baseline", numeric=True),
            Column("now", "Last measured", numeric=True),
            Column("target", "Target", numeric=True),
            Column("percent", "Of the way", numeric=True),
            Column("due", "Due"),
            Column("saved", "Saved a year so far", numeric=True),
            Column("owner", "Owner"),
        ),
        rows=tuple(_initiative(one) for one in found),
        empty=(
            "No initiative is recorded. Record what is to become less, or more, from which "
            "baseline to which target, and by when."
        ),
    )


def _initiative(one: InitiativeStanding) -> Row:
    initiative, last = one.initiative, one.last
    now = value_cell(initiative, last.value if last else None)
    note = f"as at {date_words(last.on)}" if last else ""
    return (
        Cell(
            f"{initiative.code}: {initiative.title}",
            href=initiative_address(initiative.code),
            note=measure_words(initiative),
            order=initiative.code,
        ),
        Cell("", tags=(STATE_TAGS[one.state],)),
        value_cell(initiative, initiative.baseline),
        Cell(now.text, number=now.number, note=note),
        value_cell(initiative, initiative.target),
        percent_cell(one),
        day_cell(initiative.due, ""),
        money_cell(one.saved_pounds, NOT_KNOWN if one.last else NOT_MEASURED),
        Cell(initiative.owner),
    )
