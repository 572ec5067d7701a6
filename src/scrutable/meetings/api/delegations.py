"""Delegations with their uses."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from django.http import HttpRequest
from ninja import Router, Schema
from ninja.pagination import paginate

from scrutable.access.api import asker, those_who_may
from scrutable.access.facts import Permission
from scrutable.audit import clock
from scrutable.kernel.wording import london_day
from scrutable.meetings import facts, reads, writes
from scrutable.meetings.api.shapes import (
    Code,
    Day,
    Pounds,
    Reference,
    Text,
    WhenAsked,
    Words,
    answers,
    given,
    lists,
    shown,
    told,
)
from scrutable.meetings.rules import powers as rules

router = Router(tags=["Delegations"])
Delegation = shown(
    facts.Delegation,
    "code",
    "reference",
    state=facts.DelegationState,
    used_pounds=Decimal,
    left_pounds=Decimal | None,
)
DelegationUse = shown(facts.DelegationUse, "reference", "is_refused")


class DelegationIn(Schema):
    """A delegation that a body resolved on."""

    body: Code
    to: Words
    acts: tuple[Text, ...]
    consultees: tuple[Words, ...] = ()
    limit_pounds: Pounds | None = None
    each_pounds: Pounds | None = None
    from_on: Day
    expires_on: Day | None = None
    made_in: Code = ""
    source_reference: Reference = ""


class UseIn(Schema):
    """A use of a delegation."""

    on: Day
    used_by: Words
    act: Text
    what: Text
    pounds: Pounds | None = None
    consulted: tuple[Words, ...] = ()
    consulted_on: Day | None = None
    decision: Code = ""


class EndIn(Schema):
    """The last day of a delegation that is taken back, and why."""

    on: Day
    because: Text


@router.get(
    "/delegations",
    response=lists(Delegation),
    url_name="delegations",
    auth=those_who_may(Permission.VIEW_MEETINGS),
)
@paginate
def delegations(request: HttpRequest, when: WhenAsked, body: str | None = None) -> list[object]:
    """List delegations, with what is used and left of each."""
    at = when.of(request)
    uses = reads.uses_by_delegation(at.known)
    found = reads.delegations(at.known, body=body)
    return [_delegation(one, uses.get(one.code, []), at.as_at) for one in found]


@router.post(
    "/delegations",
    response=answers(Delegation),
    url_name="delegations",
    auth=those_who_may(Permission.MANAGE_DELEGATIONS),
)
def delegate(request: HttpRequest, sent: DelegationIn) -> Mapping[str, object]:
    """Record a delegation."""
    one = facts.Delegation(year=sent.from_on.year, number=0, **given(sent))
    now = clock.now()
    made = writes.delegate(delegation=one, by=asker(request).username, at=now)
    return _delegation(made, [], london_day(now))


@router.get(
    "/delegations/{code}",
    response=answers(Delegation),
    url_name="delegation",
    auth=those_who_may(Permission.VIEW_MEETINGS),
)
def delegation(request: HttpRequest, code: str, when: WhenAsked) -> Mapping[str, object]:
    """Show one delegation, with what is used and left."""
    at = when.of(request)
    return _delegation(reads.delegation(code, at.known), reads.uses(code, at.known), at.as_at)


@router.post(
    "/delegations/{code}/end",
    response=answers(Delegation),
    url_name="end_delegation",
    auth=those_who_may(Permission.MANAGE_DELEGATIONS),
)
def end_delegation(request: HttpRequest, code: str, sent: EndIn) -> Mapping[str, object]:
    """Take a delegation back before its time."""
    now = clock.now()
    ended = writes.end_delegation(
        code=code, on=sent.on, because=sent.because, by=asker(request).username, at=now
    )
    return _delegation(ended, reads.uses(code, ended.version), london_day(now))


@router.get(
    "/delegations/{code}/uses",
    response=lists(DelegationUse),
    url_name="uses",
    auth=those_who_may(Permission.VIEW_MEETINGS),
)
@paginate
def uses(request: HttpRequest, code: str, when: WhenAsked) -> list[facts.DelegationUse]:
    """List every use of a delegation, and every attempt that was refused."""
    known = when.of(request).known
    reads.delegation(code, known)
    return reads.uses(code, known)


@router.post(
    "/delegations/{code}/uses",
    response=answers(DelegationUse),
    url_name="uses",
    auth=those_who_may(Permission.USE_DELEGATIONS),
)
def use_delegation(request: HttpRequest, code: str, sent: UseIn) -> facts.DelegationUse:
    """Record a use; one outside the delegation is refused with 409, and kept as an attempt."""
    use = facts.DelegationUse(delegation=code, number=0, **given(sent))
    return writes.use_delegation(use=use, by=asker(request).username, at=clock.now())


def _delegation(
    one: facts.Delegation, found: list[facts.DelegationUse], as_at: date
) -> Mapping[str, object]:
    return told(
        one,
        "code",
        "reference",
        state=rules.state_of_delegation(one, as_at),
        used_pounds=rules.spent_under(found),
        left_pounds=rules.left_of(one, found),
    )
