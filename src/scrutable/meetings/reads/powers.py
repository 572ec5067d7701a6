"""Delegations with every use, recommendations with their answers, and what of both is due."""

from collections.abc import Iterable
from datetime import date

from scrutable.audit.reads import as_known, recorded_at
from scrutable.kernel.attention import Attention
from scrutable.kernel.wording import london_day
from scrutable.meetings import facts, models
from scrutable.meetings.reads.yearly import of_code
from scrutable.meetings.rules.powers import Powers, powers_attention
from scrutable.registers import reads as registers


class UnknownDelegation(Exception):
    """No delegation has the code."""

    def __str__(self) -> str:
        return f"There is no delegation {self.args[0]}. Look for its code among the delegations."


class UnknownRecommendation(Exception):
    """No recommendation has the code."""

    def __str__(self) -> str:
        return (
            f"There is no recommendation {self.args[0]}. "
            "Look for its code among the recommendations."
        )


def delegations(known: int, *, body: str | None = None) -> list[facts.Delegation]:
    """Return the delegations, of one body if it is named, in the order of their codes."""
    rows = as_known(models.Delegation.objects.all(), known)
    if body is not None:
        rows = rows.filter(body=body)
    return [_delegation(row) for row in rows.order_by("year", "number")]


def delegation(code: str, known: int) -> facts.Delegation:
    """Return one delegation; raises UnknownDelegation."""
    row = as_known(of_code(models.Delegation.objects.all(), code), known).first()
    if row is None:
        raise UnknownDelegation(code)
    return _delegation(row)


def delegation_versions(code: str, known: int) -> list[facts.Delegation]:
    """Return what was recorded of one delegation, oldest first."""
    rows = of_code(models.Delegation.objects.filter(event__lte=known), code)
    return [_delegation(row) for row in rows.order_by("event")]


def uses(code: str, known: int) -> list[facts.DelegationUse]:
    """Return every use of a delegation in the order recorded, refused attempts among them."""
    rows = as_known(models.DelegationUse.objects.filter(delegation=code), known)
    return [_use(row) for row in rows.order_by("number")]


def uses_by_delegation(known: int) -> dict[str, list[facts.DelegationUse]]:
    """Return every use by the code of its delegation."""
    rows = as_known(models.DelegationUse.objects.all(), known).order_by("delegation", "number")
    return _gathered(_use(row) for row in rows)


def recommendations(
    known: int, *, body: str | None = None, to: str | None = None
) -> list[facts.Recommendation]:
    """Return the recommendations of one body, or to one, in the order of their codes."""
    rows = as_known(models.Recommendation.objects.all(), known)
    if body is not None:
        rows = rows.filter(body=body)
    if to is not None:
        rows = rows.filter(to=to)
    return [_recommendation(row) for row in rows.order_by("year", "number")]


def recommendation(code: str, known: int) -> facts.Recommendation:
    """Return one recommendation; raises UnknownRecommendation."""
    row = as_known(of_code(models.Recommendation.objects.all(), code), known).first()
    if row is None:
        raise UnknownRecommendation(code)
    return _recommendation(row)


def recommendation_versions(code: str, known: int) -> list[facts.Recommendation]:
    """Return what was recorded of one recommendation, oldest first."""
    rows = of_code(models.Recommendation.objects.filter(event__lte=known), code)
    return [_recommendation(row) for row in rows.order_by("event")]


def attending_powers(as_at: date, known: int) -> list[Attention]:
    """Return what of delegations and recommendations needs a person, in the order of codes."""
    policy = registers.policy("attention", as_at, known)["powers"]
    if not isinstance(policy, dict):
        raise TypeError("attention.powers must be a table")
    used, recorded = _uses_recorded(known)
    bodies = as_known(models.Body.objects.all(), known).values_list("code", "name")
    powers = Powers(
        as_at=as_at,
        delegations=delegations(known),
        uses=used,
        recorded=recorded,
        recommendations=recommendations(known),
        names=dict(bodies),
        policy=policy,
    )
    return list(powers_attention(powers))


def _uses_recorded(
    known: int,
) -> tuple[dict[str, list[facts.DelegationUse]], dict[str, date]]:
    """Return every use by the code of its delegation, and by reference the day it was recorded."""
    rows = as_known(models.DelegationUse.objects.all(), known).order_by("delegation", "number")
    found = [(_use(row), row.recorded_at) for row in rows.annotate(recorded_at=recorded_at())]
    used = _gathered(use for use, _ in found)
    return used, {use.reference: london_day(moment) for use, moment in found}


def _gathered(found: Iterable[facts.DelegationUse]) -> dict[str, list[facts.DelegationUse]]:
    gathered: dict[str, list[facts.DelegationUse]] = {}
    for use in found:
        gathered.setdefault(use.delegation, []).append(use)
    return gathered


def _delegation(row: models.Delegation) -> facts.Delegation:
    return facts.Delegation(
        year=row.year,
        number=row.number,
        body=row.body,
        to=row.to,
        acts=tuple(row.acts),
        consultees=tuple(row.consultees),
        limit_pounds=row.limit_pounds,
        each_pounds=row.each_pounds,
        from_on=row.from_on,
        expires_on=row.expires_on,
        made_in=row.made_in,
        source_reference=row.source_reference,
        ended_on=row.ended_on,
        ended_because=row.ended_because,
        version=row.event,
    )


def _use(row: models.DelegationUse) -> facts.DelegationUse:
    return facts.DelegationUse(
        delegation=row.delegation,
        number=row.number,
        on=row.on,
        used_by=row.used_by,
        act=row.act,
        what=row.what,
        pounds=row.pounds,
        consulted=tuple(row.consulted),
        consulted_on=row.consulted_on,
        decision=row.decision,
        refused_because=tuple(row.refused_because),
        version=row.event,
    )


def _recommendation(row: models.Recommendation) -> facts.Recommendation:
    return facts.Recommendation(
        year=row.year,
        number=row.number,
        body=row.body,
        to=row.to,
        text=row.text,
        made_in=row.made_in,
        source_reference=row.source_reference,
        received_on=row.received_on,
        noticed_on=row.noticed_on,
        published_on=row.published_on,
        answer=facts.Answer(row.answer) if row.answer else None,
        answer_reasons=row.answer_reasons,
        action=row.action,
        answered_on=row.answered_on,
        answer_published_on=row.answer_published_on,
        version=row.event,
    )
