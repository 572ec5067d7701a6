"""Agreements by a day: their terms, when each ran on, what comes up."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from typing import TypeVar

from scrutable.audit.models import Event
from scrutable.housekeeping import rules
from scrutable.housekeeping.facts.agreements import (
    Agreement,
    AgreementPolicy,
    AgreementsSeen,
    AgreementStanding,
    Beside,
    Cure,
    Renewal,
)
from scrutable.housekeeping.rules.agreements import agreement_standing, agreements_attention
from scrutable.kernel.attention import Attention
from scrutable.records.reads import every, one
from scrutable.registers import reads as registers

POLICY = "agreements"
MONTHS_AHEAD = 12
Part = TypeVar("Part", Renewal, Cure)


def agreements(known: int, as_at: date) -> list[AgreementStanding]:
    """Return every agreement by the day, by code, in four queries."""
    renewals, cures = _by_agreement(every(Renewal, known)), _by_agreement(every(Cure, known))
    names = _supplier_names(known)
    return [
        agreement_standing(
            found,
            renewals.get(found.code, ()),
            cures.get(found.code, ()),
            names.get(found.supplier, found.supplier),
            as_at,
        )
        for found in every(Agreement, known)
    ]


def agreement(code: str, known: int, as_at: date) -> AgreementStanding:
    """Return one agreement by the day, in four queries; raises UnknownRecord."""
    found = one(Agreement, known, code=code)
    names = _supplier_names(known)
    renewals = every(Renewal, known, agreement=code)
    cures = every(Cure, known, agreement=code)
    name = names.get(found.supplier, found.supplier)
    return agreement_standing(found, renewals, cures, name, as_at)


def agreements_seen(known: int, as_at: date) -> AgreementsSeen:
    """Return every agreement and what comes up in the twelve months after, in five queries."""
    found = agreements(known, as_at)
    return AgreementsSeen(
        found=tuple(found),
        coming=tuple(rules.coming(found, as_at, rules.last_day(as_at, MONTHS_AHEAD))),
        as_at=as_at,
        policy=agreement_policy(as_at, known),
    )


def beside(known: int) -> Beside:
    """Return what agreements are held against, in five queries."""
    return Beside(
        agreements={found.code: found for found in every(Agreement, known)},
        renewals=_by_agreement(every(Renewal, known)),
        suppliers=_supplier_names(known),
        contracts=frozenset(found.reference for found in registers.contracts(known)),
    )


def agreement_policy(as_at: date, known: int) -> AgreementPolicy:
    """Return the council's own rules for agreements on the day."""
    return rules.agreement_policy(registers.policy(POLICY, as_at, known))


def attention(as_at: date, known: int) -> list[Attention]:
    """Return what of agreements needs a person."""
    policy = registers.policy(POLICY, as_at, known)
    return list(agreements_attention(agreements(known, as_at), policy))


def is_recorded(reference: str, known: int) -> bool:
    """Test whether anything was recorded under the reference by then."""
    return Event.objects.filter(subject=reference, number__lte=known).exists()


def _supplier_names(known: int) -> dict[str, str]:
    return {found.reference: found.name for found in registers.suppliers(known)}


def _by_agreement(parts: Iterable[Part]) -> dict[str, tuple[Part, ...]]:
    """Return the parts of each agreement; they come by their key, which begins with its code."""
    return {code: tuple(own) for code, own in groupby(parts, key=lambda part: part.agreement)}
