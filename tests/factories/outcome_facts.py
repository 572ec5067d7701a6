"""Transitions, outcomes, evidence and lessons for tests, spelt as shortly as they can be read."""

from datetime import date

from scrutable.portfolio.facts import (
    Bearing,
    HandOver,
    HandOverState,
    Lesson,
    LessonApplied,
    Outcome,
    OutcomeEvidence,
    OutcomeJudgement,
    OutcomeVerdict,
    Transition,
)


def day(text):
    return date.fromisoformat(text)


def transition(**changed):
    said = {
        "code": "INFRA",
        "title": "Infrastructure support",
        "from_whom": "Westmere Connect, a joint venture",
        "to_whom": "the council",
        "on": day("2026-04-01"),
        "owner": "Head of Infrastructure",
        "judged_on": (day("2026-04-14"), day("2026-10-12")),
    }
    return Transition(**(said | changed))


def outcome(number=0, **changed):
    said = {
        "transition": "INFRA",
        "text": "Have no licensing liabilities",
        "owner": "Head of Procurement",
    }
    return Outcome(number=number, **(said | changed))


def evidence(bearing="for", on="2026-04-02", outcome=1, number=0, **changed):
    said = {
        "transition": "INFRA",
        "what": "Every server’s licences were counted",
        "source": "Licence count of 2 April 2026",
    }
    given = said | changed
    return OutcomeEvidence(
        outcome=outcome, number=number, on=day(on), bearing=Bearing(bearing), **given
    )


def judgement(verdict="evidenced", on="2026-04-14", outcome=1, **changed):
    said = {
        "transition": "INFRA",
        "reasons": "The count covers every server",
        "judge": "Priya Shah, Internal Audit",
    }
    return OutcomeJudgement(
        outcome=outcome, on=day(on), verdict=OutcomeVerdict(verdict), **(said | changed)
    )


def hand_over(project="277", state="waiting", due="2026-06-30", **changed):
    said = {"transition": "INFRA", "for_whom": "the council"}
    return HandOver(
        project=project, state=HandOverState(state), due_on=day(due), **(said | changed)
    )


def lesson(number=0, **changed):
    said = {
        "learned_from": "project/9",
        "learned_on": day("2026-01-05"),
        "happened": "The test data came five weeks late",
        "cause": "Nobody owned it",
        "effect": "Go-live moved by five weeks",
        "recommendation": "Name an owner of test data before testing begins",
        "owner": "Head of Testing",
    }
    return Lesson(number=number, **(said | changed))


def use(lesson=1, applied_to="project/277", on="2026-02-02", **changed):
    said = {"what": "An owner was named in the test plan", "by": "Sam Hale"}
    return LessonApplied(lesson=lesson, applied_to=applied_to, on=day(on), **(said | changed))
