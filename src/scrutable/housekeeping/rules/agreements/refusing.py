"""What cannot be said of an agreement, a renewal, a cause and its cure, alone; pure."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from scrutable.evidence.facts import RowError
from scrutable.housekeeping.facts.agreements import Agreement, Cure, Renewal
from scrutable.kernel.wording import date_words
from scrutable.records.rules import missing, refusals_of, refusals_on, to_come

MOST_MONTHS = 1_200
MOST_COUNT = 1_000
RESERVED = frozenset({"new", "calendar", "ran-on", "load"})  # words that addresses have taken


@refusals_of.register
def _(of: Agreement) -> Sequence[RowError]:
    found = missing(of, code="the code", title="the title", supplier="the supplier")
    found += missing(of, owner="the owner")
    if of.code.casefold() in RESERVED:
        found.append(RowError("code", f"“{of.code}” names a page", "choose another code"))
    found += _odd_months("months", (of.months,))
    found += _odd_months("extensions", of.extensions)
    found += _odd_months(
        "renews_itself_by", () if of.renews_itself_by is None else (of.renews_itself_by,)
    )
    if of.notice_count is not None and not 1 <= of.notice_count <= MOST_COUNT:
        fault = f"Notice of {of.notice_count:,} {of.notice_unit.value} is none"
        found.append(RowError("notice_count", fault, "give 1 or more, or leave it out"))
    found += _odd_reference("supplier", of.supplier, "supplier", "supplier/norland-services")
    found += _odd_reference("contract", of.contract, "contract", "contract/CSS")
    if of.closed_on and of.closed_on < of.starts_on:
        fault = f"It was closed on {date_words(of.closed_on)}, before it began"
        found.append(RowError("closed_on", fault, "give its first day or a later one"))
    return [*found, *_half_approved(of), *_below_nought(of)]


@refusals_of.register
def _(of: Renewal) -> Sequence[RowError]:
    found = missing(of, agreement="the agreement")
    if of.number < 0:
        found.append(RowError("number", f"{of.number} is no number", "count from 1"))
    return [*found, *_odd_months("months", (of.months,)), *_half_approved(of), *_below_nought(of)]


@refusals_of.register
def _(of: Cure) -> Sequence[RowError]:
    found = missing(of, agreement="the agreement", cause="the cause")
    if of.cured_on:
        found += missing(of, cure="the cure")
    if of.cured_on and of.cured_on < of.since:
        fault = f"{date_words(of.cured_on)} is before it began to run on"
        found.append(RowError("cured_on", fault, f"give {date_words(of.since)} or a later day"))
    return found


@refusals_on.register
def _(of: Agreement, today: date) -> Sequence[RowError]:
    return [
        *to_come("approved_on", of.approved_on, today),
        *to_come("notice_given_on", of.notice_given_on, today),
        *to_come("closed_on", of.closed_on, today),
    ]


@refusals_on.register
def _(of: Renewal, today: date) -> Sequence[RowError]:
    return [
        *to_come("agreed_on", of.agreed_on, today),
        *to_come("approved_on", of.approved_on, today),
    ]


@refusals_on.register
def _(of: Cure, today: date) -> Sequence[RowError]:
    return [*to_come("since", of.since, today), *to_come("cured_on", of.cured_on, today)]


def _odd_months(name: str, said: Iterable[int]) -> Iterator[RowError]:
    for months in said:
        if not 1 <= months <= MOST_MONTHS:
            fault = f"{months:,} months are no term"
            yield RowError(name, fault, f"give 1 to {MOST_MONTHS:,} months")


def _odd_reference(name: str, said: str, kind: str, such: str) -> Iterator[RowError]:
    if said.strip() and not said.startswith(f"{kind}/"):
        yield RowError(name, f"“{said}” is no {kind}", f"give a reference such as {such}")


def _half_approved(of: Agreement | Renewal) -> Iterator[RowError]:
    if of.approved_on and not of.approved_by.strip():
        yield RowError("approved_by", "Nobody is named who approved it", "enter who did")
    if of.approved_on is None and (of.approved_by.strip() or of.decision.strip()):
        fault = "It says who approved it, and not when"
        yield RowError("approved_on", fault, "enter the day, or leave both out")


def _below_nought(of: Agreement | Renewal) -> Iterator[RowError]:
    if of.yearly_pounds is not None and of.yearly_pounds < 0:
        yield RowError("yearly_pounds", "The yearly value is below nought", "give 0 or more")
