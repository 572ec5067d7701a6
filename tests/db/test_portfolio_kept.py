"""Projects, dates and status are kept, and read as they were known."""

from dataclasses import replace

import pytest
from django.db import IntegrityError, transaction

from factories.project_facts import day, move, project, status
from scrutable.audit.reads import events, forget, number_at, verify_chain
from scrutable.portfolio import facts, models, reads, writes
from scrutable.registers import writes as registers
from scrutable.registers.facts import Supplier

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept(at):
    def record(number="277", **changed):
        return writes.record_project(project=project(number, **changed), by="a.patel", at=at)

    return record


@pytest.fixture
def say(at):
    def said(kind, on, to, number="277", milestone="go-live", **more):
        return writes.move_date(
            project=number,
            milestone=milestone,
            title="Go-live",
            move=move(kind, on, to, **more),
            by="a.patel",
            at=at,
        )

    return said


@pytest.fixture
def find(at):
    def found(*given, **said):
        return writes.give_status(status=status(*given, **said), by="a.patel", at=at)

    return found


def test_a_project_is_read_as_it_was_recorded_and_as_it_was_before(kept, at):
    registers.record_supplier(
        supplier=Supplier(reference="supplier/norland", name="Norland"), by="a.patel", at=at
    )
    first = kept(suppliers=("supplier/norland",), third_parties=("OpenText",))
    then = number_at()
    second = kept(stage=facts.ProjectStage.TESTING)

    assert reads.project("277", then) == first
    assert reads.project("277", number_at()) == second
    assert reads.project_versions("277", number_at()) == [first, second]
    assert reads.projects(then - 1) == []
    with pytest.raises(reads.UnknownProject, match="no project 278"):
        reads.project("278", number_at())
    assert events(subject="project/277")[0].verb == "project_recorded"


def test_a_project_that_lacks_something_is_refused(kept):
    kept(place=1, place_reason="Payroll stands on it")

    with pytest.raises(writes.UnfitProject, match="Place 1 is project 277’s"):
        kept("278", place=1, place_reason="So does pay")
    with pytest.raises(writes.UnfitProject, match="Its place on the priority list has no reason"):
        kept("278", place=2)
    with pytest.raises(writes.UnfitProject) as unfit:
        kept("278", suppliers=("supplier/nobody",), kpis=("kpi/NONE/1",), place=1, place_reason="I")
    assert list(map(str, unfit.value.faults)) == [
        "suppliers: There is no supplier/nobody; record it first, or leave it out",
        "kpis: There is no contract/NONE; record it first, or leave it out",
        "place: Place 1 is project 277’s; give that one another first",
    ]
    assert [one.number for one in reads.projects(number_at())] == ["277"]
    kept(place=1, place_reason="Still")


def test_dates_are_read_as_known_and_as_at(kept, say):
    kept()
    say("baseline", "2026-01-05", "2026-06-30")
    then = number_at()
    say("rebaseline", "2026-03-02", "2026-09-30")
    say("forecast", "2026-04-07", "2026-10-31")
    now, may = number_at(), day("2026-05-01")

    assert reads.lines("277", then, may)[0].current == day("2026-06-30")
    assert reads.lines("277", now, day("2026-03-31"))[0].forecast is None
    after = reads.lines("277", now, may)[0]
    assert (after.original, after.current, after.forecast) == (
        day("2026-06-30"),
        day("2026-09-30"),
        day("2026-10-31"),
    )
    assert [one.kind.value for one in reads.moves("277", now, may)["go-live"]] == [
        "baseline",
        "rebaseline",
        "forecast",
    ]
    assert reads.standings(now, may)[0].go_live == after
    assert reads.every_line(now, may) == [after]


def test_a_date_that_cannot_be_is_refused_and_leaves_nothing(kept, say):
    kept()
    with pytest.raises(writes.UnfitMove, match="no first date"):
        say("forecast", "2026-01-05", "2026-06-30")
    say("baseline", "2026-01-05", "2026-06-30")
    with pytest.raises(writes.UnfitMove, match="has its first date"):
        say("baseline", "2026-02-05", "2026-08-30")
    with pytest.raises(reads.UnknownProject):
        say("baseline", "2026-01-05", "2026-06-30", number="278")
    assert models.DateMove.objects.count() == 1
    assert verify_chain() == []


