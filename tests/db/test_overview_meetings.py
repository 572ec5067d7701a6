"""What looks across everything finds, traces and lists what bodies met about and decided."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from factories.stored_decisions import decided
from factories.stored_minutes import LATER, MEETING, TEXT, stored_minutes
from factories.stored_promises import AT, made
from factories.stored_reports import correct, frozen, stored_results
from scrutable.access.facts import Role
from scrutable.audit import reads as audit
from scrutable.kernel.attention import Gravity
from scrutable.meetings import facts, writes
from scrutable.meetings import reads as meetings
from scrutable.overview import reads
from scrutable.overview.presenters.deliberating import text_excerpts
from scrutable.overview.presenters.trace import present_trace
from scrutable.registers import reads as registers

pytestmark = pytest.mark.django_db
CORRECTED = datetime(2026, 10, 20, 9, tzinfo=UTC)
AS_AT = date(2026, 10, 31)
REPORT_BACK = "That the Head of IT report back to the next meeting on the top 20 projects."
CLOSED = facts.Closure(
    openness=facts.Openness.EXEMPT, paragraphs=(3,), public_interest="Bids are open still."
)


def confirmed(**given):
    """Load the minutes, look at every limb and confirm them."""
    minutes = stored_minutes(**given)
    for limb in meetings.limbs(minutes.code, audit.number_at(), closed=True):
        settled = replace(limb, state=facts.LimbState.CONFIRMED)
        writes.settle_limb(limb=settled, by="a.clerk", at=LATER)
    return writes.confirm_minutes(minutes=minutes.code, by="a.clerk", at=LATER)


def traced(reference):
    """Return the trace with its steps by layer, and what is joined to what."""
    evidence = reads.evidence_of(reference, as_at=AS_AT, known=audit.number_at())
    trace = present_trace(evidence)
    return evidence, trace, {(arc.start, arc.words, arc.end) for arc in trace.arcs}


def test_a_promise_is_traced_to_the_characters_of_its_minutes():
    confirmed()
    (promise,) = [one for one in meetings.commitments(audit.number_at()) if "top 20" in one.text]

    evidence, trace, arcs = traced(promise.reference)

    code, number = promise.source_reference.split("/")[1:]
    limb = next(step for step in trace.steps if step.reference == promise.source_reference)
    start = TEXT.index(limb.said)
    assert limb.place == f"characters {start}–{start + len(limb.said)}"
    assert (f"minutes/{code}", "say", f"limb/{code}/{number}") in arcs
    assert (f"limb/{code}/{number}", "was made into", "record") in arcs
    assert any(words == "was read as" for _, words, _ in arcs)
    (excerpt,) = text_excerpts(evidence)
    assert excerpt.words == limb.said
    assert excerpt.before.endswith("2. ")
    assert "3. That authority be delegated" in excerpt.after


def test_the_promise_leads_on_to_the_report_that_answered_it_and_the_report_back():
    stored_results()
    confirmed()
    issued = frozen(body="OSMB", put_to="OSMB-2026-11-26")
    (promise,) = [one for one in meetings.commitments(audit.number_at()) if "top 20" in one.text]
    step = facts.Step(
        kind=facts.StepKind.ANSWERED, on=date(2026, 10, 14), by="j.smith", paper=issued.reference
    )
    at = datetime(2026, 10, 15, 9, tzinfo=UTC)
    writes.take_step(commitment=promise.code, step=step, by="j.smith", at=at)

    _, trace, from_promise = traced(promise.reference)
    _, _, from_report = traced(issued.reference)

    assert trace.summary.startswith("Answered on 14 October 2026. 1 frozen report printed it")
    assert ("record", "was answered in", issued.reference) in from_promise
    assert (promise.reference, "was answered in", "record") in from_report


def test_a_decision_is_traced_to_its_report_and_to_the_figure_restated():
    stored_results()
    issued = frozen()
    decided(issued.reference)
    correct("CSC_KPI_04", "2026-09", "7.5", at=CORRECTED)

    _, trace, arcs = traced("decision/I017909")
    _, _, back = traced(issued.reference)

    figure = "kpi/CSS/CSC_KPI_04/2026-09"
    assert (issued.reference, "was relied on by", "record") in arcs
    assert (figure, "was printed in", issued.reference) in arcs
    assert next(one.said for one in trace.steps if one.key == figure) == (
        "Printed as 4.5%, 7.5% now"
    )
    assert ("record", "was relied on by", "decision/I017909") in back


def test_a_decision_that_relied_on_a_restated_figure_needs_a_person():
    stored_results()
    issued = frozen()
    decided(issued.reference)
    before = reads.attention(AS_AT, audit.number_at())
    correct("CSC_KPI_04", "2026-09", "7.5", at=CORRECTED)

    found = {one.reference: one for one in reads.attention(AS_AT, audit.number_at())}
    of_one_contract = reads.attention(AS_AT, audit.number_at(), everywhere=False)

    one = found["decision/I017909"]
    assert one.what.startswith("Decision I017909 relied on")
    assert "Calls abandoned, September 2026: printed as 4.5%, 7.5% now" in one.why
    assert (one.since, one.gravity) == (date(2026, 10, 20), Gravity.SERIOUS)
    assert one.owner == "Executive Councillor for Resources"
    assert "decision/I017909" not in {item.reference for item in (*before, *of_one_contract)}


def test_what_was_restated_after_the_day_asked_about_is_left_out():
    stored_results()
    issued = frozen()
    decided(issued.reference)
    correct("CSC_KPI_04", "2026-09", "7.5", at=CORRECTED)
    known = audit.number_at()

    day_before = reads.attention(date(2026, 10, 19), known)
    not_known = reads.attention(AS_AT, known - 1)

    for found in (day_before, not_known):
        assert "decision/I017909" not in {one.reference for one in found}


def found_by(words, role=None):
    known = audit.number_at()
    hits = reads.search(words, among=registers.contracts(known), known=known, role=role)
    return [hit.reference for hit in hits]


def test_a_search_finds_what_bodies_met_about_decided_and_were_promised():
    confirmed()
    decided()
    item = facts.AgendaItem(
        meeting=MEETING, number=0, printed="5.", title="Telephony", text="The exchange is old."
    )
    writes.put_item(item=item, by="a.clerk", at=LATER)
    question = facts.Question(
        meeting=MEETING, number=0, item="", asked_by="Councillor Osei", text="Why so late?"
    )
    writes.ask_question(question=question, by="a.clerk", at=LATER)

    assert found_by("overview scrutiny board")[0] == "body/OSMB"
    assert found_by("24 September 2026") == [f"meeting/{MEETING}"]
    assert found_by("exchange is old") == [f"item/{MEETING}/1"]
    assert found_by("top 20 projects") == ["commitment/2026-001"]
    assert found_by("contract is kept as it is") == ["decision/I017909"]
    assert found_by("why so late") == [f"question/{MEETING}/1"]


@pytest.mark.parametrize(
    ("role", "finds"), [(None, False), (Role.MEMBER, False), (Role.CLERK, True)]
)
def test_exempt_words_are_found_by_those_who_may_see_them(role, finds):
    stored_minutes()
    made(text="Settle the price of the exchange", closure=CLOSED)

    assert (found_by("price exchange", role) == ["commitment/2026-001"]) is finds


def test_a_trace_opens_no_exempt_words_to_anybody():
    stored_minutes()
    made(text="Settle the price of the exchange", closure=CLOSED, source_reference="")

    evidence, trace, _ = traced("commitment/2026-001")

    assert "price" not in f"{trace} {evidence.deliberated}"
    assert trace.title == "Exempt matter, not shown here"


@pytest.mark.parametrize(
    "reference", ["commitment/2026-099", "limb/OSMB-2026-09-24-1/99", "meeting/OSMB-2020-01-01"]
)
def test_a_record_that_is_not_there_has_no_trace(reference):
    stored_minutes()

    with pytest.raises(reads.UnknownReference):
        traced(reference)


@pytest.mark.parametrize(
    "reference",
    [f"meeting/{MEETING}", f"minutes/{MEETING}-1", f"item/{MEETING}/1", "body/OSMB"],
)
def test_every_record_of_a_meeting_has_a_trace(reference):
    confirmed()
    item = facts.AgendaItem(meeting=MEETING, number=0, printed="5.", title="Telephony")
    writes.put_item(item=item, by="a.clerk", at=AT)

    _, trace, _ = traced(reference)

    assert trace.steps[0].reference == reference
    assert len(trace.steps) <= 40
