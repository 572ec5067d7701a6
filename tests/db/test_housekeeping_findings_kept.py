"""Findings kept over any sequence of extracts and words: states follow, and every past answers."""

from collections import Counter
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from factories.findings import AT, BY, NOVEMBER, OCTOBER, SEPTEMBER, found, reconciled
from scrutable.audit import reads as audit
from scrutable.housekeeping import facts, models, rules, writes
from scrutable.housekeeping.facts import FindingState, PartOfEstate, WorkAsked, WorkState
from scrutable.housekeeping.reads import worklist
from scrutable.housekeeping.rules import handling
from scrutable.housekeeping.writes import handling as saying
from scrutable.records.writes import UnfitRecord

pytestmark = pytest.mark.django_db


def stands(known=None):
    """Return the state of each thing's finding by the name of the thing."""
    known = audit.number_at() if known is None else known
    every = worklist.findings(known)
    named = worklist.things([one.thing for one in every])
    return {(named[one.thing].key, one.fault): one.state for one in every}


def test_a_snapshot_counts_what_its_extract_changed():
    reconciled(SEPTEMBER, "ada", "ben", "cy")
    reconciled(OCTOBER, "ada")
    saying.say_fixed(numbers=[1], on=OCTOBER, by=BY, at=datetime(2026, 11, 2, 9, tzinfo=UTC))

    snapshot = reconciled(NOVEMBER, "ben", "dee", at=datetime(2026, 12, 2, 9, tzinfo=UTC))

    assert (snapshot.new, snapshot.back, snapshot.fixed, snapshot.gone) == (1, 1, 1, 0)
    assert {key: state.value for (key, _), state in stands().items()} == {
        "ada": "fixed",
        "ben": "back",
        "cy": "gone",
        "dee": "found",
    }


def test_one_event_keeps_the_snapshot_and_all_its_findings_and_names_nobody():
    reconciled(SEPTEMBER, "ada", "ben")

    (event,) = audit.events()
    assert (event.verb, event.subject) == ("estate_reconciled", "estate/accounts/2026-09-30")
    assert event.after == {
        "back": 0, "fixed": 0, "found": 2, "gone": 0, "number": 100, "wrong": 2,
    }  # fmt: skip
    assert {row.event for row in models.Finding.objects.all()} == {event.number}


def test_an_earlier_day_is_refused_and_leaves_nothing():
    reconciled(OCTOBER, "ada")

    with pytest.raises(writes.EarlierSnapshot, match="31 October 2026"):
        reconciled(SEPTEMBER, "ben")

    assert models.Finding.objects.count() == models.Thing.objects.count() == 1


def test_the_same_day_again_corrects_what_was_kept_of_it():
    reconciled(SEPTEMBER, "ada", "ben")
    reconciled(OCTOBER, "cy")

    again = reconciled(OCTOBER, "ada", "ben")

    assert (again.new, again.back, again.fixed, again.gone) == (0, 0, 0, 0)
    to = worklist.reach(audit.number_at(), OCTOBER)
    assert [(one.number, one.state) for one in worklist.listed(WorkAsked(), to)] == [
        (1, FindingState.FOUND),
        (2, FindingState.FOUND),
    ]


def test_a_thing_that_passes_to_another_person_is_theirs_from_then_on():
    reconciled(SEPTEMBER, found("LT-7", "not_seen", person="ada"), part=PartOfEstate.DEVICES)
    reconciled(OCTOBER, found("LT-7", "not_seen", person="ben"), part=PartOfEstate.DEVICES)

    assert [(one.key, one.person) for one in worklist.things([1]).values()] == [("LT-7", "ben")]


def test_the_same_name_in_two_parts_is_two_things():
    reconciled(SEPTEMBER, "x")
    reconciled(SEPTEMBER, found("x", "not_seen"), part=PartOfEstate.DEVICES)

    assert [one.part for one in worklist.things([1, 2]).values()] == [
        PartOfEstate.ACCOUNTS,
        PartOfEstate.DEVICES,
    ]


