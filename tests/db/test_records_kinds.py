"""Every kind that is recorded whole, of every app: a table with its columns, its values back."""

from dataclasses import fields
from datetime import UTC, date, datetime

import pytest

from scrutable.assurance import facts as assurance
from scrutable.audit.writes import change
from scrutable.records.facts import Record
from scrutable.records.models import TABLES
from scrutable.records.reads import one, versions
from scrutable.records.writes import keep_all

AT = datetime(2026, 10, 12, 9, tzinfo=UTC)


def kinds(kind=Record):
    """Yield the name of every kind; a class with slots is made twice, and both stand below."""
    for below in kind.__subclasses__():
        yield below.__module__, below.__name__
        yield from kinds(below)


def test_every_kind_has_a_table_and_no_other_kind_has():
    known = {(kind.__module__, kind.__name__) for kind in TABLES}

    assert {name for name in kinds() if name[0].startswith("scrutable.")} == known


@pytest.mark.parametrize("kind", sorted(TABLES, key=lambda kind: kind.__qualname__), ids=str)
def test_a_table_has_the_key_and_the_fields_of_its_kind(kind):
    columns = {field.name for field in TABLES[kind]._meta.get_fields()} - {"id", "event"}

    assert TABLES[kind].KEY == kind.KEY
    assert columns == {field.name for field in fields(kind)} - {"version"}


def recorded(of):
    with change(verb="told", subject="tests", by="k.adeyemi", at=AT) as under_way:
        (kept,) = keep_all([of], under_way)
    return kept


@pytest.mark.django_db
@pytest.mark.parametrize("level", [None, assurance.Level.PARTLY])
def test_what_may_be_a_level_or_nothing_comes_back_as_that(level):
    said = assurance.Answer(
        assessment="2025", system="CARE", outcome="B1.a", level=level, evidence=("a", "b")
    )

    kept = recorded(said)

    found = one(assurance.Answer, kept.version, **{name: getattr(said, name) for name in said.KEY})
    assert found == kept
    assert found.level is level


@pytest.mark.django_db
def test_a_line_of_assurance_comes_back_as_a_line():
    said = assurance.Evidence(
        claim="BACKUPS", number=0, what="Restored", on=date(2026, 9, 1), checked_by="Audit",
        line=assurance.Line.THIRD,
    )  # fmt: skip

    kept = recorded(said)

    (found,) = versions(assurance.Evidence, kept.version, claim="BACKUPS", number=1)
    assert found.line is assurance.Line.THIRD
