"""One finding, a thing, names erased and looks logged: how many queries, under which events."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories.findings import AT, BY, OCTOBER, SEPTEMBER, found, reconciled
from scrutable.audit import reads as audit
from scrutable.housekeeping import models, writes
from scrutable.housekeeping.facts import PartOfEstate, Thing
from scrutable.housekeeping.reads import worklist
from scrutable.records.reads import UnknownRecord
from scrutable.records.writes import UnfitRecord

pytestmark = pytest.mark.django_db
LATER = datetime(2028, 1, 3, 9, tzinfo=UTC)


def queries(read):
    with CaptureQueriesContext(connection) as seen:
        read()
    return len(seen)


def test_a_long_history_takes_no_more_queries_than_a_short_one():
    things = [f"key{n}" for n in range(10, 50)]
    for month in range(12):  # the first comes and goes every month, the others stand
        shown = things if month % 2 == 0 else things[1:]
        day, at = SEPTEMBER + timedelta(days=31 * month), AT + timedelta(days=31 * month)
        reconciled(day, *(found(key, person="p1") for key in shown), at=at)
        writes.assign(numbers=[2], owner=f"Post {month}", by=BY, at=at)
    to = worklist.reach(audit.number_at(), date(2028, 1, 1))

    told = worklist.finding_told(1, to)
    counts = [queries(lambda n=n: worklist.finding_told(n, to)) for n in (1, 2, 3)]
    of_things = [queries(lambda n=n: worklist.things_told(n, to)) for n in ([3], range(1, 41))]

    assert len(told.shown) == 12
    assert len(set(counts)) == 1
    assert of_things[0] == of_things[1]


def test_a_finding_is_told_with_every_state_and_word():
    reconciled(SEPTEMBER, "ada")
    writes.assign(numbers=[1], owner="Head of ICT", by=BY, at=AT)
    reconciled(OCTOBER, at=AT)

    told = worklist.finding_told(1, worklist.reach(audit.number_at(), OCTOBER))

    assert [(one.finding.state.value, one.recorded.by) for one in told.shown] == [
        ("found", BY),
        ("gone", BY),
    ]
    assert [one.handling.owner for one in told.said] == ["Head of ICT"]


def test_what_came_later_is_left_out_of_an_earlier_day():
    reconciled(SEPTEMBER, "ada")
    reconciled(OCTOBER, at=AT)

    told = worklist.finding_told(1, worklist.reach(audit.number_at(), SEPTEMBER))

    assert [one.finding.state.value for one in told.shown] == ["found"]
    assert told.state.value == "open"


def test_there_is_no_finding_of_that_number():
    reconciled(SEPTEMBER, "ada")

    with pytest.raises(UnknownRecord, match="There is no finding 7"):
        worklist.finding_told(7, worklist.reach(audit.number_at(), SEPTEMBER))


def test_bulk_words_are_one_event_and_a_refused_one_is_none():
    reconciled(SEPTEMBER, *(f"key{n}" for n in range(1200)))
    before = audit.number_at()

    with pytest.raises(UnfitRecord):
        writes.explain(numbers=[*range(1, 1201), 5000], why="Kept", until=OCTOBER, by=BY, at=AT)
    assert audit.number_at() == before
    assert models.Handling.objects.count() == 0

    assert writes.explain(numbers=range(1, 1201), why="Kept", until=OCTOBER, by=BY, at=AT) == 1200
    assert audit.number_at() == before + 1
    assert {row.event for row in models.Handling.objects.all()} == {before + 1}


def test_every_refusal_is_said_at_once():
    reconciled(SEPTEMBER, "ada")

    with pytest.raises(UnfitRecord) as refused:
        writes.explain(numbers=[1, 9], why=" ", until=date(2026, 1, 1), by=BY, at=AT)

    assert [one.place for one in refused.value.faults] == ["findings", "why", "until"]


def test_an_owner_or_a_reason_that_names_the_account_is_kept_nowhere():
    reconciled(SEPTEMBER, "ada")

    for act in (
        lambda: writes.assign(numbers=[1], owner="Ask p-ada", by=BY, at=AT),
        lambda: writes.explain(numbers=[1], why="Ada is away", until=OCTOBER, by=BY, at=AT),
    ):
        with pytest.raises(UnfitRecord, match="names an account, a device or a person"):
            act()


def test_a_look_is_logged_once_a_day_by_the_days_of_london():
    one = [Thing(4, PartOfEstate.ACCOUNTS, "ada", "")]
    before_midnight = datetime(2026, 7, 1, 22, 59, tzinfo=UTC)
    after_midnight = datetime(2026, 7, 1, 23, 0, tzinfo=UTC)

    said = [
        writes.look(things=one, where="finding/1", by=BY, at=at)
        for at in (before_midnight, before_midnight, after_midnight)
    ]

    assert said == [1, 0, 1]
    assert [event.subject for event in reversed(audit.events())] == [
        "names/2026-07-01/b.khan",
        "names/2026-07-02/b.khan",
    ]


def test_what_names_nobody_is_no_look():
    nobody = [Thing(1, PartOfEstate.DEVICES, "LT-1", ""), Thing(2, PartOfEstate.ACCOUNTS, "", "")]

    assert writes.look(things=nobody, where="findings", by=BY, at=AT) == 0
    assert audit.number_at() == 0


def test_erased_is_only_what_is_gone_for_longer_and_explained_no_longer():
    reconciled(SEPTEMBER, "ada", "ben", "cy")
    writes.explain(numbers=[2], why="Kept", until=date(2027, 9, 30), by=BY, at=AT)
    reconciled(OCTOBER, "cy", at=AT)

    at = datetime(2027, 9, 30, 9, tzinfo=UTC)
    assert worklist.erasable(at.date(), 300, audit.number_at()) == [1]  # ben’s runs to this day
    assert worklist.erasable(at.date() + timedelta(days=1), 300, audit.number_at()) == [1, 2]
    assert worklist.erasable(OCTOBER + timedelta(days=300), 300, audit.number_at()) == []


def test_what_was_erased_is_another_thing_when_it_comes_again():
    reconciled(SEPTEMBER, "ada")
    reconciled(OCTOBER, at=AT)
    assert writes.erase_names(by=BY, at=LATER) == 1

    snapshot = reconciled(date(2028, 1, 1), "ada", at=LATER)

    assert (snapshot.new, snapshot.back) == (1, 0)
    assert [one.number for one in worklist.things([1, 2]).values() if one.key] == [2]
    assert audit.verify_chain() == []
