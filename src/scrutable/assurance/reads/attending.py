"""What of systems, issues and claims needs a person, each with the tables it rests on."""

from collections.abc import Mapping

from scrutable.assurance import models
from scrutable.assurance.reads.claims import claims_attention
from scrutable.assurance.reads.issues import issues_attention
from scrutable.assurance.reads.systems import systems_attention
from scrutable.audit.reads import Area
from scrutable.registers.models import Policy

AREAS: Mapping[str, Area] = {
    "systems": Area(
        lambda as_at, known: systems_attention(known, as_at),
        (models.CriticalSystem, models.PublicService, models.RecoveryTest, Policy),
    ),
    "issues": Area(lambda as_at, known: issues_attention(known, as_at), (models.Issue, Policy)),
    "claims": Area(
        lambda as_at, known: claims_attention(known, as_at),
        (models.Claim, models.Evidence, Policy),
    ),
}
