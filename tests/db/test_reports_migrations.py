"""Editions begun before reports could be about anything: kept, named as they were, protected."""

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.utils import DatabaseError

from factories.stored_reports import draft, frozen, stored_results
from scrutable.audit import triggers
from scrutable.kernel.periods import Month
from scrutable.reports import models, reads

BEFORE, AFTER = ("reports", "0001_editions"), ("reports", "0003_about_anything")
WITH_DECISIONS = ("reports", "0002_decisions")
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
    kept = {name: value for name, value in EARLIER.items() if name != "contract"}
    assert {name: getattr(row, name) for name in kept} == kept
    assert (row.about, row.body, row.put_to) == ("contract/CSS", "", "")
    assert reads.edition("CSS-2025-1").reference == "edition/CSS-2025-1"
    assert reads.edition("CSS-2025-1").contract == "CSS"
    for change in (models.Edition.objects.update, models.Edition.objects.all().delete):
        said = {"title": "Another"} if change == models.Edition.objects.update else {}
        with pytest.raises(DatabaseError, match="rows are never"):
            change(**said)


@pytest.mark.django_db(transaction=True)
def test_what_editions_were_about_is_carried_there_and_back():
    was = migrated(*WITH_DECISIONS).get_model("reports", "Edition")
    was.objects.create(**EARLIER)
    months = {"first_month": None, "last_month": None}
    on_decision = {"name": "I017909-2025-1", "contract": "", "decision": "I017909"}
    was.objects.create(**EARLIER | months | on_decision)

    migrated(*AFTER)
    abouts = dict(models.Edition.objects.order_by("id").values_list("name", "about"))
    back = migrated(*WITH_DECISIONS).get_model("reports", "Edition")
    codes = list(back.objects.order_by("id").values_list("contract", "decision"))
    migrated(*AFTER)

    assert abouts == {"CSS-2025-1": "contract/CSS", "I017909-2025-1": "decision/I017909"}
    assert codes == [("CSS", ""), ("", "I017909")]


NOW = {name: value for name, value in EARLIER.items() if name != "contract"} | {
    "about": "contract/CSS"
}


@pytest.mark.django_db
@pytest.mark.parametrize(
    "said",
    [
        {"about": ""},  # about nothing
        {"first_month": None, "last_month": None},  # a contract without months
        {"first_month": None},
        {"last_month": None},
        {"last_month": Month(2025, 6)},  # ends before it begins
        {"about": "decision/I017909"},  # a decision with months
    ],
)
def test_an_edition_is_about_one_thing_and_of_whole_months(said):
    with pytest.raises(IntegrityError), transaction.atomic():
        models.Edition.objects.create(**NOW | said)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "said",
    [
        {"about": "portfolio/IT"},  # half a year
        {"about": "project/201", "first_month": None, "last_month": None},
        {"about": "decision/I017909", "first_month": None, "last_month": None},
    ],
)
def test_an_edition_may_be_about_anything_that_has_a_reference(said):
    models.Edition.objects.create(**NOW | said)

    assert reads.edition("CSS-2025-1").about == said["about"]


@pytest.mark.django_db
def test_numbers_count_within_what_it_is_about():
    stored_results()

    assert [frozen().name, draft().name] == ["CSS-2026-1", "CSS-2026-2"]