def test_statuses_are_kept_by_day_and_the_last_is_shown(kept, find):
    kept()
    find("amber", "2026-08-31")
    then = number_at()
    find("red", "2026-08-31", time=None)
    find("green", "2026-09-30", confidence=facts.Rating.AMBER)

    assert [one.overall.value for one in reads.statuses("277", number_at(), day("2026-12-31"))] == [
        "red",
        "green",
    ]
    assert reads.standings(then, day("2026-12-31"))[0].status.overall.value == "amber"
    assert reads.standings(number_at(), day("2026-09-29"))[0].status.time is None
    with pytest.raises(writes.UnfitStatus, match="last status is of 30 September 2026"):
        find("red", "2026-08-31")
    with pytest.raises(writes.UnfitStatus, match="better than the worst part"):
        find("green", "2026-10-31", cost=facts.Rating.RED)


def test_what_is_kept_can_be_neither_changed_nor_removed(kept, say):
    kept()
    say("baseline", "2026-01-05", "2026-06-30")
    for rows in (models.Project.objects, models.DateMove.objects):
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.update(event=1)
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.all()._raw_delete("default")


def test_the_database_itself_refuses_a_new_plan_without_approver_or_reason(kept, say):
    kept()
    say("baseline", "2026-01-05", "2026-06-30")
    row = models.DateMove.objects.get()
    for lacking in ({"approver": ""}, {"reason": ""}):
        said = {"kind": "rebaseline", "approver": "Board", "reason": "Late", "event": 99} | lacking
        row.pk = None
        for name, value in said.items():
            setattr(row, name, value)
        with pytest.raises(IntegrityError), transaction.atomic():
            row.save()


def test_histories_are_of_milestones_that_were_reached(kept, say):
    for number in ("1", "2", "3"):
        kept(number)
        say("baseline", "2026-01-01", "2026-04-11", number=number)
    say("actual", "2026-07-20", "2026-07-20", number="1")
    say("actual", "2026-05-01", "2026-05-01", number="2")

    found = reads.histories(number_at(), day("2026-12-31"))

    assert found == {
        "1/go-live": [facts.Sample(said_ahead=100, took=200)],
        "2/go-live": [facts.Sample(said_ahead=100, took=120)],
    }
    assert list(reads.histories(number_at(), day("2026-06-30"))) == ["2/go-live"]
    assert list(reads.histories(number_at(), day("2026-12-31"), without="1")) == ["2/go-live"]


@pytest.fixture
def incoming():
    def made(content=b"one", **changed):
        dates = facts.DateUpdate(
            project="277",
            milestone="go-live",
            kind=facts.MoveKind.FORECAST,
            to=day("2026-10-31"),
            reason="Testing",
            place="Dates!F5",
        )
        said = facts.IncomingUpdate(
            on=day("2026-09-30"),
            dates=(dates,),
            statuses=(status("amber", place="Status!C5"),),
            content=content,
            name="updates.xlsx",
        )
        return replace(said, **changed)

    return made


def test_an_update_is_taken_in_once(kept, say, incoming, at):
    kept()
    say("baseline", "2026-01-05", "2026-06-30")

    first = writes.load_update(incoming=incoming(), by="a.patel", at=at)
    events_then = number_at()
    again = writes.load_update(incoming=incoming(), by="a.patel", at=at)

    assert first == again
    assert (first.reference, first.dates, first.statuses) == ("update/1", 1, 1)
    assert number_at() == events_then
    stands = reads.standings(number_at(), day("2026-12-31"))[0]
    assert stands.go_live.forecast == day("2026-10-31")
    assert stands.status.file == first.file
    assert reads.updates(number_at()) == [first]


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [
        ({"on": day("2026-01-04")}, writes.UnfitMove),
        ({"statuses": (status("green", cost=facts.Rating.RED),)}, writes.UnfitStatus),
        ({"statuses": (status(number="278"),)}, reads.UnknownProject),
    ],
)
def test_an_update_with_a_fault_is_refused_whole(kept, say, incoming, at, changed, refusal):
    kept()
    say("baseline", "2026-01-05", "2026-06-30")

    with pytest.raises(refusal):
        writes.load_update(incoming=incoming(**changed), by="a.patel", at=at)

    assert models.DateMove.objects.count() == 1
    assert models.Status.objects.count() == 0
    assert reads.updates(number_at()) == []


@pytest.mark.parametrize("many", [2, 40])
def test_reading_all_projects_asks_as_many_queries_for_two_as_for_forty(
    kept, say, find, many, django_assert_num_queries
):
    for number in range(many):
        kept(str(number))
        say("baseline", "2026-01-05", "2026-06-30", number=str(number))
        find(number=str(number))
    known = number_at()

    forget()

    with django_assert_num_queries(6):
        found = reads.standings(known, day("2026-12-31"))

    assert len(found) == many
    assert all(one.go_live and one.status for one in found)
