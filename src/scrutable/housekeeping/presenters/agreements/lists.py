"""The register of agreements, and those that ran on, as tables; pure."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from scrutable.govuk.facts import Cell, Column, KeyFigure, Row, Table
from scrutable.govuk.presenters import count_cell, day_cell, money_cell
from scrutable.housekeeping.facts.agreements import AgreementStanding, RanOn
from scrutable.housekeeping.presenters.agreements.finding import in_use, last_cure, to_decide
from scrutable.housekeeping.presenters.agreements.words import (
    AGAIN,
    CURED,
    NOBODY,
    NOT_CURED,
    NOT_FOUND,
    RAN_ON,
    again_words,
    agreement_address,
    current_term,
    otherwise_words,
    ran_on_address,
    standing_tag,
    standing_words,
    until_words,
)
from scrutable.kernel.money import money_exact
from scrutable.kernel.wording import count_words, date_words, times_words

NO_VALUE = "Not stated"
Times = Sequence[tuple[AgreementStanding, RanOn]]


def register_figures(found: Sequence[AgreementStanding], within_days: int) -> tuple[KeyFigure, ...]:
    """Return how many are used, what they cost, how many run on, how many wait for somebody."""
    used = in_use(found)
    if not used:
        return ()
    period = f"at {date_words(used[0].as_at)}"
    costs = [_yearly(one) for one in used]
    stated = [pounds for pounds in costs if pounds is not None]
    running = sum(one.running is not None for one in used)
    return (
        KeyFigure(label="Agreements in use", value=f"{len(used):,}", period=period),
        KeyFigure(
            label="Yearly value",
            value=money_exact(sum(stated, Decimal(0))) if stated else NO_VALUE,
            period=period,
            comparison=f"stated for {len(stated):,} of {len(used):,}",
        ),
        KeyFigure(
            label="Run on without approval", value=f"{running:,}", period=period, href=RAN_ON
        ),
        KeyFigure(
            label="To be decided",
            value=f"{len(to_decide(found, within_days)):,}",
            period=f"within {count_words(within_days, 'day')}",
        ),
    )


def _yearly(one: AgreementStanding) -> Decimal | None:
    return current_term(one).yearly_pounds


def register_table(found: Sequence[AgreementStanding], words: str) -> Table:
    """Return the agreements with what each is worth, who approved it and what is next."""
    return Table(
        name="agreements",
        caption=f"Agreements with “{words}”" if words else "Agreements",
        columns=(
            Column("agreement", "Agreement"),
            Column("standing", "Standing"),
            Column("until", "In force until"),
            Column("decide", "Decide by"),
            Column("otherwise", "If nobody acts"),
            Column("yearly", "Yearly value £", numeric=True),
            Column("owner", "Owner"),
        ),
        rows=tuple(_agreement(one) for one in sorted(found, key=_pressing)),
        empty=(
            "No agreement has these words. Search for fewer."
            if words
            else "No agreement is recorded. Add one, or load the register with the command "
            "“scrutable housekeeping agreements load”."
        ),
    )


def _pressing(one: AgreementStanding) -> tuple[bool, int, bool, date, str]:
    """Order what runs on longest first, then what must be decided soonest."""
    time, by = one.running, one.next.act_by
    is_passed = by is None or by < one.as_at
    return (time is None, -time.days if time else 0, is_passed, by or date.max, one.agreement.code)


def _agreement(one: AgreementStanding) -> Row:
    agreement, step = one.agreement, one.next
    return (
        Cell(
            agreement.title,
            href=agreement_address(agreement.code),
            note=f"{agreement.code}, {one.supplier}",
        ),
        Cell("", tags=(standing_tag(one),), note=standing_words(one)),
        day_cell(step.last, ""),
        day_cell(step.act_by, "Nothing to decide"),
        Cell(otherwise_words(one)),
        money_cell(_yearly(one), NO_VALUE),
        Cell(agreement.owner or NOBODY),
    )


def ran_on_figures(times: Times) -> tuple[KeyFigure, ...]:
    """Return for how many days agreements ran on, what that is of their value, how often again."""
    if not times:
        return ()
    period = f"at {date_words(times[0][0].as_at)}"
    agreements = {one.agreement.code for one, _ in times}
    stated = [time.pounds for _, time in times if time.pounds is not None]
    again = sum(time.is_recurrence for _, time in times)
    cured = last_cure([one for one, _ in times])
    return (
        KeyFigure(
            label="Agreements",
            value=f"{len(agreements):,}",
            period=period,
            comparison=f"{sum(time.until is None for _, time in times):,} still run on",
        ),
        KeyFigure(
            label="Days without approval",
            value=f"{sum(time.days for _, time in times):,}",
            period=period,
            comparison=times_words(len(times)),
        ),
        KeyFigure(
            label="Their part of the yearly value",
            value=money_exact(sum(stated, Decimal(0))) if stated else NO_VALUE,
            period=period,
            comparison=f"stated for {len(stated):,} of {len(times):,}",
        ),
        KeyFigure(
            label="Again",
            value=f"{again:,}",
            period=period,
            comparison=f"last cure done on {date_words(cured)}" if cured else "no cure is done",
        ),
    )


def ran_on_table(times: Times, name: str = "ran-on", *, is_named: bool = True) -> Table:
    """Return each time without approval with its cause and its cure."""
    return Table(
        name=name,
        caption="Times without approval",
        columns=(
            *((Column("agreement", "Agreement"),) if is_named else ()),
            Column("since", "First day"),
            Column("until", "Last day"),
            Column("days", "Days", numeric=True),
            Column("pounds", "Part of the yearly value £", numeric=True),
            Column("approved", "Approved in the end"),
            Column("cause", "Cause"),
            Column("cure", "Cure"),
        ),
        rows=tuple(_time(one, time, is_named=is_named) for one, time in times),
        empty="It has never been used without approval."
        if not is_named
        else "None has been used without approval.",
    )


def _time(one: AgreementStanding, time: RanOn, *, is_named: bool) -> Row:
    named = Cell(one.agreement.title, href=agreement_address(time.agreement), note=time.agreement)
    again = again_words(time)
    return (
        *((named,) if is_named else ()),
        Cell(
            date_words(time.since),
            order=time.since.isoformat(),
            tags=(AGAIN,) if again else (),
            note=again,
        ),
        Cell(until_words(time), order=time.until.isoformat() if time.until else "9999"),
        count_cell(time.days),
        money_cell(time.pounds, NO_VALUE),
        day_cell(time.approved_on, "No"),
        _cause(time),
        _cure(time),
    )


def _cause(time: RanOn) -> Cell:
    if time.cure is None:
        return Cell("", tags=(NOT_FOUND,), href="")
    return Cell(time.cure.cause, href=ran_on_address(time))


def _cure(time: RanOn) -> Cell:
    cure = time.cure
    if cure is None or not cure.cure:
        return Cell("Not recorded", href=ran_on_address(time), tags=(NOT_CURED,))
    if cure.cured_on is None:
        return Cell(cure.cure, tags=(NOT_CURED,), note=cure.owner)
    done = f"done on {date_words(cure.cured_on)}"
    return Cell(cure.cure, tags=(CURED,), note=f"{cure.owner}, {done}" if cure.owner else done)
