"""Agreements in a report: who ran on, why, whether it came again, and what comes up; pure."""

from collections.abc import Iterator

from scrutable.documents.blocks import (
    Block,
    Cell,
    Citation,
    Column,
    Figure,
    Heading,
    KeyFigure,
    Run,
    Table,
)
from scrutable.documents.citing import cite, cite_many, period_at
from scrutable.documents.saying import count_cell, numbered
from scrutable.housekeeping.facts.agreements import (
    AgreementsSeen,
    AgreementStanding,
    ComingDate,
    RanOn,
)
from scrutable.housekeeping.presenters.agreements.calendar import (
    WHAT_WORDS,
    by_code,
    calendar_title,
    otherwise,
)
from scrutable.housekeeping.presenters.agreements.finding import (
    in_use,
    ran_on_title,
    recurrence_words,
    to_decide,
)
from scrutable.housekeeping.presenters.agreements.lists import NO_VALUE
from scrutable.housekeeping.presenters.agreements.words import NOBODY, until_words
from scrutable.housekeeping.rules.agreements import every_time
from scrutable.kernel.money import money_exact
from scrutable.kernel.wording import count_words, date_words, ended, times_words

METHOD = (
    (
        "Every end of an agreement is counted in months from its first day, renewals added, and "
        "notice is counted back from the end. One that renews itself is followed term by term "
        "until notice is given in time."
    ),
    (
        "An agreement runs on without approval on each day of use on which nobody had approved "
        "the term that the day lies in; an approval after the fact ends that, and does not undo "
        "it. A second time of the same agreement is a recurrence, whether or not the first was "
        "said to be cured."
    ),
    (
        "Of a first term of which no approval is recorded nothing is said. The part of the yearly "
        "value is a 365th for each day without approval."
    ),
)


def finding(seen: AgreementsSeen) -> tuple[Run, ...]:
    """Return how many ran on without approval, and whether any did again."""
    if not seen.found:
        return ()
    cited, period = _cited(seen), period_at(seen.as_at)
    again = recurrence_words(seen.found)
    runs: tuple[Run, ...] = (Figure(ran_on_title(seen.found), cited, period), ".")
    return (*runs, " ", Figure(again.removesuffix("."), cited, period), ".") if again else runs


def key_figures(seen: AgreementsSeen) -> tuple[KeyFigure, ...]:
    """Return how many run on without approval now, and of how many somebody must decide soon."""
    used = in_use(seen.found)
    if not used:
        return ()
    cited, period = _cited(seen), period_at(seen.as_at)
    within = seen.policy.notice_within_days
    times = [time for one in seen.found for time in one.ran_on]
    again = sum(time.is_recurrence for time in times)
    return (
        KeyFigure(
            "Agreements that run on without approval",
            f"{sum(one.running is not None for one in used):,} of {len(used):,}",
            period,
            f"{times_words(len(times))} in all, {again:,} of them again" if times else "never yet",
            cited,
        ),
        KeyFigure(
            "Agreements to be decided",
            f"{len(to_decide(seen.found, within)):,}",
            period,
            f"within {count_words(within, 'day')}",
            cited,
        ),
    )


def agreements_section(seen: AgreementsSeen) -> tuple[Block, ...]:
    """Return the agreements that ran on, with cause and cure, and the twelve months ahead."""
    heading = Heading(1, "Agreements", "agreements")
    if not seen.found:
        return (heading, numbered("No agreement is recorded."))
    return (heading, numbered(*finding(seen)), *_ran_on(seen), *_ahead(seen))


def _cited(seen: AgreementsSeen) -> Citation:
    return cite_many(seen.reference, seen.found)


def _ran_on(seen: AgreementsSeen) -> Iterator[Block]:
    times = every_time(seen.found)
    if not times:
        return
    yield Table(
        "Agreements used without approval",
        (
            Column("Agreement"),
            Column("First day"),
            Column("Last day"),
            Column("Days", numeric=True),
            Column("Part of the yearly value", numeric=True),
            Column("Approved in the end"),
        ),
        tuple(_time(one, time) for one, time in times),
        period=period_at(seen.as_at),
    )
    for one, time in times:
        yield numbered(*_cause(one, time))


def _time(one: AgreementStanding, time: RanOn) -> tuple[Cell, ...]:
    cited = cite(one)
    return (
        Cell(one.agreement.title),
        Cell(date_words(time.since), cited),
        Cell(until_words(time), cited),
        count_cell(time.days, cited),
        _pounds(time, cited),
        Cell(date_words(time.approved_on) if time.approved_on else "No", cited),
    )


def _pounds(time: RanOn, cited: Citation) -> Cell:
    if time.pounds is None:
        return Cell(NO_VALUE, cited)
    return Cell(money_exact(time.pounds), cited, number=time.pounds)


def _cause(one: AgreementStanding, time: RanOn) -> tuple[Run, ...]:
    name = f"{one.agreement.title}, from {date_words(time.since)}: "
    cure = time.cure
    if cure is None:
        return (f"{name}neither cause nor cure is recorded.",)
    cited, dated = cite(cure), period_at(cure.cured_on or time.since)
    cause = (name, Figure(ended(cure.cause), cited, dated))
    if not cure.cure:
        return (*cause, " No cure is recorded.")
    done = f" It was done on {date_words(cure.cured_on)}." if cure.cured_on else " It is not done."
    return (*cause, " The cure: ", Figure(ended(cure.cure), cited, dated), done)


def _ahead(seen: AgreementsSeen) -> Iterator[Block]:
    said = Figure(calendar_title(seen.coming), _cited(seen), period_at(seen.as_at))
    yield numbered(said, ".")
    if not seen.coming:
        return
    by = by_code(seen.found)
    yield Table(
        "Notice, ends and renewals in the next twelve months",
        (
            Column("Day"),
            Column("Agreement"),
            Column("What comes"),
            Column("If nobody acts"),
            Column("Owner"),
        ),
        tuple(_coming(day, by[day.agreement]) for day in seen.coming),
        period=period_at(seen.as_at),
    )


def _coming(day: ComingDate, one: AgreementStanding) -> tuple[Cell, ...]:
    return (
        Cell(date_words(day.on), cite(one)),
        Cell(one.agreement.title),
        Cell(WHAT_WORDS[day.what]),
        Cell(otherwise(day, one)),
        Cell(one.agreement.owner or NOBODY),
    )
