"""Forward plan, decision records and call-in: what the law lets be recorded, and when."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from scrutable.audit.models import Event
from scrutable.audit.reads import number_at
from scrutable.meetings import reads, writes
from scrutable.meetings.facts import (
    Body,
    BodyKind,
    CallIn,
    CallInResult,
    Closure,
    DecisionRecord,
    Delegation,
    KeyGround,
    KeyRoute,
    Meeting,
    Openness,
    PlannedDecision,
    Result,
    Stage,
)
from scrutable.meetings.rules import lifecycle
from scrutable.registers import writes as registers
from scrutable.registers.facts import Policy

pytestmark = pytest.mark.django_db
AT = datetime(2026, 8, 3, 9, tzinfo=UTC)
BY = {"by": "a.clerk", "at": AT}
MEMBERS = ("Councillor A", "Councillor B", "Councillor C", "Councillor D")


@pytest.fixture(autouse=True)
def council():
    for code, name, kind in (
        ("EXEC", "The Executive", BodyKind.EXECUTIVE),
        ("EXIT", "Executive Councillor for IT", BodyKind.EXECUTIVE_MEMBER),
        ("DOF", "Director of Finance", BodyKind.OFFICER),
        ("OSMB", "Overview and Scrutiny Board", BodyKind.SCRUTINY),
        ("CC", "County Council", BodyKind.COUNCIL),
    ):
        writes.record_body(body=Body(code=code, name=name, kind=kind), **BY)
    meeting = Meeting(code="", body="EXEC", on=date(2026, 7, 1), time="10:30")
    writes.record_meeting(meeting=meeting, **BY)


def known():
    return number_at()


def plan(**given):
    return PlannedDecision(
        **{
            "code": "I017909",
            "matter": "Extension of the contract for IT",
            "maker": "EXEC",
            "key_grounds": (KeyGround.MONEY,),
            "value_pounds": Decimal(2_800_000),
            "window_from": date(2026, 7, 1),
            "window_to": date(2026, 7, 1),
            "owner": "Director of Finance",
            "meeting": "EXEC-2026-07-01",
            "documents": ("Report of the Director of Finance",),
            "copies_at": "County Offices",
            "requests_to": "Democratic Services",
            "noticed_on": date(2026, 6, 2),
        }
        | given
    )


def record(**given):
    return DecisionRecord(
        **{
            "code": "I017909",
            "decided_on": date(2026, 7, 1),
            "maker": "EXEC",
            "meeting": "EXEC-2026-07-01",
            "text": "That the contract be extended by two years.",
            "reasons": "Continuity of service.",
            "none_considered": True,
            "no_interests": True,
            "no_dispensations": True,
            "published_on": date(2026, 7, 2),
        }
        | given
    )


def test_a_decision_goes_from_plan_to_its_carrying_out():
    planned = writes.plan_decision(planned=plan(), **BY)
    kept = writes.record_decision(record=record(), **BY)
    done = writes.carry_out_decision(code="I017909", on=date(2026, 7, 10), **BY)

    assert reads.planned_decisions(known()) == [planned]
    assert reads.decision_record("I017909", kept.version) == kept
    assert reads.decision_record("I017909", known()) == done
    assert reads.decision_record("I017909", planned.version) is None
    assert done.carried_out_on == date(2026, 7, 10)
    assert [one.verb for one in Event.objects.order_by("-number")[:3]] == [
        "decision_carried_out",
        "decision_recorded",
        "decision_planned",
    ]


def test_its_deadlines_are_those_of_the_law_in_order():
    writes.plan_decision(planned=plan(), **BY)
    writes.record_decision(record=record(), **BY)

    found = reads.deadlines_of_decision("I017909", known(), date(2026, 8, 3))

    assert [(one.rule, one.by, one.done_on) for one in found] == [
        ("EA12-RECORD", None, date(2026, 7, 2)),
        ("EA9-KEY", date(2026, 6, 2), date(2026, 6, 2)),
        ("LGA9F-CALLIN", date(2026, 7, 9), None),
        ("EA21-BACKGROUND4", date(2030, 6, 30), None),
        ("EA21-DECISIONS6", date(2032, 6, 30), None),
    ]
    assert found[1].earliest == date(2026, 7, 1)
    assert found[1].assumption == (
        "The regulations do not say how 28 clear days are counted; council policy counts "
        "calendar days"
    )
    assert found[2].words == "5 working days after the day of publication"
    assert found[2].earliest == date(2026, 7, 10)


def test_a_key_decision_a_day_early_is_refused_with_the_sum_and_the_remedy():
    writes.plan_decision(planned=plan(noticed_on=date(2026, 6, 3)), **BY)

    with pytest.raises(writes.UnfitDecision) as refused:
        writes.record_decision(record=record(), **BY)

    assert str(refused.value) == (
        "Decided on: Notice was published on 3 June 2026; between it and 1 July 2026 lie 27 clear "
        "days, counted in calendar days, and 28 are needed (SI 2012/2089 regs 8–9). Decide on "
        "2 July 2026 or later, or take the general exception (reg 10) or special urgency (reg 11) "
        "with its reasons."
    )
    assert reads.decision_record("I017909", known()) is None
    assert Event.objects.latest("number").verb == "decision_planned"


def test_council_policy_may_count_working_days_instead():
    writes.plan_decision(planned=plan(), **BY)
    policy = Policy(
        name="notices",
        effective_from=date(2026, 1, 1),
        value='{"counting": {"EA9-KEY": "working"}}',
        approved_by="Council",
    )
    registers.set_policy(policy=policy, **BY)

    with pytest.raises(writes.UnfitDecision, match="20 clear days, counted in working days"):
        writes.record_decision(record=record(), **BY)


def test_without_notice_a_key_decision_is_refused():
    writes.plan_decision(planned=plan(noticed_on=None), **BY)

    with pytest.raises(writes.UnfitDecision) as refused:
        writes.record_decision(record=record(), **BY)

    assert str(refused.value) == (
        "Notice: I017909 is a key decision and no notice of it was published. Publish its notice "
        "and wait (reg 9), or have scrutiny’s chair agree that it is urgent (reg 11)."
    )


GENERAL = {
    "route": KeyRoute.GENERAL_EXCEPTION,
    "route_reason": "The offer lapses on 2 July.",
    "route_agreed_by": "Councillor Osei",
    "route_agreed_on": date(2026, 6, 22),
}


@pytest.mark.parametrize(("noticed", "is_lawful"), [(22, True), (23, True), (24, False)])
def test_the_general_exception_waits_five_clear_days(noticed, is_lawful):
    noticed_on = date(2026, 6, noticed)
    writes.plan_decision(planned=plan(noticed_on=noticed_on, **GENERAL), **BY)

    if is_lawful:
        writes.record_decision(record=record(), **BY)
        assert reads.decision_record("I017909", known()) is not None
    else:
        with pytest.raises(writes.UnfitDecision, match=r"4 clear days.*Decide on 2 July 2026"):
            writes.record_decision(record=record(), **BY)


def test_the_chair_is_told_before_the_decision_and_not_after():
    late = GENERAL | {"route_agreed_on": date(2026, 7, 2)}
    writes.plan_decision(planned=plan(noticed_on=date(2026, 6, 22), **late), **BY)

    with pytest.raises(writes.UnfitDecision, match="The chair was told on 2 July 2026, after"):
        writes.record_decision(record=record(), **BY)


def test_the_other_routes_need_their_chair_day_and_reason():
    with pytest.raises(writes.UnfitDecision) as refused:
        writes.plan_decision(planned=plan(route=KeyRoute.GENERAL_EXCEPTION), **BY)
    assert str(refused.value) == (
        "Route: No reason is given. Say why 28 clear days’ notice was impracticable (reg 10).\n"
        "Route: Nobody is named. Name the chair of scrutiny who was told in writing.\n"
        "Route: The day is missing. Enter the day on which the chair was told in writing."
    )
    with pytest.raises(writes.UnfitDecision, match=r"urgent and cannot reasonably be deferred"):
        writes.plan_decision(planned=plan(route=KeyRoute.SPECIAL_URGENCY), **BY)


@pytest.mark.parametrize(
    ("agreed", "is_lawful"), [(date(2026, 7, 1), True), (date(2026, 7, 2), False)]
)
def test_special_urgency_needs_its_agreement_first(agreed, is_lawful):
    urgent = GENERAL | {"route": KeyRoute.SPECIAL_URGENCY, "route_agreed_on": agreed}
    writes.plan_decision(planned=plan(noticed_on=None, **urgent), **BY)

    if is_lawful:
        writes.record_decision(record=record(), **BY)
        found = reads.deadlines_of_decision("I017909", known(), date(2026, 8, 3))
        assert {one.rule: one.by for one in found}["EA19-REPORT"] == date(2027, 6, 30)
    else:
        with pytest.raises(writes.UnfitDecision, match="The agreement comes first"):
            writes.record_decision(record=record(), **BY)


def test_a_record_says_all_that_it_lacks_at_once():
    writes.plan_decision(planned=plan(), **BY)
    empty = record(
        text=" ", reasons="", none_considered=False, interests="The chair.", no_dispensations=False
    )

    with pytest.raises(writes.UnfitDecision) as refused:
        writes.record_decision(record=empty, **BY)

    assert str(refused.value).splitlines() == [
        "Decision: It is empty. Enter what was decided, word for word.",
        "Reasons: None are given. Enter the reasons (SI 2012/2089 reg 12).",
        (
            "Alternatives: Nothing is said. Enter them, or say that there were none "
            "(SI 2012/2089 reg 12)."
        ),
        "Interests: Both a text and “none” are given. Keep one of the two.",
        (
            "Dispensations: Nothing is said. Enter them, or say that there were none (SI 2012/2089 "
            "reg 12)."
        ),
    ]


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ({"decided_on": date(2026, 8, 4), "meeting": ""}, "4 August 2026 has not come yet"),
        ({"decided_on": date(2026, 7, 3)}, "EXEC-2026-07-01 was on 1 July 2026, not on 3 July"),
        ({"maker": "EXIT"}, "The forward plan names EXEC, not EXIT"),
        ({"maker": "EXIT"}, "EXEC-2026-07-01 is a meeting of EXEC, not of EXIT"),
        ({"published_on": date(2026, 6, 30)}, "Published on: It is before 1 July 2026"),
        ({"published_on": date(2026, 8, 4)}, "Leave it empty until the record is published"),
    ],
)
def test_a_record_that_does_not_fit_its_meeting_or_plan_is_refused(given, fault):
    writes.plan_decision(planned=plan(), **BY)

    with pytest.raises(writes.UnfitDecision, match=fault):
        writes.record_decision(record=record(**given), **BY)


def test_a_withdrawn_decision_cannot_be_made():
    writes.plan_decision(planned=plan(withdrawn_because="Not needed."), **BY)

    with pytest.raises(writes.UnfitDecision, match="was withdrawn from the forward plan"):
        writes.record_decision(record=record(), **BY)
    assert reads.deadlines_of_decision("I017909", known(), date(2026, 8, 3)) == []


@pytest.mark.parametrize(
    ("pounds", "is_key"), [(Decimal("499999.99"), False), (Decimal(500000), True)]
)
def test_what_reaches_the_councils_figure_must_be_marked_key(pounds, is_key):
    planned = plan(key_grounds=(), value_pounds=pounds)

    if is_key:
        with pytest.raises(writes.UnfitDecision) as refused:
            writes.plan_decision(planned=planned, **BY)
        assert str(refused.value) == (
            "Key decision: £500,000 is at or above the council’s figure of £500,000. Mark it as "
            "key for its spending or savings."
        )
    else:
        writes.plan_decision(planned=planned, **BY)
    writes.plan_decision(
        planned=plan(key_grounds=(), maker="CC", meeting="", value_pounds=pounds), **BY
    )


def test_a_published_notice_needs_items_e_f_and_h():
    bare = plan(documents=(), copies_at="", requests_to=" ")

    with pytest.raises(writes.UnfitDecision) as refused:
        writes.plan_decision(planned=bare, **BY)

    assert [fault.place for fault in refused.value.faults] == ["Documents", "Copies", "Requests"]
    writes.plan_decision(planned=replace(bare, noticed_on=None), **BY)


def test_an_officers_record_follows_the_law_of_whoever_gave_the_power():
    officers = record(code="D1", maker="DOF", meeting="", no_dispensations=False, published_on=None)
    writes.record_decision(record=officers, **BY)
    of_council = reads.deadlines_of_decision("D1", known(), date(2026, 8, 3))
    delegation = Delegation(
        year=2026, number=0, body="EXEC", to="Director of Finance", acts=("extend",),
        from_on=date(2026, 1, 1), made_in="EXEC-2026-07-01",
    )  # fmt: skip
    with pytest.raises(reads.UnknownDelegation):
        writes.record_decision(record=replace(officers, delegation="delegation/2026-001"), **BY)
    made = writes.delegate(delegation=delegation, **BY)
    with pytest.raises(writes.UnfitDecision, match=r"Dispensations: .*reg 13"):
        writes.record_decision(record=replace(officers, delegation=made.reference), **BY)
    executive = replace(officers, delegation=made.reference, no_dispensations=True)
    writes.record_decision(record=executive, **BY)
    of_executive = reads.deadlines_of_decision("D1", known(), date(2026, 8, 3))

    assert [one.rule for one in of_council] == [
        "OD7-RECORD", "OD8-BACKGROUND4", "OD8-DECISIONS6",
    ]  # fmt: skip
    assert [(one.rule, one.by) for one in of_executive][:2] == [
        ("EA12-RECORD", None),
        ("EA16-MEMBERS", date(2026, 7, 2)),
    ]


def test_the_words_of_an_exempt_record_are_left_out():
    closure = Closure(openness=Openness.EXEMPT, paragraphs=(3,), public_interest="Prices.")
    writes.plan_decision(planned=plan(), **BY)
    kept = writes.record_decision(
        record=record(closure=closure, alternatives="The other price.", none_considered=False), **BY
    )

    shown = reads.decision_record("I017909", known())

    assert (shown.text, shown.reasons, shown.alternatives) == ("", "", "")
    assert reads.decision_records(known())[0].text == ""
    assert reads.cases(known())[0].record.text == ""
    assert reads.case_of("I017909", known()).record.reasons == ""
    assert reads.decision_record("I017909", known(), closed=True) == kept


def called(**given):
    return CallIn(
        **{
            "decision": "I017909",
            "asked_on": date(2026, 7, 9),
            "asked_by": MEMBERS,
            "grounds": "The board was not heard.",
        }
        | given
    )


@pytest.fixture
def decided():
    writes.plan_decision(planned=plan(), **BY)
    return writes.record_decision(record=record(), **BY)


def test_a_call_in_stops_a_decision_until_it_is_heard(decided):
    kept = writes.call_in(call_in=called(), **BY)
    with pytest.raises(writes.UnfitDecision) as refused:
        writes.carry_out_decision(code="I017909", on=date(2026, 7, 20), **BY)
    assert str(refused.value) == (
        "Call-in: It was called in on 9 July 2026 and not heard. Wait for the hearing."
    )
    meeting = Meeting(code="", body="OSMB", on=date(2026, 7, 16))
    writes.record_meeting(meeting=meeting, **BY)
    heard = writes.hear_call_in(
        decision="I017909",
        result=CallInResult.NO_ACTION,
        heard_in="OSMB-2026-07-16",
        reasons="The answers satisfied the board.",
        **BY,
    )

    assert reads.call_in("I017909", kept.version) == kept
    assert reads.call_in("I017909", known()) == heard
    done = writes.carry_out_decision(code="I017909", on=date(2026, 7, 17), **BY)
    assert done.carried_out_on == date(2026, 7, 17)


def test_what_scrutiny_sent_back_is_not_carried_out(decided):
    writes.call_in(call_in=called(), **BY)
    writes.record_meeting(meeting=Meeting(code="", body="OSMB", on=date(2026, 7, 16)), **BY)
    writes.hear_call_in(
        decision="I017909", result=CallInResult.RECONSIDER, heard_in="OSMB-2026-07-16",
        reasons="The price was not tested.", **BY,
    )  # fmt: skip

    with pytest.raises(writes.UnfitDecision, match="Scrutiny sent it back"):
        writes.carry_out_decision(code="I017909", on=date(2026, 7, 20), **BY)


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ({"asked_by": MEMBERS[:3]}, "3 members asked and 4 are needed by council policy"),
        ({"asked_by": (*MEMBERS[:3], " councillor a ")}, "3 members asked and 4 are needed"),
        ({"grounds": ""}, "Grounds: None are given"),
        ({"asked_on": date(2026, 7, 10)}, "outside the window, from 2 July 2026 to 9 July 2026"),
        ({"asked_on": date(2026, 7, 1)}, "outside the window"),
    ],
)
def test_a_call_in_out_of_order_is_refused(decided, given, fault):
    with pytest.raises(writes.UnfitDecision, match=fault):
        writes.call_in(call_in=called(**given), **BY)
    assert reads.call_in("I017909", known()) is None


def test_a_decision_is_called_in_once_and_only_where_policy_lets_it(decided):
    writes.call_in(call_in=called(), **BY)
    with pytest.raises(writes.UnfitDecision, match="It was called in on 9 July 2026 already"):
        writes.call_in(call_in=called(), **BY)
    officers = record(code="D1", maker="DOF", meeting="")
    writes.record_decision(record=officers, **BY)
    with pytest.raises(writes.UnfitDecision, match="council policy lets no such decision"):
        writes.call_in(call_in=called(decision="D1"), **BY)
    urgent = record(code="D2", meeting="", exempt_from_call_in="The lease ends tomorrow")
    writes.record_decision(record=urgent, **BY)
    with pytest.raises(writes.UnfitDecision, match="The lease ends tomorrow"):
        writes.call_in(call_in=called(decision="D2"), **BY)


@pytest.mark.parametrize(
    ("on", "is_lawful"), [(date(2026, 7, 9), False), (date(2026, 7, 10), True)]
)
def test_nothing_is_carried_out_before_the_window_ends(decided, on, is_lawful):
    if is_lawful:
        assert writes.carry_out_decision(code="I017909", on=on, **BY).carried_out_on == on
        return
    with pytest.raises(writes.UnfitDecision) as refused:
        writes.carry_out_decision(code="I017909", on=on, **BY)
    assert str(refused.value) == (
        "Call-in: It may be called in until 9 July 2026: 5 working days after the day of "
        "publication. Carry it out on 10 July 2026 or later."
    )


def test_a_hearing_is_of_a_scrutiny_body_after_the_request(decided):
    writes.call_in(call_in=called(), **BY)

    with pytest.raises(writes.UnfitDecision) as refused:
        writes.hear_call_in(
            decision="I017909", result=CallInResult.NO_ACTION, heard_in="EXEC-2026-07-01",
            reasons="", **BY,
        )  # fmt: skip

    assert [fault.place for fault in refused.value.faults] == ["Reasons", "Heard in", "Heard in"]


def test_an_unknown_decision_is_said_to_be_unknown():
    for ask in (reads.planned_decision, reads.case_of):
        with pytest.raises(reads.UnknownDecision, match="There is no decision I1"):
            ask("I1", known())
    with pytest.raises(reads.UnknownDecision):
        writes.call_in(call_in=called(decision="I1"), **BY)


def stage_on(day):
    case = reads.case_of("I017909", known())
    return lifecycle.stage(case, reads.deadline_rules(), reads.notices(day, known()), day)


def test_the_stage_follows_the_days(decided):
    assert stage_on(date(2026, 7, 1)) is Stage.DECIDED
    assert stage_on(date(2026, 7, 2)) is Stage.CALL_IN_OPEN
    assert stage_on(date(2026, 7, 9)) is Stage.CALL_IN_OPEN
    assert stage_on(date(2026, 7, 10)) is Stage.FREE
    writes.call_in(call_in=called(), **BY)
    assert stage_on(date(2026, 7, 10)) is Stage.CALLED_IN
    deferred = record(result=Result.DEFERRED)
    writes.record_decision(record=deferred, **BY)
    assert stage_on(date(2026, 7, 10)) is Stage.NOT_TAKEN
