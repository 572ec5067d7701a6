"""Dependence on suppliers, read as it was known, in a bounded number of queries."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from factories.dependence_facts import CSS, FENBRIDGE, HOST, NORLAND, WAN, day
from factories.project_facts import move, project
from scrutable.audit.reads import forget, number_at
from scrutable.portfolio import facts, reads, writes
from scrutable.portfolio.reads.attending.dependence import attention
from scrutable.portfolio.reads.dependence import served_by
from scrutable.registers import writes as registers

pytestmark = pytest.mark.django_db
FIRST = datetime(2025, 5, 1, 9, tzinfo=UTC)
LATER = datetime(2026, 5, 1, 9, tzinfo=UTC)
TODAY = day("2026-10-12")


def keep(number, at, **changed):
    writes.record_project(project=project(number, **changed), by="a.patel", at=at)


@pytest.fixture
def kept():
    for contract in (CSS, WAN, HOST):
        registers.record_supplier(supplier=contract.supplier, by="a.patel", at=FIRST)
        registers.record_contract(contract=contract, by="a.patel", at=FIRST)
    listed = {"place_reason": "Members asked"}
    keep("201", FIRST, suppliers=(NORLAND.reference,), place=1, **listed)
    keep("202", FIRST, contracts=("contract/WAN",), place=2, **listed)
    keep("203", FIRST, suppliers=(NORLAND.reference,))
    keep("203", LATER, suppliers=(NORLAND.reference,), stage=facts.ProjectStage.STOPPED)
    keep("202", LATER, suppliers=(NORLAND.reference,), contracts=("contract/WAN",))


def test_projects_count_as_they_were_recorded_on_each_day(kept):
    found = reads.dependence(TODAY, number_at())

    now, before = found.now, found.before
    assert (now.projects, now.priority) == (2, 1)
    assert (before.projects, before.priority) == (3, 2)
    assert (now.of(NORLAND.reference).projects, now.of(FENBRIDGE.reference).projects) == (2, 1)
    assert (before.of(NORLAND.reference).projects, before.of(NORLAND.reference).priority) == (2, 1)
    assert before.of(FENBRIDGE.reference).projects == 1
    assert now.of(NORLAND.reference).share == Decimal("88.7")
    assert [(one.on.isoformat(), one.projects) for one in found.over_time] == [
        ("2022-03-31", None),
        ("2023-03-31", None),
        ("2024-03-31", None),
        ("2025-03-31", None),
        ("2026-03-31", 3),
        ("2026-10-12", 2),
    ]
    assert [one.code for one in found.contracts] == ["CSS", "HOST", "WAN"]


def test_what_was_known_before_is_counted_as_it_was(kept):
    then = number_at(datetime(2026, 4, 30, tzinfo=UTC))

    found = reads.dependence(TODAY, then)

    assert (found.now.projects, found.now.priority) == (3, 2)
    assert reads.dependence(TODAY, 0).now.shares == ()


def test_a_supplier_is_named_by_the_councils_own_limits(kept):
    found = attention(TODAY, number_at())

    assert [one.reference for one in found] == [NORLAND.reference]
    assert found[0].why == (
        "It carries 88.7% of the yearly contract value and 3 of 5 critical services"
    )


def test_queries_are_as_many_for_one_project_as_for_fifty(kept, django_assert_num_queries):
    known = number_at()
    with django_assert_num_queries(10):
        reads.dependence(TODAY, known)
    for number in range(300, 350):
        keep(str(number), LATER, suppliers=(NORLAND.reference,))
    known = number_at()
    with django_assert_num_queries(10):
        reads.dependence(TODAY, known)


def test_a_timeline_is_read_in_one_query_with_every_notch_known_by_the_day(
    kept, django_assert_num_queries
):
    for kind, on, to in (
        ("baseline", "2025-05-01", "2026-01-31"),
        ("rebaseline", "2025-06-01", "2026-06-30"),
        ("forecast", "2025-07-01", "2026-07-31"),
        ("rebaseline", "2025-08-01", "2026-12-31"),
    ):
        writes.move_date(
            project="201",
            milestone="go-live",
            title="Go-live",
            move=move(kind, on, to),
            by="a.patel",
            at=LATER,
        )
    known = number_at()
    judged = reads.judged(known, TODAY)

    with django_assert_num_queries(1):
        found = reads.planned(judged, known, TODAY)

    assert [one.project.number for one in found] == ["201", "202", "203"]
    assert found[0].notches == (day("2026-06-30"), day("2026-12-31"))
    assert found[0].version == known
    early = reads.judged(known, day("2025-07-31"))
    assert reads.planned(early, known, day("2025-07-31"))[0].notches == (day("2026-06-30"),)


def test_a_suppliers_projects_are_read_with_both_slips_whoever_names_it(
    kept, django_assert_num_queries
):
    writes.move_date(
        project="202",
        milestone="go-live",
        title="Go-live",
        move=move("baseline", "2025-05-01", "2026-10-01"),
        by="a.patel",
        at=LATER,
    )
    known = number_at()

    forget()
    with django_assert_num_queries(6):
        found = served_by(FENBRIDGE.reference, {"contract/WAN"}, known, TODAY)

    assert [(one.project.number, one.slip.against_original) for one in found] == [("202", 11)]
    assert served_by("supplier/nobody", (), known, TODAY) == []
    early = served_by(NORLAND.reference, (), known, day("2025-04-30"))
    assert [(one.project.number, one.line) for one in early] == [
        ("201", None),
        ("202", None),
        ("203", None),
    ]
