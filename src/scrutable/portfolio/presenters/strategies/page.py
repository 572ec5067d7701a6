"""One strategy: what it is, its objectives, the projects that hang on them; pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from scrutable.govuk.facts import Cell, Column, KeyFigure, Table, Term
from scrutable.govuk.presenters import count_cell, day_cell
from scrutable.kernel.wording import capital, count_words, date_words, list_words, number_words
from scrutable.portfolio import rules
from scrutable.portfolio.facts import (
    Judged,
    ObjectiveReview,
    ObjectiveSeen,
    ObjectiveVerdict,
    Rating,
    Strategy,
    StrategySeen,
)
from scrutable.portfolio.presenters.lists import project_table
from scrutable.portfolio.presenters.strategies.lists import bare, having
from scrutable.portfolio.presenters.strategies.words import (
    NO_DUE_DAY,
    NOT_LOOKED_BACK,
    VERDICT_WORDS,
    objective_address,
    objective_name,
    strategy_address,
    verdict_cell,
)
from scrutable.portfolio.presenters.words import THEME_WORDS
from scrutable.portfolio.rules.attending.strategies import is_reviewed


def title(one: StrategySeen) -> str:
    """Return the finding: what is delivered, or what has nothing under it."""
    strategy, many = one.strategy.title, len(one.objectives)
    if not many:
        return f"{strategy}: no objective is recorded"
    delivered = having(one, ObjectiveVerdict.DELIVERED)
    of_all = f"of {count_words(many, 'objective')}"
    if delivered:
        return f"{strategy}: {delivered} {of_all} delivered"
    if lacking := bare(one):
        verb = "has" if lacking == 1 else "have"
        return f"{strategy}: {lacking} {of_all} {verb} no project"
    has = "its objective has" if many == 1 else f"each of its {many} objectives has"
    return f"{strategy}: {has} a project"


def summary(one: StrategySeen) -> str:
    """Return how many projects hang on it and how late they are, and that a look is overdue."""
    overdue = _overdue(one)
    projects = one.projects
    if not projects:
        return f"No project hangs on any of its objectives.{overdue}"
    late = sum(found.is_late for found in projects)
    hangs = "project hangs" if len(projects) == 1 else "projects hang"
    verb = "is" if late == 1 else "are"
    return (
        f"{capital(number_words(len(projects)))} {hangs} on its objectives; "
        f"{number_words(late)} {verb} later than first planned.{overdue}"
    )


def _overdue(one: StrategySeen) -> str:
    due = one.strategy.review_on
    if due is None or due >= one.as_at or is_reviewed(one):
        return ""
    return f" It was to be looked at again by {date_words(due)}."


def figures(one: StrategySeen) -> tuple[KeyFigure, ...]:
    """Return the figures at the head of the page."""
    period = f"at {date_words(one.as_at)}"
    projects = one.projects
    hidden = sum(
        found.is_late and found.slip is not None and found.slip.against_current <= 0
        for found in projects
    )
    lacking = rules.gaps(seen.tree for seen in one.objectives)
    return (
        KeyFigure(
            label="Objectives",
            value=f"{len(one.objectives):,}",
            period=period,
            comparison=_verdicts(seen.review for seen in one.objectives),
        ),
        KeyFigure(
            label="Projects",
            value=f"{len(projects):,}",
            period=period,
            comparison=f"{sum(found.shown is Rating.RED for found in projects):,} red",
        ),
        KeyFigure(
            label="Later than first planned",
            value=f"{sum(found.is_late for found in projects):,}",
            period=period,
            comparison=f"{hidden:,} of them on time by the latest plan",
        ),
        KeyFigure(
            label="With nothing under them",
            value=f"{len(lacking):,}",
            period=period,
            comparison="objectives, projects, contracts, KPIs and benefits",
            href=f"{strategy_address(one.strategy.code)}sight/",
        ),
    )


def _verdicts(reviews: Iterable[ObjectiveReview | None]) -> str:
    found = [one.verdict if one else None for one in reviews]
    said = [
        f"{found.count(verdict)} {words.lower()}"
        for verdict, words in VERDICT_WORDS.items()
        if verdict in found
    ]
    return list_words(said) or "none looked back on yet"


def terms(one: StrategySeen, titles: Mapping[str, str]) -> tuple[Term, ...]:
    """Return what the strategy is, line by line; `titles` are other strategies' by code."""
    strategy = one.strategy
    return (
        Term(
            label="Period",
            value=f"{date_words(strategy.starts_on)} to {date_words(strategy.ends_on)}",
        ),
        Term(label="Purpose", value=strategy.purpose),
        Term(label="Owner", value=strategy.owner),
        Term(label="Approved", value=_approved(strategy)),
        _decision(strategy),
        Term(
            label="To be looked at again",
            value=date_words(strategy.review_on) if strategy.review_on else "No day set",
        ),
        _other("Follows", strategy.follows, titles),
        _other("Followed by", one.followed_by, titles),
    )


