"""Rows that are kept: what was known at a number, and triggers on every such table."""

from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, connection, transaction

from scrutable.audit import triggers
from scrutable.audit.reads import as_known
from scrutable.registers import models
from scrutable.registers.facts import Supplier
from scrutable.registers.writes import record_supplier

pytestmark = pytest.mark.django_db
AT = datetime(2026, 4, 1, 12, tzinfo=UTC)


def triggers_in_place():
    catalogue = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
        "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'O'",
    }
    with connection.cursor() as cursor:
        cursor.execute(catalogue[connection.vendor])
        return {name for (name,) in cursor.fetchall()}


def expected_triggers(table):
    names = triggers.POSTGRESQL if connection.vendor == "postgresql" else triggers.SQLITE
    return {f"{table}_{name}" for name in names}


def test_after_all_migrations_every_kept_table_has_its_triggers():
    in_place = triggers_in_place()
    tables = [table for table, _ in triggers.kept_tables()]

    lacking = {
        table: sorted(expected_triggers(table) - in_place)
        for table in tables
        if expected_triggers(table) - in_place
    }

    assert {"audit_event", "contracts_result", "registers_supplier"} <= set(tables)
    assert lacking == {}


def named(name):
    record_supplier(
        supplier=Supplier(reference="supplier/norland-services", name=name), by="j.smith", at=AT
    )


def test_a_correction_is_a_new_row_and_the_old_one_stays():
    named("Norland")
    named("Norland Services")

    rows = models.Supplier.objects.order_by("event")

    assert [row.name for row in rows] == ["Norland", "Norland Services"]
    for known, name in ((1, ["Norland"]), (2, ["Norland Services"]), (9, ["Norland Services"])):
        assert [row.name for row in as_known(models.Supplier.objects.all(), known)] == name
    assert not as_known(models.Supplier.objects.all(), 0).exists()


@pytest.mark.parametrize("attempt", ["update", "delete", "save"])
def test_a_kept_row_is_neither_changed_nor_removed(attempt):
    named("Norland")
    row = models.Supplier.objects.get()
    attempts = {
        "update": lambda: models.Supplier.objects.update(name="x"),
        "delete": lambda: models.Supplier.objects.all().delete(),
        "save": row.save,
    }

    with pytest.raises(IntegrityError, match="rows are never"), transaction.atomic():
        attempts[attempt]()

    assert models.Supplier.objects.get().name == "Norland"


def test_a_kept_row_is_not_replaced_through_another_unique_key():
    named("Norland")
    insert = "INSERT {} INTO registers_supplier (id, event, reference, name) {} {}"
    copy = "SELECT id + 1, event, reference, 'x' FROM registers_supplier"
    ways = {
        "sqlite": insert.format("OR REPLACE", copy, ""),
        "postgresql": insert.format(
            "", copy, "ON CONFLICT (reference, event) DO UPDATE SET name = 'x'"
        ),
    }

    with pytest.raises(IntegrityError, match="rows are never"), transaction.atomic():
        triggers.run(connection, [ways[connection.vendor]])

    assert models.Supplier.objects.get().name == "Norland"


def test_triggers_come_off_and_go_on_again():
    on = expected_triggers("audit_event")

    triggers.run(connection, triggers.removals(connection.vendor, "audit_event"))
    off = triggers_in_place()
    triggers.run(connection, triggers.statements(connection.vendor, "audit_event", "number"))

    assert not on & off
    assert on <= triggers_in_place()
