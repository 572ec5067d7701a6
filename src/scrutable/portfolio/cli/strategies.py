"""`scrutable portfolio strategies`: what hangs on each, and what became of it."""

from datetime import date, datetime

import click

from scrutable.access.cli import check_named
from scrutable.access.facts import Permission
from scrutable.audit import clock
from scrutable.audit.reads import number_at
from scrutable.govuk.cli import (
    DAY,
    Cell,
    refusals_in_words,
    with_format,
    with_known_at,
    write_json,
    write_rows,
)
from scrutable.kernel.wording import london_day
from scrutable.portfolio import facts, reads, rules, writes
from scrutable.portfolio.facts import (
    Objective,
    ObjectiveReview,
    ObjectiveSeen,
    ObjectiveVerdict,
    Rating,
    SightNode,
    Strategy,
    StrategySeen,
    Theme,
)

REFUSALS = (writes.UnfitRecord, writes.WrittenMeanwhile)
LIST_COLUMNS = (
    *("code", "title", "starts_on", "ends_on", "objectives", "delivered", "without_project"),
    *("projects", "review_on", "decision"),
)
OBJECTIVE_COLUMNS = (
    *("strategy", "number", "text", "theme", "corporate_outcome", "due_on", "projects", "red"),
    *("late_against_original", "late_against_current", "with_nothing_under", "verdict"),
    *("delivered_on", "days_late", "carries_to"),
)
with_as_at = click.option(
    "--as-at", type=DAY, help="The day that is asked about; today, if none is given."
)


@click.group()
def strategies() -> None:
    """Strategies, their objectives, and what became of each."""


@strategies.command("list")
@with_as_at
@with_known_at
@with_format
def every(as_at: date | None, known_at: datetime | None, form: str) -> None:
    """Print every strategy with how much hangs on it."""
    known, day = number_at(known_at), _as_at(as_at, known_at)
    rows = [_strategy_row(one) for one in reads.strategies_seen(known, day)]
    write_rows(rows, LIST_COLUMNS, form)


@strategies.command()
@click.argument("code")
@with_as_at
@with_known_at
def show(code: str, as_at: date | None, known_at: datetime | None) -> None:
    """Print strategy CODE with its line of sight, as JSON; `gap` says what is missing."""
    known, day = number_at(known_at), _as_at(as_at, known_at)
    with refusals_in_words(reads.UnknownRecord):
        seen = reads.strategy_seen(code, known, day)
    plain = reads.adapter(Strategy).dump_python(seen.strategy, mode="json")
    write_json(
        {
            **plain,
            "followed_by": seen.followed_by,
            "line_of_sight": [_node(one.tree) for one in seen.objectives],
            "projects_on_no_objective": [one.project.reference for one in seen.unhung],
        }
    )


@strategies.command()
@click.argument("code")
@with_as_at
@with_known_at
@with_format
def objectives(code: str, as_at: date | None, known_at: datetime | None, form: str) -> None:
    """Print the objectives of strategy CODE: their projects, both slips, and what became of them.

    `days_late` is nothing where the objective had no day, is given up, or has its day before it.
    """
    known, day = number_at(known_at), _as_at(as_at, known_at)
    with refusals_in_words(reads.UnknownRecord):
        seen = reads.strategy_seen(code, known, day)
    write_rows([_objective_row(one, day) for one in seen.objectives], OBJECTIVE_COLUMNS, form)


@strategies.command()
@click.argument("code")
@click.option("--title", required=True)
@click.option("--starts-on", type=DAY, required=True)
@click.option("--ends-on", type=DAY, required=True)
@click.option("--purpose", required=True)
@click.option("--owner", required=True)
@click.option("--principle", "principles", multiple=True, help="May be given several times.")
@click.option("--sub-strategy", "parts", multiple=True, help="“name: what it is about”.")
@click.option("--approved-by", default="", help="The body.")
@click.option("--approved-on", type=DAY)
@click.option("--decision", default="", help="Such as decision/I017909.")
@click.option("--review-on", type=DAY, help="By when it is to be looked at again.")
@click.option("--follows", default="", help="The code of the strategy before it.")
@click.option("--by", required=True, help="Who records it, such as a.patel.")
def record(
    code: str, principles: tuple[str, ...], parts: tuple[str, ...], by: str, **said: str
) -> None:
    """Record strategy CODE as it is from now on; how it stood before is kept."""
    made = Strategy(code=code, principles=principles, sub_strategies=parts, **said)  # type: ignore[arg-type]  # click's values
    _record(made, by)


