"""Commitments as the list shows them: the finding, and how they were kept by whom; pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from scrutable.govuk.facts import Cell, Column, KeyFigure, Row, Table
from scrutable.kernel.wording import capital, count_words, date_words, number_words
from scrutable.meetings.facts import Commitment, CommitmentState, Due, Keeping, Standing
from scrutable.meetings.presenters.promises_words import (
    GRAVEST_FIRST,
    KEEPING_MEANS,
    KEEPING_WORDS,
    due_words,
    late_words,
    owner_words,
    state_tag,
)

LIST = "/commitments/"
EMPTY = (
    "No commitment is kept yet. What a committee resolves, asks for or is promised stands here "
    "once its minutes are confirmed: who owes it, by when, and whether it was done."
)
NONE_SUCH = "No commitment is like that. Choose another body, owner or state above."
FIGURES = (Keeping.KEPT, Keeping.KEPT_LATE, Keeping.EXTENDED, Keeping.FORGOTTEN)
COUNTED = (*FIGURES, Keeping.DROPPED, Keeping.RELEASED, Keeping.RUNNING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A commitment, how it stands on the day that the page is about, and its body's name."""

    commitment: Commitment
    stands: Standing
    body: str


def shown(
    commitments: Iterable[tuple[Commitment, Standing]], names: Mapping[str, str]
) -> list[Shown]:
    """Return them gravest first, then by the day they are due."""
    found = [
        Shown(commitment=one, stands=stands, body=names.get(one.body, one.body))
        for one, stands in commitments
    ]
    return sorted(found, key=_place)


def title(found: Sequence[Shown]) -> str:
    """Return the finding: how many are overdue, or that none is."""
    overdue = sum(one.stands.state is CommitmentState.OVERDUE for one in found)
    dropped = sum(one.stands.state is CommitmentState.CLOSED_UNAGREED for one in found)
    if not found:
        return "No commitment yet"
    said = (
        f"{capital(number_words(overdue))} {_are(overdue, 'commitment')} overdue"
        if overdue
        else "No commitment is overdue"
    )
    if not dropped:
        return said
    were = "was" if dropped == 1 else "were"
    return f"{said}, {number_words(dropped)} {were} closed without agreement"


def summary(found: Sequence[Shown]) -> str:
    """Return one sentence: how many wait for an answer and how many for the committee."""
    waits = (CommitmentState.ANSWERED, CommitmentState.CLOSURE_PROPOSED)
    open_states = (CommitmentState.OPEN, CommitmentState.NO_DATE, CommitmentState.OVERDUE)
    waiting = sum(one.stands.state in open_states for one in found)
    answered = sum(one.stands.state in waits for one in found)
    verb = "waits" if waiting < 2 else "wait"
    put = "is" if answered < 2 else "are"
    return (
        f"Of {count_words(len(found), 'commitment')}, {waiting or 'none'} {verb} for an answer and "
        f"{answered or 'none'} {put} answered and not yet closed by the committee."
    )


def figures(counted: Mapping[Keeping, int], as_at: date) -> tuple[KeyFigure, ...]:
    """Return how promises were kept, each with what the word means."""
    total = sum(counted.values())
    period = f"of {total:,} made by {date_words(as_at)}"
    return tuple(
        KeyFigure(
            label=KEEPING_WORDS[keeping],
            value=f"{counted[keeping]:,}",
            period=period,
            comparison=capital(KEEPING_MEANS[keeping]),
            href=f"{LIST}?show=all&keeping={keeping.value}",
        )
        for keeping in FIGURES
    )


def commitment_table(found: Sequence[Shown], *, any_at_all: bool) -> Table:
    """Return the list itself."""
    return Table(
        name="commitments",
        caption="Commitments",
        columns=(
            Column("what", "What is owed"),
            Column("state", "State"),
            Column("due", "Due"),
            Column("owner", "Owner"),
            Column("body", "Owed to"),
            Column("kept", "Kept"),
        ),
        rows=tuple(_row(one) for one in found),
        empty=NONE_SUCH if any_at_all else EMPTY,
        most=75,
    )


def body_table(found: Sequence[Shown]) -> Table:
    """Return how promises to each body were kept."""
    return _kept_table(found, "by-body", "By body", "Owed to", [one.body for one in found])


def owner_table(found: Sequence[Shown]) -> Table:
    """Return how each owner kept what they owe."""
    owners = [owner_words(one.stands.owner) for one in found]
    return _kept_table(found, "by-owner", "By owner", "Owner", owners)


def address(commitment: Commitment) -> str:
    """Return the address of a commitment's page."""
    return f"{LIST}{commitment.code}/"


def due_order(due: Due | None) -> str:
    """Return what a due day is sorted by: those without a day come last."""
    return due.last.isoformat() if due and due.last else "9999"


def _row(one: Shown) -> Row:
    commitment, stands = one.commitment, one.stands
    return (
        Cell(
            commitment.said,
            href=address(commitment),
            note=f"{commitment.code}, made on {date_words(commitment.made_on)}",
        ),
        Cell("", tags=(state_tag(stands.state),), order=f"{GRAVEST_FIRST.index(stands.state)}"),
        _due_cell(stands),
        Cell(owner_words(stands.owner)),
        Cell(one.body),
        Cell(KEEPING_WORDS[stands.keeping]),
    )


def _due_cell(stands: Standing) -> Cell:
    """Return the day, with how late it is below and the words that it was set in."""
    day, _, words = due_words(stands.due).partition(" (")
    note = ", ".join(filter(None, (late_words(stands), words.removesuffix(")"))))
    return Cell(day, note=note, order=due_order(stands.due))


def _place(one: Shown) -> tuple[int, str, str]:
    return (
        GRAVEST_FIRST.index(one.stands.state),
        due_order(one.stands.due),
        one.commitment.code,
    )


def _kept_table(
    found: Sequence[Shown], name: str, caption: str, heading: str, keys: Sequence[str]
) -> Table:
    kept: dict[str, list[Keeping]] = {}
    for one, key in zip(found, keys, strict=True):
        kept.setdefault(key, []).append(one.stands.keeping)
    by_name = sorted(kept.items(), key=lambda pair: pair[0].casefold())
    return Table(
        name=name,
        caption=caption,
        columns=(
            Column("name", heading),
            Column("all", "All", numeric=True),
            *(Column(one.value, KEEPING_WORDS[one], numeric=True) for one in COUNTED),
        ),
        rows=tuple(_kept_row(name, keepings) for name, keepings in by_name),
        totals=_kept_row("All", [one.stands.keeping for one in found]) if kept else (),
        empty=EMPTY,
    )


def _kept_row(name: str, keepings: Sequence[Keeping]) -> Row:
    numbers = [len(keepings), *(keepings.count(one) for one in COUNTED)]
    return (Cell(name), *(Cell(f"{number:,}", number=Decimal(number)) for number in numbers))


def _are(number: int, noun: str) -> str:
    return f"{noun} is" if number == 1 else f"{noun}s are"
