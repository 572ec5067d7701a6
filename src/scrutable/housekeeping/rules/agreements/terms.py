"""The terms of an agreement one after another, and what is next of it; pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from scrutable.housekeeping.facts.agreements import (
    Agreement,
    AgreementStanding,
    Coming,
    ComingDate,
    NextStep,
    Otherwise,
    Renewal,
    Term,
    TermKind,
)
from scrutable.housekeeping.rules.agreements.days import last_day, notice_by

DAY = timedelta(days=1)
SHORT = 3  # months; of terms that follow faster only the next one is listed, or they hide the rest
FURTHEST = date(2190, 1, 1)  # nothing renews itself beyond; days that far are slips of the hand


def as_stood(agreement: Agreement, as_at: date) -> Agreement:
    """Return the agreement without the notice and the closing that came after the day."""
    closed, given = agreement.closed_on, agreement.notice_given_on
    return replace(
        agreement,
        closed_on=closed if closed and closed <= as_at else None,
        notice_given_on=given if given and given <= as_at else None,
    )


def told_by(renewals: Iterable[Renewal], as_at: date) -> list[Renewal]:
    """Return the renewals agreed or approved by the day, in their order."""
    found = (one for one in renewals if min(one.agreed_on, one.approved_on or date.max) <= as_at)
    return sorted(found, key=lambda one: one.number)


def months_in_all(agreement: Agreement, renewals: Iterable[Renewal]) -> int:
    """Return the months of the first term and of every renewal: sixty and twelve are 72."""
    return agreement.months + sum(one.months for one in renewals)


def ends_on(agreement: Agreement, renewals: Iterable[Renewal] = ()) -> date:
    """Return the last day that was agreed, whether or not anybody approved it."""
    return last_day(agreement.starts_on, months_in_all(agreement, renewals))


def terms_of(
    agreement: Agreement, renewals: Sequence[Renewal], as_at: date, until: date | None = None
) -> tuple[Term, ...]:
    """Return the terms up to a day, that of `as_at` if none is given, those to come too.

    Agreement and renewals are as they stood `as_at`. An agreement in use that renews itself is
    followed term by term; those that would begin later are assumed.
    """
    terms = [*_agreed(agreement, renewals)]
    horizon = min(until or as_at, FURTHEST)
    own = agreement.renews_itself_by
    while own and terms[-1].last < horizon and not _is_over(agreement, terms[-1].last):
        months = sum(one.months for one in terms)
        first = terms[-1].last + DAY
        following = replace(
            terms[-1],
            kind=TermKind.ITSELF,
            number=len(terms),
            first=first,
            last=last_day(agreement.starts_on, months + own),
            months=own,
            reference=agreement.reference,
            version=agreement.version,
            agreed_on=None,
            approved_on=None,
            approved_by="",
            decision="",
            is_assumed=first > as_at,
        )
        terms.append(following)
    return tuple(terms)


def _agreed(agreement: Agreement, renewals: Sequence[Renewal]) -> Iterator[Term]:
    months, pounds = agreement.months, agreement.yearly_pounds
    last = last_day(agreement.starts_on, months)
    yield Term(
        kind=TermKind.FIRST,
        number=0,
        first=agreement.starts_on,
        last=last,
        months=months,
        reference=agreement.reference,
        version=agreement.version,
        approved_on=agreement.approved_on,
        approved_by=agreement.approved_by,
        decision=agreement.decision,
        yearly_pounds=pounds,
    )
    for number, one in enumerate(renewals, start=1):
        first, months = last + DAY, months + one.months
        last = last_day(agreement.starts_on, months)
        pounds = pounds if one.yearly_pounds is None else one.yearly_pounds
        yield Term(
            kind=TermKind.RENEWAL,
            number=number,
            first=first,
            last=last,
            months=one.months,
            reference=one.reference,
            version=one.version,
            agreed_on=one.agreed_on,
            approved_on=one.approved_on,
            approved_by=one.approved_by,
            decision=one.decision,
            yearly_pounds=pounds,
        )


def act_by(agreement: Agreement, last: date) -> date:
    """Return the last day on which somebody can still decide what follows the end."""
    return notice_by(last, agreement.notice) if agreement.notice else last


def _is_over(agreement: Agreement, last: date) -> bool:
    """Test whether it ends then for good: closed by then, or notice was given in time."""
    closed, given = agreement.closed_on, agreement.notice_given_on
    return bool(closed and closed <= last) or bool(given and given <= act_by(agreement, last))


def next_step(agreement: Agreement, terms: Sequence[Term], as_at: date) -> NextStep:
    """Return what is next, from the agreement as it stood and its terms up to the day."""
    last, own = terms[-1].last, agreement.renews_itself_by
    if agreement.closed_on:
        return NextStep(otherwise=Otherwise.IS_CLOSED, last=agreement.closed_on)
    if last < as_at:
        return NextStep(otherwise=Otherwise.RUNS_ON, last=last)
    if _is_over(agreement, last):
        return NextStep(otherwise=Otherwise.ENDS_BY_NOTICE, last=last)
    if own:
        return _next_renewal(agreement, terms, as_at, own)
    taken = sum(one.kind is TermKind.RENEWAL for one in terms)
    left = agreement.extensions[taken:]
    return NextStep(
        otherwise=Otherwise.ENDS,
        last=last,
        act_by=act_by(agreement, last),
        extension=left[0] if left else None,
    )


def _next_renewal(agreement: Agreement, terms: Sequence[Term], as_at: date, own: int) -> NextStep:
    """Return the first end for which notice can still be given, and what follows without any."""
    months = sum(one.months for one in terms)
    last = terms[-1].last
    while act_by(agreement, last) < as_at and last < FURTHEST:
        months += own
        last = last_day(agreement.starts_on, months)
    return NextStep(
        otherwise=Otherwise.RENEWS_ITSELF,
        last=last,
        act_by=act_by(agreement, last),
        renews_until=last_day(agreement.starts_on, months + own),
        too_late_for=terms[-1].last if last > terms[-1].last else None,
    )


def coming(found: Iterable[AgreementStanding], first: date, last: date) -> list[ComingDate]:
    """Return last days for notice, ends and renewals between two days, both counted, by day.

    What is no longer used has none. One that renews itself comes again with every term; where
    its terms are short, the next day alone stands for all of them.
    """
    return sorted(day for one in found for day in _days_of(one, first, last))


def _days_of(one: AgreementStanding, first: date, last: date) -> Iterator[ComingDate]:
    """Yield the days of one agreement; of short terms each kind of day but once."""
    own, seen = one.agreement.renews_itself_by, set[Coming]()
    for day in _every_day_of(one, last):
        if not first <= day.on <= last or (own and own < SHORT and day.what in seen):
            continue
        seen.add(day.what)
        yield day


def _every_day_of(one: AgreementStanding, last: date) -> Iterator[ComingDate]:
    agreement = as_stood(one.agreement, one.as_at)
    if agreement.closed_on:
        return
    terms = terms_of(agreement, one.renewals, one.as_at, until=last)
    ends = [term for term, after in pairwise(terms) if after.kind is TermKind.ITSELF]
    for term in (*ends, terms[-1]):
        yield from _days_at(agreement, term)


def _days_at(agreement: Agreement, term: Term) -> Iterator[ComingDate]:
    code, given = agreement.code, _is_over(agreement, term.last)
    by, assumed = act_by(agreement, term.last), term.is_assumed
    if not given and (agreement.notice or agreement.renews_itself_by):
        yield ComingDate(by, code, Coming.NOTICE, assumed)
    if agreement.renews_itself_by and not given:
        yield ComingDate(term.last + DAY, code, Coming.RENEWS, assumed)
    else:
        yield ComingDate(term.last, code, Coming.END, assumed)
