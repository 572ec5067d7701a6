"""Delegations made, changed and ended."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

from scrutable.audit.writes import Change, change
from scrutable.kernel.wording import date_words
from scrutable.meetings import facts, models
from scrutable.meetings.reads import calendar
from scrutable.meetings.reads import powers as reads
from scrutable.meetings.rules import powers as rules
from scrutable.meetings.writes.numbering import next_number


class UnfitDelegation(Exception):
    """The delegation cannot be recorded or ended as it stands."""


def delegate(*, delegation: facts.Delegation, by: str, at: datetime) -> facts.Delegation:
    """Record a delegation, new where its number is 0, else as it stands from now on.

    Raises UnfitDelegation with everything that is wanting, UnknownBody, UnknownMeeting, and
    UnknownDelegation for a number that was never given.
    """
    if lacking := rules.lacking_in_delegation(delegation):
        raise UnfitDelegation(" ".join(lacking))
    verb = "delegation_changed" if delegation.number else "delegation_made"
    with change(verb=verb, subject=delegation.reference, by=by, at=at) as under_way:
        known = under_way.number - 1
        calendar.body(delegation.body, known)
        if delegation.made_in:
            calendar.meeting(delegation.made_in, known)
        if delegation.number:
            under_way.before = _terms(reads.delegation(delegation.code, known))
        of_year = models.Delegation.objects.filter(year=delegation.year)
        number = delegation.number or next_number(of_year)
        return _store_delegation(replace(delegation, number=number), under_way)


def end_delegation(*, code: str, on: date, because: str, by: str, at: datetime) -> facts.Delegation:
    """Take a delegation back; the day itself is its last. Raises UnknownDelegation, or Unfit…."""
    if not because.strip():
        raise UnfitDelegation("Enter why it is ended.")
    with change(verb="delegation_ended", subject=f"delegation/{code}", by=by, at=at) as under_way:
        stands = reads.delegation(code, under_way.number - 1)
        if on < stands.from_on:
            begins = date_words(stands.from_on)
            raise UnfitDelegation(f"It begins on {begins}. Choose that day or a later one.")
        under_way.before = _terms(stands)
        ended = replace(stands, ended_on=on, ended_because=because.strip())
        return _store_delegation(ended, under_way)


def _store_delegation(delegation: facts.Delegation, under_way: Change) -> facts.Delegation:
    models.Delegation.objects.create(
        year=delegation.year,
        number=delegation.number,
        body=delegation.body,
        to=delegation.to.strip(),
        acts=list(delegation.acts),
        consultees=list(delegation.consultees),
        limit_pounds=delegation.limit_pounds,
        each_pounds=delegation.each_pounds,
        from_on=delegation.from_on,
        expires_on=delegation.expires_on,
        made_in=delegation.made_in,
        source_reference=delegation.source_reference,
        ended_on=delegation.ended_on,
        ended_because=delegation.ended_because,
        event=under_way.number,
    )
    under_way.subject = delegation.reference
    under_way.after = _terms(delegation)
    return replace(delegation, version=under_way.number)


def _terms(delegation: facts.Delegation) -> dict[str, object]:
    return {
        "body": delegation.body,
        "to": delegation.to,
        "acts": list(delegation.acts),
        "consultees": list(delegation.consultees),
        "limit_pounds": _sum(delegation.limit_pounds),
        "each_pounds": _sum(delegation.each_pounds),
        "from_on": delegation.from_on.isoformat(),
        "expires_on": str(delegation.expires_on or ""),
        "ended_on": str(delegation.ended_on or ""),
        "ended_because": delegation.ended_because,
    }


def _sum(pounds: Decimal | None) -> str:
    return "" if pounds is None else f"{pounds:f}"
