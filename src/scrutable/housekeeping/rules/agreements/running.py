"""When an agreement was used without approval, and whether that came again; pure."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from scrutable.housekeeping.facts.agreements import (
    Agreement,
    AgreementStanding,
    Cure,
    RanOn,
    Renewal,
    Term,
    TermKind,
)
from scrutable.housekeeping.rules.agreements.terms import (
    DAY,
    as_stood,
    next_step,
    terms_of,
    told_by,
)
from scrutable.kernel.money import to_the_penny

DAYS_OF_YEAR = 365  # a day costs so much of the yearly value, in leap years too
Gap = tuple[date, date, date | None]  # first and last day, and the approval that ended it


def covered_from(term: Term, as_at: date) -> date | None:
    """Return from which day of the term on it was approved, by what was known on a day.

    None where none of it was. Who approved the first term may not be recorded: it counts as
    approved, since a blank says nothing.
    """
    if term.kind is TermKind.FIRST and term.approved_on is None:
        return term.first
    if term.approved_on is None or term.approved_on > min(as_at, term.last):
        return None
    return max(term.first, term.approved_on)


def approved_until(terms: Iterable[Term], as_at: date) -> date | None:
    """Return the last day that somebody had approved by the day, None where nobody had."""
    return max((one.last for one in terms if covered_from(one, as_at)), default=None)


def ran_on(
    agreement: Agreement, terms: Sequence[Term], cures: Iterable[Cure], as_at: date
) -> tuple[RanOn, ...]:
    """Return each time without approval by the day, the first one first.

    Agreement and terms are as they stood then. Days without approval that follow on one another
    are one time, whatever terms they lie in.
    """
    own = {one.since: one for one in cures}
    found: list[RanOn] = []
    for since, last, approved_on in _gaps(agreement, terms, as_at):
        days = (last - since).days + 1
        is_running = last == as_at and agreement.closed_on is None
        cured = [one.cure.cured_on for one in found if one.cure and one.cure.cured_on]
        found.append(
            RanOn(
                agreement=agreement.code,
                since=since,
                until=None if is_running else last,
                days=days,
                approved_on=approved_on,
                pounds=_share(_price(terms, since), days),
                cure=_stood(own.get(since), as_at),
                earlier=found[-1].since if found else None,
                is_after_cure=any(day <= since for day in cured),
            )
        )
    return tuple(found)


def _gaps(agreement: Agreement, terms: Sequence[Term], as_at: date) -> Iterator[Gap]:
    """Yield the days without approval, as long as they follow on one another."""
    used = min(agreement.closed_on or as_at, as_at)
    open_from = agreement.starts_on
    for term in terms:
        covered = covered_from(term, as_at)
        if covered is None:
            continue
        if covered > open_from and open_from <= used:
            late = covered if covered > term.first else None
            yield open_from, min(covered - DAY, used), late
        open_from = term.last + DAY
    if open_from <= used:
        yield open_from, used, None


def _price(terms: Sequence[Term], day: date) -> Decimal | None:
    begun = [one for one in terms if one.first <= day]
    return begun[-1].yearly_pounds if begun else None


def _share(yearly: Decimal | None, days: int) -> Decimal | None:
    return None if yearly is None else to_the_penny(yearly * days / DAYS_OF_YEAR)


def _stood(cure: Cure | None, as_at: date) -> Cure | None:
    """Return the cure, as not carried out yet where that came after the day."""
    if cure is None or cure.cured_on is None or cure.cured_on <= as_at:
        return cure
    return Cure(
        version=cure.version,
        agreement=cure.agreement,
        since=cure.since,
        cause=cure.cause,
        cure=cure.cure,
        owner=cure.owner,
    )


def agreement_standing(
    agreement: Agreement,
    renewals: Iterable[Renewal],
    cures: Iterable[Cure],
    supplier: str,
    as_at: date,
) -> AgreementStanding:
    """Return an agreement by a day; renewals and cures are those of this agreement."""
    stood, told = as_stood(agreement, as_at), told_by(renewals, as_at)
    terms, own = terms_of(stood, told, as_at), tuple(cures)
    times = ran_on(stood, terms, own, as_at)
    begun = {time.since for time in times}
    return AgreementStanding(
        agreement=agreement,
        supplier=supplier,
        as_at=as_at,
        terms=terms,
        ran_on=times,
        next=next_step(stood, terms, as_at),
        renewals=tuple(told),
        loose=tuple(one for one in own if one.since <= as_at and one.since not in begun),
    )


def every_time(found: Iterable[AgreementStanding]) -> list[tuple[AgreementStanding, RanOn]]:
    """Return each time that an agreement ran on: those that still do first, then the longest."""
    times = [(one, time) for one in found for time in one.ran_on]
    return sorted(
        times,
        key=lambda pair: (pair[1].until is not None, -pair[1].days, pair[1].agreement),
    )
