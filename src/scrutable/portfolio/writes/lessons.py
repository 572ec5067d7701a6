"""What of lessons does not fit the other records."""

from collections.abc import Sequence

from scrutable.evidence.facts import RowError
from scrutable.portfolio import facts, reads
from scrutable.records.writes import refusals_among_records


@refusals_among_records.register
def _(of: facts.Lesson, known: int) -> Sequence[RowError]:
    found = reads.refusals_of_source("learned_from", of.learned_from, known)
    for one in of.should_apply_to:
        found += reads.refusals_of_source("should_apply_to", one, known)
    return found


@refusals_among_records.register
def _(of: facts.LessonApplied, known: int) -> Sequence[RowError]:
    found = reads.refusals_of_source("applied_to", of.applied_to, known)
    if reads.stands(facts.Lesson, known, number=of.lesson) is None:
        found.append(
            RowError("lesson", f"There is no lesson {of.lesson}", "look for it in the lessons")
        )
    return found
