"""Answers taken from the workbook that was issued for an assessment, all of them or none."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256

from django.db import transaction

from scrutable.assurance.facts import Answer, Assessment
from scrutable.assurance.intake.answers import Answers, Line, read_answers
from scrutable.assurance.reads.assessments import answers as read_recorded
from scrutable.assurance.reads.assessments import framework_of
from scrutable.assurance.rules.assessing import answer_fits
from scrutable.audit.writes import Change, change
from scrutable.evidence.facts import RowError
from scrutable.evidence.writes import keep_file
from scrutable.records.reads import one
from scrutable.records.rules import refusals_of
from scrutable.records.writes import UnfitRecord, keep_all, refusals_of_columns

VERB = "answers_loaded"


class _NothingNew(Exception):
    """The workbook says nothing that is not recorded already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedAnswers:
    """What a workbook came to: answers new, changed, and known already or blank."""

    new: int
    changed: int
    known: int
    version: int  # 0 where nothing was written


def load_answers(
    *, assessment: str, content: bytes, name: str, by: str, at: datetime
) -> LoadedAnswers:
    """Take in a workbook, all of it or nothing; what it says already changes nothing.

    Raises UnfitRecord with every fault and its cell, UnknownRecord for the assessment.
    """
    subject, number = f"assessment/{assessment}", 0
    lines: Sequence[Line] = ()
    try:
        with transaction.atomic(), change(verb=VERB, subject=subject, by=by, at=at) as under_way:
            number = under_way.number
            found = checked_answers(assessment, content, name, number - 1)
            if found.errors:
                raise UnfitRecord(found.errors)
            lines = found.lines
            _keep(lines, content, name, by, under_way)
    except _NothingNew:
        number = 0
    more = [line for line in lines if line.says_more]
    new = sum(line.before is None for line in more)
    return LoadedAnswers(
        new=new, changed=len(more) - new, known=len(lines) - len(more), version=number
    )


def checked_answers(assessment: str, content: bytes, name: str, known: int) -> Answers:
    """Return the workbook as it reads against what is recorded, with every fault in it."""
    held = one(Assessment, known, code=assessment)
    framework = framework_of(held)
    recorded = {(each.system, each.outcome): each for each in read_recorded(assessment, known)}
    found = read_answers(content, name, held, framework, recorded)
    errors: list[RowError] = list(found.errors)
    for line in found.lines:
        lacking = refusals_of_columns(line.answer) or [
            *refusals_of(line.answer),
            *answer_fits(line.answer, held, framework),
        ]
        errors += [replace(each, place=line.cells.get(each.place, line.place)) for each in lacking]
    return replace(found, errors=tuple(dict.fromkeys(errors)))


def _keep(lines: Sequence[Line], content: bytes, name: str, by: str, under_way: Change) -> None:
    digest = sha256(content).hexdigest()
    told: list[Answer] = [replace(line.answer, file=digest) for line in lines if line.says_more]
    if not told:
        raise _NothingNew
    keep_file(content, name, by=by, at=under_way.at, change=under_way)
    keep_all(told, under_way)
    under_way.after = {"file": digest, "answers": len(told)}
