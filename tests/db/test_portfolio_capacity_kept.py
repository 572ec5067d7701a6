"""Posts, procurements, redirections, reviews and features as they stood on any day."""

from datetime import UTC, datetime

import pytest

from factories.capacity_facts import day, feature, post, procurement, redirection, review
from factories.project_facts import move, project
from scrutable.audit.reads import number_at
from scrutable.portfolio import facts, reads, writes
from scrutable.portfolio.reads.attending import capacity as attending_capacity
from scrutable.portfolio.reads.attending import processes as attending_processes

pytestmark = pytest.mark.django_db
AT = datetime(2026, 1, 5, 9, tzinfo=UTC)
TODAY = day("2026-10-12")


def record(of, **options):
    return writes.record(of=of, by="a.patel", at=AT, **options)


def begin(number, *moves):
    writes.record_project(project=project(number), by="a.patel", at=AT)
    for one in moves:
        writes.move_date(
            project=number, milestone="go-live", title="Go-live", move=one, by="a.patel", at=AT
        )


def test_a_post_stands_as_it_was_on_the_day_that_is_asked_about():
    record(post("A1", "vacant", "2026-01-05"))
    record(post("A1", "filled", "2026-06-01"))
    record(post("A2", "vacant", "2026-08-03"))
    known = number_at()

    by_may = reads.staffing(known, day("2026-05-31"))
    by_june = reads.staffing(known, day("2026-06-01"))

    assert [(one.code, one.filling.value) for one in by_may.posts] == [("A1", "vacant")]
    assert [(one.code, one.filling.value) for one in by_june.posts] == [("A1", "filled")]
    assert reads.staffing(known, TODAY).total.today == 2


def test_a_post_is_known_as_it_was_then():
    first = record(post("A1", "vacant", "2026-01-05"))
    record(post("A1", "filled", "2026-01-05"))

    found = reads.staffing(first.version, TODAY)

    assert found.total.vacant == 1


def test_the_structure_that_it_is_to_become_takes_one_query(django_assert_num_queries):
    for number in range(40):
        record(post(f"A{number}"))
    known = number_at()

    with django_assert_num_queries(1):
        found = reads.staffing(known, TODAY)

    assert found.total.filled == 40


def test_a_procurement_keeps_its_first_day_of_signing(django_assert_num_queries):
    begin("207")
    record(procurement(signed_by="2026-07-31", projects=("207",)))
    record(procurement("PR-2", signed_by="2026-12-31"))
    record(procurement(signed_by="2026-12-18", since="2026-09-01", projects=("207",)))
    known = number_at()

    with django_assert_num_queries(2):
        first, second = reads.procurements(known, TODAY)

    assert (first.procurement.code, first.late_against_first) == ("PR-1", 73)
    assert first.waiting == ("207",)
    assert second.is_late is False
    assert reads.procurements(known, day("2026-08-31"))[0].procurement.signed_by == day(
        "2026-07-31"
    )


def test_what_redirecting_cost_comes_from_the_dates_of_each_project(django_assert_num_queries):
    begin("208", move("baseline", "2025-01-13", "2026-03-31"))
    begin("212", move("baseline", "2025-06-09", "2026-06-30"))
    later = move("rebaseline", "2026-01-12", "2026-10-30")
    writes.move_date(
        project="208", milestone="go-live", title="Go-live", move=later, by="a.patel", at=AT
    )
    for number in ("208", "212"):
        record(redirection(project=number, number=0, days_lost=10, effect="Counted"))
    known = number_at()

    with django_assert_num_queries(3):
        found = reads.redirections(known, TODAY)

    assert [(one.redirection.project, one.days_by_dates) for one in found] == [
        ("208", 213),
        ("212", 0),
    ]
    assert [one.redirection.reference for one in reads.redirections(known, TODAY, "212")] == [
        "project/212/redirection/1"
    ]
    assert reads.redirections(known, day("2025-12-09")) == []


def test_nothing_is_recorded_of_a_project_that_there_is_not():
    with pytest.raises(writes.UnfitRecord, match="There is no project 999") as refused:
        record(redirection(project="999", number=0))
    assert [fault.place for fault in refused.value.faults] == ["project"]

    with pytest.raises(writes.UnfitRecord, match="There is no project 998"):
        record(procurement(projects=("998",)))
    assert reads.every(facts.Procurement, number_at()) == []


def test_a_review_counts_as_done_from_its_day_on():
    record(review(number=0))
    record(review("done", done="2026-09-14", result="One form"))
    known = number_at()

    assert reads.process_reviews(known, day("2026-09-13"))[0].days_late == 75
    assert reads.process_reviews(known, TODAY)[0].review.state is facts.ReviewState.DONE


def test_a_feature_has_the_count_of_the_day_and_the_dearest_comes_first():
    record(feature(number=0))
    record(feature(number=0, using=0, pounds="9000", title="Recording"))
    record(feature(number=0, using=None, counted=None, title="Queue"))
    record(feature(using=399, counted="2026-10-01"))
    known = number_at()

    found = reads.features(known, TODAY)

    assert [one.feature.title for one in found] == ["Recording", "Call-back", "Queue"]
    assert found[1].feature.using == 399
    assert reads.features(known, day("2026-09-30"))[1].feature.using == 100


def test_what_needs_a_person_follows_the_councils_policy():
    begin("207")
    record(post("A1", "vacant", "2026-01-05"))
    record(procurement(projects=("207",)))
    record(feature(number=0))
    record(review(number=0))
    known = number_at()

    assert [one.reference for one in attending_capacity.attention(TODAY, known)] == [
        "post/A1",
        "procurement/PR-1",
    ]
    assert [one.reference for one in attending_processes.attention(TODAY, known)] == [
        "process-review/1",
        "feature/1",
    ]
