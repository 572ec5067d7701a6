"""Twelve months of notice, ends and renewals: a month a group, and as calendar entries; pure."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from scrutable.govuk.facts import Cell, Column, Row, Table
from scrutable.govuk.presenters import day_cell, money_cell
from scrutable.housekeeping.facts.agreements import (
    AgreementStanding,
    Coming,
    ComingDate,
)
from scrutable.housekeeping.presenters.agreements.lists import NO_VALUE
from scrutable.housekeeping.presenters.agreements.words import (
    NOBODY,
    agreement_address,
    current_term,
)
from scrutable.housekeeping.rules.agreements import SHORT
from scrutable.kernel.periods import Month
from scrutable.kernel.wording import capital, count_words, date_words, number_words
from scrutable.meetings.presenters.ics import Entry

MONTHS = 12
WHAT_WORDS = {
    Coming.NOTICE: "Last day for notice",
    Coming.END: "Ends",
    Coming.RENEWS: "Renews itself",
}
By = Mapping[str, AgreementStanding]


def by_code(found: Iterable[AgreementStanding]) -> dict[str, AgreementStanding]:
    """Return the agreements by their code."""
    return {one.agreement.code: one for one in found}


def calendar_title(days: Sequence[ComingDate], months: int = MONTHS) -> str:
    """Return the finding: how many last days for notice come in so many months."""
    notices = sum(day.what is Coming.NOTICE and not day.is_assumed for day in days)
    ahead = "twelve months" if months == MONTHS else count_words(months, "month")
    if not days:
        return f"No agreement ends or renews itself in the next {ahead}"
    if not notices:
        return f"No notice is due in the next {ahead}"
    what = "last day for notice comes" if notices == 1 else "last days for notice come"
    return f"{capital(number_words(notices))} {what} in the next {ahead}"


def calendar_summary(days: Sequence[ComingDate]) -> str:
    """Return how many agreements end and renew themselves, and the next day."""
    if not days:
        return "Add agreements with their terms, and their days stand here."
    ends = sum(day.what is Coming.END for day in days)
    renews = len({day.agreement for day in days if day.what is Coming.RENEWS})
    first = date_words(days[0].on)
    end_words = f"{capital(number_words(ends))} {'ends' if ends == 1 else 'end'}"
    itself = "renews itself" if renews == 1 else "renew themselves"
    return f"{end_words} and {number_words(renews)} {itself}; the first day is {first}."


def calendar_table(days: Sequence[ComingDate], by: By, first: date) -> Table:
    """Return the days, a month a group; a month in which nothing comes up says so."""
    months = [Month.of(first).plus(number) for number in range(MONTHS + (first.day > 1))]
    rows: list[Row] = []
    for month in months:
        own = [day for day in days if Month.of(day.on) == month]
        rows += [_day(month, day, by[day.agreement]) for day in own] or [_empty(month)]
    return Table(
        name="calendar",
        caption="Twelve months ahead",
        columns=(
            Column("month", "Month"),
            Column("day", "Day"),
            Column("agreement", "Agreement"),
            Column("what", "What comes"),
            Column("otherwise", "If nobody acts"),
            Column("yearly", "Yearly value £", numeric=True),
            Column("owner", "Owner"),
        ),
        rows=tuple(rows),
        empty="No agreement is recorded.",
        grouped_by="month",
    )


def _day(month: Month, day: ComingDate, one: AgreementStanding) -> Row:
    return (
        Cell(month.words, order=str(month)),
        day_cell(day.on, ""),
        Cell(
            one.agreement.title,
            href=agreement_address(day.agreement),
            note=f"{day.agreement}, {one.supplier}",
        ),
        Cell(
            WHAT_WORDS[day.what],
            note=_when_words(day, one),
        ),
        Cell(otherwise(day, one)),
        money_cell(current_term(one).yearly_pounds, NO_VALUE),
        Cell(one.agreement.owner or NOBODY),
    )


def _when_words(day: ComingDate, one: AgreementStanding) -> str:
    """Return that the day hangs on what comes before it, or that it comes again and again."""
    own = one.agreement.renews_itself_by
    if own and own < SHORT and not one.agreement.notice_given_on:
        return f"and every {'month' if own == 1 else f'{own} months'} after"
    return "if it has renewed itself until then" if day.is_assumed else ""


def _empty(month: Month) -> Row:
    return (
        Cell(month.words, order=str(month)),
        Cell("No day"),
        Cell("None"),
        Cell("Nothing comes up"),
        Cell("Nothing happens"),
        Cell("None"),
        Cell("Nobody"),
    )


def otherwise(day: ComingDate, one: AgreementStanding) -> str:
    """Return what happens if nobody does anything by the day."""
    own = one.agreement.renews_itself_by
    months = count_words(own or 0, "month")
    if day.what is Coming.RENEWS:
        return f"It has renewed itself for {months}"
    if day.what is Coming.END:
        return "Whoever uses it later runs on without approval"
    if own:
        return f"It renews itself for {months}"
    return f"It ends on {date_words(one.next.last)}"


def entries(
    days: Iterable[ComingDate], by: By, stamps: Mapping[int, datetime], host: str = ""
) -> list[Entry]:
    """Return a calendar entry for each day; `host` begins addresses."""
    return [
        Entry(
            key=f"agreement/{day.agreement}/{day.what.value}/{day.on}",
            summary=f"{WHAT_WORDS[day.what]}: {one.agreement.title}",
            on=day.on,
            stamp=stamps[one.version],
            version=one.version,
            description=(
                f"{otherwise(day, one)}. Agreement {day.agreement} with {one.supplier}. "
                f"Owner: {one.agreement.owner or NOBODY}."
            ),
            address=f"{host}{agreement_address(day.agreement)}" if host else "",
        )
        for day in days
        for one in (by[day.agreement],)
    ]
