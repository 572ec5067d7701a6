"""Tables of assurance; every row is kept."""

from scrutable.assurance import facts
from scrutable.assurance.models.assessments import Answer, Assessment, Remediation
from scrutable.assurance.models.claims import Claim, Evidence
from scrutable.assurance.models.issues import Issue, Phase
from scrutable.assurance.models.systems import CriticalSystem, PublicService, RecoveryTest
from scrutable.audit.models import Kept
from scrutable.records import models as records
from scrutable.records.facts import Record

TABLES: dict[type[Record], type[Kept]] = {
    facts.Answer: Answer,
    facts.Assessment: Assessment,
    facts.Claim: Claim,
    facts.CriticalSystem: CriticalSystem,
    facts.Evidence: Evidence,
    facts.Issue: Issue,
    facts.Phase: Phase,
    facts.PublicService: PublicService,
    facts.RecoveryTest: RecoveryTest,
    facts.Remediation: Remediation,
}
records.TABLES.update(TABLES)

__all__ = [
    "TABLES",
    "Answer",
    "Assessment",
    "Claim",
    "CriticalSystem",
    "Evidence",
    "Issue",
    "Phase",
    "PublicService",
    "RecoveryTest",
    "Remediation",
]
