"""What is kept of systems, issues and claims: refused, known as it was, read in few queries."""

from datetime import UTC, datetime

import pytest

from factories.assurance_facts import (
    AS_AT,
    ago,
    claim,
    drill,
    evidence,
    issue,
    phase,
    service,
    system,
)
from factories.stored_assurance import BY, stored_assurance
from scrutable.assurance import writes
from scrutable.assurance.facts import Issue, IssueState, Readiness
from scrutable.assurance.reads import claims, issues, systems
from scrutable.audit.models import Event
from scrutable.audit.reads import number_at
from scrutable.audit.writes import change
from scrutable.records.reads import every
from scrutable.records.writes import UnfitRecord, keep_all, record

pytestmark = pytest.mark.django_db
AT = datetime(2026, 10, 12, 9, tzinfo=UTC)


@pytest.fixture
def stored():
    stored_assurance()
    return number_at()


@pytest.mark.parametrize(
    ("of", "place"),
    [
        (system("PAY", "GONE"), "stands_on"),
        (system("PAY", supplier="supplier/gone"), "supplier"),
        (service("WAGES", "PAY"), "needs"),
        (drill(ago(1), system="PAY"), "system"),
        (drill(ago(1), hours=100), "outcome"),
        (issue(phase="GONE"), "phase"),
        (claim("X", body="EXEC"), "body"),
        (evidence(1, claim="GONE"), "claim"),
        (drill(ago(-1)), "on"),
        (issue(found_on=ago(-1), due=None), "found_on"),
    ],
)
def test_what_does_not_go_together_is_refused(stored, of, place):
    with pytest.raises(UnfitRecord) as refused:
        record(of=of, **BY)

    assert [one.place for one in refused.value.faults] == [place]
    assert number_at() == stored


def test_an_issue_is_known_as_it_was_then(stored):
    before = every(Issue, stored, number=2)[0]
    record(of=issue(2, due=None), **BY)

    standing, versions = issues.issue(2, number_at(), AS_AT)
    assert (standing.state, len(versions)) == (IssueState.NO_DATE, 2)
    assert issues.issue(2, stored, AS_AT)[0].issue == before


def test_everything_is_read_in_a_number_of_queries_that_does_not_grow(
    stored, django_assert_num_queries
):
    with change(verb="many", subject="many", by="tests", at=AT) as under_way:
        keep_all(
            [
                *(issue(number) for number in range(10, 210)),
                *(system(f"S{at}", "NET") for at in range(60)),
                *(service(f"V{at}", f"S{at}") for at in range(60)),
                *(drill(ago(at), system=f"S{at}", number=1) for at in range(60)),
                *(claim(f"C{at}") for at in range(60)),
                *(evidence(at, claim=f"C{at}", number=1) for at in range(60)),
                *(phase(f"P{at}") for at in range(9)),
            ],
            under_way,
        )
    known = number_at()

    with django_assert_num_queries(3):
        found = systems.landscape(known, AS_AT)
    assert len(found.systems) == 63
    assert sum(one.readiness is Readiness.PROVED for one in found.systems) == 60
    with django_assert_num_queries(1):
        listed = issues.issues(known, AS_AT)
    assert len(listed) == 204
    with django_assert_num_queries(1):
        assert len(issues.phases(known, listed)) == 11
    with django_assert_num_queries(2):
        assert len(claims.reassurance_map(known, AS_AT)) == 63
    with django_assert_num_queries(4):
        systems.systems_attention(known, AS_AT)
    with django_assert_num_queries(2):
        items = issues.issues_attention(known, AS_AT)
    assert [one.what for one in items] == ["202 issues of high priority", items[-1].what]
    with django_assert_num_queries(3):
        claims.claims_attention(known, AS_AT)


def test_attention_is_as_grave_as_the_council_holds_it(stored):
    found = {
        one.reference: one.gravity.name
        for one in (
            *systems.systems_attention(stored, AS_AT),
            *issues.issues_attention(stored, AS_AT),
            *claims.claims_attention(stored, AS_AT),
        )
    }

    assert found == {
        "system/CARE": "GRAVE",
        "system/LIBRARY": "GRAVE",
        "system/NET": "GRAVE",
        "issue/1": "SERIOUS",
        "issue/2": "SERIOUS",
        "issue/3": "CONCERN",
        "claim/EXIT": "SERIOUS",
        "claim/RESTORE": "SERIOUS",
    }


def test_progress_of_several_is_one_event(stored):
    writes.move_on(numbers=[1, 2], progress="Looked at", **BY)

    event = Event.objects.order_by("number").last()
    assert (event.number, event.verb) == (stored + 1, "issues_moved_on")
    assert "Looked at" not in event.body
