"""Westmere's meetings as they are seeded: what was asked, promised, decided and forgotten.

It is told once for all tests here, in a transaction that is taken back at the end.
"""

from collections import Counter
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest

from scrutable.access.models import Person
from scrutable.audit.reads import number_at
from scrutable.demo import facts as demo
from scrutable.demo.facts import Council
from scrutable.demo.intake.stories import story
from scrutable.demo.reads import finds
from scrutable.demo.writes.sittings import StoryNotTrue
from scrutable.demo.writes.telling import tell
from scrutable.documents import plain
from scrutable.kernel.wording import LONDON
from scrutable.meetings import reads
from scrutable.meetings.facts import (
    Answer,
    CommitmentState,
    Keeping,
    KeyRoute,
    LimbState,
    MeetingState,
    Presence,
    RecommendationState,
)
from scrutable.meetings.rules.papers import lacks
from scrutable.meetings.rules.powers import answer_due, state_of_recommendation
from scrutable.meetings.rules.promises import counts, standing
from scrutable.meetings.writes import OutsideScope
from scrutable.reports import reads as reports

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("westmere")]

NOW = datetime(2026, 10, 12, 9, tzinfo=LONDON)
TODAY = NOW.date()


def stands(commitment):
    return standing(commitment, TODAY)


def test_the_board_meets_eight_times_a_year_until_march_2027():
    meetings = reads.meetings(number_at(), body="OSMB")

    assert Counter(meeting.on.year for meeting in meetings) == {2024: 8, 2025: 8, 2026: 8, 2027: 2}
    assert [meeting.code for meeting in meetings if meeting.on > TODAY] == [
        "OSMB-2026-10-22",
        "OSMB-2026-12-03",
        "OSMB-2027-01-28",
        "OSMB-2027-03-04",
    ]
    assert {meeting.state for meeting in meetings if meeting.on < TODAY} == {MeetingState.HELD}


def test_the_sum_of_44_commitments_closes():
    made = reads.commitments(number_at())
    unagreed = [one for one in made if stands(one).state is CommitmentState.CLOSED_UNAGREED]

    assert counts(made, TODAY) == {
        Keeping.KEPT: 29,
        Keeping.KEPT_LATE: 5,
        Keeping.EXTENDED: 4,
        Keeping.FORGOTTEN: 2,
        Keeping.DROPPED: 1,
        Keeping.RUNNING: 3,
        Keeping.RELEASED: 0,
    }
    assert sum(counts(made, TODAY).values()) == 44
    assert [stands(one).keeping for one in unagreed] == [Keeping.DROPPED]


def test_two_were_forgotten_and_one_was_closed_by_its_owner_alone():
    lost = [
        (stands(one).owner, stands(one).due.last, stands(one).state)
        for one in reads.commitments(number_at())
        if stands(one).keeping in (Keeping.FORGOTTEN, Keeping.DROPPED)
    ]

    assert lost == [
        ("Head of Portfolio", date(2025, 7, 25), CommitmentState.OVERDUE),
        ("Chief Digital Officer", date(2026, 3, 31), CommitmentState.OVERDUE),
        ("Head of Portfolio", date(2026, 4, 30), CommitmentState.CLOSED_UNAGREED),
    ]


def test_every_commitment_has_its_words_in_minutes_that_somebody_confirmed():
    for commitment in reads.commitments(number_at()):
        kind, code, number = commitment.source_reference.split("/")
        minutes = reads.minutes(code, number_at())
        limb = reads.limb(code, int(number), number_at())

        assert kind == "limb"
        assert minutes.is_confirmed
        assert limb.is_tracked
        first, last = limb.outcome.span
        assert minutes.text[first:last].strip()


def test_the_clerk_puts_right_what_was_misread_and_says_why():
    limbs = [
        limb
        for minutes in reads.all_minutes(number_at())
        if minutes.is_confirmed
        for limb in reads.limbs(minutes.code, number_at())
    ]
    states = Counter(limb.state for limb in limbs if limb.is_tracked)
    mended = [limb for limb in limbs if limb.state in (LimbState.CORRECTED, LimbState.ADDED)]

    assert sum(states.values()) == 44
    assert states[LimbState.CONFIRMED] >= 34
    assert all(limb.reason for limb in mended)


