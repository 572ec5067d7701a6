"""The licence position kept whole by each event, and what is signed of it."""

from dataclasses import fields, replace
from datetime import UTC, date, datetime

import pytest
from django.db import DatabaseError, transaction

from scrutable.audit import reads as audit
from scrutable.housekeeping import facts, models, reads, writes
from scrutable.housekeeping.facts import (
    CameTo,
    Consumption,
    Entitlement,
    Inventoried,
    Metric,
    PartOfEstate,
    SoftwareProduct,
    Verdict,
)
from scrutable.housekeeping.rules import licences as rules
from scrutable.records.reads import every
from scrutable.records.writes import UnfitRecord, record

pytestmark = pytest.mark.django_db
AS_AT = date(2026, 9, 30)
AT = datetime(2026, 10, 1, 9, tzinfo=UTC)
TABLES = [
    facts.LicenceCoverage, facts.LicenceGap, facts.LicencePosition, facts.LicenceStatement,
    facts.LicenceTerm, facts.SoftwareProduct,
]  # fmt: skip
DATABASE = Entitlement(
    row=2, agreement="DB-1", product="Database", metric=Metric.CORE, quantity=120, once_pence=5
)


def keep(*lines, cores=160, as_at=AS_AT):
    """Keep what these entitlements and so many cores in use come to."""
    known = rules.known_products([], lines)
    consumed = [
        Consumption(
            product="database", metric=Metric.CORE, number=cores, rows=9, uncounted=2, idle=0
        )
    ]
    left_out = rules.uncounted(consumed, known, as_at)
    position = rules.positions(lines, consumed, known, as_at=as_at)
    coverage = rules.coverage(
        as_at=as_at,
        rows=9,
        used=3,
        left_out=left_out,
        devices=Inventoried(devices=100, inventoried=93),
    )
    came_to = CameTo(
        part=PartOfEstate.LICENCES,
        as_at=as_at,
        lines=(),
        found=rules.licence_findings(position),
        extracts=(),
        engine="duckdb",
        kept=(coverage, *position, *rules.terms(lines, known, as_at=as_at), *left_out),
    )
    return writes.keep_snapshot(came_to=came_to, by="b.khan", at=AT)


def sign(**other):
    position = reads.licences(audit.number_at(), AS_AT)
    told = rules.statement(
        position,
        verdict=Verdict.SOME,
        not_assessed="Two rows",
        signed=("Priya Nair", "Director of Finance", date(2026, 10, 1)),
    )
    return record(of=replace(told, **other), by="b.khan", at=AT)


def refused(of):
    with pytest.raises(UnfitRecord) as refusal:
        record(of=of, by="b.khan", at=AT)
    return [one.fault for one in refusal.value.faults]


@pytest.mark.parametrize("kind", TABLES)
def test_the_tables_have_the_fields_of_the_facts(kind):
    columns = {field.name for field in models.TABLES[kind]._meta.get_fields()} - {"id", "event"}

    assert columns == {field.name for field in fields(kind)} - {"version"}
    assert models.TABLES[kind].KEY == kind.KEY


def test_what_was_kept_comes_back_whole():
    snapshot = keep(DATABASE)

    found = reads.licences(audit.number_at(), AS_AT)

    assert found.version == snapshot.version
    assert [(one.title, one.entitled, one.used) for one in found.positions] == [
        ("Database", 120, 160)
    ]
    assert [(one.agreement, one.licences) for one in found.terms] == [("DB-1", 120)]
    assert [(one.title, one.rows) for one in found.gaps] == [("Database", 2)]
    assert (found.coverage.products, found.coverage.products_assessed) == (3, 2)
    assert reads.licences_kept_by(snapshot.version) == found


def test_a_later_look_at_the_same_day_stands_whole_in_its_place():
    first = keep(DATABASE, replace(DATABASE, row=3, product="Old", quantity=1))
    second = keep(DATABASE)

    assert len(reads.licences(first.version, AS_AT).positions) == 2
    assert len(reads.licences(second.version, AS_AT).positions) == 1
    assert reads.licence_history("old", first.version, AS_AT) != []
    assert reads.licence_history("old", second.version, AS_AT) == []


