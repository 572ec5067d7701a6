"""`scrutable portfolio cases`, `funding`, `dependencies` and `tally`."""

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum

import click

from scrutable.audit.reads import number_at
from scrutable.govuk.cli import Cell, with_format, with_known_at, write_rows
from scrutable.kernel.money import money_exact
from scrutable.portfolio import facts, reads, rules
from scrutable.portfolio.cli.capacity import AS_AT, day_asked

CASE_COLUMNS = (
    "project",
    "stage",
    "outcome",
    "decided_on",
    "decided_by",
    "decision",
    "missing",
    "cost",
)
FUNDING_COLUMNS = (
    "project",
    "source",
    "year",
    "approved",
    "spent",
    "spent_by",
    "expected",
    "variance",
    "budget_line",
)
DEPENDENCY_COLUMNS = (
    "project",
    "number",
    "on_whom",
    "what",
    "needed_by",
    "expected_on",
    "state",
    "days_late",
    "holds_up",
    "owner",
)
KINDS: dict[str, type[StrEnum]] = {"stage": facts.ProjectStage, "theme": facts.Theme}


@click.command()
@with_known_at
@with_format
def cases(known_at: datetime | None, form: str) -> None:
    """Print every stage of every business case, with the parts that are not made."""
    found = reads.every(facts.BusinessCase, number_at(known_at))
    rows: list[dict[str, Cell]] = [
        {
            "project": one.project,
            "stage": one.stage.value,
            "outcome": one.outcome.value,
            "decided_on": one.decided_on,
            "decided_by": one.decided_by,
            "decision": one.decision,
            "missing": " ".join(part.value for part in rules.missing_parts(one)),
            "cost": one.cost,
        }
        for one in found
    ]
    write_rows(rows, CASE_COLUMNS, form)


@click.command()
@with_known_at
@with_format
def funding(known_at: datetime | None, form: str) -> None:
    """Print every line of funding; what nobody has said is left blank, and never nought.

    The sums go to stderr, with how many lines they leave out.
    """
    found = reads.every(facts.Funding, number_at(known_at))
    rows: list[dict[str, Cell]] = [
        {
            "project": one.project,
            "source": one.source.value,
            "year": one.year,
            "approved": one.approved,
            "spent": one.spent,
            "spent_by": one.spent_by,
            "expected": one.expected,
            "variance": rules.variance(one),
            "budget_line": one.budget_line,
        }
        for one in found
    ]
    write_rows(rows, FUNDING_COLUMNS, form)
    whole = rules.funding_sum(found)
    click.echo(
        f"Approved {money_exact(whole.approved)}; spent {money_exact(whole.spent)}, of "
        f"{whole.spent_unsaid} of {whole.lines} lines unsaid; expected "
        f"{money_exact(whole.expected)}, of {whole.expected_unsaid} unsaid.",
        err=True,
    )


@click.command()
@AS_AT
@with_known_at
@with_format
def dependencies(as_at: date | None, known_at: datetime | None, form: str) -> None:
    """Print what projects wait for, by how many days it is late, and whom it holds up.

    Circles of projects that wait for one another go to stderr.
    """
    day, found = day_asked(as_at, known_at), reads.every(facts.Dependency, number_at(known_at))
    late = {one.dependency.reference: one for one in rules.late_dependencies(found, day)}
    write_rows([_dependency(one, late, day) for one in found], DEPENDENCY_COLUMNS, form)
    for way in rules.cycles(found, day):
        click.echo(f"Projects {', '.join(way)} wait for one another.", err=True)


def _dependency(
    one: facts.Dependency, late: dict[str, facts.LateDependency], day: date
) -> dict[str, Cell]:
    held = late[one.reference].holds_up if one.reference in late else ()
    return {
        "project": one.project,
        "number": one.number,
        "on_whom": one.on_whom,
        "what": one.what,
        "needed_by": one.needed_by,
        "expected_on": one.expected_on,
        "state": one.state.value,
        "days_late": max(rules.days_late(one, day), 0),
        "holds_up": " ".join(held),
        "owner": one.owner,
    }


@click.command()
@click.option("--by", "kind", type=click.Choice(tuple(KINDS)), default="stage")
@AS_AT
@with_known_at
@with_format
def tally(kind: str, as_at: date | None, known_at: datetime | None, form: str) -> None:
    """Print how many projects of each stage or theme have each rating; the rows add up."""
    judged = reads.judged(number_at(known_at), day_asked(as_at, known_at))
    found = rules.tallies(judged, KINDS[kind], kind)
    ratings = [one.value for one in facts.Rating]
    columns = (kind, *ratings, "not_rated", "all")
    write_rows(_tallies(kind, [*found, rules.total(found, "all")]), columns, form)


def _tallies(kind: str, found: Sequence[facts.Tally]) -> list[dict[str, Cell]]:
    return [
        {
            kind: one.of,
            **{rating.value: count for rating, count in one.rated.items()},
            "not_rated": one.unrated,
            "all": one.total,
        }
        for one in found
    ]
