"""What does not go together among agreements and what they refer to; pure."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache

from scrutable.evidence.facts import RowError
from scrutable.housekeeping.facts.agreements import Agreement, Beside, Cure, Renewal
from scrutable.housekeeping.rules.agreements.refusing import MOST_MONTHS
from scrutable.housekeeping.rules.agreements.running import agreement_standing
from scrutable.housekeeping.rules.agreements.terms import act_by, ends_on
from scrutable.kernel.wording import date_words, list_words

LOOK = "look for it in the register"


def refusals_beside(of: Agreement | Renewal | Cure, beside: Beside) -> list[RowError]:
    """Return why it does not go together with what stands beside it."""
    if isinstance(of, Agreement):
        return [*_unknown(of, beside), *_of_its_terms(of, beside)]
    agreement = beside.agreements.get(of.agreement)
    if agreement is None:
        return [RowError("agreement", f"There is no agreement {of.agreement}", LOOK)]
    own = beside.renewals.get(of.agreement, ())
    if isinstance(of, Cure):
        return list(_ran_on_then(of, agreement, own))
    together = sorted((*(one for one in own if one.number != of.number), of), key=_number)
    return (
        _too_long(agreement, together)
        or _out_of_order(of, agreement, together)
        or list(_overlapping(agreement, together, beside))
    )


def _number(one: Renewal) -> int:
    return one.number


def _unknown(of: Agreement, beside: Beside) -> Iterator[RowError]:
    if of.supplier.startswith("supplier/") and of.supplier not in beside.suppliers:
        yield RowError("supplier", f"There is no {of.supplier}", "add the supplier first")
    if of.contract.startswith("contract/") and of.contract not in beside.contracts:
        yield RowError("contract", f"There is no {of.contract}", "look for it in the contracts")


def _of_its_terms(of: Agreement, beside: Beside) -> list[RowError]:
    own = beside.renewals.get(of.code, ())
    return _too_long(of, own) or [
        *_overlapping(of, own, beside),
        *_renewals_before_it(of, beside),
    ]


def _too_long(agreement: Agreement, renewals: Sequence[Renewal]) -> list[RowError]:
    """Return that it runs longer in all than calendars reach, or not at all; asked first."""
    months = (agreement.months, *(one.months for one in renewals))
    if min(months) >= 1 and sum(months) <= MOST_MONTHS:
        return []
    fault = f"With its renewals it runs for {sum(months):,} months"
    return [RowError("months", fault, f"it may run for {MOST_MONTHS:,} months at most")]


def _renewals_before_it(of: Agreement, beside: Beside) -> Iterator[RowError]:
    """Yield what its renewals say against it, where it is changed after they were recorded."""
    own = beside.renewals.get(of.code, ())
    if own and own[0].agreed_on < of.starts_on:
        fault = f"Renewal 1 was agreed on {date_words(own[0].agreed_on)}, before it began"
        yield RowError("starts_on", fault, "correct the renewal first, or give an earlier day")


def _out_of_order(of: Renewal, agreement: Agreement, together: Sequence[Renewal]) -> list[RowError]:
    """Return why a renewal does not follow on what was agreed before it, itself among them."""
    place = together.index(of)
    before, after = together[:place], together[place + 1 :]
    found = []
    if of.number > place + 1:
        fault = f"There is no renewal {place + 1} before renewal {of.number}"
        found.append(RowError("number", fault, "record the earlier one first"))
    earliest = max([agreement.starts_on, *(one.agreed_on for one in before)])
    if of.agreed_on < earliest:
        what = f"renewal {before[-1].number} was agreed" if before else "the agreement began"
        fault = f"It was agreed on {date_words(of.agreed_on)}, before {what}"
        found.append(RowError("agreed_on", fault, f"give {date_words(earliest)} or a later day"))
    if after and of.agreed_on > after[0].agreed_on:
        fault = f"It was agreed on {date_words(of.agreed_on)}, after renewal {after[0].number} was"
        remedy = f"give {date_words(after[0].agreed_on)} or an earlier day"
        found.append(RowError("agreed_on", fault, remedy))
    return [*found, *_after_its_end(agreement, before)]


def _after_its_end(agreement: Agreement, before: Sequence[Renewal]) -> Iterator[RowError]:
    last = ends_on(agreement, before)
    closed, given = agreement.closed_on, agreement.notice_given_on
    if closed and closed <= last:
        fault = f"{agreement.code} was closed on {date_words(closed)}, before the renewal begins"
        yield RowError("agreement", fault, "change the day of closing first, if it goes on")
    if given and given <= act_by(agreement, last):
        fault = f"Notice was given on {date_words(given)}, so that it ends on {date_words(last)}"
        yield RowError("agreement", fault, "take the notice back first, if it goes on")


def _overlapping(of: Agreement, renewals: Iterable[Renewal], beside: Beside) -> Iterator[RowError]:
    """Yield agreements that run at the same time under the same title with the same supplier."""
    last = _used_until(of, renewals)
    for one in beside.agreements.values():
        if one.code == of.code or not _same(one, of):
            continue
        until = _used_until(one, beside.renewals.get(one.code, ()))
        if one.starts_on <= last and of.starts_on <= until:
            span = f"from {date_words(one.starts_on)} to {date_words(until)}"
            fault = f"{one.code} has the same title and supplier and runs {span}"
            remedy = "record a renewal of it, close it, or give this one a title of its own"
            yield RowError("title", fault, remedy)


def _used_until(one: Agreement, renewals: Iterable[Renewal]) -> date:
    return one.closed_on or ends_on(one, renewals)


def _same(one: Agreement, other: Agreement) -> bool:
    return one.supplier == other.supplier and _plain(one.title) == _plain(other.title)


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _ran_on_then(of: Cure, agreement: Agreement, own: Sequence[Renewal]) -> Iterator[RowError]:
    """Yield that the agreement did not begin to run on with that day; by what is known now."""
    times = agreement_standing(agreement, own, (), "", of.since).ran_on
    if times and times[-1].since == of.since:
        return
    told = [one.approved_on or one.agreed_on for one in own]
    latest = max([of.since, *told, *(one.agreed_on for one in own)])
    known = agreement_standing(agreement, own, (), "", latest).ran_on
    days = list_words([date_words(one.since) for one in known], joint="or")
    fault = f"{agreement.code} did not begin to run on with {date_words(of.since)}"
    yield RowError("since", fault, f"give {days}" if days else "it never ran on")
