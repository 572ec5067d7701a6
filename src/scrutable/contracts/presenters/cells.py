"""Cells of tables and tags of status; pure."""

from decimal import Decimal

from scrutable.contracts.facts import KpiDefinition, KpiMonth, Status
from scrutable.contracts.presenters import words
from scrutable.govuk.facts import Cell, Tag
from scrutable.govuk.presenters import count_cell, day_cell, moment_cell, money_cell
from scrutable.kernel.periods import Month

__all__ = [
    "GRAVEST_FIRST",
    "count_cell",
    "day_cell",
    "entry_tags",
    "level_cell",
    "moment_cell",
    "money_cell",
    "month_cell",
    "status_cell",
    "status_tag",
    "value_cell",
]

GRAVEST_FIRST = {
    status: place
    for place, status in enumerate(
        (
            Status.BELOW_MINIMUM,
            Status.BELOW_TARGET,
            Status.LATE,
            Status.NOT_MEASURED,
            Status.NO_TARGET,
            Status.SUSPENDED,
            Status.NO_ACTIVITY,
            Status.NOT_YET_DUE,
            Status.MET,
            Status.NOT_APPLICABLE,
            Status.DISCONTINUED,
        )
    )
}


def status_tag(status: Status) -> Tag:
    """Return the status as a tag: word, shape and a colour that only repeats them."""
    return Tag(words.WORDS[status], words.TAG_COLOURS[status], words.SHAPES[status])


def entry_tags(entry: KpiMonth) -> tuple[Tag, ...]:
    """Return the status and, beside it, an agreed mitigation."""
    mitigated = (Tag(words.MITIGATION_TAG, words.MITIGATION_COLOUR),) * entry.is_mitigated
    return (status_tag(entry.status), *mitigated)


def status_cell(entry: KpiMonth) -> Cell:
    """Return the month's status, sorted by gravity."""
    return Cell("", tags=entry_tags(entry), order=f"{GRAVEST_FIRST[entry.status]:02}")


def value_cell(definition: KpiDefinition, entry: KpiMonth, href: str = "") -> Cell:
    """Return the month's value, or why there is none."""
    number = entry.result.value if entry.result else None
    return Cell(words.entry_words(definition, entry), href=href, number=number)


def level_cell(definition: KpiDefinition, level: Decimal | None, none: str) -> Cell:
    """Return a level with its unit, or the words for there being none."""
    if level is None:
        return Cell(none)
    return Cell(words.value_words(definition, level), number=level)


def month_cell(month: Month, href: str = "") -> Cell:
    """Return a month in words, sorted as a month."""
    return Cell(month.words, order=str(month), href=href)
