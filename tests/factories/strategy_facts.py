"""Strategies, objectives and looks back for tests, spelt as shortly as they can be read."""

from datetime import date

from scrutable.portfolio.facts import (
    Benefit,
    BenefitKind,
    Measure,
    Objective,
    ObjectiveReview,
    ObjectiveVerdict,
    Strategy,
    Theme,
)


def day(text):
    return date.fromisoformat(text)


def strategy(code="IT-2019", **changed):
    said = {
        "title": "IT Strategy 2019 to 2022",
        "starts_on": day("2019-05-07"),
        "ends_on": day("2022-03-31"),
        "purpose": "To set the direction of technology and what it is for",
        "principles": ("Fix the basics first",),
        "sub_strategies": ("Technical: what the services run on",),
        "owner": "Assistant Director, IT",
        "review_on": day("2020-09-30"),
    }
    return Strategy(code=code, **(said | changed))


def objective(number=1, code="IT-2019", **changed):
    said = {
        "text": "Every employee has a device that works",
        "theme": Theme.MODERNISE,
        "corporate_outcome": "Services that are there when people need them",
        "measure": "Faults reported for each device",
        "due_on": day("2020-03-31"),
        "owner": "Head of Devices",
    }
    return Objective(strategy=code, number=number, **(said | changed))


def review(number=1, on="2020-09-30", verdict="delivered", code="IT-2019", **changed):
    said = {
        "planned": "5,000 devices replaced by 31 March 2020",
        "delivered": "5,000 devices replaced",
        "delivered_on": day("2020-03-31") if verdict == "delivered" else None,
        "evidence": ("Minutes of the IT Board, 3 April 2020",),
        "reasons": "All were replaced on the day",
        "reviewer": "Head of Portfolio",
    }
    kept = {"strategy": code, "objective": number, "on": day(on)}
    return ObjectiveReview(**kept, verdict=ObjectiveVerdict(verdict), **(said | changed))


def benefit(project="277", number=1, **changed):
    said = {
        "title": "Fewer faults",
        "kind": BenefitKind.NON_CASHABLE,
        "description": "People lose less time",
        "service": "IT",
        "metric": "Faults for each device",
        "measure": Measure.COUNT,
        "owner": "Director of Resources",
    }
    return Benefit(project=project, number=number, **(said | changed))
