"""`scrutable meetings recommendations`, `recommend`, `notice-recommendation`, `respond`…"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import click

from scrutable.access.cli import check_named
from scrutable.access.facts import Permission
from scrutable.audit import clock
from scrutable.audit.reads import number_at
from scrutable.govuk.cli import (
    DAY,
    refusals_in_words,
    with_format,
    with_known_at,
    write_rows,
)
from scrutable.kernel.wording import date_words
from scrutable.meetings import facts, reads, writes
from scrutable.meetings.cli.speaking import by_option, today
from scrutable.meetings.rules import powers as rules

REFUSALS = (
    reads.UnknownBody,
    reads.UnknownMeeting,
    reads.UnknownRecommendation,
    writes.UnfitCommitment,
    writes.UnfitRecommendation,
)
COLUMNS = (
    *("recommendation", "body", "to", "text", "state", "noticed_on", "due_on", "answer"),
    *("answered_on", "action", "reasons", "answer_published_on"),
)


@click.command()
@click.option("--body", help="Only those of this committee, such as OSMB.")
@click.option("--to", help="Only those to this body, such as EXEC.")
@with_known_at
@with_format
def recommendations(body: str | None, to: str | None, known_at: datetime | None, form: str) -> None:
    """Print what scrutiny recommended, by when an answer is due, and what was answered."""
    known, as_at = number_at(known_at), today(known_at)
    found = reads.recommendations(known, body=body, to=to)
    write_rows([_row(one, as_at) for one in found], COLUMNS, form)


def _row(one: facts.Recommendation, as_at: date) -> Mapping[str, str | date | None]:
    return {
        "recommendation": one.code,
        "body": one.body,
        "to": one.to,
        "text": one.text,
        "state": rules.state_of_recommendation(one, as_at).value,
        "noticed_on": one.noticed_on,
        "due_on": rules.answer_due(one),
        "answer": one.answer.value if one.answer else None,
        "answered_on": one.answered_on,
        "action": one.action,
        "reasons": one.answer_reasons,
        "answer_published_on": one.answer_published_on,
    }


@click.command()
@click.option("--body", required=True, help="The committee’s code, such as OSMB.")
@click.option("--to", required=True, help="The code of the body that is to answer, such as EXEC.")
@click.option("--text", required=True, help="What is recommended.")
@click.option("--meeting", "made_in", required=True, help="The meeting: OSMB-2026-09-24.")
@click.option("--source", "source_reference", default="", help="The limb.")
@by_option
def recommend(by: str, **said: Any) -> None:
    """Record what a committee recommends, and print its code."""
    check_named(by, Permission.MANAGE_RECOMMENDATIONS)
    with refusals_in_words(*REFUSALS):
        made = writes.recommend(
            recommendation=facts.Recommendation(year=0, number=0, **said), by=by, at=clock.now()
        )
    click.echo(made.code)


@click.command()
@click.argument("code")
@click.option("--received", "received_on", type=DAY, required=True, help="Report received on.")
@click.option("--noticed", "noticed_on", type=DAY, required=True, help="Notice received on.")
@click.option("--published", "published_on", type=DAY, help="Report published on.")
@by_option
def notice_recommendation(code: str, by: str, **days: Any) -> None:
    """Record the notice of recommendation CODE, and print the day on which its answer is due."""
    check_named(by, Permission.MANAGE_RECOMMENDATIONS)
    with refusals_in_words(*REFUSALS):
        noticed = writes.notice_recommendation(code=code, **days, by=by, at=clock.now())
    click.echo(rules.answer_due(noticed))


@click.command()
@click.argument("code")
@click.option(
    "--answer",
    type=click.Choice([answer.value for answer in facts.Answer]),
    required=True,
    help="How it is answered.",
)
@click.option("--on", type=DAY, required=True, help="The day of the answer.")
@click.option("--action", default="", help="What the executive proposes to do.")
@click.option("--reasons", default="", help="The reasons for what is rejected.")
@click.option("--owner", default="", help="The post that will do it; the body, if not given.")
@click.option("--due", type=DAY, help="By when it will be done.")
@by_option
def respond(code: str, by: str, **said: Any) -> None:
    """Record the executive's answer to CODE, and print the commitments that it made."""
    check_named(by, Permission.MANAGE_RECOMMENDATIONS)
    due: date | None = said["due"]
    with refusals_in_words(*REFUSALS):
        answered = writes.answer_recommendation(
            code=code,
            answer=facts.Answer(said["answer"]),
            reasons=said["reasons"],
            action=said["action"],
            on=said["on"],
            owner=said["owner"],
            due=facts.Due(words=f"by {date_words(due)}", last=due) if due else None,
            by=by,
            at=clock.now(),
        )
    for commitment in reads.commitments(number_at(), source=answered.reference):
        click.echo(commitment.reference)


@click.command()
@click.argument("code")
@click.option("--on", type=DAY, required=True, help="The day of publication.")
@by_option
def publish_answer(code: str, on: date, by: str) -> None:
    """Record that the answer to CODE was published."""
    check_named(by, Permission.MANAGE_RECOMMENDATIONS)
    with refusals_in_words(*REFUSALS):
        writes.publish_answer(code=code, on=on, by=by, at=clock.now())
    click.echo(f"The answer to {code} was published on {date_words(on)}", err=True)
