"""Updates taken in: in whole or not at all, once, each thing with its cell, in few queries."""

from dataclasses import replace

import pytest
from django.db import IntegrityError, transaction

from factories.project_facts import day, move, project, status
from scrutable.audit.reads import events, number_at, verify_chain
from scrutable.portfolio import facts, models, reads, writes

pytestmark = pytest.mark.django_db
ON = day("2026-09-30")


def date_said(kind, to, place, number="277", **more):
    approved = {"approver": "Board", "reason": "As agreed"}
    given = approved if kind in ("baseline", "rebaseline") else {"reason": ""}
    return facts.DateUpdate(
        project=number,
        milestone="go-live",
        title="Go-live",
        kind=facts.MoveKind(kind),
        to=day(to),
        place=place,
        **(given | more),
    )


DATES = (
    date_said("baseline", "2026-10-31", "Projects!K6"),
    date_said("rebaseline", "2026-11-30", "Dates!I6"),
    date_said("forecast", "2026-12-15", "Dates!F6"),
    date_said("baseline", "2026-12-31", "Projects!K7", number="278"),
)
INCOMING = facts.IncomingUpdate(
    on=ON,
    projects=tuple(
        facts.ProjectUpdate(project=project(number), place=f"Projects!B{row}")
        for number, row in (("277", 6), ("278", 7))
    ),
    dates=DATES,
    statuses=(status("amber", place="Status!D6"),),
    content=b"one",
    name="updates.xlsx",
)


def loaded(at, **changed):
    return writes.load_update(incoming=replace(INCOMING, **changed), by="a.patel", at=at)


def test_a_milestone_said_three_times_has_three_events_and_every_line_its_cell(at):
    before = number_at()

    found = loaded(at)

    known = number_at()
    assert known == before + 3
    assert (found.projects, found.dates, found.statuses, found.version) == (2, 4, 1, before + 1)
    assert [one.verb for one in events(subject="update/1")] == ["update_loaded"] * 3
    moves = reads.moves("277", known, ON)["go-live"]
    assert [(one.kind.value, one.place, one.version) for one in moves] == [
        ("baseline", "Projects!K6", before + 1),
        ("rebaseline", "Dates!I6", before + 2),
        ("forecast", "Dates!F6", before + 3),
    ]
    told = reads.told_in("project/277/go-live", known)
    assert [(one.place, one.event, one.file_name) for one in told] == [
        (one.place, one.version, "updates.xlsx") for one in moves
    ]
    assert [one.reference for one in reads.update_lines(1, known)] == [
        "project/277",
        "project/278",
        "project/277/status/2026-09-30",
        "project/277/go-live",
        "project/278/go-live",
        "project/277/go-live",
        "project/277/go-live",
    ]
    assert reads.told_in("project/277/go-live", before) == []
    assert verify_chain() == []


def test_the_same_file_is_another_where_another_map_reads_it(at):
    first = loaded(at)
    known = number_at()

    assert loaded(at) == first
    assert number_at() == known
    second = loaded(at, cell_map="cell-map/capital@7", dates=(), statuses=(), projects=())
    assert (second.number, second.cell_map) == (2, "cell-map/capital@7")
    assert reads.updates(number_at()) == [second, first]
    assert reads.update(2, number_at()) == second
    with pytest.raises(reads.UnknownUpdate, match="no update 3"):
        reads.update(3, number_at())


@pytest.mark.parametrize(
    ("changed", "refusal", "said"),
    [
        (
            {"dates": (*DATES, date_said("forecast", "2027-01-31", "Dates!F9", number="999"))},
            reads.UnknownMilestone,
            "999 has no milestone",
        ),
        (
            {"dates": (*DATES, date_said("rebaseline", "2027-01-31", "Dates!I9", approver=""))},
            writes.UnfitMove,
            "Dates!I9: Nobody is named who approved",
        ),
        (
            {"statuses": (status("red", number="999"),)},
            reads.UnknownProject,
            "no project 999",
        ),
        (
            {
                "projects": tuple(
                    facts.ProjectUpdate(
                        project=project(number, place=1, place_reason="First"), place="Projects!B6"
                    )
                    for number in ("277", "278")
                )
            },
            writes.UnfitProject,
            "Projects!B6: Place 1 is another project’s",
        ),
        (
            {
                "records": (
                    facts.RecordUpdate(
                        record=facts.Dependency(
                            project="277",
                            number=0,
                            on_whom="supplier/nobody",
                            what="A fix",
                            needed_by=ON,
                            state=facts.DependencyState.OPEN,
                            owner="Sam",
                        ),
                        place="Dependencies!A6",
                        cells={"on_whom": "Dependencies!C6"},
                    ),
                )
            },
            writes.UnfitRecord,
            "There is no supplier/nobody",
        ),
    ],
)
def test_with_one_thing_wrong_nothing_is_kept(at, changed, refusal, said):
    before = number_at()

    with pytest.raises(refusal, match=said):
        loaded(at, **changed)

    assert number_at() == before
    for table in (models.Project, models.DateMove, models.UpdateReceived, models.UpdateLine):
        assert table.objects.count() == 0


def test_what_was_read_before_somebody_else_wrote_is_held_against_the_records_again(at):
    known = number_at()
    writes.record_project(project=project(), by="a.patel", at=at)
    first = move("baseline", "2026-01-05", "2026-06-30")
    writes.move_date(
        project="277", milestone="go-live", title="Go-live", move=first, by="a.patel", at=at
    )

    with pytest.raises(writes.UnfitMove, match="Projects!K6: Go-live has its first date"):
        loaded(at, known=known)


def test_lines_and_maps_are_kept(at):
    loaded(at)
    with pytest.raises(IntegrityError), transaction.atomic():
        models.UpdateLine.objects.update(place="Dates!A1")
    with pytest.raises(IntegrityError), transaction.atomic():
        models.UpdateLine.objects.all()._raw_delete("default")


def test_as_much_is_asked_of_a_hundred_projects_as_of_two(at, django_assert_max_num_queries):
    numbers = [str(number) for number in range(100)]
    told = replace(
        INCOMING,
        projects=tuple(
            facts.ProjectUpdate(project=project(number), place="Projects!B6") for number in numbers
        ),
        dates=tuple(
            date_said("baseline", "2026-12-31", "Projects!K6", number=number) for number in numbers
        ),
        statuses=tuple(status("amber", number=number) for number in numbers),
    )

    with django_assert_max_num_queries(27):
        writes.load_update(incoming=told, by="a.patel", at=at)
    with django_assert_max_num_queries(14):
        reads.known_to_updates(number_at())
