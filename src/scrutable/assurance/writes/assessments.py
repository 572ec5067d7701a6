"""What of assessments, answers and steps does not fit the records, and what the log says of them.

The log is read by more people than may see the detail: it says that something was recorded.
"""

from collections.abc import Sequence
from typing import Any

from scrutable.assurance import models
from scrutable.assurance.facts import Answer, Assessment, Remediation
from scrutable.assurance.intake import frameworks
from scrutable.assurance.reads.assessments import framework_of, system_titles
from scrutable.assurance.rules.assessing import (
    answer_fits,
    assessment_fits,
    remediation_fits,
)
from scrutable.evidence.facts import RowError
from scrutable.records.reads import every, stands
from scrutable.records.writes import refusals_among_records, said_in_log

EXEMPT_FIELDS = ("systems", "profile")  # of an assessment


@refusals_among_records.register
def _(of: Assessment, known: int) -> Sequence[RowError]:
    before = stands(Assessment, known, code=of.code)
    rows = models.Answer.objects.filter(assessment=of.code, event__lte=known)
    answered = set(rows.values_list("system", flat=True).distinct()) if before else set()
    fits = assessment_fits(of, frameworks(), system_titles(known), before, answered)
    return [*fits, *_planned(of, known, before)]


def _planned(of: Assessment, known: int, before: Assessment | None) -> list[RowError]:
    """Return the systems that steps of the plan stand for, and that the scope would lose."""
    if before is None:
        return []
    lost = {*before.systems} - {*of.systems}
    steps = every(Remediation, known, assessment=of.code) if lost else []
    return [
        RowError("systems", f"Step {one.number} of the plan is for {one.system}", "leave it in")
        for one in steps
        if one.system in lost
    ]


@refusals_among_records.register
def _(of: Answer, known: int) -> Sequence[RowError]:
    found = stands(Assessment, known, code=of.assessment)
    if found is None:
        return [_unknown(of.assessment)]
    return list(answer_fits(of, found, framework_of(found)))


@refusals_among_records.register
def _(of: Remediation, known: int) -> Sequence[RowError]:
    found = stands(Assessment, known, code=of.assessment)
    if found is None:
        return [_unknown(of.assessment)]
    return list(remediation_fits(of, found, framework_of(found)))


def _unknown(code: str) -> RowError:
    return RowError("assessment", f"There is no assessment {code}", "record it first")


@said_in_log.register
def _(of: Answer) -> dict[str, Any]:  # noqa: ARG001  (what the log may not say)
    return {}


@said_in_log.register
def _(of: Remediation) -> dict[str, Any]:  # noqa: ARG001  (what the log may not say)
    return {}


@said_in_log.register
def _(of: Assessment) -> dict[str, Any]:
    said = said_in_log.dispatch(object)(of)
    return {name: value for name, value in said.items() if name not in EXEMPT_FIELDS}
