"""From a reference to what was recorded under it, in every version."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from scrutable.portfolio import facts, models
from scrutable.portfolio.reads.projects import moves, project_versions
from scrutable.portfolio.reads.rows import as_status
from scrutable.records.reads import every, versions

Said = facts.Record | facts.Project | facts.Move | facts.Status
DAY = r"(?P<on>\d{4}-\d\d-\d\d)"
OF_PROJECT = r"project/(?P<project>[^/]+)"
BENEFIT = rf"{OF_PROJECT}/benefit/(?P<benefit>\d+)"
OUTCOME = r"outcome/(?P<transition>[^/]+)/(?P<outcome>\d+)"
KINDS: Mapping[str, type[facts.Record]] = {
    rf"{OF_PROJECT}/benefit/(?P<number>\d+)": facts.Benefit,
    rf"{BENEFIT}/{DAY}": facts.Measurement,
    rf"{BENEFIT}/forecast/{DAY}": facts.BenefitForecast,
    rf"{BENEFIT}/claim/(?P<second>[^/]+)": facts.ClaimSettled,
    rf"{OF_PROJECT}/case/(?P<stage>[a-z-]+)": facts.BusinessCase,
    rf"{OF_PROJECT}/funding/(?P<source>[a-z]+)-(?P<year>\d+)": facts.Funding,
    rf"{OF_PROJECT}/dependency/(?P<number>\d+)": facts.Dependency,
    rf"{OF_PROJECT}/delay-cost/(?P<number>\d+)": facts.DelayCost,
    rf"{OF_PROJECT}/redirection/(?P<number>\d+)": facts.Redirection,
    r"strategy/(?P<code>[^/]+)": facts.Strategy,
    r"objective/(?P<strategy>[^/]+)/(?P<number>\d+)": facts.Objective,
    rf"objective/(?P<strategy>[^/]+)/(?P<objective>\d+)/{DAY}": facts.ObjectiveReview,
    r"transition/(?P<code>[^/]+)": facts.Transition,
    r"transition/(?P<transition>[^/]+)/hand-over/(?P<project>.+)": facts.HandOver,
    rf"transition/(?P<transition>[^/]+)/look/{DAY}": facts.Look,
    r"outcome/(?P<transition>[^/]+)/(?P<number>\d+)": facts.Outcome,
    rf"{OUTCOME}/evidence/(?P<number>\d+)": facts.OutcomeEvidence,
    rf"{OUTCOME}/{DAY}": facts.OutcomeJudgement,
    r"lesson/(?P<number>\d+)": facts.Lesson,
    r"lesson/(?P<lesson>\d+)/(?P<applied_to>[^/]+)": facts.LessonApplied,
    r"post/(?P<code>[^/]+)": facts.Post,
    r"procurement/(?P<code>[^/]+)": facts.Procurement,
    r"process-review/(?P<number>\d+)": facts.ProcessReview,
    r"feature/(?P<number>\d+)": facts.Feature,
    r"cell-map/(?P<code>[^/]+)": facts.CellMap,
}
AS_STORED: Mapping[str, Callable[[str], Any]] = {
    **dict.fromkeys(("number", "year", "benefit", "outcome", "objective", "lesson"), int),
    "stage": lambda text: text.replace("-", "_"),
    "on": date.fromisoformat,
    "applied_to": lambda text: f"project/{text}",
}


def recorded(reference: str, known: int) -> list[Said]:
    """Return everything that was recorded under the reference by then, oldest first.

    Of a milestone everything that was said of its date; nothing where nothing was recorded.
    """
    for pattern, kind in KINDS.items():
        found = re.fullmatch(pattern, reference)
        if found:
            key = _key(found.groupdict())
            if kind is facts.HandOver:
                key = _named(key, known)
            if kind is facts.ClaimSettled:
                key = {"first": f"{key['project']}-{key['benefit']}", "second": key["second"]}
            return list(versions(kind, known, **key))
    kind_of, number, *rest = reference.split("/")
    return _of_project(number, rest, known) if kind_of == "project" else []


def _named(key: dict[str, Any], known: int) -> dict[str, Any]:
    """Return the key of a hand-over, whose reference carries a name in another form."""
    every_one = every(facts.HandOver, known, transition=key["transition"])
    named = (one.project for one in every_one if one.name == key["project"])
    return key | {"project": next(named, key["project"])}


def _of_project(number: str, rest: list[str], known: int) -> list[Said]:
    if not rest:
        return list(project_versions(number, known))
    if rest[0] == "status":
        rows = models.Status.objects.filter(project=number, on=rest[-1], event__lte=known)
        return [as_status(row) for row in rows.order_by("event")]
    return list(moves(number, known, date.max).get(rest[0], [])) if len(rest) == 1 else []


def _key(said: Mapping[str, str]) -> dict[str, Any]:
    return {name: AS_STORED.get(name, str)(text) for name, text in said.items()}


WHOLE_OF = {"outcome": "transition", "objective": "strategy"}


def above(reference: str) -> list[str]:
    """Return the references of what a record is a part of, the nearest first.

    >>> above("project/201/benefit/1/2026-09-30")
    ['project/201/benefit/1', 'project/201']
    >>> above("outcome/INFRA/6/evidence/2")
    ['outcome/INFRA/6', 'transition/INFRA']
    """
    kind, *parts = reference.split("/")
    if kind == "project":
        nearest = parts[1:2] == ["benefit"] and len(parts) > 3
        own = [f"project/{'/'.join(parts[:3])}"] if nearest else []
        return [*own, f"project/{parts[0]}"] if len(parts) > 1 else []
    if kind in WHOLE_OF:
        own = [f"{kind}/{'/'.join(parts[:2])}"] if len(parts) > 2 else []
        return [*own, f"{WHOLE_OF[kind]}/{parts[0]}"]
    return [f"{kind}/{parts[0]}"] if len(parts) > 1 else []