def _approved(strategy: Strategy) -> str:
    if strategy.approved_on is None:
        return "Nobody has recorded an approval"
    by = f" by {strategy.approved_by}" if strategy.approved_by else ""
    return f"{date_words(strategy.approved_on)}{by}"


def _decision(strategy: Strategy) -> Term:
    code = strategy.decision_code
    if not code:
        return Term(label="Approving decision", value="None recorded")
    return Term(label="Approving decision", value=code, href=f"/decisions/{code}/")


def _other(label: str, code: str, titles: Mapping[str, str]) -> Term:
    if not code:
        return Term(label=label, value="None recorded")
    return Term(label=label, value=titles.get(code, code), href=strategy_address(code))


def objective_table(one: StrategySeen) -> Table:
    """Return the objectives with how many projects they have and how those stand."""
    return Table(
        name="objectives",
        caption="Objectives",
        columns=(
            Column("objective", "Objective"),
            Column("theme", "Theme"),
            Column("due", "Due"),
            Column("projects", "Projects", numeric=True),
            Column("red", "Red", numeric=True),
            Column("late_original", "Late against the first date", numeric=True),
            Column("late_current", "Late against the latest plan", numeric=True),
            Column("gaps", "With nothing under them", numeric=True),
            Column("verdict", "Last look back"),
        ),
        rows=tuple(_objective_row(seen) for seen in one.objectives),
        empty="No objective is recorded. Add what the strategy is to achieve.",
    )


def _objective_row(seen: ObjectiveSeen) -> tuple[Cell, ...]:
    objective, projects = seen.objective, seen.projects
    address = objective_address(objective.strategy, objective.number)
    return (
        Cell(
            objective_name(objective),
            href=address,
            note=f"for {objective.corporate_outcome}",
            order=f"{objective.number:06}",
        ),
        Cell(THEME_WORDS[objective.theme]),
        day_cell(objective.due_on, NO_DUE_DAY),
        count_cell(len(projects)) if projects else Cell("No project", number=Decimal(0)),
        count_cell(sum(one.shown is Rating.RED for one in projects)),
        count_cell(sum(one.is_late for one in projects)),
        count_cell(sum(one.is_behind_plan for one in projects)),
        count_cell(len(rules.gaps([seen.tree])), href=address),
        verdict_cell(seen.review),
    )


def hung_table(projects: Sequence[Judged], on_what: str) -> Table:
    """Return the projects that hang on a strategy or an objective, both slips side by side."""
    return replace(
        project_table(projects, f"Projects that hang on {on_what}"),
        empty=f"No project hangs on {on_what}. Name the objective on the project’s own page.",
    )


def unhung_table(projects: Sequence[Judged]) -> Table:
    """Return the projects that hang on no objective of any strategy."""
    return replace(
        project_table(projects, "Projects that hang on no objective of any strategy"),
        name="unhung",
        empty="Every project hangs on an objective.",
    )


def sub_strategy_terms(strategy: Strategy) -> tuple[Term, ...]:
    """Return each sub-strategy and what it is about."""
    parts = (line.partition(":") for line in strategy.sub_strategies)
    return tuple(Term(label=name.strip(), value=about.strip()) for name, _, about in parts)


def objective_terms(seen: ObjectiveSeen) -> tuple[Term, ...]:
    """Return what the objective is, line by line, and what was last found of it."""
    objective, review = seen.objective, seen.review
    there = f"{strategy_address(objective.strategy)}retrospective/#objective-{objective.number}"
    found = (
        f"{VERDICT_WORDS[review.verdict]}, {date_words(review.on)}" if review else NOT_LOOKED_BACK
    )
    return (
        Term(label="Theme", value=THEME_WORDS[objective.theme]),
        Term(label="Serves the outcome", value=objective.corporate_outcome),
        Term(label="Known by", value=objective.measure or "Nobody has said"),
        Term(label="Due", value=date_words(objective.due_on) if objective.due_on else NO_DUE_DAY),
        Term(label="Owner", value=objective.owner),
        Term(label="Last look back", value=found, href=there),
    )