def test_a_day_shows_what_stood_until_an_extract_of_a_later_day_came():
    reconciled(SEPTEMBER, "ada")
    saying.assign(numbers=[1], owner="Head of IT", by=BY, at=AT)
    reconciled(OCTOBER, "ben")

    def seen(as_at):
        to = worklist.reach(audit.number_at(), as_at)
        return [
            (one.number, one.state.value, one.owner) for one in worklist.listed(WorkAsked(), to)
        ]

    assert seen(date(2026, 9, 29)) == []
    assert seen(SEPTEMBER) == seen(date(2026, 10, 30)) == [(1, "found", "Head of IT")]
    assert seen(OCTOBER) == [(1, "gone", "Head of IT"), (2, "found", "")]


KEYS, FAULTS = ("ada", "ben", "cy"), ("idle", "leaver_open")
SHOWN = st.frozensets(st.tuples(st.sampled_from(KEYS), st.sampled_from(FAULTS)))
WORDS = st.sampled_from(("explain", "assign", "fixed"))
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("extract"), st.integers(0, 2), SHOWN),
        st.tuples(WORDS, st.sets(st.integers(1, 6), min_size=1), st.integers(0, 40)),
    ),
    max_size=10,
)


def say(kind, numbers, days, at):
    day = at.date() + timedelta(days=days)
    if kind == "explain":
        saying.explain(numbers=sorted(numbers), why="Kept", until=day, by=BY, at=at)
    elif kind == "assign":
        saying.assign(numbers=sorted(numbers), owner=f"Post {days}", by=BY, at=at)
    else:
        on = at.date() - timedelta(days=days)
        saying.say_fixed(numbers=sorted(numbers), on=on, by=BY, at=at)


def take(step, day, at):
    kind, what, said = step
    if kind == "extract":
        day += timedelta(days=what)
        reconciled(day, *(found(key, fault) for key, fault in said), at=at)
        return day
    with suppress(UnfitRecord):
        say(kind, what, said, at)
    return day


def by_the_records(known, as_at):
    """Work out of the kept rows alone, one by one, what the list is to say."""
    kept = worklist.findings(known)
    said = worklist.handlings(known, [one.number for one in kept])
    last = max((one.as_at for one in snapshots(known)), default=as_at)
    stood = [rules.standing_of(one, said.get(one.number)) for one in kept if not one.is_withdrawn]
    return {one.number: (one, handling.work_state(one, as_at, last)) for one in stood}


def snapshots(known):
    rows = models.Snapshot.objects.filter(event__lte=known)
    said = {"part": PartOfEstate.ACCOUNTS, "lines": (), "faults": (), "extracts": (), "engine": ""}
    return [facts.Snapshot(as_at=row.as_at, **said) for row in rows]


def by_the_list(known, as_at):
    to = worklist.reach(known, as_at)
    found = {}
    for state in WorkState:
        for one in worklist.listed(WorkAsked(states=frozenset([state])), to):
            assert one.number not in found
            found[one.number] = (one, state)
    return found, worklist.counted(to)


def newest(steps):
    """Say of each thing what the last extract of each day shows, the words left out."""
    day, days = SEPTEMBER, {}
    for kind, what, said in steps:
        if kind == "extract":
            day += timedelta(days=what)
            days[day] = said
    return days


@settings(max_examples=30)
@given(STEPS)
def test_any_history_of_extracts_and_words_is_told_alike_by_list_and_records(steps):
    with transaction.atomic():
        day, at, pasts = SEPTEMBER, AT, []
        for step in steps:
            at += timedelta(days=5)
            day = take(step, day, at)
            known = audit.number_at()
            pasts.append((known, max(day, at.date()), by_the_records(known, max(day, at.date()))))
        for known, as_at, expected in pasts:  # each past answers as it did then
            listed, counted = by_the_list(known, as_at)
            assert listed == expected
            by_state = Counter()
            for one in counted:
                by_state[one.state] += one.number
            assert by_state == Counter(state for _, state in expected.values())
        extracts = newest(steps)
        if extracts:
            last = extracts[max(extracts)]
            stood = {pair for pair, state in stands().items() if state in facts.STANDING}
            assert stood == last
        transaction.set_rollback(True)
    audit.forget()


def test_a_list_and_its_counts_take_one_query_each(django_assert_num_queries):
    reconciled(SEPTEMBER, *(f"a{at}" for at in range(30)))
    known = audit.number_at()

    with django_assert_num_queries(1):
        to = worklist.reach(known, SEPTEMBER)
    with django_assert_num_queries(1):
        assert len(worklist.listed(WorkAsked(), to, most=10)) == 10
    with django_assert_num_queries(1):
        assert sum(one.number for one in worklist.counted(to)) == 30
