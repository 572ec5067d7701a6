"""`scrutable assurance issues`: listed, shown, moved on, closed.

Whoever has the terminal has the database: it shows what is exempt.
"""

from collections.abc import Mapping
from datetime import date, datetime

import click

from scrutable.access.cli import check_named
from scrutable.access.facts import Permission
from scrutable.assurance import writes
from scrutable.assurance.cli.systems import AS_AT, BY, day_of
from scrutable.assurance.facts import IssueStanding, IssueState, Priority
from scrutable.assurance.presenters.issues import listing
from scrutable.assurance.presenters.issues import one as words
from scrutable.assurance.presenters.issues.words import band_words
from scrutable.assurance.reads import issues as reads
from scrutable.audit import clock
from scrutable.audit.reads import number_at
from scrutable.govuk.cli import DAY, Cell, refusals_in_words, with_format, with_known_at, write_rows
from scrutable.kernel.wording import count_words
from scrutable.records.reads import UnknownRecord
from scrutable.records.writes import UnfitRecord, WrittenMeanwhile

LISTED = (
    *("number", "state", "priority", "due", "first_due", "late", "late_by_first", "owner"),
    *("source", "found_on", "found_while", "phase", "visibility", "what"),
)
VERSIONS = (
    *("version", "due", "owner", "priority", "phase", "said_closed_on", "accepted_by"),
    "progress",
)
STATES = click.Choice([each.value for each in IssueState])
PRIORITIES = click.Choice([each.value for each in Priority])
AGES = ("age", *(each.value for each in Priority), "all")
PHASES = ("code", "title", "programme", "begins_on", "ends_on", "issues", "closed", "overdue")


@click.group()
def issues() -> None:
    """List and show issues, say their progress, accept that they are closed."""


@issues.command(name="list")
@click.option("--state", type=STATES, help="Only these.")
@click.option("--priority", type=PRIORITIES, help="Only these.")
@click.option("--phase", help="Only those of the phase.")
@click.option("--source", help="Only those of the source.")
@AS_AT
@with_known_at
@with_format
def list_all(
    as_at: date | None, known_at: datetime | None, form: str, **wanted: str | None
) -> None:
    """Print issues, the most pressing first."""
    found = reads.issues(number_at(known_at), day_of(as_at, known_at))
    shown = [each for each in found if _is_wanted(each, wanted)]
    write_rows([_row(each) for each in shown], LISTED, form)
    click.echo(f"{listing.title(found)}.", err=True)


@issues.command()
@click.argument("number", type=int)
@AS_AT
@with_known_at
@with_format
def show(number: int, as_at: date | None, known_at: datetime | None, form: str) -> None:
    """Print every version of one issue, the oldest first."""
    with refusals_in_words(UnknownRecord):
        standing, versions = reads.issue(number, number_at(known_at), day_of(as_at, known_at))
    rows: list[dict[str, Cell]] = [
        {name: _plain(getattr(each, name)) for name in VERSIONS} for each in versions
    ]
    write_rows(rows, VERSIONS, form)
    click.echo(f"{standing.issue.what} {words.summary(standing)}.", err=True)


@issues.command()
@AS_AT
@with_known_at
@with_format
def ages(as_at: date | None, known_at: datetime | None, form: str) -> None:
    """Print how long open issues are open beyond the first day set, by priority."""
    known, day = number_at(known_at), day_of(as_at, known_at)
    rows: list[dict[str, Cell]] = [
        {
            "age": band_words(band),
            **{each.value: band.numbers[at] for at, each in enumerate(Priority)},
            "all": band.number,
        }
        for band in reads.ages(reads.issues(known, day), known, day)
    ]
    write_rows(rows, AGES, form)


@issues.command()
@AS_AT
@with_known_at
@with_format
def phases(as_at: date | None, known_at: datetime | None, form: str) -> None:
    """Print the phases of the improvement programme and how their issues stand."""
    known = number_at(known_at)
    found = reads.phases(known, reads.issues(known, day_of(as_at, known_at)))
    rows: list[dict[str, Cell]] = [
        {
            **{name: getattr(each.phase, name, None) for name in PHASES[:5]},
            "issues": len(each.issues),
            "closed": each.closed,
            "overdue": each.overdue,
        }
        for each in found
    ]
    write_rows(rows, PHASES, form)


@issues.command(name="move-on")
@click.argument("numbers", type=int, nargs=-1, required=True)
@click.option("--progress", required=True, help="What is said of each of them.")
@click.option("--phase", help="The phase that they go into; “” takes them out of theirs.")
@click.option("--due", type=DAY, help="A new day; the first one stays known.")
@BY
def move_on(
    numbers: tuple[int, ...], progress: str, phase: str | None, due: date | None, by: str
) -> None:
    """Say the progress of several issues at once, all or none."""
    check_named(by, Permission.MANAGE_ASSURANCE)
    with refusals_in_words(UnfitRecord, WrittenMeanwhile):
        done = writes.move_on(
            numbers=numbers, progress=progress, phase=phase, due=due, by=by, at=clock.now()
        )
    click.echo(f"Progress of {count_words(len(done), 'issue')} is recorded", err=True)


@issues.command()
@click.argument("number", type=int)
@click.option("--accepted-by", required=True, help="Another than its owner.")
@click.option("--on", "day", type=DAY, required=True, help="When it was accepted.")
@BY
def accept(number: int, accepted_by: str, day: date, by: str) -> None:
    """Record that another than its owner accepts an issue’s closure."""
    check_named(by, Permission.ACCEPT_CLOSURES)
    with refusals_in_words(UnfitRecord, WrittenMeanwhile, UnknownRecord):
        done = writes.accept_closure(
            number=number, accepted_by=accepted_by, on=day, by=by, at=clock.now()
        )
    click.echo(f"{done.reference} is closed", err=True)


def _is_wanted(one: IssueStanding, wanted: Mapping[str, str | None]) -> bool:
    issue = one.issue
    held = {
        "state": one.state.value,
        "priority": issue.priority.value,
        "phase": issue.phase,
        "source": issue.source,
    }
    return all(said is None or held[name] == said for name, said in wanted.items())


def _row(one: IssueStanding) -> dict[str, Cell]:
    issue = one.issue
    told = {name: _plain(getattr(issue, name)) for name in LISTED if hasattr(issue, name)}
    return {
        **told,
        "state": one.state.value,
        "first_due": one.first_due,
        "late": one.late,
        "late_by_first": one.late_by_first,
    }


def _plain(value: object) -> Cell:
    return value if isinstance(value, int | date) or value is None else str(value)


COMMANDS = (issues,)
