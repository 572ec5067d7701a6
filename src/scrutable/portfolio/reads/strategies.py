"""Strategies with all that hangs on them, and the look back on one; a constant few queries."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from scrutable.portfolio import facts, rules
from scrutable.portfolio.facts import HungBenefit, HungProject, Judged, Objective, Strategy
from scrutable.portfolio.reads.benefits import benefit_standings
from scrutable.portfolio.reads.judging import judged
from scrutable.portfolio.reads.lessons import lessons
from scrutable.portfolio.reads.standings import projects
from scrutable.records.reads import every
from scrutable.records.reads import one as one_of


def strategies(known: int) -> list[Strategy]:
    """Return every strategy, the one that starts last first."""
    return sorted(every(Strategy, known), key=lambda one: (one.starts_on, one.code), reverse=True)


def strategy(code: str, known: int) -> Strategy:
    """Return one strategy; raises UnknownRecord."""
    return one_of(Strategy, known, code=code)


def objectives(known: int, strategy: str = "") -> list[Objective]:
    """Return the objectives of a strategy by number, or those of all."""
    return every(Objective, known, **({"strategy": strategy} if strategy else {}))


def strategy_seen(
    code: str, known: int, as_at: date, *, projects: Sequence[Judged] | None = None
) -> facts.StrategySeen:
    """Return one strategy with its objectives and what hangs on them; raises UnknownRecord.

    `projects` are all as judged by the day, where the caller has them.
    """
    every_project = judged(known, as_at) if projects is None else projects
    hung = _benefits(known, as_at)
    return _seen([strategy(code, known)], known, as_at, every_project, hung)[0]


def strategies_seen(
    known: int, as_at: date, *, projects: Sequence[Judged] | None = None
) -> list[facts.StrategySeen]:
    """Return every strategy with what hangs on it, as many queries as for one."""
    those = strategies(known)
    if not those:
        return []
    every_project = judged(known, as_at) if projects is None else projects
    return _seen(those, known, as_at, every_project, _benefits(known, as_at))


def strategies_hung(known: int, as_at: date) -> list[facts.StrategySeen]:
    """Return every strategy with its projects as they are, not judged, and without their benefits.

    That is what tells whether anything is done for an objective, and rests on far less.
    """
    those = strategies(known)
    if not those:
        return []
    unjudged = [
        Judged(project=one, line=None, slip=None, by_dates=None, shown=None, is_overridden=False)
        for one in projects(known)
    ]
    return _seen(those, known, as_at, unjudged, ())


def objective(code: str, number: int, known: int) -> Objective:
    """Return one objective; raises UnknownRecord."""
    return one_of(Objective, known, strategy=code, number=number)


def reviews(known: int, as_at: date, **only: object) -> list[facts.ObjectiveReview]:
    """Return the looks at objectives by the day."""
    return every(facts.ObjectiveReview, known, on__lte=as_at, **only)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Around:
    """What stands around every objective that is looked back on."""

    as_at: date
    objectives: Mapping[str, Objective]
    lessons: Sequence[facts.LessonStanding]


def retrospective(
    code: str, known: int, as_at: date, *, projects: Sequence[Judged] | None = None
) -> facts.Retrospective:
    """Return what became of each objective of a strategy by the day; raises UnknownRecord."""
    found = strategy(code, known)
    around = _Around(
        as_at=as_at,
        objectives={one.reference: one for one in objectives(known)},
        lessons=lessons(known, as_at),
    )
    own = [one for one in around.objectives.values() if one.strategy == code]
    looks = rules.last_reviews(reviews(known, as_at, strategy=code), as_at)
    every_project = judged(known, as_at) if projects is None else projects
    hung = _by_objective(every_project)
    after = every(Strategy, known, follows=code)
    return facts.Retrospective(
        strategy=found,
        as_at=as_at,
        looked=tuple(
            _looked(one, looks.get(one.number, ()), hung[one.reference], around) for one in own
        ),
        successor=min(after, key=lambda one: (one.starts_on, one.code), default=None),
        lessons=rules.learned_from(around.lessons, [found.reference]),
        titles={one.project.number: one.project.title for one in every_project},
    )


def _looked(
    objective: Objective,
    looks: Sequence[facts.ObjectiveReview],
    projects: Sequence[Judged],
    around: "_Around",
) -> facts.Looked:
    last = looks[0] if looks else None
    sources = [objective.reference, *(one.project.reference for one in projects)]
    return facts.Looked(
        objective=objective,
        review=last,
        earlier=tuple(looks[1:]),
        projects=tuple(projects),
        lessons=rules.learned_from(around.lessons, sources),
        lateness=rules.lateness(objective.due_on, last, around.as_at),
        carried_to=around.objectives.get(last.carries_to) if last else None,
    )


def _seen(
    those: Sequence[Strategy],
    known: int,
    as_at: date,
    every_project: Sequence[Judged],
    benefits: Sequence[HungBenefit],
) -> list[facts.StrategySeen]:
    only = those[0].code if len(those) == 1 else ""
    own: dict[str, list[Objective]] = defaultdict(list)
    for objective in objectives(known, only):
        own[objective.strategy].append(objective)
    looks: dict[str, list[facts.ObjectiveReview]] = defaultdict(list)
    for review in reviews(known, as_at, **({"strategy": only} if only else {})):
        looks[review.strategy].append(review)
    projects = _by_objective(every_project)
    followed = {one.follows: one.code for one in reversed(strategies(known)) if one.follows}
    unhung = tuple(one for one in every_project if not one.project.objectives)
    return [
        facts.StrategySeen(
            strategy=one,
            as_at=as_at,
            objectives=_objectives(own[one.code], looks[one.code], projects, benefits, as_at),
            unhung=unhung,
            followed_by=followed.get(one.code, ""),
        )
        for one in those
    ]


def _objectives(
    own: Sequence[Objective],
    looks: Sequence[facts.ObjectiveReview],
    projects: dict[str, list[Judged]],
    benefits: Sequence[HungBenefit],
    as_at: date,
) -> tuple[facts.ObjectiveSeen, ...]:
    last = rules.last_reviews(looks, as_at)
    hung = {
        found.project.number: HungProject.of(found.project)
        for one in own
        for found in projects[one.reference]
    }
    trees = rules.lines_of_sight(own, hung.values(), benefits)
    return tuple(
        facts.ObjectiveSeen(
            objective=one,
            projects=tuple(projects[one.reference]),
            review=last[one.number][0] if one.number in last else None,
            tree=tree,
        )
        for one, tree in zip(own, trees, strict=True)
    )


def _by_objective(projects: Sequence[Judged]) -> dict[str, list[Judged]]:
    found: dict[str, list[Judged]] = defaultdict(list)
    for one in projects:
        for reference in dict.fromkeys(one.project.objectives):
            found[reference].append(one)
    return found


def _benefits(known: int, as_at: date) -> list[HungBenefit]:
    """Return the benefits that were not withdrawn by the day; no more of them than is asked."""
    return [
        HungBenefit(
            project=one.benefit.project,
            number=one.benefit.number,
            title=one.benefit.title,
            measured_by=one.benefit.measured_by,
            is_measured=one.last is not None,
            version=one.benefit.version,
        )
        for one in benefit_standings(as_at, known)
        if one.is_counted
    ]
