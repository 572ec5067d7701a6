"""A planned decision of Westmere with its whole report, as the database keeps them."""

import dataclasses
from datetime import UTC, date, datetime

from factories import decision_papers as made
from scrutable.meetings import facts, writes
from scrutable.reports import facts as report_facts
from scrutable.reports import writes as report_writes

DECIDED = datetime(2026, 10, 13, 9, tzinfo=UTC)
NOTICED = datetime(2026, 10, 20, 9, tzinfo=UTC)
WRITTEN = datetime(2026, 11, 10, 9, tzinfo=UTC)
ISSUED = datetime(2026, 11, 20, 9, tzinfo=UTC)
EXECUTIVE = facts.Body(code="EXEC", name="Executive", kind=facts.BodyKind.EXECUTIVE)
MEETING = facts.Meeting(code="EXEC-2026-12-01", body="EXEC", on=date(2026, 12, 1))
CODE = made.PLANNED.code
COVER = facts.PaperCover(
    decision=CODE,
    title="Buying hosting from June 2027",
    author="Dana Reyes",
    contact="dana.reyes@westmere.example",
    on_behalf_of="Director of Finance",
)


def stored_plan():
    """Record the executive, its meeting and the notice of the decision."""
    writes.record_body(body=EXECUTIVE, by="a.clerk", at=NOTICED)
    writes.record_meeting(meeting=MEETING, by="a.clerk", at=NOTICED)
    planned = dataclasses.replace(
        made.PLANNED,
        meeting=MEETING.code,
        documents=("Report of the Director of Finance",),
        copies_at="County Hall",
        requests_to="democratic.services@westmere.example",
    )
    writes.plan_decision(planned=planned, by="a.clerk", at=NOTICED)


def stored_paper(*, without=None, appendices=(made.OPEN_APPENDIX, made.EXEMPT_APPENDIX)):
    """Write the whole report, or all but one part of it."""
    stored_plan()
    writes.begin_paper(cover=COVER, by="d.reyes", at=WRITTEN)
    for part, text in made.TEXTS.items():
        if part is not without:
            said = {"decision": CODE, "part": part, "text": text, "none": not text}
            writes.write_part(**said, by="d.reyes", at=WRITTEN)
    for impact in (*made.EQUALITY, made.AT_HARM):
        writes.set_impact(decision=CODE, impact=impact, by="d.reyes", at=WRITTEN)
    for appendix in appendices:
        new = dataclasses.replace(appendix, letter="")
        writes.put_appendix(decision=CODE, appendix=new, by="d.reyes", at=WRITTEN)


def begun(**said):
    """Begin the edition of the report."""
    plain = {
        "kind": report_facts.ReportKind.DECISION_REPORT,
        "about": f"decision/{CODE}",
        "as_at": date(2026, 11, 20),
        "author": "Dana Reyes",
        "council": "Westmere County Council",
        "links": "https://scrutable.westmere.example",
    }
    asked = report_facts.ReportAsked(**plain | said)
    return report_writes.open_edition(asked=asked, by="d.reyes", at=ISSUED)


def issued(at=ISSUED):
    """Begin the edition and freeze it."""
    return report_writes.freeze(edition=begun().name, by="a.clerk", at=at)


def decided(
    *editions, code="I017909", item="", meeting="", at=datetime(2026, 10, 13, 9, tzinfo=UTC)
):
    """Record a decision that was taken on reports, by a councillor alone."""
    maker = facts.Body(
        code="EC-RES",
        name="Executive Councillor for Resources",
        kind=facts.BodyKind.EXECUTIVE_MEMBER,
    )
    writes.record_body(body=maker, by="a.clerk", at=at)
    record = facts.DecisionRecord(
        code=code,
        decided_on=at.date(),
        maker=maker.code,
        item=item,
        text="That the contract is kept as it is.",
        reasons="Calls were answered in time.",
        none_considered=True,
        no_interests=True,
        no_dispensations=True,
        editions=editions,
        published_on=at.date(),
    )
    return writes.record_decision(record=record, by="a.clerk", at=at)
