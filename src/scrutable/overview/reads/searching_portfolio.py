"""What a search looks through of projects, strategies, benefits, outcomes and lessons.

Kept in the process from search to search: of projects and their benefits only those are put into
words again that were written of.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator
from functools import partial
from typing import NamedTuple

from scrutable.audit.reads import Carried, Resting
from scrutable.kernel.wording import date_words
from scrutable.overview.facts import Hit
from scrutable.overview.reads.sought import Sought, sought
from scrutable.portfolio import facts, models
from scrutable.portfolio import reads as portfolio
from scrutable.portfolio.presenters.words import STAGE_WORDS
from scrutable.registers import reads as registers
from scrutable.registers.models import Supplier


class OfProject(NamedTuple):
    """A project and its benefits as a search looks through them."""

    project: tuple[Sought, ...]
    benefits: tuple[Sought, ...]


OF_PROJECTS: Carried[OfProject] = Carried({models.Project: "number", models.Benefit: "project"})
SUPPLIERS: Resting[tuple[Sought, ...]] = Resting((Supplier,))
STRATEGIES: Resting[tuple[Sought, ...]] = Resting((models.Strategy, models.Objective))
OUTCOMES: Resting[tuple[Sought, ...]] = Resting((models.Transition, models.Outcome))
LESSONS: Resting[tuple[Sought, ...]] = Resting((models.Lesson,))


def of_portfolio(known: int) -> Iterator[Sought]:
    """Yield everything of the portfolio with its words, projects first."""
    found = OF_PROJECTS.of(known, None, partial(_of_projects, known)).values()
    for one in found:
        yield from one.project
    yield from SUPPLIERS.of(known, None, lambda: sought(_suppliers(known)))
    yield from STRATEGIES.of(known, None, lambda: sought(_strategies(known)))
    for one in found:
        yield from one.benefits
    yield from OUTCOMES.of(known, None, lambda: sought(_outcomes(known)))
    yield from LESSONS.of(known, None, lambda: sought(_lessons(known)))


def _of_projects(known: int, only: Collection[str] | None) -> dict[str, OfProject]:
    asked = {} if only is None else {"project__in": sorted(only)}
    promised: dict[str, list[facts.Benefit]] = defaultdict(list)
    for benefit in portfolio.every(facts.Benefit, known, **asked):
        promised[benefit.project].append(benefit)
    return {
        one.number: OfProject(
            sought([_project(one)]),
            sought(_benefit(of, one.title) for of in promised[one.number]),
        )
        for one in portfolio.projects(known, only)
    }


def _project(project: facts.Project) -> Hit:
    said = f"Project {project.number}, {STAGE_WORDS[project.stage].lower()}"
    title = f"{project.number} {project.title}"
    words = f"{project.objective} {project.sponsor} {project.manager}"
    return Hit("Project", project.reference, title, said, words)


def _benefit(benefit: facts.Benefit, of: str) -> Hit:
    words = f"{benefit.description} {benefit.metric} {benefit.owner}"
    return Hit("Benefit", benefit.reference, benefit.title, f"{benefit.code}, {of}", words)


def _suppliers(known: int) -> Iterator[Hit]:
    for firm in registers.suppliers(known):
        yield Hit("Supplier", firm.reference, firm.name, "Supplier")


def _strategies(known: int) -> Iterator[Hit]:
    for strategy in portfolio.every(facts.Strategy, known):
        yield Hit("Strategy", strategy.reference, strategy.title, strategy.code)
    for objective in portfolio.every(facts.Objective, known):
        said = f"{objective.strategy}, objective {objective.number}"
        yield Hit("Objective", objective.reference, objective.text, said)


def _outcomes(known: int) -> Iterator[Hit]:
    for transition in portfolio.every(facts.Transition, known):
        yield Hit("Transition", transition.reference, transition.title, transition.code)
    for outcome in portfolio.every(facts.Outcome, known):
        said = f"{outcome.transition}, outcome {outcome.number}"
        yield Hit("Outcome", outcome.reference, outcome.text, said, outcome.owner)


def _lessons(known: int) -> Iterator[Hit]:
    for lesson in portfolio.every(facts.Lesson, known):
        said = f"Learned on {date_words(lesson.learned_on)}"
        words = f"{lesson.cause} {lesson.effect} {lesson.recommendation}"
        yield Hit("Lesson", lesson.reference, lesson.happened, said, words)
