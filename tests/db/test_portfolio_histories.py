"""Random histories: what was read at an event is read there for ever, whatever comes later."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factories import benefit_facts, capacity_facts, outcome_facts
from factories.project_facts import move, project, status
from factories.project_workbooks import update_book
from factories.stored_portfolio import stored_portfolio
from scrutable.audit.reads import number_at, verify_chain
from scrutable.portfolio import facts, reads, rules, writes

pytestmark = pytest.mark.django_db
AT = datetime(2026, 10, 12, 9, tzinfo=UTC)
START, TODAY = date(2026, 9, 30), date(2026, 10, 12)
NUMBERS = st.sampled_from(["277", "204", "203"])
RATINGS = st.sampled_from(["green", "amber", "red"])
KEPT = (facts.Benefit, facts.Measurement, facts.Post, facts.OutcomeJudgement, facts.Dependency)


def tell(of):
    writes.record(of=of, by="a.patel", at=AT)


@st.composite
def rated(draw):
    told = status(
        draw(RATINGS),
        draw(st.dates(START, TODAY)).isoformat(),
        draw(NUMBERS),
        cost=facts.Rating(draw(RATINGS)),
        override_reason=draw(st.sampled_from(["", "", "The board knows more"])),
    )
    return lambda: writes.give_status(status=told, by="a.patel", at=AT)


@st.composite
def moved(draw):
    kind = draw(st.sampled_from(["rebaseline", "rebaseline", "forecast", "actual"]))
    on = draw(st.dates(START, TODAY))
    to = on if kind == "actual" else draw(st.dates(TODAY, TODAY + timedelta(400)))
    said = move(kind, on.isoformat(), to.isoformat())
    of = {"project": draw(NUMBERS), "milestone": "go-live", "title": ""}
    return lambda: writes.move_date(**of, move=said, by="a.patel", at=AT)


@st.composite
def placed(draw):
    place = draw(st.sampled_from([None, 1, 2, 3]))
    said = {"place": place, "place_reason": "It matters" if place else ""}
    of = project(draw(NUMBERS), stage=draw(st.sampled_from(facts.ProjectStage)), **said)
    return lambda: writes.record_project(project=of, by="a.patel", at=AT)


@st.composite
def recorded(draw):
    value, on = draw(st.sampled_from(["150000", "90000", None])), draw(st.dates(START, TODAY))
    filling = draw(st.sampled_from(["vacant", "filled", "interim"]))
    of = draw(
        st.sampled_from(
            [
                benefit_facts.measured(
                    benefit_facts.benefit("203-1"), on.isoformat(), value, words="Looked at"
                ),
                capacity_facts.post("IT-002", filling),
                replace(outcome_facts.judgement(), on=on),
            ]
        )
    )
    return lambda: tell(of)


@st.composite
def loaded(draw):
    rows = {
        "Dates": [
            {
                "Project": draw(NUMBERS),
                "Milestone": "go-live",
                "Forecast": draw(st.dates(TODAY, TODAY + timedelta(90))),
            }
        ],
        "Status": [
            {
                "Project": draw(NUMBERS),
                "Overall": draw(RATINGS),
                "Time": draw(RATINGS),
                "Assessor": "Sam",
                "Reasons": "On plan",
            }
        ],
    }
    book = update_book(draw(st.dates(START, TODAY)), **rows)

    def load():
        sent = writes.Sent(content=book, name="updates.xlsx")
        reading = writes.read_sent(sent, number_at(), AT)
        if not reading.errors:
            incoming = writes.incoming_update(sent, reading, number_at())
            writes.load_update(incoming=incoming, by="a.patel", at=AT)

    return load


REFUSED = (writes.UnfitProject, writes.UnfitMove, writes.UnfitStatus, writes.UnfitRecord)
STEPS = st.lists(st.one_of(rated(), moved(), placed(), recorded(), loaded()), max_size=5)


def seen(known):
    """Return what boards are shown: list, dates, statuses, and all that hangs on projects."""
    return (
        reads.judged(known, TODAY),
        reads.every_line(known, TODAY),
        [reads.statuses(number, known, TODAY) for number in ("277", "204", "203")],
        reads.benefits_found(TODAY, known),
        reads.transitions(known, TODAY),
        reads.staffing(known, TODAY),
        reads.updates(known),
        [reads.every(kind, known) for kind in KEPT],
    )


def check_rules(known):
    for one in reads.judged(known, TODAY):
        if one.slip is not None:
            by_plans = (one.line.current - one.line.original).days
            assert one.slip.against_original == one.slip.against_current + by_plans
        last = reads.statuses(one.project.number, known, TODAY)[-1:]
        worst = rules.worst([one.by_dates, *(rules.worst_part(status) for status in last)])
        if one.shown is not None and not one.override_reason:
            assert rules.worst([one.shown, worst]) is one.shown


def test_what_was_read_at_an_event_is_read_there_for_ever():
    stored_portfolio()

    @given(STEPS)
    @settings(max_examples=10, suppress_health_check=list(HealthCheck))
    def go(steps):
        point = transaction.savepoint()
        found = {number_at(): seen(number_at())}
        for step in steps:
            place = transaction.savepoint()
            try:
                step()
            except REFUSED:
                transaction.savepoint_rollback(place)
            found[number_at()] = seen(number_at())
            check_rules(number_at())
        assert {known: seen(known) for known in found} == found
        assert verify_chain() == []
        transaction.savepoint_rollback(point)

    go()


def test_no_run_of_new_plans_alone_turns_a_late_project_green():
    stored_portfolio()
    of = {"project": "277", "milestone": "go-live", "title": "", "by": "a.patel", "at": AT}
    writes.move_date(**of, move=move("forecast", "2026-09-30", "2027-12-31"))

    @given(
        st.lists(
            st.tuples(st.dates(START, TODAY), st.dates(START, TODAY + timedelta(400))), max_size=4
        )
    )
    @settings(max_examples=15, suppress_health_check=list(HealthCheck))
    def plan(plans):
        point = transaction.savepoint()
        for on, to in sorted(plans):
            told = move("rebaseline", on.isoformat(), to.isoformat())
            if not rules.refusals_of_move(reads.line("277", "go-live", number_at()), told):
                writes.move_date(**of, move=told)
        judged = {one.project.number: one for one in reads.judged(number_at(), TODAY)}
        assert judged["277"].by_dates is facts.Rating.RED
        transaction.savepoint_rollback(point)

    plan()
