"""How an assessment stands by a day, what of it is open, and two beside one another; pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from scrutable.assurance.facts import (
    ORGANISATION,
    Answer,
    Asked,
    Assessment,
    Compared,
    Framework,
    OpenAssessment,
    Plan,
    Remediation,
    Standing,
    StepState,
    Succession,
    Visibility,
)
from scrutable.assurance.rules.assessing.planning import plan_of
from scrutable.assurance.rules.profiles import differences, in_scope, moved, profile_judged


def is_open(assessment: Assessment) -> bool:
    """Tell whether everybody may see the detail; what is not said to be open is not."""
    return assessment.visibility is Visibility.OPEN


def standing(
    assessment: Assessment,
    framework: Framework,
    answers: Sequence[Answer],
    steps: Iterable[Remediation],
    as_at: date,
) -> Standing:
    """Return how the assessment stands by the day; an answer out of its scope counts for nothing.

    Without a profile nothing is judged.
    """
    by_system: dict[str, dict[str, Answer]] = {}
    for one in answers:
        by_system.setdefault(one.system, {})[one.outcome] = one
    plan = plan_of(steps, as_at)
    found = Standing(
        assessment=assessment,
        framework=framework,
        as_at=as_at,
        asked=tuple(asked_of(assessment, framework, by_system)),
        judged=(),
        differences=(),
        plan=plan,
    )
    judged = (
        tuple(
            profile_judged(framework, assessment.profile, system, by_system.get(system, {}))
            for system in found.systems
        )
        if assessment.profile in framework.profiles
        else ()
    )
    scope = set(found.systems)
    return Standing(
        assessment=assessment,
        framework=framework,
        as_at=as_at,
        asked=found.asked,
        judged=judged,
        differences=tuple(differences(one for one in answers if one.system in scope)),
        plan=plan,
    )


def asked_of(
    assessment: Assessment,
    framework: Framework,
    answers: Mapping[str, Mapping[str, Answer]],
    systems: Sequence[str] = (),
) -> Iterator[Asked]:
    """Yield what is asked of each system, or of those named, in the order of the framework."""
    least = framework.profiles.get(assessment.profile, {})
    outcomes = {one.code: one for one in framework.outcomes}
    for system in systems or (ORGANISATION, *assessment.systems):
        own = answers.get(system, {})
        for code in in_scope(framework, system):
            answer, outcome = own.get(code), outcomes[code]
            yield Asked(
                system=system,
                outcome=code,
                title=outcome.title,
                principle=outcome.principle,
                least=least.get(code),
                said=answer.level if answer else None,
                assured=answer.assured if answer else None,
                version=answer.version if answer else 0,
            )


def open_part(assessment: Assessment, plan: Plan) -> OpenAssessment:
    """Return what everybody may know of the assessment."""
    return OpenAssessment(
        code=assessment.code,
        title=assessment.title,
        framework=assessment.framework,
        begun_on=assessment.begun_on,
        assured_on=assessment.assured_on
        if assessment.assured_on and assessment.assured_on <= plan.as_at
        else None,
        assurer=assessment.assurer,
        visibility=assessment.visibility,
        paragraphs=assessment.paragraphs,
        public_interest=assessment.public_interest,
        open_summary=assessment.open_summary,
        steps=len(plan.steps),
        done=len(plan.of(StepState.DONE)),
        as_at=plan.as_at,
        version=assessment.version,
    )


def compared(
    before: tuple[Assessment, Framework, Sequence[Answer]],
    after: tuple[Assessment, Framework, Sequence[Answer]],
    successions: Iterable[Succession],
) -> Compared:
    """Return two assessments side by side, also by different versions of their framework.

    Only what is asked in either is compared: of a system in one scope alone nothing has moved.
    """
    (first, old, was), (last, new, now) = before, after
    told = list(successions) if old.name != new.name else []
    both = {*first.systems} & {*last.systems}
    return Compared(
        before=first,
        after=last,
        first=old,
        last=new,
        moved=tuple(moved((old, _of(was, both)), (new, _of(now, both)), told)),
        notes={one.after or one.before: one.note for one in told},
    )


def _of(answers: Iterable[Answer], systems: set[str]) -> list[Answer]:
    return [one for one in answers if one.system in systems or one.system == ORGANISATION]
