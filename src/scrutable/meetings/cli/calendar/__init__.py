"""`scrutable meetings`: bodies, meetings, agendas, programmes, forward plan, decisions."""

from scrutable.meetings.cli.calendar.answering import calendar, deadlines
from scrutable.meetings.cli.calendar.calling_in import call_in, carry_out, hear_call_in
from scrutable.meetings.cli.calendar.deciding import decide, plan_decision, publish_decision
from scrutable.meetings.cli.calendar.keeping import (
    add_body,
    add_item,
    add_meeting,
    attend,
    change_meeting,
)
from scrutable.meetings.cli.calendar.listing import agenda, attendance, bodies, decisions, plan
from scrutable.meetings.cli.calendar.programme import add_entry, programme, take_entry

COMMANDS = (
    deadlines,
    calendar,
    bodies,
    add_body,
    add_meeting,
    change_meeting,
    agenda,
    add_item,
    attendance,
    attend,
    programme,
    add_entry,
    take_entry,
    plan,
    plan_decision,
    decisions,
    decide,
    publish_decision,
    call_in,
    hear_call_in,
    carry_out,
)

__all__ = ["COMMANDS"]
