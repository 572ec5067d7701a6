"""Assessments as known at an event, by a day; as many queries whatever there is.

Who may not see the detail is shown what `opened` gives alone: nothing in it is exempt.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from scrutable.assurance import models
from scrutable.assurance.facts import (
    Answer,
    AnswerSeen,
    AnswerVersion,
    Assessment,
    Compared,
    CriticalSystem,
    Framework,
    Level,
    OpenAssessment,
    Plan,
    Remediation,
    Standing,
)
from scrutable.assurance.intake import frameworks, successions
from scrutable.assurance.rules import assessing as rules
from scrutable.audit.models import Event, Kept
from scrutable.audit.reads import Resting, as_known
from scrutable.kernel.attention import Attention, Gravity
from scrutable.kernel.wording import london_day
from scrutable.records.reads import every, one, stands, versions
from scrutable.registers import reads as registers

LEVELS: Mapping[str | None, Level | None] = {None: None, **{one.value: one for one in Level}}
ON: tuple[type[Kept], ...] = (models.Assessment, models.Answer, models.Remediation)
STANDINGS: Resting[tuple[Standing, ...]] = Resting(ON, 8)


def opened(known: int, as_at: date) -> list[OpenAssessment]:
    """Return what everybody may know of every assessment begun by the day, the newest first."""
    found = every(Assessment, known, begun_on__lte=as_at)
    plans = _plans(known, as_at)
    told = [rules.open_part(each, plans.get(each.code, Plan(as_at=as_at))) for each in found]
    return sorted(told, key=lambda each: (each.begun_on, each.code), reverse=True)


def opened_one(code: str, known: int, as_at: date) -> OpenAssessment:
    """Return what everybody may know of one assessment; raises UnknownRecord."""
    found = one(Assessment, known, code=code)
    return rules.open_part(found, plan(code, known, as_at))


def is_open(code: str, known: int, today: int) -> bool:
    """Tell whether everybody may see the detail: as it was known, and still today.

    What was open by mistake for a while is not opened again by asking as of that day.
    """
    asked = [stands(Assessment, each, code=code) for each in (known, today)]
    return all(each is not None and rules.is_open(each) for each in asked)


def standings(known: int, as_at: date) -> tuple[Standing, ...]:
    """Return how every assessment begun by the day stands, the newest first; exempt."""
    return STANDINGS.of(known, as_at, lambda: tuple(_standings(known, as_at)))


def standing(code: str, known: int, as_at: date) -> Standing:
    """Return how one assessment stands; exempt. Raises UnknownRecord."""
    found = one(Assessment, known, code=code)
    answers = every(Answer, known, assessment=code)
    steps = every(Remediation, known, assessment=code)
    return rules.standing(found, framework_of(found), answers, steps, as_at)


def answers(code: str, known: int, system: str = "") -> list[Answer]:
    """Return the answers of an assessment, or of one system of it; exempt."""
    only = {"system": system} if system else {}
    return every(Answer, known, assessment=code, **only)


def answer(code: str, system: str, outcome: str, known: int, as_at: date) -> AnswerSeen:
    """Return one answer with what is asked, its versions and its steps; exempt.

    Raises UnknownRecord for an assessment, LookupError for what is not asked.
    """
    found = one(Assessment, known, code=code)
    framework = framework_of(found)
    kept = versions(Answer, known, assessment=code, system=system, outcome=outcome)
    held = {system: {outcome: kept[-1]}} if kept else {}
    asked = [
        each
        for each in rules.asked_of(found, framework, held, (system,))
        if each.outcome == outcome
    ]
    if system not in ("organisation", *found.systems) or not asked:
        raise LookupError(f"{code} does not ask {outcome} of {system}")
    steps = plan(code, known, as_at).steps
    return AnswerSeen(
        asked=asked[0],
        framework=framework,
        answer=kept[-1] if kept else None,
        versions=_told(kept),
        steps=tuple(
            each for each in steps if each.step.system == system and outcome in each.step.outcomes
        ),
    )


def plan(code: str, known: int, as_at: date) -> Plan:
    """Return the remediation plan of an assessment; exempt."""
    return rules.plan_of(every(Remediation, known, assessment=code), as_at)


def compared(before: str, after: str, known: int) -> Compared:
    """Return two assessments side by side, also by two versions; exempt. Raises UnknownRecord."""
    first, last = (one(Assessment, known, code=code) for code in (before, after))
    old, new = framework_of(first), framework_of(last)
    said: dict[str, list[Answer]] = defaultdict(list)
    for each in every(Answer, known, assessment__in=[before, after]):
        said[each.assessment].append(each)
    return rules.compared(
        (first, old, said[before]),
        (last, new, said[after]),
        successions(old.name, new.name),
    )


def framework_of(assessment: Assessment) -> Framework:
    """Return the framework of an assessment."""
    return frameworks()[assessment.framework]


def system_titles(known: int) -> dict[str, str]:
    """Return the title of every critical system by its code."""
    return {each.code: each.title for each in every(CriticalSystem, known)}


def usual_interest(known: int, as_at: date) -> str:
    """Return why the council usually keeps the detail of an assessment exempt."""
    return str(registers.policy("assessments", as_at, known)["public_interest"])


def attention(as_at: date, known: int) -> list[Attention]:
    """Return what of assessments and their plans needs a person; what is exempt says so."""
    policy = registers.policy("assessments", as_at, known)
    gravity = rules.AssessmentGravity(
        overdue=_gravity(policy, "step_overdue"),
        waiting=_gravity(policy, "step_waiting"),
        unchecked=_gravity(policy, "unchecked"),
        unchecked_days=int(str(policy["unchecked_days"])),
        most_apart=int(str(policy["most_apart"])),
    )
    found = every(Assessment, known, begun_on__lte=as_at)
    plans = _plans(known, as_at)
    told = [(each, plans.get(each.code, Plan(as_at=as_at))) for each in found]
    whole = [(each, rules.open_part(each, own), own) for each, own in told]
    return list(rules.assessments_attention(whole, gravity, as_at))


def _gravity(policy: Mapping[str, object], name: str) -> Gravity:
    said = policy[name]
    return Gravity[str(said["gravity"]).upper()] if isinstance(said, Mapping) else Gravity.NOTE


def recorded(parts: Sequence[str], known: int) -> Sequence[Assessment | Answer | Remediation]:
    """Return every version of what a reference names after “assessment/”; nothing of no such."""
    code, *rest = parts
    if not rest:
        return versions(Assessment, known, code=code)
    if rest[0] == "remediation" and len(rest) == 2 and rest[1].isdigit():
        return versions(Remediation, known, assessment=code, number=int(rest[1]))
    if len(rest) == 2:
        return versions(Answer, known, assessment=code, system=rest[0], outcome=rest[1])
    return ()


def is_of_closed_matter(file: str) -> bool:
    """Tell whether answers were read from the file."""
    return models.Answer.objects.filter(file=file).exists()


def _plans(known: int, as_at: date) -> dict[str, Plan]:
    steps: dict[str, list[Remediation]] = defaultdict(list)
    for each in every(Remediation, known):
        steps[each.assessment].append(each)
    return {code: rules.plan_of(own, as_at) for code, own in steps.items()}


def _standings(known: int, as_at: date) -> list[Standing]:
    found = every(Assessment, known, begun_on__lte=as_at)
    said: dict[str, list[Answer]] = defaultdict(list)
    rows = as_known(models.Answer.objects.all(), known).order_by("assessment", "system", "outcome")
    for code, system, outcome, level, assured, event in rows.values_list(
        "assessment", "system", "outcome", "level", "assured", "event"
    ):
        bare = Answer(
            assessment=code,
            system=system,
            outcome=outcome,
            level=LEVELS[level],
            assured=LEVELS[assured],
            version=event,
        )
        said[code].append(bare)
    steps: dict[str, list[Remediation]] = defaultdict(list)
    for each in every(Remediation, known):
        steps[each.assessment].append(each)
    told = [
        rules.standing(each, framework_of(each), said[each.code], steps[each.code], as_at)
        for each in found
    ]
    return sorted(
        told, key=lambda each: (each.assessment.begun_on, each.assessment.code), reverse=True
    )


def _told(kept: list[Answer]) -> tuple[AnswerVersion, ...]:
    """Return each version with who recorded it and when, the last first."""
    events = Event.objects.in_bulk([each.version for each in kept], field_name="number")
    return tuple(
        AnswerVersion(
            answer=each,
            on=london_day(events[each.version].at),
            by=events[each.version].by,
        )
        for each in reversed(kept)
    )
