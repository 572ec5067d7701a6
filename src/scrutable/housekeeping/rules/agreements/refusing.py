"""What cannot be said of an agreement, a renewal, a cause and its cure; pure."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from scrutable.evidence.facts import RowError
from scrutable.housekeeping.facts.agreements import Agreement, AgreementStanding, Cure, Renewal
from scrutable.housekeeping.rules.agreements.terms import act_by, ends_on
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


def renewals_out_of_order(
    of: Renewal, agreement: Agreement, others: Iterable[Renewal]
) -> list[RowError]:
    """Return why a renewal does not follow on what was agreed before it.

    `others` are the renewals of the agreement that stand, this one among them or not.
    """
    rest = sorted((one for one in others if one.number != of.number), key=lambda one: one.number)
    before = [one for one in rest if one.number < of.number]
    after = [one for one in rest if one.number > of.number]
    found = []
    if of.number > len(before) + 1:
        fault = f"There is no renewal {len(before) + 1} before renewal {of.number}"
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


def overlapping(
    of: Agreement, renewals: Iterable[Renewal], others: Iterable[AgreementStanding]
) -> list[RowError]:
    """Return which agreements run at the same time under the same title with the same supplier."""
    last = of.closed_on or ends_on(of, renewals)
    return [
        RowError(
            "title",
            f"{one.agreement.code} has the same title and supplier and runs from "
            f"{date_words(one.agreement.starts_on)} to {date_words(until)}",
            "record a renewal of it, or give this one a title of its own",
        )
        for one in others
        if one.agreement.code != of.code
        and _same(one.agreement, of)
        and one.agreement.starts_on <= last
        and of.starts_on <= (until := one.agreement.closed_on or one.terms[-1].last)
    ]


def _same(one: Agreement, other: Agreement) -> bool:
    return one.supplier == other.supplier and _plain(one.title) == _plain(other.title)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
