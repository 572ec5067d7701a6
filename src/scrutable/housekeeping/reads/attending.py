"""What of the estate needs a person, subject by subject, each with the tables it rests on."""

from collections.abc import Mapping
from datetime import date

from scrutable.audit.reads import Area
from scrutable.housekeeping import models
from scrutable.housekeeping.reads import agreements
from scrutable.housekeeping.reads.initiatives import initiatives_attention
from scrutable.housekeeping.reads.licences import ON_LICENCES, licences_seen
from scrutable.housekeeping.reads.worklist import ON_FINDINGS, findings_needing
from scrutable.housekeeping.rules.licences.attending import licences_attention
from scrutable.kernel.attention import Attention, gravest_first
from scrutable.registers import reads as registers
from scrutable.registers.models import Policy, Supplier


def of_licences(as_at: date, known: int) -> list[Attention]:
    """Return what of licences needs a person."""
    policy = registers.policy("licences", as_at, known)
    return list(licences_attention(licences_seen(known, as_at), policy))


AREAS: Mapping[str, Area] = {
    "findings": Area(findings_needing, (*ON_FINDINGS, models.Snapshot, Policy)),
    "agreements": Area(
        agreements.attention,
        (models.Agreement, models.Cure, models.Renewal, Supplier, Policy),
    ),
    "licences": Area(of_licences, ON_LICENCES),
    "initiatives": Area(
        lambda as_at, known: initiatives_attention(known, as_at),
        (models.Initiative, models.Snapshot, Policy),
    ),
}


def attention(as_at: date, known: int) -> list[Attention]:
    """Return what of the estate needs a person, gravest and oldest first."""
    return gravest_first(one for area in AREAS.values() for one in area.attention(as_at, known))
