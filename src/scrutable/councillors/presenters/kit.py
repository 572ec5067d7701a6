"""Kit, faults and satisfaction; pure."""

from collections.abc import Mapping, Sequence
from datetime import date

from scrutable.councillors.facts import (
    FaultLine,
    Kit,
    KitFault,
    KitKind,
    KitLine,
    KitOpinion,
    KitTotals,
    Liking,
)
from scrutable.councillors.presenters.words import (
    KIT,
    KIT_WORDS,
    LIKING_WORDS,
    TOO_FEW,
    TROUBLE_WORDS,
    few_cell,
    few_words,
)
from scrutable.govuk.facts import Cell, Column, KeyFigure, Table, Tag
from scrutable.govuk.presenters import count_cell, day_cell
from scrutable.kernel.wording import count_words, date_words

OPEN, MENDED = Tag("Open", "yellow", "▲"), Tag("Mended", "green", "●")
NONE_MENDED = "None mended"


def line_of(found: KitTotals, kind: KitKind) -> KitLine:
    """Return the line of one kind of kit."""
    return next(one for one in found.lines if one.kind is kind)


def disliked(one: KitLine) -> int | None:
    """Return how many dislike it, None where too few to show."""
    return one.likings[list(Liking).index(Liking.DISLIKES)]


def title(found: KitTotals) -> str:
    """Return the finding: how many dislike what most of them have."""
    most = max(found.lines, key=lambda one: one.devices or 0)
    number = disliked(most)
    if number is None or not most.answered:
        return "Councillors’ kit and support"
    kind = KIT_WORDS[most.kind].lower()
    return f"{number:,} of {most.answered:,} councillors who answered dislike the {kind}"


def figures(found: KitTotals, as_at: date) -> tuple[KeyFigure, ...]:
    """Return faults open and how long the middle one took."""
    by = f"at {date_words(as_at)}"
    days = found.median_days
    return (
        KeyFigure(
            label="Faults open",
            value=f"{found.open:,}",
            period=by,
            comparison=f"{found.raised:,} raised in the last year",
            href=KIT,
        ),
        KeyFigure(
            label="Days to mend, the middle one",
            value=TOO_FEW if days is None else f"{days:,}",
            period=f"in the year to {date_words(as_at)}",
            comparison="Half took as long or less",
            href=KIT,
        ),
    )


def kit_table(found: KitTotals) -> Table:
    """Return each kind of kit: how many, and how many like it."""
    return Table(
        name="kit",
        caption="What councillors work with, and what they say of it",
        columns=(
            Column("kind", "Kit"),
            Column("devices", "Given out", numeric=True),
            Column("dislikes", "Dislike it", numeric=True),
            Column("neither", "Neither", numeric=True),
            Column("likes", "Like it", numeric=True),
            Column("answered", "Answered", numeric=True),
        ),
        rows=tuple(
            (
                Cell(KIT_WORDS[one.kind]),
                few_cell(one.devices),
                *map(few_cell, one.likings),
                few_cell(one.answered),
            )
            for one in found.lines
        ),
        empty="No kit is recorded.",
    )


def fault_table(found: KitTotals) -> Table:
    """Return faults of the last year by what they were about."""
    return Table(
        name="troubles",
        caption="Faults of the last twelve months",
        columns=(
            Column("trouble", "About"),
            Column("raised", "Raised", numeric=True),
            Column("median", "Days to mend, the middle one", numeric=True),
            Column("longest", "The longest", numeric=True),
        ),
        rows=tuple(
            (
                Cell(TROUBLE_WORDS[one.trouble]),
                few_cell(one.raised),
                _days(one, one.median_days),
                _days(one, one.longest_days),
            )
            for one in found.faults
        ),
        empty="No fault was raised.",
    )


def _days(one: FaultLine, days: int | None) -> Cell:
    if days is not None:
        return count_cell(days)
    return Cell(TOO_FEW if one.raised is None else NONE_MENDED if one.raised else "None raised")


def fault_list(
    found: Sequence[KitFault], names: Mapping[int, str], as_at: date, *, own: bool = False
) -> Table:
    """Return faults one by one: for who mends them, or a councillor's own."""
    rows = []
    for one in found:
        is_open = one.mended_on is None or one.mended_on > as_at
        days = ((as_at if is_open else one.mended_on or as_at) - one.raised_on).days
        href = f"{KIT}faults/{one.number}/mend/" if is_open and not own else ""
        rows.append(
            (
                Cell(TROUBLE_WORDS[one.trouble], href=href, note=one.words),
                Cell("", tags=(OPEN if is_open else MENDED,)),
                day_cell(one.raised_on, ""),
                Cell(count_words(days, "day")),
                *(() if own else (Cell(names[one.councillor]),)),
                Cell(one.mended_how or ("Not mended yet" if is_open else "Not said")),
            )
        )
    return Table(
        name="faults",
        caption="Faults that you raised" if own else "Faults raised",
        columns=(
            Column("trouble", "About"),
            Column("state", "State"),
            Column("raised", "Raised"),
            Column("days", "Took" if own else "Days"),
            *(() if own else (Column("councillor", "Councillor"),)),
            Column("how", "What was done"),
        ),
        rows=tuple(rows),
        empty="You raised no fault." if own else "No fault was raised.",
    )


def device_table(found: Sequence[Kit], names: Mapping[int, str], *, own: bool = False) -> Table:
    """Return devices one by one."""
    return Table(
        name="devices",
        caption="What you have" if own else "Devices given to councillors",
        columns=(
            Column("kind", "Kit"),
            Column("model", "Model"),
            *(() if own else (Column("councillor", "Councillor"),)),
            Column("issued", "Given out"),
            Column("returned", "Came back"),
            Column("device", "In the estate"),
        ),
        rows=tuple(
            (
                Cell(
                    KIT_WORDS[one.kind],
                    href="" if own else f"{KIT}devices/{one.number}/change/",
                ),
                Cell(one.model),
                *(() if own else (Cell(names[one.councillor]),)),
                day_cell(one.issued_on, ""),
                day_cell(one.returned_on, "Not yet"),
                Cell(one.device or "Not linked"),
            )
            for one in found
        ),
        empty="You were given nothing that is recorded." if own else "No device is recorded.",
    )


def opinion_words(found: Sequence[KitOpinion]) -> list[str]:
    """Return what a councillor says of kit."""
    return [
        f"{KIT_WORDS[one.kind]}: “{LIKING_WORDS[one.liking]}”, said on {date_words(one.on)}"
        for one in found
    ]


def answered_words(one: KitLine) -> str:
    """Return how many answered."""
    return few_words(one.answered)
