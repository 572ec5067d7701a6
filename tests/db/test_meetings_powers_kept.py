"""Delegations with their uses, recommendations with their answers: kept, refused, as known when."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from threading import Barrier

import pytest

from scrutable.audit import reads as audit
from scrutable.audit.writes import change
from scrutable.meetings import facts, models
from scrutable.meetings.reads import powers as reads
from scrutable.meetings.reads import promises
from scrutable.meetings.reads.calendar import UnknownBody, UnknownMeeting
from scrutable.meetings.writes import powers as writes

AT = datetime(2026, 10, 12, 9, tzinfo=UTC)
WHO = {"by": "a.clerk", "at": AT}
NEW = facts.Delegation(
    year=2026,
    number=0,
    body="EXEC",
    to="Director of Finance",
    acts=("Appoint ICT officers on an interim basis", "Commence procurement for an ICT partner"),
    consultees=("Leader",),
    limit_pounds=Decimal(250_000),
    from_on=date(2026, 6, 1),
    expires_on=date(2026, 12, 31),
    made_in="EXEC-2026-05-19",
    source_reference="limb/EXEC-2026-05-19-1/2",
)
USE = facts.DelegationUse(
    delegation="2026-001",
    number=0,
    on=date(2026, 7, 1),
    used_by="Director of Finance",
    act="Appoint ICT officers on an interim basis",
    what="Two network engineers until March",
    pounds=Decimal("150000.50"),
    consulted=("Leader",),
    consulted_on=date(2026, 6, 28),
)
ADVICE = facts.Recommendation(
    year=2026,
    number=0,
    body="OSMB",
    to="EXEC",
    text="That the reasons behind the top twenty projects be published.",
    made_in="OSMB-2026-07-23",
)


def bodies():
    with change(verb="test", subject="body/EXEC", by="tests", at=AT) as now:
        for code, name, kind in (
            ("EXEC", "Executive", facts.BodyKind.EXECUTIVE),
            ("OSMB", "Overview and Scrutiny Management Board", facts.BodyKind.SCRUTINY),
        ):
            models.Body.objects.create(
                code=code, name=name, kind=kind.value, members=[], event=now.number
            )
        for code, body, on in (
            ("EXEC-2026-05-19", "EXEC", date(2026, 5, 19)),
            ("OSMB-2026-07-23", "OSMB", date(2026, 7, 23)),
        ):
            models.Meeting.objects.create(
                code=code, body=body, on=on, state="held", event=now.number
            )


@pytest.fixture
def council(db):
    bodies()


def known():
    return audit.number_at()


def test_a_delegation_is_read_as_it_was_made(council):
    made = writes.delegate(delegation=NEW, **WHO)

    assert made.code == "2026-001"
    assert reads.delegation("2026-001", known()) == made
    assert reads.delegations(known(), body="EXEC") == [made]
    assert reads.delegations(known(), body="OSMB") == []
    event = audit.event(made.version)
    assert (event.verb, event.subject) == ("delegation_made", "delegation/2026-001")
    assert event.after["limit_pounds"] == "250000"


def test_numbers_run_on_within_a_year(council):
    codes = [
        writes.delegate(delegation=replace(NEW, year=year), **WHO).code
        for year in (2026, 2026, 2027)
    ]

    assert codes == ["2026-001", "2026-002", "2027-001"]


def test_a_delegation_that_says_too_little_is_refused_with_all_of_it(council):
    with pytest.raises(writes.UnfitDelegation) as refused:
        writes.delegate(delegation=replace(NEW, to="", acts=()), **WHO)

    assert str(refused.value) == (
        "Name the post that it is given to. Enter at least one act that it covers."
    )
    assert reads.delegations(known()) == []


@pytest.mark.parametrize(
    ("strange", "fault"),
    [
        ({"body": "NONE"}, UnknownBody),
        ({"made_in": "EXEC-2001-01-01"}, UnknownMeeting),
        ({"number": 9}, reads.UnknownDelegation),
    ],
)
def test_a_delegation_names_what_is_recorded(strange, fault, council):
    with pytest.raises(fault):
        writes.delegate(delegation=replace(NEW, **strange), **WHO)


def test_a_changed_delegation_keeps_what_it_was(council):
    made = writes.delegate(delegation=NEW, **WHO)
    more = replace(made, limit_pounds=Decimal(300_000))
    changed = writes.delegate(delegation=more, **WHO)

    assert reads.delegation("2026-001", made.version).limit_pounds == Decimal(250_000)
    assert reads.delegation("2026-001", changed.version).limit_pounds == Decimal(300_000)
    assert reads.delegation_versions("2026-001", known()) == [made, changed]
    assert reads.delegation_versions("2026-001", made.version) == [made]


@pytest.mark.parametrize("code", ["2026-009", "2026-01", "x", "2026-", "99999-001", "2026-0001"])
def test_a_code_that_nothing_has_is_said_so(code, council):
    writes.delegate(delegation=NEW, **WHO)

    with pytest.raises(reads.UnknownDelegation, match="There is no delegation"):
        reads.delegation(code, known())
    with pytest.raises(reads.UnknownRecommendation, match="There is no recommendation"):
        reads.recommendation(code, known())


def test_a_use_within_scope_is_kept_and_counts(council):
    writes.delegate(delegation=NEW, **WHO)
    used = writes.use_delegation(use=USE, **WHO)

    assert used.reference == "delegation/2026-001/1"
    assert not used.is_refused
    assert reads.uses("2026-001", known()) == [used]
    assert reads.uses_by_delegation(known()) == {"2026-001": [used]}
    assert reads.uses("2026-001", used.version - 1) == []


def test_a_use_outside_scope_is_refused_and_the_attempt_is_kept(council):
    writes.delegate(delegation=NEW, **WHO)
    writes.use_delegation(use=USE, **WHO)
    beyond = replace(USE, pounds=Decimal(100_000), consulted=(), consulted_on=None)

    with pytest.raises(writes.OutsideScope) as refused:
        writes.use_delegation(use=beyond, **WHO)

    assert [fault.place for fault in refused.value.faults] == ["Sum", "Consultation"]
    attempt = reads.uses("2026-001", known())[-1]
    assert attempt == refused.value.use
    sum_words, consultation_words = attempt.refused_because
    assert sum_words == (
        "Sum: £100,000 is over what is left, £99,999.50 of £250,000. "
        "Keep within what is left, or ask Executive for more."
    )
    assert consultation_words == "Consultation: Leader was not consulted. Consult Leader first."
    assert audit.event(attempt.version).after["refused_because"] == list(attempt.refused_because)


def test_a_refused_attempt_takes_nothing_of_the_limit(council):
    writes.delegate(delegation=NEW, **WHO)
    for _ in range(3):
        with pytest.raises(writes.OutsideScope):
            writes.use_delegation(use=replace(USE, pounds=Decimal("250000.01")), **WHO)

    last = writes.use_delegation(use=replace(USE, pounds=Decimal(250_000)), **WHO)

    assert last.number == 4
    assert [use.is_refused for use in reads.uses("2026-001", known())] == [True] * 3 + [False]


def test_a_use_of_which_too_little_is_said_is_not_kept(council):
    writes.delegate(delegation=NEW, **WHO)

    with pytest.raises(writes.UnfitUse, match="Sum: it is not said"):
        writes.use_delegation(use=replace(USE, pounds=None, what=" "), **WHO)
    with pytest.raises(writes.UnfitUse, match="Day: 13 October 2026 is to come"):
        writes.use_delegation(use=replace(USE, on=date(2026, 10, 13)), **WHO)
    with pytest.raises(reads.UnknownDelegation):
        writes.use_delegation(use=replace(USE, delegation="2026-002"), **WHO)

    assert reads.uses("2026-001", known()) == []


def test_a_delegation_that_is_ended_is_used_no_more(council):
    made = writes.delegate(delegation=NEW, **WHO)
    ended = writes.end_delegation(
        code="2026-001", on=date(2026, 6, 30), because="The posts are filled", **WHO
    )

    with pytest.raises(writes.OutsideScope, match="Executive ended it on 30 June 2026"):
        writes.use_delegation(use=USE, **WHO)
    assert reads.delegation("2026-001", made.version).ended_on is None
    assert ended.ended_because == "The posts are filled"


@pytest.mark.parametrize(
    ("on", "because", "said"),
    [(date(2026, 5, 31), "x", "It begins on 1 June"), (date(2026, 7, 1), " ", "Enter why")],
)
def test_an_end_says_why_and_comes_after_the_beginning(on, because, said, council):
    writes.delegate(delegation=NEW, **WHO)

    with pytest.raises(writes.UnfitDelegation, match=said):
        writes.end_delegation(code="2026-001", on=on, because=because, **WHO)


def test_a_recommendation_is_read_as_it_was_made(council):
    made = writes.recommend(recommendation=ADVICE, **WHO)

    assert made.code == "2026-001"
    assert reads.recommendation("2026-001", known()) == made
    assert reads.recommendations(known(), body="OSMB") == [made]
    assert reads.recommendations(known(), to="EXEC") == [made]
    assert reads.recommendations(known(), body="EXEC") == []
    assert reads.recommendations(known(), to="OSMB") == []


def noticed(**more):
    writes.recommend(recommendation=ADVICE, **WHO)
    return writes.notice_recommendation(
        code="2026-001",
        received_on=date(2026, 8, 3),
        noticed_on=date(2026, 8, 4),
        **more,
        **WHO,
    )


def test_a_recommendation_that_is_accepted_becomes_a_commitment_of_the_executive(council):
    noticed(published_on=date(2026, 8, 3))
    answered = writes.answer_recommendation(
        code="2026-001",
        answer=facts.Answer.ACCEPTED,
        reasons="",
        action="Publish the reasons by the end of the year",
        on=date(2026, 9, 15),
        **WHO,
    )

    (promise,) = promises.commitments(known())
    assert promise.text == "Publish the reasons by the end of the year"
    assert (promise.owner, promise.body) == ("Executive", "OSMB")
    assert promise.source_reference == "recommendation/2026-001"
    assert promise.made_in == "OSMB-2026-07-23"
    assert promise.made_on == date(2026, 9, 15)
    published = writes.publish_answer(code="2026-001", on=date(2026, 9, 16), **WHO)
    assert published == replace(
        answered, answer_published_on=date(2026, 9, 16), version=published.version
    )
    assert len(reads.recommendation_versions("2026-001", known())) == 4


def test_an_answer_given_again_makes_no_second_commitment(council):
    noticed()
    answer = {
        "code": "2026-001",
        "answer": facts.Answer.ACCEPTED_IN_PART,
        "reasons": "Ten of them are commercially sensitive",
        "action": "Publish ten",
        "on": date(2026, 9, 15),
    }
    writes.answer_recommendation(**answer, owner="Head of IT", **WHO)
    writes.answer_recommendation(**answer | {"action": "Publish eleven"}, **WHO)

    (promise,) = promises.commitments(known())
    assert (promise.owner, promise.text) == ("Head of IT", "Publish ten")
    assert reads.recommendation("2026-001", known()).action == "Publish eleven"


def test_a_rejection_gives_reasons_and_makes_no_commitment(council):
    noticed()
    rejection = {"code": "2026-001", "answer": facts.Answer.REJECTED, "on": date(2026, 9, 15)}

    with pytest.raises(writes.UnfitRecommendation, match="Enter the reasons"):
        writes.answer_recommendation(**rejection, reasons=" ", action="", **WHO)
    writes.answer_recommendation(**rejection, reasons="It would cost too much", action="", **WHO)

    assert promises.commitments(known()) == []
    assert reads.recommendation("2026-001", known()).answer is facts.Answer.REJECTED


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ((date(2026, 7, 22), date(2026, 8, 4)), "It was recommended on 23 July 2026"),
        ((date(2026, 8, 4), date(2026, 7, 22)), "when the notice was received"),
        ((date(2026, 8, 4), date(2026, 10, 13)), "13 October 2026 is to come"),
    ],
)
def test_a_notice_is_received_after_the_meeting_and_before_today(days, said, council):
    writes.recommend(recommendation=ADVICE, **WHO)

    with pytest.raises(writes.UnfitRecommendation, match=said):
        writes.notice_recommendation(
            code="2026-001", received_on=days[0], noticed_on=days[1], **WHO
        )


@pytest.mark.parametrize("on", [date(2026, 7, 22), date(2026, 10, 13)])
def test_an_answer_is_given_after_the_meeting_and_before_today(on, council):
    noticed()

    with pytest.raises(writes.UnfitRecommendation):
        writes.answer_recommendation(
            code="2026-001", answer=facts.Answer.ACCEPTED, reasons="", action="x", on=on, **WHO
        )
    assert promises.commitments(known()) == []


def test_only_an_answer_that_was_given_is_published_and_not_before(council):
    noticed()
    with pytest.raises(writes.UnfitRecommendation, match="no answer yet"):
        writes.publish_answer(code="2026-001", on=date(2026, 9, 1), **WHO)
    writes.answer_recommendation(
        code="2026-001",
        answer=facts.Answer.REJECTED,
        reasons="No",
        action="",
        on=date(2026, 9, 15),
        **WHO,
    )

    with pytest.raises(writes.UnfitRecommendation, match="answered on 15 September 2026"):
        writes.publish_answer(code="2026-001", on=date(2026, 9, 14), **WHO)
    with pytest.raises(writes.UnfitRecommendation, match="1 January 2099 is to come"):
        writes.publish_answer(code="2026-001", on=date(2099, 1, 1), **WHO)


def test_a_recommendation_recorded_again_keeps_its_answer(council):
    noticed()
    writes.answer_recommendation(
        code="2026-001",
        answer=facts.Answer.REJECTED,
        reasons="No",
        action="",
        on=date(2026, 9, 15),
        **WHO,
    )
    again = replace(ADVICE, number=1, text="That the reasons be published at once.")

    kept = writes.recommend(recommendation=again, **WHO)

    assert kept.text == "That the reasons be published at once."
    assert (kept.answer, kept.noticed_on) == (facts.Answer.REJECTED, date(2026, 8, 4))


def test_what_needs_a_person_is_found_with_its_owner(council):
    writes.delegate(delegation=NEW, **WHO)
    with pytest.raises(writes.OutsideScope):
        writes.use_delegation(use=replace(USE, pounds=Decimal(260_000)), **WHO)
    noticed()

    found = reads.attending_powers(date(2026, 10, 12), known())

    assert [(item.reference, item.owner) for item in found] == [
        ("delegation/2026-001/1", "Director of Finance"),
        ("recommendation/2026-001", "Executive"),
    ]
    assert found[0].since == date(2026, 10, 12)
    assert "9 days ago" in found[1].why


def test_what_needs_a_person_is_read_in_few_queries(council, django_assert_max_num_queries):
    for _ in range(4):
        writes.delegate(delegation=NEW, **WHO)
        writes.recommend(recommendation=ADVICE, **WHO)
    writes.use_delegation(use=USE, **WHO)

    with django_assert_max_num_queries(5):
        reads.attending_powers(date(2026, 10, 12), 2**62)


@pytest.mark.django_db(transaction=True)
def test_of_two_who_use_the_last_of_a_limit_at_once_one_is_refused(writers):
    together = Barrier(2)
    writers(bodies).result(20)
    writers(lambda: writes.delegate(delegation=NEW, **WHO)).result(20)

    def use(by):
        together.wait(20)
        try:
            return writes.use_delegation(use=USE, by=by, at=AT).is_refused
        except writes.OutsideScope as refused:
            return refused.use.is_refused

    outcomes = [future.result(20) for future in [writers(use, by) for by in ("a", "b")]]

    assert sorted(outcomes) == [False, True]
    kept = writers(lambda: reads.uses("2026-001", known())).result(20)
    assert [use.number for use in kept] == [1, 2]
    assert [use.is_refused for use in kept] == [False, True]
