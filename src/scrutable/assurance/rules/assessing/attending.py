"""Which assessments and steps of plans need a person; pure.

What it says of steps is exempt with them; that nobody has checked an assessment is not.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from scrutable.assurance.facts import Assessment, OpenAssessment, Plan, StepStanding, StepState
from scrutable.assurance.rules.assessing.standing import is_open
from scrutable.kernel.attention import Attention, Gravity
from scrutable.kernel.wording import count_words, date_words, list_words


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentGravity:
    """How grave the council holds each, and within how many days an assessment is checked."""

    overdue: Gravity
    waiting: Gravity
    unchecked: Gravity
    unchecked_days: int
    most_apart: int  # steps of one owner that stand one by one


def assessments_attention(
    found: Sequence[tuple[Assessment, OpenAssessment, Plan]],
    gravity: AssessmentGravity,
    as_at: date,
) -> Iterator[Attention]:
    """Yield what is unchecked, overdue or said to be done; the many of one owner as one."""
    for assessment, told, plan in found:
        if item := _unchecked(told, gravity, as_at):
            yield item
        for state, grave in (
            (StepState.OVERDUE, gravity.overdue),
            (StepState.WAITING, gravity.waiting),
        ):
            yield from _of_steps(assessment, plan.of(state), grave, gravity.most_apart)


def _unchecked(told: OpenAssessment, gravity: AssessmentGravity, as_at: date) -> Attention | None:
    due = told.begun_on + timedelta(days=gravity.unchecked_days)
    if told.assured_on is not None or as_at <= due:
        return None
    return Attention(
        reference=told.reference,
        what=f"{told.title}: nobody has checked it",
        why=(
            f"Begun on {date_words(told.begun_on)}; an assurer is to check it within "
            f"{count_words(gravity.unchecked_days, 'day')}"
        ),
        since=due + timedelta(days=1),
        due=due,
        gravity=gravity.unchecked,
        owner=told.assurer or "No assurer is named",
        version=told.version,
    )


def _of_steps(
    assessment: Assessment, steps: Sequence[StepStanding], gravity: Gravity, most: int
) -> Iterator[Attention]:
    by_owner: dict[str, list[StepStanding]] = {}
    for one in steps:
        by_owner.setdefault(one.step.owner, []).append(one)
    for owner, own in by_owner.items():
        if len(own) > most:
            yield _grouped(assessment, owner, own, gravity)
        else:
            yield from (_single(assessment, one, gravity) for one in own)


def _single(assessment: Assessment, one: StepStanding, gravity: Gravity) -> Attention:
    step, waits = one.step, one.state is StepState.WAITING
    return Attention(
        reference=step.reference,
        what=f"Step {step.number} of the plan after {assessment.title}: {step.what}",
        why=f"Said to be done on {date_words(_since(one))} and not accepted"
        if waits
        else f"It was due on {date_words(step.due)}",
        since=_since(one),
        due=step.due,
        gravity=gravity,
        owner=step.owner,
        doing=step.progress,
        version=step.version,
        closed=not is_open(assessment),
    )


def _grouped(
    assessment: Assessment, owner: str, own: Sequence[StepStanding], gravity: Gravity
) -> Attention:
    waits = own[0].state is StepState.WAITING
    count = count_words(len(own), "step")
    return Attention(
        reference=assessment.reference,
        what=f"{count.capitalize()} of the plan after {assessment.title}",
        why=f"{_numbers(own)} are {'said to be done and not accepted' if waits else 'overdue'}",
        since=min(map(_since, own)),
        due=min(one.step.due for one in own),
        gravity=gravity,
        owner=owner,
        version=max(one.step.version for one in own),
        closed=not is_open(assessment),
    )


def _since(one: StepStanding) -> date:
    said = one.step.said_done_on
    if one.state is StepState.WAITING and said is not None:
        return said
    return one.step.due + timedelta(days=1)


def _numbers(own: Iterable[StepStanding]) -> str:
    return f"Steps {list_words([str(one.step.number) for one in own])}"
