"""Editions that were frozen before reports could be about decisions: kept, provable, protected."""

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.utils import DatabaseError

from factories.stored_reports import draft, frozen, stored_results
from scrutable.audit import triggers
from scrutable.kernel.periods import Month
from scrutable.reports import models, reads

BEFORE, AFTER = ("reports", "0001_editions"), ("reports", "0002_decisions")
EARLIER = {
    "event": 1,
    "name": "CSS-2025-1",
    "contract": "CSS",
    "year": 2025,
    "number": 1,
    "kind": "contract-performance",
    "title": "Contract performance, quarter 2 of 2025/26",
    "first_month": Month(2025, 7),
    "last_month": Month(2025, 9),
    "as_at": date(2025, 9, 30),
    "council": "Westmere County Council",
    "meeting": "Overview and Scrutiny Board",
    "author": "Jo Smith",
    "links": "https://scrutable.westmere.example",
    "dated": date(2025, 10, 9),
    "opened_by": "j.smith",
    "opened_at": datetime(2025, 10, 9, 9, tzinfo=UTC),
}


def migrated(*target):
    """Take the app to the state and return its models as they were there."""
    executor = MigrationExecutor(connection)
    executor.migrate([target])
    return MigrationExecutor(connection).loader.project_state([target]).apps


@pytest.mark.django_db(transaction=True)
def test_editions_of_before_stay_as_they_were_and_are_still_protected():
    was = migrated(*BEFORE).get_model("reports", "Edition")
    key = was._meta.pk.column
    triggers.run(connection, triggers.statements(connection.vendor, "reports_edition", key))
    was.objects.create(**EARLIER)

    migrated(*AFTER)

    row = models.Edition.objects.get(name="CSS-2025-1")
    assert {name: getattr(row, name) for name in EARLIER} == EARLIER
    assert (row.decision, row.body, row.put_to) == ("", "", "")
    assert reads.edition("CSS-2025-1").reference == "edition/CSS-2025-1"
    for change in (models.Edition.objects.update, models.Edition.objects.all().delete):
        said = {"title": "Another"} if change == models.Edition.objects.update else {}
        with pytest.raises(DatabaseError, match="rows are never"):
            change(**said)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "said",
    [
        {"decision": "I017909"},  # about two things
        {"contract": ""},  # about nothing
        {"first_month": None},
        {"last_month": Month(2025, 6)},  # ends before it begins
        {"contract": "", "decision": "I017909"},  # a decision with months
    ],
)
def test_an_edition_is_on_months_of_a_contract_or_on_a_decision(said):
    with pytest.raises(IntegrityError), transaction.atomic():
        models.Edition.objects.create(**EARLIER | said)


@pytest.mark.django_db
def test_numbers_count_within_contract_or_decision():
    stored_results()

    assert [frozen().name, draft().name] == ["CSS-2026-1", "CSS-2026-2"]
