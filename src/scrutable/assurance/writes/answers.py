"""Answers taken from the workbook that was issued for an assessment, all of them or none."""

from dataclasses import replace
from datetime import datetime

from scrutable.assurance.facts import Assessment
from scrutable.assurance.intake.answers import read_answers
from scrutable.assurance.reads.assessments import answers as read_recorded
from scrutable.assurance.reads.assessments import framework_of
from scrutable.assurance.rules.assessing import answer_fits
from scrutable.evidence.facts import RowError
from scrutable.records.facts import Loaded, Register
from scrutable.records.reads import one
from scrutable.records.rules import refusals_of
from scrutable.records.writes import RegisterSent, load_register, refusals_of_columns

VERB = "answers_loaded"


def load_answers(*, assessment: str, content: bytes, name: str, by: str, at: datetime) -> Loaded:
    """Take in a workbook, all of it or nothing; what it says already changes nothing.

    Raises UnfitRecord with every fault and its cell, UnknownRecord for the assessment.
    """
    sent = RegisterSent(
        content=content,
        name=name,
        verb=VERB,
        subject=f"assessment/{assessment}",
        read=lambda known, _today: checked_answers(assessment, content, name, known),
        logged=lambda kept: {"answers": len(kept)},
    )
    return load_register(sent=sent, by=by, at=at)


def checked_answers(assessment: str, content: bytes, name: str, known: int) -> Register:
    """Return the workbook as it reads against what is recorded, with every fault in it."""
    held = one(Assessment, known, code=assessment)
    framework = framework_of(held)
    recorded = {(each.system, each.outcome): each for each in read_recorded(assessment, known)}
    found = read_answers(content, name, held, framework, recorded)
    errors: list[RowError] = list(found.errors)
    for line in found.lines:
        lacking = refusals_of_columns(line.record) or [
            *refusals_of(line.record),
            *answer_fits(line.record, held, framework),
        ]
        errors += line.at_cells(lacking)
    return replace(found, errors=tuple(dict.fromkeys(errors)))