def test_minutes_came_in_every_kind_of_file():
    names = [minutes.name for minutes in reads.all_minutes(number_at())]

    assert Counter(name.rpartition(".")[2] for name in names) == {
        "txt": 22,
        "html": 4,
        "pdf": 1,
        "docx": 1,
    }


def test_the_newest_minutes_wait_for_somebody_to_confirm_them():
    waiting = [one for one in reads.all_minutes(number_at()) if not one.is_confirmed]
    (limbs,) = [reads.limbs(one.code, number_at()) for one in waiting]

    assert [one.code for one in waiting] == ["EXEC-2026-10-06-1"]
    assert {limb.state for limb in limbs} == {LimbState.AS_READ}
    assert len(limbs) >= 7


def test_july_asked_for_reasons_for_details_and_for_a_report_back():
    made = [one for one in reads.commitments(number_at()) if one.made_in == "OSMB-2026-07-30"]

    assert [(one.owner, stands(one).due.last, stands(one).keeping) for one in made] == [
        ("Contract Manager", date(2027, 1, 30), Keeping.RUNNING),
        ("Head of Portfolio", date(2026, 10, 22), Keeping.EXTENDED),
    ]
    (details,) = [
        one for one in reads.wanted(number_at(), body="OSMB") if one.section == "mitigations"
    ]
    assert (details.from_on, details.asked_in) == (date(2026, 7, 30), "OSMB-2026-07-30")
    assert details.source_reference.startswith("limb/OSMB-2026-07-30-1/")


def test_reports_were_put_to_the_meetings_that_considered_them():
    found = {
        name: [item.meeting for item in reads.items_with(f"edition/{name}", number_at())]
        for name in ("CSS-2026-1", "CSS-2026-2", "CSS-2026-3", "I026388-2026-1")
    }

    assert found == {
        "CSS-2026-1": ["OSMB-2026-07-30"],
        "CSS-2026-2": ["OSMB-2026-09-17"],
        "CSS-2026-3": ["OSMB-2026-10-22"],
        "I026388-2026-1": ["EXEC-2026-10-06"],
    }


def test_one_recommendation_was_rejected_with_reasons_and_one_has_no_answer():
    rejected, silent = reads.recommendations(number_at(), body="OSMB", to="EXEC")

    assert (rejected.answer, rejected.answered_on) == (Answer.REJECTED, date(2026, 9, 8))
    assert "would end the talks" in rejected.answer_reasons
    assert answer_due(silent) == date(2026, 10, 3)
    assert state_of_recommendation(silent, TODAY) is RecommendationState.OVERDUE


def test_a_delegation_was_used_within_its_limit_and_an_attempt_beyond_it_is_kept():
    used, refused = reads.uses("2026-001", number_at())

    assert (used.pounds, used.refused_because) == (Decimal(138000), ())
    assert refused.pounds == Decimal(146000)
    assert "£112,000" in " ".join(refused.refused_because)
    assert "Leader of the Council" in " ".join(refused.refused_because)


def test_key_decisions_came_by_each_of_the_three_routes():
    planned = reads.planned_decisions(number_at())

    assert {one.code: one.route for one in planned if one.is_key} == {
        "I025114": KeyRoute.NOTICE,
        "I025377": KeyRoute.SPECIAL_URGENCY,
        "I026071": KeyRoute.GENERAL_EXCEPTION,
        "I026341": KeyRoute.NOTICE,
        "I026402": KeyRoute.NOTICE,
        "I026421": KeyRoute.NOTICE,
    }


def test_what_was_decided_and_not_called_in_was_carried_out():
    records = reads.decision_records(number_at())

    assert {one.code: one.carried_out_on for one in records} == {
        "I025114": date(2025, 7, 25),
        "I025377": date(2025, 12, 12),
        "I026033": date(2026, 2, 16),
        "I026071": date(2026, 3, 27),
        "I026305": date(2026, 7, 27),
        "I026341": None,
        "I026388": None,
    }


def test_the_decision_on_the_misprint_was_called_in_after_the_restatement():
    called = reads.call_in("I026341", number_at())
    record = reads.decision_record("I026341", number_at())

    assert record.editions == ("edition/CSS-2026-2",)
    assert (called.asked_on, len(called.asked_by), called.result) == (date(2026, 9, 30), 4, None)


