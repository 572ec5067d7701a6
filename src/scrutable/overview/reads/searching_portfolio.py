"""What a search looks through of projects, strategies, benefits, outcomes and lessons."""

from collections.abc import Iterator

from scrutable.kernel.wording import date_words
from scrutable.overview.facts import Hit
from scrutable.portfolio import facts
from scrutable.portfolio import reads as portfolio
from scrutable.portfolio.presenters.words import STAGE_WORDS
from scrutable.registers import reads as registers


def of_portfolio(known: int) -> Iterator[Hit]:
    """Yield everything of the portfolio with its words, projects first."""
    titles = {}
    for project in portfolio.projects(known):
        titles[project.number] = project.title
        said = f"Project {project.number}, {STAGE_WORDS[project.stage].lower()}"
        title = f"{project.number} {project.title}"
        words = f"{project.objective} {project.sponsor} {project.manager}"
        yield Hit("Project", project.reference, title, said, words)
    for firm in registers.suppliers(known):
        yield Hit("Supplier", firm.reference, firm.name, "Supplier")
    yield from _strategies(known)
    yield from _benefits(titles, known)
    yield from _outcomes(known)
    for lesson in portfolio.every(facts.Lesson, known):
        said = f"Learned on {date_words(lesson.learned_on)}"
        words = f"{lesson.cause} {lesson.effect} {lesson.recommendation}"
        yield Hit("Lesson", lesson.reference, lesson.happened, said, words)


def _strategies(known: int) -> Iterator[Hit]:
    for strategy in portfolio.every(facts.Strategy, known):
        yield Hit("Strategy", strategy.reference, strategy.title, strategy.code)
    for objective in portfolio.every(facts.Objective, known):
        said = f"{objective.strategy}, objective {objective.number}"
        yield Hit("Objective", objective.reference, objective.text, said)


def _benefits(titles: dict[str, str], known: int) -> Iterator[Hit]:
    for benefit in portfolio.every(facts.Benefit, known):
        of = titles.get(benefit.project, benefit.project)
        said = f"{benefit.code}, {of}"
        words = f"{benefit.description} {benefit.metric} {benefit.owner}"
        yield Hit("Benefit", benefit.reference, benefit.title, said, words)


def _outcomes(known: int) -> Iterator[Hit]:
    for transition in portfolio.every(facts.Transition, known):
        yield Hit("Transition", transition.reference, transition.title, transition.code)
    for outcome in portfolio.every(facts.Outcome, known):
        said = f"{outcome.transition}, outcome {outcome.number}"
        yield Hit("Outcome", outcome.reference, outcome.text, said, outcome.owner)
