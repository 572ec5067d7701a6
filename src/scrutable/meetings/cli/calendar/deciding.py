"""`scrutable meetings plan-decision`, `decide`, `publish-decision`: from plan to record."""

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date
from typing import Any

import click

from scrutable.access.facts import Permission
from scrutable.audit.reads import number_at
from scrutable.govuk.cli import DAY, refusals_in_words
from scrutable.kernel.wording import date_words
from scrutable.meetings import facts, reads, writes
from scrutable.meetings.cli.again import said_anew, standing
from scrutable.meetings.cli.speaking import (
    POUNDS,
    REFUSALS,
    by_option,
    closure_of,
    kept,
    with_closure,
)

Command = Callable[..., None]


def with_options(*options: Callable[[Command], Command]) -> Callable[[Command], Command]:
    """Add several options in the order given."""

    def add(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return add


plan_options = with_options(
    click.option("--matter", required=True, help="What is to be decided."),
    click.option("--maker", required=True, help="The code of the body that decides."),
    click.option("--maker-name", default="", help="Name and title of a person who decides."),
    click.option("--from", "window_from", type=DAY, required=True, help="The first day."),
    click.option("--to", "window_to", type=DAY, help="The last day; the first, if not given."),
    click.option("--owner", required=True, help="The post that brings the report."),
    click.option("--key", "key_grounds", multiple=True, help="Why it is key.",
                 type=click.Choice([ground.value for ground in facts.KeyGround])),
    click.option("--pounds", "value_pounds", type=POUNDS, help="Its value."),
    click.option("--meeting", default="", help="The meeting that is to decide."),
    click.option("--document", "documents", multiple=True, help="Submitted for consideration."),
    click.option("--copies-at", default="", help="Where copies may be had."),
    click.option("--requests-to", default="", help="How to ask for other documents."),
    click.option("--noticed-on", type=DAY, help="When its notice was published."),
    click.option("--route", type=click.Choice([route.value for route in facts.KeyRoute]),
                 default=facts.KeyRoute.NOTICE.value, show_default=True),
    click.option("--route-reason", default="", help="Why full notice was impracticable."),
    click.option("--route-agreed-by", default="", help="The chair who was told or agreed."),
    click.option("--route-agreed-on", type=DAY, help="When."),
    click.option("--withdrawn-because", default="", help="Why it is withdrawn."),
)  # fmt: skip
record_options = with_options(
    click.option("--on", "decided_on", type=DAY, required=True, help="The day it was made."),
    click.option("--maker", required=True, help="The code of the body that decided."),
    click.option("--maker-name", default="", help="Name and title of a person who decided."),
    click.option("--meeting", default="", help="The meeting that decided."),
    click.option("--item", default="", help="Its item, item/EXEC-2026-07-01/5."),
    click.option("--text", required=True, help="What was decided, word for word."),
    click.option("--result", type=click.Choice([result.value for result in facts.Result]),
                 default=facts.Result.AS_RECOMMENDED.value, show_default=True),
    click.option("--reasons", default="", help="The reasons."),
    click.option("--alternatives", default="", help="Alternatives considered and rejected."),
    click.option("--no-alternatives", "none_considered", is_flag=True, help="There were none."),
    click.option("--interests", default="", help="Conflicts of interest declared."),
    click.option("--no-interests", is_flag=True, help="There were none."),
    click.option("--dispensations", default="", help="Dispensations granted."),
    click.option("--no-dispensations", is_flag=True, help="There were none."),
    click.option("--edition", "editions", multiple=True, help="A report it was taken on."),
    click.option("--delegation", default="", help="What it was taken under, delegation/2026-003."),
    click.option("--published-on", type=DAY, help="When the record was published."),
    click.option("--exempt-from-call-in", default="", help="Why it cannot wait for call-in."),
)  # fmt: skip

open_option = click.option("--open", "is_open", is_flag=True, help="Open, where it was closed.")
CLOSING = {"paragraphs", "public_interest", "confidential"}
NOTHING_TO_SAY = (
    ("alternatives", "none_considered"),
    ("interests", "no_interests"),
    ("dispensations", "no_dispensations"),
)


@click.command()
@click.argument("code")
@plan_options
@with_closure
@open_option
@by_option
def plan_decision(by: str, key_grounds: tuple[str, ...], **said: Any) -> None:
    """Enter a decision in the forward plan, CODE being such as I017909.

    The same code again changes what is said of it; options that are not given stay as they stand.
    """
    said |= {
        "key_grounds": tuple(facts.KeyGround(ground) for ground in key_grounds),
        "route": facts.KeyRoute(said["route"]),
    }
    stands = standing(reads.planned_decision, said["code"])
    said["window_to"] = _last_day(said, stands)
    planned = facts.PlannedDecision(**_given(said, stands))
    made = kept(writes.plan_decision, Permission.MANAGE_MEETINGS, by, planned=planned)
    click.echo(f"{made.reference} is in the forward plan: {made.matter}.")


def _last_day(said: dict[str, Any], stands: facts.PlannedDecision | None) -> date:
    first: date = said["window_from"]
    last: date = said["window_to"] or first
    if said["window_to"] is None and stands is not None and stands.window_from == first:
        last = stands.window_to
    if last < first:
        raise click.UsageError("--to is before --from. Give the earlier day first.")
    return last


def _given(
    said: dict[str, Any], stands: facts.PlannedDecision | facts.DecisionRecord | None
) -> dict[str, Any]:
    """Return all that makes the fact: what was said, and what stands where nothing was."""
    anew = said_anew(said)
    is_closed_anew = bool(CLOSING & set(anew))
    opens = said.pop("is_open")
    if opens and is_closed_anew:
        raise click.UsageError("Give --open or what closes it, not both.")
    said["closure"] = closure_of(said)
    if stands is None:
        return said
    anew = {name: value for name, value in said.items() if name in anew}
    if opens or is_closed_anew:
        anew["closure"] = said["closure"]
    if "window_to" in said:
        anew["window_to"] = said["window_to"]
    return {field.name: getattr(stands, field.name) for field in fields(stands)} | anew


@click.command()
@click.argument("code")
@record_options
@with_closure
@open_option
@by_option
def decide(by: str, result: str, **said: Any) -> None:
    """Record the decision CODE; a key one only once its notice allows it.

    The same code again corrects what is said of it; options that are not given stay as they
    stand, and what it said before is kept.
    """
    said["result"] = facts.Result(result)
    stands = standing(reads.decision_record, said["code"], closed=True)
    given = _given(said, stands)
    for words, none in NOTHING_TO_SAY:
        anew = said_anew({words: "", none: False})
        if len(anew) == 1:
            given |= {words: "", none: False} | {name: given[name] for name in anew}
    record = facts.DecisionRecord(**given)
    made = kept(writes.record_decision, Permission.RECORD_DECISIONS, by, record=record)
    click.echo(f"{made.reference} is recorded.")


@click.command()
@click.argument("code")
@click.option("--on", type=DAY, required=True, help="The day of publication.")
@by_option
def publish_decision(code: str, on: date, by: str) -> None:
    """Record that the record of the decision CODE was published; the call-in window begins."""
    with refusals_in_words(*REFUSALS):
        record = reads.decision_record(code, number_at(), closed=True)
        if record is None:
            raise reads.UnknownDecision(code)
    if record.published_on not in (None, on):
        raise click.ClickException(
            f"The record of decision/{code} was published on {date_words(record.published_on)}. "
            "If that is wrong, correct it with `scrutable meetings decide … --published-on`."
        )
    published = replace(record, published_on=on)
    made = kept(writes.record_decision, Permission.RECORD_DECISIONS, by, record=published)
    click.echo(f"The record of {made.reference} was published on {on}.")
