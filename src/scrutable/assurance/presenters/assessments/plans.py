"""Remediation plans and their steps; pure."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from scrutable.assurance.facts import Framework, Plan, Remediation, StepStanding, StepState
from scrutable.assurance.presenters.assessments.words import (
    PENCE,
    STATE_TAGS,
    answer_address,
    cost_words,
    pounds_words,
    step_address,
    system_words,
)
from scrutable.govuk.facts import Cell, Column, KeyFigure, Row, Table, Term
from scrutable.govuk.presenters import money_cell
from scrutable.kernel.wording import capital, count_words, date_words, list_words, share_words

NO_PROGRESS = "Nothing is reported"
NOT_PRICED = "Nobody has said"


def title(plan: Plan) -> str:
    """Return the finding: how many steps are overdue, or how many are done."""
    if not plan.steps:
        return "No remediation is planned"
    late = len(plan.of(StepState.OVERDUE))
    if late:
        said = capital(share_words(late, len(plan.steps)))
        return f"{said} steps {'is' if late == 1 else 'are'} overdue"
    done = len(plan.of(StepState.DONE))
    if done == len(plan.steps):
        return f"All {count_words(done, 'step')} are done and accepted"
    return f"{capital(share_words(done, len(plan.steps)))} steps done; none is overdue"


def summary(plan: Plan) -> str:
    """Return what waits and what it costs, as a sentence."""
    if not plan.steps:
        return "A step names the outcomes that it brings nearer to their level."
    waits = len(plan.of(StepState.WAITING))
    said = (
        f"{capital(count_words(waits, 'step'))} said to be done and not accepted by another yet."
        if waits
        else "Nothing waits to be accepted."
    )
    return f"{said} The plan costs {cost_words(plan)}." if plan.pence else said


def figures(plan: Plan) -> tuple[KeyFigure, ...]:
    """Return how many steps stand how; none without a plan."""
    if not plan.steps:
        return ()
    day = f"by {date_words(plan.as_at)}"
    every = len(plan.steps)
    return tuple(
        KeyFigure(
            label=label, value=f"{len(plan.of(state)):,}", period=day, comparison=f"of {every:,}"
        )
        for label, state in (
            ("Done and accepted", StepState.DONE),
            ("Said to be done", StepState.WAITING),
            ("Overdue", StepState.OVERDUE),
            ("Open", StepState.OPEN),
        )
    )


def plan_table(plan: Plan, titles: Mapping[str, str]) -> Table:
    """Return every step of a plan, the overdue first."""
    order = (StepState.OVERDUE, StepState.WAITING, StepState.OPEN, StepState.DONE)
    rows = sorted(plan.steps, key=lambda one: (order.index(one.state), one.step.due))
    return steps_table(rows, titles, "Steps of the plan", "steps")


def steps_table(
    rows: Sequence[StepStanding], titles: Mapping[str, str], caption: str, name: str
) -> Table:
    """Return steps with their outcomes, owner, cost, due day and progress."""
    return Table(
        name=name,
        caption=caption,
        columns=(
            Column("step", "Step"),
            Column("state", "State"),
            Column("due", "Due"),
            Column("owner", "Owner"),
            Column("outcomes", "Outcomes"),
            Column("cost", "Cost", numeric=True),
            Column("progress", "Progress"),
        ),
        rows=tuple(_step(one, titles) for one in rows),
        empty="No step is planned. Plan what brings each outcome to its level, by whom and when.",
    )


def _step(one: StepStanding, titles: Mapping[str, str]) -> Row:
    step = one.step
    late = f"{count_words(one.days_over, 'day')} ago" if one.days_over else ""
    note = f"reported {date_words(step.progress_on)}" if step.progress_on else ""
    return (
        Cell(
            f"{step.number}: {step.what}",
            href=step_address(step.assessment, step.number),
            order=f"{step.number:06}",
        ),
        Cell("", tags=(STATE_TAGS[one.state],)),
        Cell(
            date_words(step.due),
            order=step.due.isoformat(),
            note=late if one.state is not StepState.DONE else "",
        ),
        Cell(step.owner),
        Cell(list_words(step.outcomes), note=system_words(step.system, titles)),
        money_cell(None if step.pence is None else Decimal(step.pence) / PENCE, NOT_PRICED),
        Cell(step.progress or NO_PROGRESS, note=note),
    )


def step_terms(
    one: StepStanding, framework: Framework, titles: Mapping[str, str]
) -> tuple[Term, ...]:
    """Return one step, line by line."""
    step = one.step
    outcomes = []
    for code in step.outcomes:
        outcome = framework.outcome(code)
        outcomes.append(f"{code} {outcome.title}" if outcome else code)
    return (
        Term(label="State", value=STATE_TAGS[one.state].word),
        Term(label="Of", value=system_words(step.system, titles)),
        Term(
            label="Outcomes",
            value="; ".join(outcomes),
            href=answer_address(step.assessment, step.system, step.outcomes[0]),
        ),
        Term(label="Owner", value=step.owner),
        Term(label="Due", value=date_words(step.due)),
        Term(label="Cost", value=NOT_PRICED if step.pence is None else pounds_words(step.pence)),
        Term(label="Progress", value=_progress(step)),
        Term(label="Evidence", value="; ".join(step.evidence) or "None is named"),
        Term(
            label="Said to be done",
            value=date_words(step.said_done_on) if step.said_done_on else "Not yet",
        ),
        Term(label="Accepted", value=_accepted(step)),
    )


def _progress(step: Remediation) -> str:
    if not step.progress:
        return NO_PROGRESS
    return (
        f"{step.progress} ({date_words(step.progress_on)})" if step.progress_on else step.progress
    )


def _accepted(step: Remediation) -> str:
    if step.accepted_on is None:
        return "Not yet; another than its owner accepts it"
    return f"{date_words(step.accepted_on)}, by {step.accepted_by}"


def step_words(one: StepStanding) -> str:
    """Return how a step stands, as a sentence."""
    step = one.step
    if one.state is StepState.DONE:
        return f"Done: accepted by {step.accepted_by}."
    if one.state is StepState.WAITING and step.said_done_on:
        day = date_words(step.said_done_on)
        return f"Its owner said on {day} that it is done; nobody else has accepted it."
    if one.state is StepState.OVERDUE:
        return f"Overdue by {count_words(one.days_over, 'day')}."
    return f"Due on {date_words(step.due)}."