def test_a_decision_report_was_issued_before_its_decision_and_keeps_its_prices_back():
    issued = reports.edition("I026388-2026-1")
    record = reads.decision_record("I026388", number_at())
    text = plain.render_plain(reports.frozen_tree(issued.name))

    assert issued.is_frozen
    assert issued.dated < record.decided_on
    assert record.editions == (issued.reference,)
    assert "£340,000" in text
    assert "212,500" not in text


def test_the_report_in_the_making_says_what_it_lacks():
    paper = reads.paper("I026402", number_at(), council="Westmere County Council", dated=TODAY)
    missing = {lack.part for lack in lacks(paper, final=False) if lack.stops}

    assert {"alternatives", "reasons", "resources", "equality", "legal"} <= missing
    assert "summary" not in missing


def test_one_question_has_no_answer():
    unanswered = [one for one in reads.questions(number_at(), body="OSMB") if one.is_unanswered]

    assert [(one.meeting, one.asked_by, one.to) for one in unanswered] == [
        ("OSMB-2026-09-17", "Councillor A Fenn", "Head of Customer Services")
    ]


def test_who_came_who_did_not_and_who_declared_an_interest():
    came = {one.name: one for one in reads.attendances("OSMB-2026-07-30", number_at())}

    assert came["Councillor R Castellan"].presence is Presence.APOLOGIES
    assert came["Councillor H Venn"].capacity == "Chairman"
    assert "Norland Services" in came["Councillor D Marchetti"].interest


def test_the_next_report_says_what_the_board_asked_for_and_what_was_done():
    text = plain.render_plain(reports.document_of(reports.edition("CSS-2026-3")))
    asked = text.split("What you asked for and what was done")[-1]

    assert "report back in six months" in asked
    assert "Were the people who rang about highways and gave up called back?" in asked


def test_what_there_is_to_find_is_said_with_its_pages(client):
    found = finds(TODAY)
    client.force_login(Person.objects.get(username="a.clerk"))

    assert [(find.words, find.page) for find in found] == [
        ("A commitment forgotten since 25 July 2025", "/commitments/2024-008/"),
        ("A commitment forgotten since 31 March 2026", "/commitments/2025-012/"),
        ("A decision that relied on 3 figures since restated", "/decisions/I026341/"),
        (
            "The Executive’s minutes of 6 October 2026, to be confirmed",
            "/minutes/EXEC-2026-10-06-1/",
        ),
        ("A project planned anew 4 times, on time each time it was", "/projects/201/"),
        ("A saving that projects 203 and 213 both claim", "/benefits/203-1/"),
        ("1 statement of a transition for which nothing at all speaks", "/outcomes/INFRA/"),
        ("£80,986 a year paid for what nobody uses", "/processes/"),
    ]
    assert {client.get(find.page).status_code for find in found} == {200}


def test_a_word_of_the_story_that_no_minutes_have_stops_the_seeding():
    quoted = demo.Quoted(meeting="OSMB-2026-07-30", words="a bridge over the fen")
    (step, *_) = [
        happening.what.step
        for happening in story(Council.WESTMERE).happenings
        if isinstance(happening.what, demo.StepTaken)
    ]

    with pytest.raises(StoryNotTrue, match="“a bridge over the fen” 0 times, not once"):
        tell(demo.StepTaken(quoted=quoted, step=step), by="a.clerk", at=NOW)


@pytest.mark.parametrize(
    ("pounds", "is_refused", "refusal"), [(1000, True, StoryNotTrue), (900000, False, OutsideScope)]
)
def test_a_use_that_goes_otherwise_than_the_story_says_stops_the_seeding(
    pounds, is_refused, refusal
):
    used = next(
        happening.what.use
        for happening in story(Council.WESTMERE).happenings
        if isinstance(happening.what, demo.DelegationUsed)
    )
    again = replace(used, pounds=Decimal(pounds), decision="", on=TODAY)
    again = replace(again, consulted_on=TODAY)

    with pytest.raises(refusal):
        tell(demo.DelegationUsed(use=again, is_refused=is_refused), by="a.clerk", at=NOW)
