"""`scrutable portfolio outcomes`, `judge`, `handovers` and `put-look`."""

from datetime import date, datetime
from typing import Any

import click

from scrutable.access.cli import check_named
from scrutable.access.facts import Permission
from scrutable.audit import clock
from scrutable.audit.reads import number_at
from scrutable.govuk.cli import DAY, Cell, refusals_in_words, with_format, with_known_at, write_rows
from scrutable.kernel.wording import london_day
from scrutable.portfolio import facts, reads, writes
from scrutable.portfolio.cli.capacity import AS_AT, day_asked
from scrutable.portfolio.presenters.outcomes import finding

TRANSITION_COLUMNS = (
    *("transition", "title", "on", "outcomes"),
    *(state.value for state in facts.OutcomeState),
    *("next_look", "hand_overs", "late"),
)
OUTCOME_COLUMNS = (
    *("transition", "number", "outcome", "owner", "before", "state", "judged_on", "judge"),
    *("evidence_for", "evidence_against", "since", "next_look"),
)
HAND_OVER_COLUMNS = (
    *("transition", "project", "for_whom", "state", "due_on", "on"),
    *("accepted_by", "days_late", "note"),
)
BY = click.option("--by", required=True, help="Who does it, such as a.patel; goes into the log.")
REFUSALS = (reads.UnknownRecord, writes.UnfitRecord, writes.WrittenMeanwhile)


@click.command()
@click.argument("code", required=False)
@AS_AT
@with_known_at
@with_format
def outcomes(code: str | None, as_at: date | None, known_at: datetime | None, form: str) -> None:
    """Print every transition, or the outcomes of transition CODE: verdicts, evidence, next look."""
    known, day = number_at(known_at), day_asked(as_at, known_at)
    if code is None:
        found = reads.transitions(known, day)
        write_rows([_transition(one, day) for one in found], TRANSITION_COLUMNS, form)
        return
    with refusals_in_words(reads.UnknownRecord):
        standing = reads.transition(code, known, day)
    write_rows([_outcome(one) for one in standing.outcomes], OUTCOME_COLUMNS, form)
    click.echo(f"{finding.title(standing)}. {finding.rest(standing)}".rstrip(), err=True)


@click.command()
@click.argument("code")
@AS_AT
@with_known_at
@with_format
def handovers(code: str, as_at: date | None, known_at: datetime | None, form: str) -> None:
    """Print the projects in flight of transition CODE, one by one; exits 1 if any is late."""
    day = day_asked(as_at, known_at)
    with refusals_in_words(reads.UnknownRecord):
        standing = reads.transition(code, number_at(known_at), day)
    late = standing.late(day)
    rows: list[dict[str, Cell]] = [
        {
            **{name: getattr(one, name) for name in HAND_OVER_COLUMNS if name != "days_late"},
            "state": one.state.value,
            "days_late": _days_late(one, day),
        }
        for one in standing.hand_overs
    ]
    write_rows(rows, HAND_OVER_COLUMNS, form)
    if late:
        raise click.ClickException(f"{len(late)} of {len(rows)} late.")


def _days_late(one: facts.HandOver, day: date) -> int | None:
    """Return by how many days it came late, or waits by the day; None for one that was stopped."""
    if one.state is facts.HandOverState.STOPPED:
        return None
    return max(((one.on or day) - one.due_on).days, 0)


@click.command()
@click.argument("code")
@click.argument("number", type=int)
@click.option(
    "--verdict", type=click.Choice([one.value for one in facts.OutcomeVerdict]), required=True
)
@click.option("--judge", required=True, help="The person who judged it, by name.")
@click.option("--reasons", required=True, help="The reasons.")
@click.option("--answer", default="", help="What the judge says to the evidence against it.")
@click.option("--on", type=DAY, help="The day of the judgement; today, if none is given.")
@click.option("--next-look", type=DAY, help="When to look again.")
@BY
def judge(code: str, number: int, verdict: str, on: date | None, by: str, **said: Any) -> None:
    """Record what somebody judged of outcome NUMBER of transition CODE.

    It is evidenced only while evidence for it stands; evidence against it must be answered.
    """
    check_named(by, Permission.MANAGE_PROJECTS)
    at = clock.now()
    told = facts.OutcomeJudgement(
        transition=code,
        outcome=number,
        on=on or london_day(at),
        verdict=facts.OutcomeVerdict(verdict),
        **said,
    )
    with refusals_in_words(*REFUSALS):
        done = writes.record(of=told, by=by, at=at)
    click.echo(f"{done.reference} is {verdict.replace('_', ' ')}.")


@click.command()
@click.argument("code")
@click.argument("day", type=DAY)
@BY
def put_look(code: str, day: date, by: str) -> None:
    """Put the look of a DAY at transition CODE in the work programme of the body that looks."""
    check_named(by, Permission.MANAGE_PROJECTS)
    with refusals_in_words(*REFUSALS):
        look = writes.put_look(transition=code, on=day, by=by, at=clock.now())
    click.echo(f"{look.reference} is {look.entry}.")


def _transition(one: facts.TransitionStanding, day: date) -> dict[str, Cell]:
    return {
        "transition": one.transition.code,
        "title": one.transition.title,
        "on": one.transition.on,
        "outcomes": len(one.outcomes),
        **{state.value: one.count(state) for state in facts.OutcomeState},
        "next_look": one.next_look,
        "hand_overs": len(one.hand_overs),
        "late": len(one.late(day)),
    }


def _outcome(one: facts.OutcomeStanding) -> dict[str, Cell]:
    last, before = one.last, one.before
    return {
        "transition": one.outcome.transition,
        "number": one.outcome.number,
        "outcome": one.outcome.text,
        "owner": one.outcome.owner,
        "before": before.verdict.value if before else None,
        "state": one.state.value,
        "judged_on": last.on if last else None,
        "judge": last.judge if last else None,
        "evidence_for": len(one.speaking_for),
        "evidence_against": len(one.speaking_against),
        "since": len(one.since),
        "next_look": one.next_look,
    }
