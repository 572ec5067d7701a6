"""Extracts: what each held, what was refused and why, and what was read by it; pure."""

from collections.abc import Sequence
from datetime import date

from scrutable.govuk.facts import Cell, Column, Row, Table, Tag, Term
from scrutable.govuk.presenters import count_cell, day_cell, moment_cell
from scrutable.housekeeping.facts import Extract, Snapshot
from scrutable.housekeeping.facts.sums import Used
from scrutable.housekeeping.presenters.words import (
    ESTATE,
    PART_WORDS,
    extract_address,
    kind_words,
)
from scrutable.kernel.wording import (
    count_words,
    date_words,
    list_words,
    moment_words,
    share_words,
)

EXTRACTS = f"{ESTATE}extracts/"
HASH_SHOWN = 12  # signs of a hash in a list
WHOLE_TAG = Tag("All rows kept", "green", "●")
REFUSED_TAG = Tag("Rows refused", "yellow", "▲")


def title(found: Sequence[Used]) -> str:
    """Return the finding of the list: how many extracts had rows refused."""
    if not found:
        return "No extract is taken yet"
    refused = [one for one in found if one.extract.refused]
    if not refused:
        return "Every row of every extract was kept"
    rows = count_words(sum(one.extract.refused for one in refused), "row")
    were = "was" if rows.startswith("1 ") else "were"
    return f"{rows} {were} refused, in {share_words(len(refused), len(found))} extracts"


def extract_table(found: Sequence[Used]) -> Table:
    """Return every extract, the last day first."""
    return Table(
        name="extracts",
        caption="Extracts",
        columns=(
            Column("extract", "Extract of"),
            Column("as-at", "As at"),
            Column("rows", "Rows", numeric=True),
            Column("kept", "Kept", numeric=True),
            Column("refused", "Refused", numeric=True),
            Column("taken", "Taken"),
            Column("by", "By"),
            Column("hash", "SHA-256 begins"),
            Column("deleted", "Rows deleted on"),
        ),
        rows=tuple(_extract(one) for one in found),
        empty="No extract is taken. Take one of staff and one of accounts of the same day.",
    )


def _extract(one: Used) -> Row:
    extract = one.extract
    return (
        Cell(kind_words(extract.kind), href=extract_address(extract), note=extract.name),
        day_cell(extract.as_at, ""),
        count_cell(extract.rows),
        count_cell(extract.fit),
        count_cell(extract.refused, extract_address(extract) if extract.refused else ""),
        moment_cell(one.at),
        Cell(one.by),
        Cell(extract.sha256[:HASH_SHOWN]),
        day_cell(extract.deleted_on, "Not deleted"),
    )


def extract_title(one: Extract) -> str:
    """Return the finding of an extract's page."""
    if not one.refused:
        return f"All {count_words(one.rows, 'row')} were kept"
    were = "was" if one.refused == 1 else "were"
    return f"{one.refused:,} of {count_words(one.rows, 'row')} {were} refused"


def extract_name(one: Extract) -> str:
    """Return what an extract is called.

    >>> from datetime import date
    >>> from scrutable.housekeeping.facts import ExtractKind
    >>> extract_name(Extract(kind=ExtractKind.STAFF, as_at=date(2026, 9, 30), name="hr.csv",
    ...     sha256="ab", rows=2, refused=0))
    'Staff as at 30 September 2026'
    """
    return f"{kind_words(one.kind)} as at {date_words(one.as_at)}"


def terms(one: Used, read_by: Sequence[Snapshot], until: date) -> tuple[Term, ...]:
    """Return an extract, line by line."""
    extract = one.extract
    parts = list_words([PART_WORDS[each.part].lower() for each in read_by])
    return (
        Term(label="File", value=extract.name),
        Term(label="Rows", value=f"{extract.rows:,}"),
        Term(label="Kept", value=f"{extract.fit:,}"),
        Term(label="Refused", value=f"{extract.refused:,}"),
        Term(label="Taken", value=f"{moment_words(one.at)} by {one.by}"),
        Term(label="SHA-256 of the file", value=extract.sha256),
        Term(
            label="Sums read from it",
            value=f"Those of {parts}" if parts else "None yet: its day is not reconciled",
            href=f"{ESTATE}?as_at={extract.as_at.isoformat()}" if parts else "",
        ),
        Term(label="Rows deleted", value=deleted_words(extract, until)),
    )


def deleted_words(one: Extract, until: date) -> str:
    """Return whether the rows of an extract lie there still, and until when they may."""
    if one.deleted_on is None:
        return f"Not yet: the council keeps them up to and with {date_words(until)}"
    return f"On {date_words(one.deleted_on)}"


def column_table(one: Extract) -> Table:
    """Return which heading of the file was read as which column."""
    return Table(
        name="columns",
        caption="Which heading was read as which column",
        columns=(Column("column", "Column"), Column("heading", "Heading in the file")),
        rows=tuple(
            (Cell(name.replace("_", " ")), Cell(heading.strip() or "No heading"))
            for name, heading in one.columns
        ),
        empty="Nothing is recorded of its headings.",
    )


def why_not_shown(one: Extract, *, may_see: bool, is_laid: bool) -> str:
    """Return why the refused rows of an extract are not shown; "" where they are."""
    if not one.refused:
        return "No row was refused."
    if one.deleted_on is not None:
        return (
            f"The rows were deleted on {date_words(one.deleted_on)}. How many were refused, the "
            "hash of the file and the findings stay."
        )
    if not is_laid:
        return "Another extract of the same kind and day was taken since; its rows lie there now."
    if not may_see:
        return (
            "Refused rows may name people: only those who see to findings, and auditors, see them."
        )
    return ""


def refused_table(rows: Sequence[tuple[str, str, str]], one: Extract) -> Table:
    """Return the refused rows with their reasons, and what each says."""
    caption = "Refused rows"
    if len(rows) < one.refused:
        caption = f"The first {len(rows):,} of {one.refused:,} refused rows"
    return Table(
        name="refused",
        caption=caption,
        columns=(
            Column("line", "Line"),
            Column("why", "Why it was refused"),
            Column("said", "What it says"),
        ),
        rows=tuple(
            (
                Cell(line or "Not known", order=line.rjust(12, "0")),
                Cell(why or "It cannot be read"),
                Cell(said.strip(" |") or "Nothing"),
            )
            for line, why, said in rows
        ),
        empty="No refused row is shown.",
    )


def refused_by_reason(rows: Sequence[tuple[str, str, str]]) -> str:
    """Return the one sentence that says where refused rows go."""
    return (
        f"{count_words(len(rows), 'row')} below. Mend them in the system that exports them, then "
        "take the extract again: it takes the place of this one."
    )


def last_day(found: Sequence[Used]) -> date | None:
    """Return the day of the last extract, None where there is none."""
    return max((one.extract.as_at for one in found), default=None)
