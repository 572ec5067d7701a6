"""A council's bodies, meetings and decisions, as the clerk would record them."""

from datetime import UTC, date, datetime
from decimal import Decimal

from scrutable.meetings import writes
from scrutable.meetings.facts import (
    AgendaItem,
    Attendance,
    Body,
    BodyKind,
    CallIn,
    Closure,
    DecisionRecord,
    KeyGround,
    Meeting,
    MeetingState,
    Openness,
    PlannedDecision,
    Presence,
    ProgrammeEntry,
    Purpose,
)

AT = datetime(2026, 9, 1, 9, tzinfo=UTC)
BY = {"by": "a.clerk", "at": AT}
EXEMPT = Closure(openness=Openness.EXEMPT, paragraphs=(3,), public_interest="Prices are at stake.")
LONG = "Financial assessments of people who need care at home or in a care home, " * 3
BODIES = (
    ("OSMB", "Overview and Scrutiny Management Board", BodyKind.SCRUTINY),
    ("EXEC", "The Executive", BodyKind.EXECUTIVE),
    ("EXIT", "Executive Councillor for Information Technology", BodyKind.EXECUTIVE_MEMBER),
)


def stored_services():
    """Record bodies, a meeting of each kind, a programme, a plan, a record and a call-in."""
    for code, name, kind in BODIES:
        writes.record_body(body=Body(code=code, name=name, kind=kind, chair="A. Chair"), **BY)
    stored_meetings(1)
    for item in (
        AgendaItem(meeting="OSMB-2026-09-24", number=0, printed="5.", title=LONG[:300]),
        AgendaItem(
            meeting="OSMB-2026-09-24",
            number=0,
            printed="6.",
            title="Prices",
            text="The secret price",
            closure=EXEMPT,
            added_on=date(2026, 9, 20),
            late_reason="The supplier failed on the 19th.",
        ),
    ):
        writes.put_item(item=item, **BY)
    came = Attendance(
        meeting="OSMB-2026-07-16",
        name="Councillor Osei",
        capacity="Chair",
        presence=Presence.REMOTE,
        interest="Works for the supplier’s parent firm.",
    )
    writes.record_attendance(attendance=came, **BY)
    entry = ProgrammeEntry(
        body="OSMB",
        number=0,
        title=LONG[:300],
        purpose=Purpose.OVERVIEW,
        owner="Head of Information Management",
        due_meeting="OSMB-2026-09-24",
        every_months=6,
    )
    writes.put_programme_entry(entry=entry, **BY)
    stored_decisions()


def stored_meetings(number):
    """Record a held and so many planned meetings of the board, and a private one to come."""
    held = Meeting(
        code="",
        body="OSMB",
        on=date(2026, 7, 16),
        state=MeetingState.HELD,
        agenda_published_on=date(2026, 7, 8),
    )
    private = Meeting(
        code="", body="EXEC", on=date(2026, 9, 10), private_reason="Prices are at stake."
    )
    planned = [
        Meeting(code="", body="OSMB", on=date(2026, 9, 24), time=f"{10 + at % 12}:00")
        for at in range(number)
    ]
    for meeting in (held, private, *planned):
        writes.record_meeting(meeting=meeting, **BY)


def stored_decisions():
    """Plan two decisions and record one, which is called in."""
    plan = PlannedDecision(
        code="I017909",
        matter="Extension of the contract for information technology",
        maker="EXIT",
        maker_name="Councillor Reeve, Executive Councillor for Information Technology",
        key_grounds=(KeyGround.MONEY,),
        value_pounds=Decimal(2_800_000),
        window_from=date(2026, 7, 1),
        window_to=date(2026, 7, 1),
        owner="Director of Finance",
        documents=("Report of the Director of Finance",),
        copies_at="County Offices",
        requests_to="Democratic Services",
        noticed_on=date(2026, 6, 2),
    )
    record = DecisionRecord(
        code="I017909",
        decided_on=date(2026, 7, 1),
        maker="EXIT",
        text="That the contract be extended.",
        reasons="Continuity.",
        none_considered=True,
        no_interests=True,
        no_dispensations=True,
        published_on=date(2026, 7, 2),
        closure=EXEMPT,
    )
    asked = CallIn(
        decision="I017909",
        asked_on=date(2026, 7, 9),
        asked_by=("Councillor A", "Councillor B", "Councillor C", "Councillor D"),
        grounds="The board was not heard.",
    )
    later = PlannedDecision(
        code="I018000",
        matter=LONG[:300],
        maker="EXIT",
        key_grounds=(KeyGround.COMMUNITIES,),
        window_from=date(2026, 12, 1),
        window_to=date(2026, 12, 31),
        owner="Director of Finance",
    )
    writes.plan_decision(planned=plan, **BY)
    writes.record_decision(record=record, **BY)
    writes.call_in(call_in=asked, **BY)
    writes.plan_decision(planned=later, **BY)
