"""Every version of a result: what, when, by whom and why; pure."""

from collections.abc import Sequence

from scrutable.audit.presenters import event_cell
from scrutable.contracts.facts import KpiDefinition, Result
from scrutable.contracts.presenters import cells, words
from scrutable.contracts.presenters.addresses import month_address
from scrutable.govuk.facts import Cell, Column, Row, Table
from scrutable.kernel.periods import Month


def version_table(known: KpiDefinition, versions: Sequence[Result]) -> Table:
    """Return every version of every result, newest first: what, when, by whom and why."""
    return Table(
        name="versions",
        caption="Every version of every result",
        columns=(
            Column("month", "Month"),
            Column("value", "Result", numeric=True),
            Column("standing", "Standing"),
            Column("source", "Came by"),
            Column("recorded", "Recorded"),
            Column("by", "By"),
            Column("why", "Why"),
            Column("version", "Version"),
        ),
        rows=tuple(_version_row(known, version, why) for version, why in reversed(_whys(versions))),
        empty="No result has been recorded yet: the first return brings them.",
    )


def _whys(versions: Sequence[Result]) -> list[tuple[Result, str]]:
    """Return each version with its own reason, or with what it did to the one before."""
    last: dict[Month, Result] = {}
    told = []
    for version in versions:
        before = last.get(version.month)
        told.append((version, version.why or _why(before, version)))
        last[version.month] = version
    return told


def _why(before: Result | None, now: Result) -> str:
    if before is None:
        return "As first returned"
    if (before.value, before.no_value) == (now.value, now.no_value):
        return f"The figure stayed; now {words.STANDING_WORDS[now.standing].lower()}"
    return "A later return says otherwise"


def result_words(known: KpiDefinition, result: Result) -> str:
    """Return the value of a version, or the reason it gives for none."""
    if result.value is not None:
        return words.value_words(known, result.value)
    return words.NO_VALUE_WORDS[result.no_value] if result.no_value else "Not measured"


def _version_row(known: KpiDefinition, version: Result, why: str) -> Row:
    address = month_address(known.contract, known.code, version.month)
    return (
        cells.month_cell(version.month, address),
        Cell(result_words(known, version), number=version.value),
        Cell(words.STANDING_WORDS[version.standing]),
        Cell(words.SOURCE_WORDS[version.source], note=version.place),
        cells.moment_cell(version.at),
        Cell(version.by or "Not recorded"),
        Cell(why),
        event_cell(version.version),
    )
