"""`scrutable meetings promise`, `answer`, `extend`, `defer`, `propose`, `close`…: the steps."""

from collections.abc import Callable
from datetime import date
from typing import Any

import click

from scrutable.access import reads as access
from scrutable.access.cli import check_named
from scrutable.access.facts import Permission
from scrutable.audit import clock
from scrutable.govuk.cli import DAY, Command, refusals_in_words
from scrutable.meetings import facts, reads, writes
from scrutable.meetings.cli.speaking import by_option, closure_of, today, with_closure
from scrutable.meetings.facts import CommitmentSource, OutcomeKind, StepKind
from scrutable.meetings.presenters.promises_words import STEP_WORDS
from scrutable.meetings.rules.promises import told_due
from scrutable.registers import reads as registers

REFUSALS = (
    reads.UnknownBody,
    reads.UnknownCommitment,
    reads.UnknownMeeting,
    registers.UnknownContract,
    writes.IllegalStep,
    writes.UnfitCommitment,
)


@click.command()
@click.argument("text")
@click.option("--body", required=True, help="The body to which it is owed, such as OSMB.")
@click.option("--owner", default="", help="The post, department or body that owes it.")
@click.option("--on", "made_on", type=DAY, required=True, help="The day on which it was made.")
@click.option("--meeting", "made_in", default="", help="The meeting: OSMB-2026-09-24.")
@click.option("--due", "due_on", type=DAY, help="The day by which it is due.")
@click.option("--due-meeting", default="", help="The meeting at which it is due.")
@click.option("--due-words", default="", help="When it is due, such as “next meeting”.")
@click.option(
    "--source",
    type=click.Choice([one.value for one in CommitmentSource]),
    default=CommitmentSource.PROMISE.value,
    show_default=True,
    help="What it was made from.",
)
@click.option("--reference", default="", help="The limb, report or question it comes from.")
@click.option("--contract", default="", help="The contract whose report answers it.")
@with_closure
@by_option
def promise(text: str, by: str, **said: Any) -> None:
    """Record a commitment that no minutes hold, TEXT saying what is owed; print its code."""
    check_named(by, Permission.MANAGE_COMMITMENTS)
    closure = closure_of(said)
    made_on: date = said["made_on"]
    one = facts.Commitment(
        year=made_on.year,
        number=0,
        body=said["body"],
        text=text,
        kind=OutcomeKind.ACTION,
        source=CommitmentSource(said["source"]),
        source_reference=said["reference"],
        made_in=said["made_in"],
        made_on=made_on,
        owner=said["owner"],
        due=told_due(said["due_words"], said["due_on"], made_on),
        due_meeting=said["due_meeting"],
        contract=said["contract"],
        closure=closure,
    )
    with refusals_in_words(*REFUSALS):
        made = writes.make_commitment(commitment=one, by=by, at=clock.now())
    click.echo(made.code)


def take(kind: StepKind, code: str, by: str, **said: Any) -> None:
    """Take one step in the name of somebody who may."""
    is_answer = kind is StepKind.ANSWERED
    check_named(by, Permission.ANSWER_COMMITMENTS if is_answer else Permission.MANAGE_COMMITMENTS)
    person = access.person(by)
    on: date = said.pop("on") or today()
    due = told_due(said.pop("due_words", ""), said.pop("due_on", None), on)
    name = person.full_name if person else by
    step = facts.Step(kind=kind, on=on, by=name, due=due, **said)
    with refusals_in_words(*REFUSALS):
        taken = writes.take_step(commitment=code, step=step, by=by, at=clock.now())
    click.echo(f"{taken.code}: {STEP_WORDS[kind].lower()}", err=True)


def step_command(
    name: str, kind: StepKind, told: str, *options: Callable[[Command], Command]
) -> click.Command:
    """Return the command of one kind of step, with the options that it has."""

    def carry_out(code: str, by: str, **said: Any) -> None:
        take(kind, code, by, **said)

    command: Command = carry_out
    command.__doc__ = told
    every: tuple[Callable[[Command], Command], ...] = (by_option, ON, *reversed(options))
    for option in every:
        command = option(command)
    return click.command(name=name)(click.argument("code")(command))


ON = click.option("--on", type=DAY, help="The day on which it happened; today, if not given.")
WHY = click.option("--reason", "words", required=True, help="Why.")
MAYBE_WHY = click.option("--reason", "words", default="", help="Why, where it has no answer.")
WORDS = click.option("--words", default="", help="In words that the committee can use.")
PAPER = click.option("--paper", default="", help="The report or decision: edition/CSS-2026-4.")
DUE = click.option("--due", "due_on", type=DAY, help="The new day.")
DUE_MEETING = click.option("--due-meeting", default="", help="The meeting at which it is due.")
DUE_WORDS = click.option("--until", "due_words", default="", help="The event that it waits for.")
MAYBE_MEETING = click.option(
    "--meeting", "agreed_in", default="", help="The meeting that agreed, where one did."
)
MEETING = click.option("--meeting", "agreed_in", required=True, help="The meeting that agreed.")
OWNER = click.option("--owner", required=True, help="The post or body that owes it from then on.")

STEPS = (
    step_command(
        "answer",
        StepKind.ANSWERED,
        "Answer the commitment CODE, in words or by naming the paper that does.",
        WORDS,
        PAPER,
    ),
    step_command(
        "extend",
        StepKind.EXTENDED,
        "Give the commitment CODE a later day; the first is remembered.",
        WHY,
        DUE,
        DUE_MEETING,
        MAYBE_MEETING,
    ),
    step_command(
        "defer",
        StepKind.DEFERRED,
        "Put the commitment CODE off to a meeting or an event.",
        WHY,
        DUE_MEETING,
        DUE_WORDS,
        MAYBE_MEETING,
    ),
    step_command(
        "propose",
        StepKind.CLOSURE_PROPOSED,
        "Propose to the committee to close the commitment CODE.",
        MAYBE_WHY,
    ),
    step_command(
        "close",
        StepKind.CLOSED,
        "Close the commitment CODE, as the committee agreed at a meeting that was held.",
        MEETING,
        MAYBE_WHY,
    ),
    step_command(
        "drop",
        StepKind.CLOSED_UNAGREED,
        "Close the commitment CODE without the committee's agreement; it stays in sight.",
        WHY,
    ),
    step_command(
        "reopen",
        StepKind.REOPENED,
        "Reopen the commitment CODE, with a new day where it has one.",
        WHY,
        DUE,
        DUE_MEETING,
    ),
    step_command(
        "reassign",
        StepKind.REASSIGNED,
        "Give the commitment CODE to another owner.",
        OWNER,
        WORDS,
    ),
    step_command(
        "remind",
        StepKind.CHASED,
        "Record that the owner of the commitment CODE was reminded.",
        WORDS,
    ),
)
