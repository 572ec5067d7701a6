"""The shared world: one person for each role, and a database that can be emptied again."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.apps import apps
from django.core.cache import cache
from django.db import connection
from django.db.backends.base.operations import BaseDatabaseOperations
from hypothesis import settings as hypothesis_settings

from scrutable.access.facts import PersonDetails, Role
from scrutable.access.writes import add_person
from scrutable.audit import reads, triggers
from scrutable.contracts.reads.performance import forget

AT = datetime(2026, 4, 1, 8, tzinfo=UTC)
PASSWORD = "a long enough password"
SUPPLIER = "supplier/norland-services"

hypothesis_settings.register_profile("ci", derandomize=True, deadline=None)
hypothesis_settings.load_profile("ci")

_plain_flush = BaseDatabaseOperations.execute_sql_flush


def _flush(self, sql_list):
    """Empty the tables with the triggers off; rows that are kept refuse to go otherwise."""
    vendor, tables = self.connection.vendor, triggers.kept_tables()
    for table, _ in tables:
        triggers.run(self.connection, triggers.removals(vendor, table))
    try:
        _plain_flush(self, sql_list)
    finally:
        for table, key in tables:
            triggers.run(self.connection, triggers.statements(vendor, table, key))


BaseDatabaseOperations.execute_sql_flush = _flush


@pytest.fixture(autouse=True)
def _forget():
    """Tries to sign in are counted in the cache; what was read is kept by event number."""
    if apps.ready:
        cache.clear()
        forget()
        reads.forget()


NAMED_IN_SQL = re.compile(r'(?:FROM|JOIN)\s+"?(\w+)"?', re.IGNORECASE)


def _only_what_is_named(execute, sql, params, many, context):
    """Refuse to read, for an answer that is kept until its tables are written into, of others.

    Events apart: what is read of them is by number, and they are never written again.
    """
    tables = reads.named()
    if tables is not None:
        ours = {table._meta.db_table for table in apps.get_models() if _is_ours(table)}
        others = {*NAMED_IN_SQL.findall(sql)} & ours - {table._meta.db_table for table in tables}
        assert others == set(), f"an answer that does not name {others} reads {sql}"
    return execute(sql, params, many, context)


def _is_ours(table):
    return table.__module__.startswith("scrutable.") and table._meta.label != "audit.Event"


@pytest.fixture(autouse=True)
def _kept_answers_rest_on_what_they_name():
    with connection.execute_wrapper(_only_what_is_named):
        yield


@pytest.fixture
def at():
    return AT


def _person(username, full_name, role, supplier=""):
    details = PersonDetails(
        username=username,
        full_name=full_name,
        role=role,
        email=f"{username}@westmere.example",
        supplier=supplier,
    )
    return add_person(details=details, password=PASSWORD, by="tests", at=AT)


@pytest.fixture
def contract_manager(db):
    return _person("j.smith", "Jo Smith", Role.CONTRACT_MANAGER)


@pytest.fixture
def officer(db):
    return _person("a.patel", "Anita Patel", Role.OFFICER)


@pytest.fixture
def supplier_person(db):
    return _person("n.ward", "Nick Ward", Role.SUPPLIER, SUPPLIER)


@pytest.fixture
def member(db):
    return _person("c.osei", "Councillor Comfort Osei", Role.MEMBER)


@pytest.fixture
def clerk(db):
    return _person("a.clerk", "Alex Clerk", Role.CLERK)


@pytest.fixture
def report_author(db):
    return _person("d.reyes", "Dana Reyes", Role.REPORT_AUTHOR)


@pytest.fixture
def scrutiny_officer(db):
    return _person("t.okafor", "Tobi Okafor", Role.SCRUTINY_OFFICER)


@pytest.fixture
def housekeeper(db):
    return _person("b.khan", "Bilal Khan", Role.HOUSEKEEPER)


@pytest.fixture
def cyber_lead(db):
    return _person("k.adeyemi", "Kemi Adeyemi", Role.CYBER_LEAD)


@pytest.fixture
def finance_director(db):
    return _person("h.brandt", "Helga Brandt", Role.FINANCE_DIRECTOR)


@pytest.fixture
def auditor(db):
    return _person("r.lindqvist", "Rune Lindqvist", Role.AUDITOR)


@pytest.fixture
def administrator(db):
    return _person("m.doyle", "Maeve Doyle", Role.ADMINISTRATOR)


def pytest_addoption(parser):
    parser.addoption("--update-golden", action="store_true", help="write tests/golden again")


@pytest.fixture
def golden(request):
    """Hold a text against the file of that name in tests/golden."""

    def check(name, text):
        path = Path(__file__).parent / "golden" / name
        if request.config.getoption("--update-golden"):
            path.write_text(text, "utf-8")
        assert text == path.read_text("utf-8")

    return check
