"""`scrutable housekeeping agreements list`, `show`, `coming` and `ran-on`."""

import sys
from collections.abc import Callable
from datetime import date, datetime

import click
from django.conf import settings

from scrutable.audit import clock
from scrutable.audit.reads import number_at
from scrutable.govuk.cli import DAY, Cell, refusals_in_words, with_format, with_known_at, write_rows
from scrutable.housekeeping import rules
from scrutable.housekeeping.facts.agreements import (
    AgreementStanding,
    ComingDate,
    RanOn,
    Term,
    TermKind,
)
from scrutable.housekeeping.presenters.agreements import calendar as calendar_words
from scrutable.housekeeping.presenters.agreements import finding
from scrutable.housekeeping.presenters.agreements.words import (
    approval_tag,
    current_term,
    next_words,
    standing_tag,
)
from scrutable.housekeeping.reads import agreements as reads
from scrutable.housekeeping.rules.agreements import every_time, worth
from scrutable.kernel.wording import london_day
from scrutable.meetings.presenters.ics import ics
from scrutable.meetings.reads import installation, recorded_at
from scrutable.records.reads import UnknownRecord

COLUMNS = (
    *("code", "title", "supplier", "standing", "until", "decide_by", "otherwise"),
    *("renews_until", "yearly_pounds", "days_without_approval", "owner", "contract"),
)
TERM_COLUMNS = (
    *("term", "first", "last", "months", "agreed_on", "approval", "approved_on"),
    *("approved_by", "days_late", "decision", "pounds"),
)
COMING_COLUMNS = ("on", "code", "title", "what", "otherwise", "only_if_renewed", "owner")
RAN_ON_COLUMNS = (
    *("code", "title", "since", "until", "days", "pounds", "approved_on"),
    *("cause", "cure", "cured_on", "earlier", "after_cure"),
)
AS_AT = click.option(
    "--as-at", type=DAY, help="The day that is asked about; today, if none is given."
)
Command = Callable[..., None]


def _day(as_at: date | None, known_at: datetime | None) -> date:
    return as_at or london_day(known_at or clock.now())


@click.command(name="list")
@click.option("--words", default="", help="Only agreements that have these words.")
@AS_AT
@with_known_at
@with_format
def listed(words: str, as_at: date | None, known_at: datetime | None, form: str) -> None:
    """Print every agreement: until when it is agreed, by when to decide, what happens otherwise."""
    every = reads.agreements(number_at(known_at), _day(as_at, known_at))
    found = [one for one in every if finding.holds_words(one, words)]
    write_rows([_row(one) for one in found], COLUMNS, form)
    click.echo(f"{finding.register_title(every)}.", err=True)


@click.command()
@click.argument("code")
@AS_AT
@with_known_at
@with_format
def show(code: str, as_at: date | None, known_at: datetime | None, form: str) -> None:
    """Print the terms of the agreement CODE, the first one first, and what is next of it."""
    with refusals_in_words(UnknownRecord):
        one = reads.agreement(code, number_at(known_at), _day(as_at, known_at))
    write_rows([_term(term, one) for term in one.terms], TERM_COLUMNS, form)
    said = (next_words(one), finding.own_recurrence_words(one))
    click.echo(" ".join(text for text in said if text), err=True)


@click.command()
@AS_AT
@click.option("--months", type=click.IntRange(1, 60), default=12, show_default=True,
              help="How far ahead.")  # fmt: skip
@with_known_at
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "csv", "ics"]),
    default="table",
    show_default=True,
    help="How to write; ics is for calendar programs.",
)
def coming(as_at: date | None, months: int, known_at: datetime | None, form: str) -> None:
    """Print last days for notice, ends and renewals ahead, by day, and what happens otherwise."""
    day = _day(as_at, known_at)
    found = reads.agreements(number_at(known_at), day)
    days = rules.coming(found, day, rules.last_day(day, months))
    by = calendar_words.by_code(found)
    if form == "ics":
        stamps = recorded_at({by[one.agreement].version for one in days})
        entries = calendar_words.entries(days, by, stamps, settings.BASE_URL)
        made = ics(entries, name="Agreements", installation=installation())
        sys.stdout.buffer.write(made)
        return
    write_rows([_coming(one, by[one.agreement]) for one in days], COMING_COLUMNS, form)
    click.echo(f"{calendar_words.calendar_title(days, months)}.", err=True)


@click.command(name="ran-on")
@AS_AT
@with_known_at
@with_format
def ran_on(as_at: date | None, known_at: datetime | None, form: str) -> None:
    """Print each time that an agreement ran on without approval, its cause and its cure.

    Exits 1 where any still does.
    """
    every = reads.agreements(number_at(known_at), _day(as_at, known_at))
    times = every_time(every)
    write_rows([_time(one, time) for one, time in times], RAN_ON_COLUMNS, form)
    said = f"{finding.ran_on_title(every)}. {finding.recurrence_words(every)}"
    click.echo(said.strip(), err=True)
    if any(time.until is None for _, time in times):
        raise SystemExit(1)


def _row(one: AgreementStanding) -> dict[str, Cell]:
    agreement, step = one.agreement, one.next
    return {
        "code": agreement.code,
        "title": agreement.title,
        "supplier": one.supplier,
        "standing": standing_tag(one).word,
        "until": step.last,
        "decide_by": step.act_by,
        "otherwise": step.otherwise.value,
        "renews_until": step.renews_until,
        "yearly_pounds": current_term(one).yearly_pounds,
        "days_without_approval": sum(time.days for time in one.ran_on),
        "owner": agreement.owner,
        "contract": agreement.contract,
    }


def _term(term: Term, one: AgreementStanding) -> dict[str, Cell]:
    name = f"renewal {term.number}" if term.kind is TermKind.RENEWAL else term.kind.value
    return {
        "term": name,
        "first": term.first,
        "last": term.last,
        "months": term.months,
        "agreed_on": term.agreed_on,
        "approval": approval_tag(term, one.as_at).word,
        "approved_on": term.approved_on,
        "approved_by": term.approved_by,
        "days_late": term.days_late,
        "decision": term.decision,
        "pounds": worth(term),
    }


def _coming(day: ComingDate, one: AgreementStanding) -> dict[str, Cell]:
    return {
        "on": day.on,
        "code": day.agreement,
        "title": one.agreement.title,
        "what": day.what.value,
        "otherwise": calendar_words.otherwise(day, one),
        "only_if_renewed": day.is_assumed,
        "owner": one.agreement.owner,
    }


def _time(one: AgreementStanding, time: RanOn) -> dict[str, Cell]:
    cure = time.cure
    return {
        "code": time.agreement,
        "title": one.agreement.title,
        "since": time.since,
        "until": time.until,
        "days": time.days,
        "pounds": time.pounds,
        "approved_on": time.approved_on,
        "cause": cure.cause if cure else "",
        "cure": cure.cure if cure else "",
        "cured_on": cure.cured_on if cure else None,
        "earlier": time.earlier,
        "after_cure": time.is_after_cure,
    }