@strategies.command()
@click.argument("code")
@click.option("--number", type=click.IntRange(min=1), help="That of one that is changed.")
@click.option("--text", required=True, help="What is to be achieved.")
@click.option("--theme", type=click.Choice([one.value for one in Theme]), required=True)
@click.option("--outcome", required=True, help="The outcome of the council's own plan.")
@click.option("--measure", default="", help="How anybody will know.")
@click.option("--due-on", type=DAY)
@click.option("--owner", required=True)
@click.option("--by", required=True, help="Who records it, such as a.patel.")
def objective(
    code: str, number: int | None, theme: str, outcome: str, by: str, **said: str
) -> None:
    """Add an objective to strategy CODE, or change the one with the number."""
    made = Objective(
        strategy=code,
        number=number or 0,
        theme=Theme(theme),
        corporate_outcome=outcome,
        **said,  # type: ignore[arg-type]  # click's values
    )
    _record(made, by)


@strategies.command()
@click.argument("code")
@click.argument("number", type=click.IntRange(min=1))
@click.option("--on", type=DAY, required=True, help="The day of the look back.")
@click.option(
    "--verdict", type=click.Choice([one.value for one in ObjectiveVerdict]), required=True
)
@click.option("--planned", required=True)
@click.option("--delivered", required=True, help="“Nothing” is an answer.")
@click.option("--delivered-on", type=DAY)
@click.option("--evidence", multiple=True, help="A reference or words; several times.")
@click.option("--reasons", required=True)
@click.option("--carries-to", default="", help="Such as objective/IT-2026/3.")
@click.option("--reviewer", required=True)
@click.option("--by", required=True, help="Who records it, such as a.patel.")
def review(code: str, number: int, verdict: str, by: str, **said: str) -> None:
    """Record what a look back found of objective NUMBER of strategy CODE."""
    made = ObjectiveReview(
        strategy=code,
        objective=number,
        verdict=ObjectiveVerdict(verdict),
        **said,  # type: ignore[arg-type]  # click's values
    )
    _record(made, by)


def _record(made: facts.Record, by: str) -> None:
    check_named(by, Permission.MANAGE_PROJECTS)
    try:
        kept = writes.record(of=made, by=by, at=clock.now())
    except writes.UnfitRecord as unfit:
        for fault in unfit.faults:
            click.echo(str(fault), err=True)
        raise click.ClickException("Nothing was recorded.") from unfit
    click.echo(f"Recorded {kept.reference}.", err=True)


def _as_at(day: date | None, known_at: datetime | None) -> date:
    return day or london_day(known_at or clock.now())


def _strategy_row(one: StrategySeen) -> dict[str, Cell]:
    strategy = one.strategy
    verdicts = [seen.verdict for seen in one.objectives]
    return {
        "code": strategy.code,
        "title": strategy.title,
        "starts_on": strategy.starts_on,
        "ends_on": strategy.ends_on,
        "objectives": len(one.objectives),
        "delivered": verdicts.count(ObjectiveVerdict.DELIVERED),
        "without_project": sum(seen.tree.gap is not None for seen in one.objectives),
        "projects": len(one.projects),
        "review_on": strategy.review_on,
        "decision": strategy.decision or None,
    }


def _objective_row(seen: ObjectiveSeen, as_at: date) -> dict[str, Cell]:
    objective, review, projects = seen.objective, seen.review, seen.projects
    return {
        "strategy": objective.strategy,
        "number": objective.number,
        "text": objective.text,
        "theme": objective.theme.value,
        "corporate_outcome": objective.corporate_outcome,
        "due_on": objective.due_on,
        "projects": len(projects),
        "red": sum(one.shown is Rating.RED for one in projects),
        "late_against_original": sum(one.is_late for one in projects),
        "late_against_current": sum(one.is_behind_plan for one in projects),
        "with_nothing_under": len(rules.gaps([seen.tree])),
        "verdict": review.verdict.value if review else None,
        "delivered_on": review.delivered_on if review else None,
        "days_late": rules.lateness(objective.due_on, review, as_at),
        "carries_to": (review.carries_to or None) if review else None,
    }


def _node(node: SightNode) -> dict[str, object]:
    return {
        "rung": node.rung.value,
        "reference": node.reference,
        "label": node.label,
        "gap": node.gap.value if node.gap else None,
        "below": [_node(one) for one in node.below],
    }
