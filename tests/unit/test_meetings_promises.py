"""Where a commitment stands on a day, what became of it, and which steps it may take."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories.promise_facts import (
    CANCELLED,
    DUE,
    MADE_ON,
    PLANNED,
    commitment,
    day,
    due,
    in_words,
    meeting,
    question,
    step,
)
from scrutable.meetings import facts
from scrutable.meetings.facts import CommitmentState as State
from scrutable.meetings.facts import Keeping, StepKind
from scrutable.meetings.rules import promises as rules
from scrutable.meetings.rules.stepping import Asked, legal_steps, refusals

ANSWERED = step("answered", "9-20", words="The report is appended.")
LATE = step("answered", "10-3", words="The report is appended.")
EXTENDED = step("extended", "9-25", words="Figures are awaited", due=due("10-31"))
DEFERRED = step("deferred", "9-25", words="The supplier is late", due=in_words("when assessed"))
CLOSED = step("closed", "10-22", agreed_in="OSMB-2026-10-22")
DROPPED = step("closed_unagreed", "10-5", words="Nobody remembers why")
PROPOSED = step("closure_proposed", "10-1")
REOPENED = step("reopened", "10-22", words="It answers another question")
CHASED = step("chased", "10-1")
MOVED = step("reassigned", "9-1", owner="Head of IT")


@pytest.mark.parametrize(
    ("steps", "on", "state", "keeping", "days_late"),
    [
        ((), "6-25", State.OPEN, Keeping.RUNNING, 0),
        ((), "9-30", State.OPEN, Keeping.RUNNING, 0),
        ((), "10-1", State.OVERDUE, Keeping.FORGOTTEN, 1),
        ((CHASED,), "10-2", State.OVERDUE, Keeping.FORGOTTEN, 2),
        ((ANSWERED,), "9-19", State.OPEN, Keeping.RUNNING, 0),
        ((ANSWERED,), "9-20", State.ANSWERED, Keeping.KEPT, 0),
        ((ANSWERED,), "12-31", State.ANSWERED, Keeping.KEPT, 0),
        ((step("answered", "9-30", words="On the day"),), "9-30", State.ANSWERED, Keeping.KEPT, 0),
        ((LATE,), "10-2", State.OVERDUE, Keeping.FORGOTTEN, 2),
        ((LATE,), "10-3", State.ANSWERED, Keeping.KEPT_LATE, 3),
        ((EXTENDED,), "9-24", State.OPEN, Keeping.RUNNING, 0),
        ((EXTENDED,), "9-25", State.OPEN, Keeping.EXTENDED, 0),
        ((EXTENDED,), "10-31", State.OPEN, Keeping.EXTENDED, 0),
        ((EXTENDED,), "11-1", State.OVERDUE, Keeping.FORGOTTEN, 1),
        ((EXTENDED, LATE), "10-3", State.ANSWERED, Keeping.EXTENDED, 0),
        ((EXTENDED, step("answered", "11-4", words="At last")), "11-4", State.ANSWERED,
         Keeping.KEPT_LATE, 4),
        ((DEFERRED,), "9-25", State.NO_DATE, Keeping.EXTENDED, 0),
        ((DEFERRED,), "12-31", State.NO_DATE, Keeping.EXTENDED, 0),
        ((PROPOSED,), "10-1", State.CLOSURE_PROPOSED, Keeping.FORGOTTEN, 0),
        ((ANSWERED, PROPOSED), "10-1", State.CLOSURE_PROPOSED, Keeping.KEPT, 0),
        ((ANSWERED, PROPOSED, CLOSED), "10-22", State.CLOSED, Keeping.KEPT, 0),
        ((LATE, CLOSED), "10-22", State.CLOSED, Keeping.KEPT_LATE, 3),
        ((CLOSED,), "10-22", State.CLOSED, Keeping.RELEASED, 0),
        ((DROPPED,), "10-5", State.CLOSED_UNAGREED, Keeping.DROPPED, 0),
        ((ANSWERED, DROPPED), "10-5", State.CLOSED_UNAGREED, Keeping.KEPT, 0),
        ((ANSWERED, REOPENED), "10-21", State.ANSWERED, Keeping.KEPT, 0),
        ((ANSWERED, REOPENED), "10-22", State.OVERDUE, Keeping.FORGOTTEN, 22),
        ((ANSWERED, step("reopened", "10-22", words="More", due=due("12-3"))), "12-3",
         State.OPEN, Keeping.RUNNING, 0),
    ],
)  # fmt: skip
def test_state_and_keeping_on_a_day(steps, on, state, keeping, days_late):
    stands = rules.standing(commitment(*steps), day(on))

    assert (stands.state, stands.keeping, stands.days_late) == (state, keeping, days_late)


@pytest.mark.parametrize(
    ("words", "first", "last", "on", "state"),
    [
        ("quarter 2 2026/27", date(2026, 7, 1), date(2026, 9, 30), "9-30", State.OPEN),
        ("quarter 2 2026/27", date(2026, 7, 1), date(2026, 9, 30), "10-1", State.OVERDUE),
        ("when the work has been fully assessed", None, None, "12-31", State.NO_DATE),
    ],
)
def test_a_span_is_due_at_its_last_day_and_words_never(words, first, last, on, state):
    told = facts.Due(words=words, first=first, last=last)

    assert rules.state_of(commitment(due=told), day(on)) is state


def test_without_any_due_it_has_no_date():
    assert rules.state_of(commitment(due=None), date(2036, 1, 1)) is State.NO_DATE


def test_an_answer_counts_as_of_its_day_though_reminders_came_after():
    told = commitment(CHASED, step("answered", "9-29", words="It was sent, and mislaid"))

    assert rules.keeping_of(told, day("10-1")) is Keeping.KEPT


def test_the_first_answer_counts_and_not_the_one_that_adds_to_it():
    told = commitment(ANSWERED, step("answered", "10-9", words="And the annex"))

    assert rules.standing(told, day("10-9")).answered_on == day("9-20")
    assert rules.keeping_of(told, day("10-9")) is Keeping.KEPT


def test_owner_and_due_are_the_latest_by_the_day():
    told = commitment(MOVED, EXTENDED)

    assert rules.owner_of(told, day("8-31")) == "Director of Finance"
    assert rules.owner_of(told, day("9-1")) == rules.owner_of(told) == "Head of IT"
    assert rules.due_of(told, day("9-24")).last == DUE
    assert rules.due_of(told).last == day("10-31")


def test_overdue_since_the_day_after_it_was_due_and_open_since_it_was_made():
    assert rules.standing(commitment(), day("10-9")).since == day("10-1")
    assert rules.standing(commitment(), day("9-9")).since == MADE_ON
    assert rules.standing(commitment(ANSWERED), day("12-1")).since == day("9-20")


def test_counts_hold_each_commitment_made_by_the_day_once():
    told = [
        commitment(),
        commitment(ANSWERED),
        commitment(LATE),
        commitment(EXTENDED),
        commitment(CLOSED),
        commitment(made_on=date(2026, 12, 25)),
    ]

    found = rules.counts(told, day("10-22"))

    assert found == {
        Keeping.RUNNING: 0,
        Keeping.KEPT: 1,
        Keeping.KEPT_LATE: 1,
        Keeping.EXTENDED: 1,
        Keeping.FORGOTTEN: 1,
        Keeping.DROPPED: 0,
        Keeping.RELEASED: 1,
    }


@pytest.mark.parametrize(
    ("words", "meetings", "last"),
    [
        ("next meeting", (meeting("9-24"),), "9-24"),
        ("next meeting", (meeting("6-25"), meeting("9-24"), meeting("10-22")), "9-24"),
        ("next meeting", (meeting("9-24", state=CANCELLED), meeting("10-22")), "10-22"),
        ("next meeting", (meeting("9-24", body="CABINET"),), None),
        ("next meeting", (), None),
        ("when assessed", (meeting("9-24"),), None),
    ],
)
def test_the_next_meeting_is_a_day_once_the_calendar_knows(words, meetings, last):
    told = rules.settled(commitment(due=in_words(words)), meetings)

    assert told.due.words == words
    assert told.due.last == (day(last) if last else None)


def test_what_is_due_at_a_meeting_follows_it():
    told = commitment(due=None, due_meeting="OSMB-2026-09-24")
    moved = facts.Meeting(code="OSMB-2026-09-24", body="OSMB", on=day("10-1"))
    off = meeting("9-24", state=CANCELLED)

    assert rules.settled(told, [meeting("9-24")]).due.last == day("9-24")
    assert rules.settled(told, [moved]).due.last == day("10-1")
    assert rules.settled(told, [off, meeting("10-22")]).due.last == day("10-22")
    assert rules.settled(told, [off]).due.last is None


def test_a_step_waits_for_the_meeting_after_it():
    deferred = step("deferred", "9-25", words="Late", due=in_words("next meeting"))

    told = rules.settled(commitment(deferred), [meeting("9-24"), meeting("10-22")])

    assert rules.due_of(told).last == day("10-22")


def test_a_question_is_unanswered_until_the_day_of_its_answer_and_a_comment_never():
    answered = question(2, answer="112", answered_by="Head of IT", answered_on=day("7-3"))
    comment = question(3, to="")

    assert rules.unanswered([question(), answered, comment], day("7-2")) == [question(), answered]
    assert rules.unanswered([question(), answered, comment], day("7-3")) == [question()]


def refused(told, taken, meeting=None, today="12-31"):
    return refusals(Asked(commitment=told, step=taken, today=day(today), meeting=meeting))


OCTOBER = meeting("10-22")


@pytest.mark.parametrize(
    ("steps", "taken", "at"),
    [
        ((), CHASED, None),
        ((), EXTENDED, None),
        ((), DEFERRED, None),
        ((), ANSWERED, None),
        ((), step("answered", "9-20", paper="edition/CSS-2026-4"), None),
        ((ANSWERED,), LATE, None),
        ((ANSWERED,), PROPOSED, None),
        ((), step("closure_proposed", "10-1", words="Overtaken by events"), None),
        ((ANSWERED, PROPOSED), CLOSED, OCTOBER),
        ((ANSWERED,), CLOSED, OCTOBER),
        ((DROPPED,), step("closed", "10-22", words="Agreed", agreed_in="x"), OCTOBER),
        ((ANSWERED,), DROPPED, None),
        ((ANSWERED, CLOSED), REOPENED, None),
        ((), MOVED, None),
        ((CHASED,), ANSWERED, None),
    ],
)
def test_a_legal_step_is_not_refused(steps, taken, at):
    assert refused(commitment(*steps), taken, at) == ()


@pytest.mark.parametrize(
    ("steps", "taken", "at", "said"),
    [
        ((ANSWERED,), CHASED, None,
         ("2026-014 has been answered. There is nothing to chase; reopen it first if its answer "
         "will not do.")),
        ((ANSWERED,), step("extended", "9-25", words="x", due=due("10-31")), None,
         "2026-014 has been answered. Reopen it first, with the later day."),
        ((ANSWERED, CLOSED), step("answered", "10-23", words="x"), None,
         "2026-014 is closed. Reopen it first, then answer it again."),
        ((ANSWERED, CLOSED), step("closed_unagreed", "10-23", words="x"), None,
         "2026-014 is closed. Nothing is left to close."),
        ((DROPPED,), step("closure_proposed", "10-6"), None,
         ("2026-014 was closed without the committee’s agreement. Record what the committee "
         "agreed, or reopen it.")),
        ((PROPOSED,), step("deferred", "10-2", words="x", due=in_words("later")), None,
         ("2026-014 has been proposed for closure. Reopen it first, with the meeting or the event "
         "it waits for.")),
        ((), REOPENED, None,
         "2026-014 has not been answered. It is open already; answer, extend or chase it."),
        ((), step("extended", "9-25", due=due("10-31")), None, "Enter the reason."),
        ((), step("extended", "9-25", words="x", due=due("9-30")), None,
         "It is due by 30 September 2026 already. Give a later day."),
        ((), step("extended", "9-25", words="x", due=in_words("soon")), None,
         "Enter the new day, or the meeting at which it is due."),
        ((), step("deferred", "9-25", words="x"), None,
         "Enter the meeting or the event that it waits for."),
        ((), step("answered", "9-25", words="  "), None,
         "Enter the answer, or the paper that gives it."),
        ((), step("answered", "9-25", paper="the report"), None,
         ("“the report” is not a report or a decision. Give a reference such as edition/CSS-2026-4 "
         "or decision/I017909.")),
        ((), PROPOSED, None, "Enter the reason."),
        ((), CLOSED, OCTOBER, "Enter the reason."),
        ((), step("closed_unagreed", "10-5"), None, "Enter the reason."),
        ((ANSWERED,), step("reopened", "10-5"), None, "Enter the reason."),
        ((), step("reassigned", "9-1"), None,
         "Enter the post, the department or the body that owes it from now on."),
        ((), step("reassigned", "9-1", owner="director of finance"), None,
         "Director of Finance owes it already. Name somebody else."),
        ((ANSWERED,), CLOSED, None, "Name the meeting that agreed to close it."),
        ((ANSWERED,), CLOSED, meeting("10-22", body="CABINET"),
         "CABINET-2026-10-22 is a meeting of CABINET. Only OSMB can close it."),
        ((ANSWERED,), CLOSED, meeting("10-22", state=PLANNED),
         ("The meeting of 22 October 2026 has not been held. Propose closure, and close it when "
         "the meeting has agreed.")),
        ((ANSWERED,), CLOSED, meeting("10-22", state=CANCELLED),
         ("The meeting of 22 October 2026 has not been held. Propose closure, and close it when "
         "the meeting has agreed.")),
        ((ANSWERED,), CLOSED, meeting("10-23"),
         "The meeting was on 23 October 2026. Give that day or a later one."),
        ((ANSWERED,), CLOSED, meeting("6-24"),
         "The meeting of 24 June 2026 was before 2026-014 was made. Name a later one."),
        ((), step("answered", "6-24", words="x"), None,
         "2026-014 was made on 25 June 2026. Give that day or a later one."),
        ((EXTENDED,), ANSWERED, None,
         "Something happened to it on 25 September 2026 already. Give that day or a later one."),
    ],
)  # fmt: skip
def test_an_illegal_step_is_refused_with_what_to_do(steps, taken, at, said):
    assert refused(commitment(*steps), taken, at) == (said,)


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (meeting("9-24"), ()),
        (
            meeting("9-24", body="CABINET"),
            ("CABINET-2026-09-24 is a meeting of CABINET. Only OSMB can agree to it.",),
        ),
        (
            meeting("9-24", state=PLANNED),
            (
                (
                    "The meeting of 24 September 2026 has not been held. Leave the meeting out, or "
                    "wait until it has agreed."
                ),
            ),
        ),
    ],
)
def test_a_meeting_that_is_said_to_have_agreed_to_a_later_day_was_held_by_the_body(at, said):
    taken = step("extended", "9-25", words="x", due=due("10-31"), agreed_in=at.code)

    assert refused(commitment(), taken, at) == said


def test_every_fault_of_a_step_is_said_at_once():
    taken = facts.Step(kind=StepKind.EXTENDED, on=day("9-25"), by=" ")

    assert refused(commitment(), taken) == (
        "Enter who did it.",
        "Enter the reason.",
        "Enter the new day, or the meeting at which it is due.",
    )


def test_no_step_lies_ahead():
    assert refused(commitment(), ANSWERED, today="9-20") == ()
    assert refused(commitment(), ANSWERED, today="9-19") == (
        "20 September 2026 has not come yet. Give the day on which it happened.",
    )


@pytest.mark.parametrize(
    ("steps", "kinds"),
    [
        (
            (),
            "chased extended deferred answered closure_proposed closed closed_unagreed reassigned",
        ),
        ((ANSWERED,), "answered closure_proposed closed closed_unagreed reopened reassigned"),
        ((ANSWERED, PROPOSED), "closed closed_unagreed reopened reassigned"),
        ((ANSWERED, CLOSED), "reopened"),
        ((DROPPED,), "closed reopened"),
    ],
)
def test_what_may_happen_next(steps, kinds):
    assert " ".join(legal_steps(commitment(*steps), day("12-1"))) == kinds


kinds = st.lists(
    st.tuples(st.sampled_from(list(StepKind)), st.integers(min_value=0, max_value=20)), max_size=12
)


@given(kinds)
def test_of_any_history_each_day_has_one_state_and_only_agreement_closes(drawn):
    """Steps are taken as far as they are legal; the history then tells the same as a plain walk."""
    told, last, last_phase = commitment(), MADE_ON, "open"
    for kind, days in drawn:
        on = last + timedelta(days=days)
        held = facts.Meeting(code="OSMB-x", body="OSMB", on=on, state=facts.MeetingState.HELD)
        taken = facts.Step(
            kind=kind,
            on=on,
            by="t.okafor",
            words="x",
            due=facts.Due(words="later", first=None, last=date(2030, 1, 1) + timedelta(days=days))
            if kind in (StepKind.EXTENDED, StepKind.DEFERRED)
            else None,
            owner=f"Post {len(told.steps)}" if kind is StepKind.REASSIGNED else "",
            agreed_in="OSMB-x" if kind is StepKind.CLOSED else "",
        )
        asked = Asked(commitment=told, step=taken, today=date(2040, 1, 1), meeting=held)
        is_legal = kind in legal_steps(told, on)
        if refusals(asked):
            assert not is_legal or kind is StepKind.EXTENDED  # a later day may be earlier than now
            continue
        assert is_legal
        told = commitment(*told.steps, taken)
        last = on
        last_phase = {
            StepKind.ANSWERED: "answered",
            StepKind.CLOSURE_PROPOSED: "closure_proposed",
            StepKind.CLOSED: "closed",
            StepKind.CLOSED_UNAGREED: "closed_unagreed",
            StepKind.REOPENED: "open",
        }.get(kind, last_phase)

    stands = rules.standing(told, last)
    phase = "open" if rules.is_open(stands.state) else stands.state.value
    assert phase == last_phase
    assert rules.is_closed(stands.state) == (last_phase in ("closed", "closed_unagreed"))
    assert sum(rules.counts([told], last).values()) == 1
