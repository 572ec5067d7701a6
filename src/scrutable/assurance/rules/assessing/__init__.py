"""Assessments: what cannot be said of them, how they and their plans stand, what is open; pure."""

from scrutable.assurance.rules.assessing import refusing  # noqa: F401  (register refusals)
from scrutable.assurance.rules.assessing.attending import (
    AssessmentGravity,
    assessments_attention,
)
from scrutable.assurance.rules.assessing.fitting import (
    answer_fits,
    assessment_fits,
    remediation_fits,
)
from scrutable.assurance.rules.assessing.planning import plan_of, step_standing
from scrutable.assurance.rules.assessing.standing import (
    asked_of,
    compared,
    is_open,
    open_part,
    standing,
)
from scrutable.assurance.rules.assessing.summarising import given_away

__all__ = [
    "AssessmentGravity",
    "answer_fits",
    "asked_of",
    "assessment_fits",
    "assessments_attention",
    "compared",
    "given_away",
    "is_open",
    "open_part",
    "plan_of",
    "remediation_fits",
    "standing",
    "step_standing",
]
