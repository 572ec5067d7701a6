"""`scrutable meetings bodies`, `agenda`, `attendance`, `plan`, `decisions`: what is recorded."""

import click

from scrutable.audit.reads import number_at
from scrutable.govuk.cli import refusals_in_words, with_format, write_rows
from scrutable.meetings import reads
from scrutable.meetings.cli.speaking import REFUSALS, today

BODY_COLUMNS = ("code", "name", "kind", "chair", "members", "ended_on")
ITEM_COLUMNS = (
    *("item", "number", "title", "purpose", "officer", "paper"),
    *("openness", "paragraphs", "late_reason", "withdrawn"),
)
ATTENDANCE_COLUMNS = ("name", "capacity", "presence", "interest")
PLAN_COLUMNS = (
    *("decision", "matter", "maker", "key", "value_pounds"),
    *("window_from", "window_to", "noticed_on", "route", "stage"),
)
DECISION_COLUMNS = (
    *("decision", "decided_on", "maker", "result", "openness"),
    *("published_on", "carried_out_on", "stage"),
)


@click.command()
@with_format
def bodies(form: str) -> None:
    """Print every body: code, name, kind, chair."""
    rows = [
        {
            "code": body.code,
            "name": body.name,
            "kind": body.kind.value,
            "chair": body.chair,
            "members": "; ".join(body.members),
            "ended_on": body.ended_on,
        }
        for body in reads.bodies(number_at())
    ]
    write_rows(rows, BODY_COLUMNS, form)


@click.command()
@click.argument("meeting")
@with_format
def agenda(meeting: str, form: str) -> None:
    """Print the agenda of a MEETING in its order; text of closed items is not printed."""
    known = number_at()
    with refusals_in_words(*REFUSALS):
        reads.meeting(meeting, known)
    rows = [
        {
            "item": item.reference,
            "number": item.printed or str(item.number),
            "title": item.title,
            "purpose": item.purpose.value,
            "officer": item.officer,
            "paper": item.paper,
            "openness": item.closure.openness.value,
            "paragraphs": ", ".join(map(str, item.closure.paragraphs)),
            "late_reason": item.late_reason,
            "withdrawn": item.withdrawn,
        }
        for item in reads.items(meeting, known)
    ]
    write_rows(rows, ITEM_COLUMNS, form)


@click.command()
@click.argument("meeting")
@with_format
def attendance(meeting: str, form: str) -> None:
    """Print who came to a MEETING, and the interests they declared."""
    known = number_at()
    with refusals_in_words(*REFUSALS):
        reads.meeting(meeting, known)
    rows = [
        {
            "name": one.name,
            "capacity": one.capacity,
            "presence": one.presence.value,
            "interest": one.interest,
        }
        for one in reads.attendances(meeting, known)
    ]
    write_rows(rows, ATTENDANCE_COLUMNS, form)


@click.command()
@with_format
def plan(form: str) -> None:
    """Print the forward plan: decisions to be made, whether key, by which route."""
    rows = [
        {
            "decision": one.case.code,
            "matter": planned.matter,
            "maker": planned.maker,
            "key": planned.is_key,
            "value_pounds": planned.value_pounds,
            "window_from": planned.window_from,
            "window_to": planned.window_to,
            "noticed_on": planned.noticed_on,
            "route": planned.route.value if planned.is_key else None,
            "stage": one.stage.value,
        }
        for one in reads.courses(number_at(), today())
        if (planned := one.case.planned) and one.case.record is None
    ]
    write_rows(rows, PLAN_COLUMNS, form)


@click.command()
@with_format
def decisions(form: str) -> None:
    """Print the decisions made, with how far each has come."""
    rows = [
        {
            "decision": one.case.code,
            "decided_on": record.decided_on,
            "maker": record.maker,
            "result": record.result.value,
            "openness": record.closure.openness.value,
            "published_on": record.published_on,
            "carried_out_on": record.carried_out_on,
            "stage": one.stage.value,
        }
        for one in reads.courses(number_at(), today())
        if (record := one.case.record)
    ]
    write_rows(rows, DECISION_COLUMNS, form)
