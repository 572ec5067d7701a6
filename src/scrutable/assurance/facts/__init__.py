"""Assessments, remediation, critical systems, issues, claims and evidence: the nouns."""

from scrutable.assurance.facts.assessments import (
    ORGANISATION,
    Answer,
    Assessment,
    Difference,
    Moved,
    ProfileJudged,
    Remediation,
    Shortfall,
    Turn,
    Visibility,
)
from scrutable.assurance.facts.claims import Claim, ClaimJudged, Evidence, Line, Reassurance
from scrutable.assurance.facts.frameworks import Framework, FrameworkOutcome, Level, Succession
from scrutable.assurance.facts.issues import Issue, IssueState, Priority
from scrutable.assurance.facts.systems import (
    CriticalSystem,
    PublicService,
    Readiness,
    RecoveryOutcome,
    RecoveryTest,
    Stopped,
)

__all__ = [
    "ORGANISATION",
    "Answer",
    "Assessment",
    "Claim",
    "ClaimJudged",
    "CriticalSystem",
    "Difference",
    "Evidence",
    "Framework",
    "FrameworkOutcome",
    "Issue",
    "IssueState",
    "Level",
    "Line",
    "Moved",
    "Priority",
    "ProfileJudged",
    "PublicService",
    "Readiness",
    "Reassurance",
    "RecoveryOutcome",
    "RecoveryTest",
    "Remediation",
    "Shortfall",
    "Stopped",
    "Succession",
    "Turn",
    "Visibility",
]
