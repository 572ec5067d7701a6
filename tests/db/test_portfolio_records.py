"""Whatever is recorded whole: numbered, versioned, kept, and logged."""

from dataclasses import fields
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.db import DatabaseError, transaction

from factories.project_facts import project
from scrutable.audit import reads as audit
from scrutable.portfolio import facts, models, reads, writes

pytestmark = pytest.mark.django_db
AT = datetime(2026, 1, 5, 9, tzinfo=UTC)


def post(**said):
    return facts.Post(
        **{
            "code": "P1",
            "title": "Architect",
            "team": "Design",
            "filling": facts.Filling.VACANT,
            "since": date(2026, 1, 1),
            "is_wanted": True,
            **said,
        }
    )


def record(of, **options):
    return writes.record(of=of, by="a.patel", at=AT, **options)


def of_projects(*numbers):
    for number in numbers:
        writes.record_project(project=project(number), by="a.patel", at=AT)


def test_every_kind_has_a_table_and_a_key_that_its_table_has():
    named = [getattr(facts, name) for name in facts.__all__]
    kinds = {one for one in named if isinstance(one, type) and issubclass(one, facts.Record)} - {
        facts.Record
    }

    assert set(models.TABLES) == kinds
    for kind, table in models.TABLES.items():
        assert table.KEY == kind.KEY
        columns = {field.name for field in table._meta.get_fields()} - {"id", "event"}
        assert columns == {field.name for field in fields(kind)} - {"version"}


def test_a_later_version_stands_and_the_earlier_is_known_at_its_number():
    first = record(post())
    second = record(post(filling=facts.Filling.FILLED, since=date(2026, 2, 1)))

    assert reads.every(facts.Post, first.version) == [first]
    assert reads.every(facts.Post, second.version) == [second]
    assert reads.versions(facts.Post, second.version, code="P1") == [first, second]
    assert reads.stands(facts.Post, first.version - 1, code="P1") is None


def test_a_filter_asks_of_what_stands_and_not_of_what_stood():
    record(post())
    last = record(post(filling=facts.Filling.FILLED))

    assert reads.every(facts.Post, last.version, filling="vacant") == []
    assert reads.every(facts.Post, last.version, filling="filled") == [last]


def test_a_number_of_nought_is_given_the_next_within_the_rest_of_the_key():
    of_projects("1", "2")

    def item(number):
        return facts.DelayCost(
            project=number, number=0, on=date(2026, 1, 4), pounds=Decimal("10.50"), what_for="A"
        )

    found = [record(item(number)) for number in ("1", "1", "2")]

    assert [(one.project, one.number) for one in found] == [("1", 1), ("1", 2), ("2", 1)]
    assert audit.events(most=1)[0].subject == "project/2/delay-cost/1"


def test_what_is_stored_comes_back_as_it_was_told():
    of_projects("1")
    told = facts.BusinessCase(
        project="1",
        stage=facts.CaseStage.FULL,
        outcome=facts.CaseOutcome.IN_PREPARATION,
        complete=(facts.CasePart.STRATEGIC, facts.CasePart.FINANCIAL),
        cost=Decimal("1200.50"),
    )

    kept = record(told)

    found = reads.one(facts.BusinessCase, kept.version, project="1", stage=facts.CaseStage.FULL)
    assert found == kept
    assert str(found.cost) == "1200.50"


def test_the_log_tells_what_was_and_what_is():
    record(post())
    record(post(filling=facts.Filling.INTERIM))

    event = audit.events(most=1)[0]

    assert event.verb == "post_recorded"
    assert event.before["filling"] == "vacant"
    assert event.after["filling"] == "interim"


def test_nobody_writes_over_what_they_have_not_seen():
    first = record(post())
    record(post(filling=facts.Filling.FILLED), based_on=first.version)

    with pytest.raises(writes.WrittenMeanwhile, match="Look at what stands"):
        record(post(filling=facts.Filling.INTERIM), based_on=first.version)
    with pytest.raises(writes.WrittenMeanwhile):
        record(post(), based_on=0)

    assert len(reads.versions(facts.Post, audit.number_at(), code="P1")) == 2


def test_what_is_not_there_is_asked_for_by_name():
    with pytest.raises(reads.UnknownRecord, match=r"There is no post P9\. Check it in the list."):
        reads.one(facts.Post, 0, code="P9")


def test_the_database_refuses_to_change_what_is_kept():
    record(post())

    with pytest.raises(DatabaseError), transaction.atomic():
        models.Post.objects.update(title="Other")
    with pytest.raises(DatabaseError), transaction.atomic():
        models.Post.objects.all().delete()
