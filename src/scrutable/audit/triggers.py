"""Triggers that make the database itself refuse a change to rows that are kept.

On SQLite a later AlterField rebuilds the table and loses its triggers: such a migration must
call `keep` again (a test looks for every one after all migrations).
"""

from collections.abc import Iterable

from django.apps import apps
from django.db import migrations
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

SQLITE = {
    "no_update": "CREATE TRIGGER {t}_no_update BEFORE UPDATE ON {t} "
    "BEGIN SELECT RAISE(ABORT, '{t}: rows are never changed'); END",
    "no_delete": "CREATE TRIGGER {t}_no_delete BEFORE DELETE ON {t} "
    "BEGIN SELECT RAISE(ABORT, '{t}: rows are never removed'); END",
    "no_replace": "CREATE TRIGGER {t}_no_replace BEFORE INSERT ON {t} "
    "WHEN EXISTS (SELECT 1 FROM {t} WHERE {pk} = NEW.{pk}) "
    "BEGIN SELECT RAISE(ABORT, '{t}: rows are never replaced'); END",
}
REFUSE = """
CREATE OR REPLACE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '%: rows are never changed or removed', TG_TABLE_NAME
USING ERRCODE = 'integrity_constraint_violation'; END $$
"""
POSTGRESQL = {
    "keep": "CREATE TRIGGER {t}_keep BEFORE UPDATE OR DELETE ON {t} "
    "FOR EACH ROW EXECUTE FUNCTION audit_refuse()",
    "keep_all": "CREATE TRIGGER {t}_keep_all BEFORE TRUNCATE ON {t} "
    "FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()",
}


def statements(vendor: str, table: str, key: str) -> list[str]:
    """Return the SQL that puts the table's triggers on."""
    if vendor == "postgresql":
        return [REFUSE, *(text.format(t=table) for text in POSTGRESQL.values())]
    return [text.format(t=table, pk=key) for text in SQLITE.values()]


def removals(vendor: str, table: str) -> list[str]:
    """Return the SQL that takes the table's triggers off."""
    if vendor == "postgresql":
        return [f"DROP TRIGGER IF EXISTS {table}_{name} ON {table}" for name in POSTGRESQL]
    return [f"DROP TRIGGER IF EXISTS {table}_{name}" for name in SQLITE]


def keep(*tables: str, key: str = "id") -> migrations.RunPython:
    """Return the migration operation that protects the tables; reversing it takes them off.

    A table that has its triggers still, as PostgreSQL's have after an AlterField, gets them anew.
    """

    def forwards(_apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
        vendor = editor.connection.vendor
        for table in tables:
            for text in (*removals(vendor, table), *statements(vendor, table, key)):
                editor.execute(text, params=None)

    def backwards(_apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
        for table in tables:
            for text in removals(editor.connection.vendor, table):
                editor.execute(text, params=None)

    return migrations.RunPython(forwards, backwards)


def kept_tables() -> list[tuple[str, str]]:
    """Return table and key column of every model whose rows are kept."""
    from scrutable.audit.models import Event, Kept  # noqa: PLC0415  (models load after apps)

    kept = [m for m in apps.get_models() if m is Event or issubclass(m, Kept)]
    return [(m._meta.db_table, str(m._meta.pk.column)) for m in kept]  # noqa: SLF001  (Django's own API)


def run(connection: BaseDatabaseWrapper, texts: Iterable[str]) -> None:
    """Execute the statements; for tests and repairs by hand, never for the product."""
    with connection.cursor() as cursor:
        for text in texts:
            cursor.execute(text)
