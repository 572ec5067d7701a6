"""Lessons that a project should have taken to heart by now; pure."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from scrutable.kernel.attention import Attention
from scrutable.kernel.wording import count_words, list_words, shortened
from scrutable.portfolio.facts import ENDED, LessonStanding, Project
from scrutable.portfolio.rules.attending.outcomes import LONGEST, gravity_of


def lessons_attention(
    found: Sequence[LessonStanding],
    projects: Mapping[str, Project],
    policy: Mapping[str, object],
    as_at: date,
) -> Iterator[Attention]:
    """Yield each lesson that running projects were to apply and have not, after so many days.

    `projects` are those named, by reference; `policy` is the council's own, “lessons”.
    """
    for one in found:
        waited = (as_at - one.lesson.learned_on).days
        named = [projects[reference] for reference in one.wanting if reference in projects]
        running = [project for project in named if project.stage not in ENDED]
        if running and waited > int(str(policy["apply_within_days"])):
            names = list_words([f"{each.number} {each.title}" for each in running])
            yield Attention(
                reference=one.lesson.reference,
                what=f"Lesson {one.lesson.number}: {shortened(one.lesson.recommendation, LONGEST)}",
                why=f"Not applied to {names}, {count_words(waited, 'day')} after it was learned",
                since=one.lesson.learned_on,
                gravity=gravity_of(policy, "not_applied"),
                owner=one.lesson.owner,
                version=one.lesson.version,
            )