def test_a_day_is_answered_by_the_last_extracts_up_to_it():
    keep(DATABASE)
    keep(DATABASE, cores=10, as_at=date(2026, 10, 7))
    known = audit.number_at()

    assert reads.licences(known, date(2026, 9, 29)) is None
    assert reads.licences(known, date(2026, 10, 6)).as_at == AS_AT
    assert reads.licences(known, date(2026, 10, 7)).positions[0].over == 110
    history = reads.licence_history("database", known, date(2026, 10, 7))
    assert [(one.as_at, one.short) for one in history] == [(AS_AT, 40), (date(2026, 10, 7), 0)]


def test_the_position_is_read_in_four_queries(django_assert_num_queries):
    keep(DATABASE)
    known = audit.number_at()

    with django_assert_num_queries(4):
        reads.licences(known, AS_AT)


def test_rows_can_neither_be_changed_nor_removed():
    keep(DATABASE)
    sign()

    for kind in TABLES[:-1]:
        table = models.TABLES[kind]
        with pytest.raises(DatabaseError), transaction.atomic():
            table.objects.update(event=99)
        with pytest.raises(DatabaseError), transaction.atomic():
            table.objects.all().delete()


def test_a_statement_has_the_numbers_of_its_position_and_is_in_the_log():
    keep(DATABASE)

    one = sign()

    assert (one.number, one.short, one.liability_pence) == (1, 1, 200)
    assert (one.products_assessed, one.products, one.devices_inventoried) == (2, 3, 93)
    [event] = audit.events(subject="licence-statement/1")
    assert (event.verb, event.after["signed_by"]) == ("licence_statement_recorded", "Priya Nair")
    assert sign().number == 2


@pytest.mark.parametrize(
    "other",
    [
        {"short": 2, "liability_pence": 0},
        {"products_assessed": 3},
        {"devices_inventoried": 100},
        {"position": 2},
        {"position": 10**9},
        {"as_at": date(2026, 9, 29)},
    ],
)
def test_numbers_that_are_not_those_of_the_position_are_refused(other):
    keep(DATABASE)
    right = sign()

    assert refused(replace(right, number=0, **other)) == [
        "These are not the numbers of the position that was kept"
    ]


def test_no_liabilities_are_not_signed_over_a_shortfall():
    keep(DATABASE)

    with pytest.raises(UnfitRecord) as refusal:
        sign(verdict=Verdict.NONE)

    [fault] = refusal.value.faults
    assert (fault.place, fault.fault) == ("verdict", "1 kind of licence is short")


def test_liabilities_are_not_signed_where_nothing_is_short():
    keep(DATABASE, cores=120)

    with pytest.raises(UnfitRecord, match="No licence is short"):
        sign()

    assert sign(verdict=Verdict.NONE).verdict is Verdict.NONE


def test_what_was_signed_is_never_signed_again_otherwise():
    keep(DATABASE)
    one = sign()

    assert refused(replace(one, not_assessed="Nothing")) == [
        "What was signed stays as it was signed"
    ]
    assert every(facts.LicenceStatement, audit.number_at()) == [one]


def test_a_shortfall_beyond_two_thousand_million_pence_can_be_signed():
    keep(replace(DATABASE, once_pence=10**9), cores=10_000)

    assert sign().liability_pence == 9_880_000_000_000


@pytest.mark.parametrize(
    ("of", "fault"),
    [
        (SoftwareProduct(name="D B"), "“D B” is a name of DB already"),
        (SoftwareProduct(name="X", other_names=("y", "ora CLE")), "“ora CLE” is a name of DB"),
        (SoftwareProduct(name=" "), "The name is missing"),
    ],
)
def test_a_name_stands_for_one_product(of, fault):
    record(of=SoftwareProduct(name="DB", other_names=("Oracle",)), by="b.khan", at=AT)

    [found] = refused(of)

    assert found.startswith(fault)


def test_a_product_keeps_its_own_names_when_it_is_told_anew():
    first = record(of=SoftwareProduct(name="DB", other_names=("Oracle",)), by="b.khan", at=AT)

    then = record(of=replace(first, least_cores=4, metrics=(Metric.CORE,)), by="b.khan", at=AT)

    assert reads.software_products(audit.number_at()) == [then]
    assert then.metrics == (Metric.CORE,)
