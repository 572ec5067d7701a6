"""Whatever somebody tells of anything: it is kept as it was told, or refused field by field."""

import typing
from dataclasses import fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from enum import Enum

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factories.project_facts import move, project, status
from factories.project_workbooks import update_book
from factories.stored_portfolio import AT, stored_portfolio
from scrutable.audit.reads import number_at, verify_chain
from scrutable.portfolio import facts, models, reads, writes
from scrutable.portfolio.intake.sheets import COLUMNS

TEXTS = st.sampled_from(
    [
        *("", " ", "x", "new", "277", "203", "INFRA", "IT-2024", "203-1", "204-1", "project/277"),
        *("objective/IT-2024/1", "OSMB", "2026-09-30", "A" * 201, "B" * 10_001, "a\x00b", "\n\n"),
        *("=cmd|' /C calc'!A0", "\u202eevil", "\x1b[31m", "../..", "a/b", "?x=1#y", "\ud800"),
        *("..", ".", "é", "<script>alert(1)</script>", "decision/I026033", "kpi/CSS/X", "\uffff"),
    ]
)
NUMBERS = st.sampled_from(
    [
        *("0", "1", "-1", "0.005", "1E+30", "1E-30", "-0.00", "99999999999999.99", "12345.678"),
        *("NaN", "sNaN", "Infinity", "-Infinity", "1E+999999", "1E-999999", "100"),
    ]
).map(Decimal)
DAYS = st.sampled_from(
    [
        *(date.min, date.max, date(1969, 12, 31), date(2026, 3, 31), date(2026, 9, 30)),
        *(date(2024, 2, 29), date(2026, 10, 1), date(2199, 12, 31)),
    ]
)
WHOLE = st.sampled_from([0, 1, 2, -1, 2026, 2**15, 2**31 - 1, 2**31, 2**63, 10**40])
PLAIN = {str: TEXTS, Decimal: NUMBERS, date: DAYS, int: WHOLE, bool: st.booleans()}
PLAIN[type(None)] = st.none()
KINDS = sorted(models.TABLES, key=lambda kind: kind.__name__)


def anything(said):
    """Return what may be told where the type is asked for."""
    inner = typing.get_args(said)
    if typing.get_origin(said) is tuple:
        return st.lists(anything(inner[0]), max_size=3).map(tuple)
    if inner:
        return st.one_of(*map(anything, inner))
    if said in PLAIN:
        return PLAIN[said]
    if issubclass(said, Enum):
        return st.sampled_from(list(said))
    assert is_dataclass(said), said
    return st.builds(said, **fields_of(said))


def fields_of(kind):
    hints = typing.get_type_hints(kind)
    return {one.name: anything(hints[one.name]) for one in fields(kind) if one.name != "version"}


@st.composite
def told(draw, standing):
    """Return anything of a kind, or one that stands with a field or two put wrong."""
    kind = draw(st.sampled_from(KINDS))
    if not standing[kind] or draw(st.integers(0, 4)) == 0:
        return draw(st.builds(kind, **fields_of(kind)))
    some = fields_of(kind)
    names = draw(st.lists(st.sampled_from(sorted(some)), min_size=1, max_size=2, unique=True))
    one = draw(st.sampled_from(standing[kind]))
    return replace(one, **{name: draw(some[name]) for name in names})


@pytest.mark.django_db
def test_whatever_is_told_is_kept_as_told_or_refused_by_its_fields():
    stored_portfolio()
    known = models.Post.objects.latest("event").event + 100
    standing = {kind: reads.every(kind, known) for kind in KINDS}
    outcomes, faults = set(), []

    @given(told(standing))
    @settings(max_examples=200, suppress_health_check=list(HealthCheck))
    def tell(of):
        names = {one.name for one in fields(of)}
        place = transaction.savepoint()
        try:
            kept = writes.record(of=of, by="a.patel", at=AT)
        except writes.UnfitRecord as unfit:
            outcomes.add("refused")
            faults.extend((one, names) for one in unfit.faults)
        else:
            outcomes.add("kept")
            assert kept in reads.every(type(of), kept.version)
            assert reads.recorded(kept.reference, kept.version)[-1] == kept
        transaction.savepoint_rollback(place)

    tell()

    assert outcomes == {"kept", "refused"}
    assert all(one.fault and one.remedy and one.place in names for one, names in faults)
    assert verify_chain() == []


@given(
    st.builds(
        replace, st.just(project()), number=TEXTS, title=TEXTS, third_parties=st.tuples(TEXTS)
    )
    | st.builds(replace, st.just(project()), place=WHOLE, place_reason=TEXTS, objective=TEXTS)
)
@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@pytest.mark.django_db
def test_a_project_is_kept_as_it_was_told_or_refused(of):
    place = transaction.savepoint()
    try:
        kept = writes.record_project(project=of, by="a.patel", at=AT)
    except writes.UnfitProject:
        assert not reads.projects(10)
    else:
        assert reads.project(of.number, kept.version) == kept
    transaction.savepoint_rollback(place)


@pytest.mark.parametrize("said", [{"milestone": "a/b"}, {"milestone": ""}, {"title": "a\x00b"},
    {"milestone": "x" * 41}, {"title": "x" * 101}, {"to": date.max}, {"reason": "\ud800"},
    {"approver": "x" * 201}])  # fmt: skip
@pytest.mark.django_db
def test_a_date_that_no_column_holds_is_refused(said):
    writes.record_project(project=project(), by="a.patel", at=AT)
    of = {"project": "277", "milestone": "go-live", "title": "Go-live"}
    first = replace(move("baseline", "2026-01-05", "2026-06-30"), **{
        name: value for name, value in said.items() if name not in of
    })  # fmt: skip
    names = {name: value for name, value in said.items() if name in of}

    with pytest.raises(writes.UnfitMove):
        writes.move_date(**of | names, move=first, by="a.patel", at=AT)

    assert not models.DateMove.objects.exists()


@pytest.mark.parametrize("said", [{"reasons": "a\x00b"}, {"assessor": "x" * 201},
    {"to_green": "x", "green_by": date.max}])  # fmt: skip
@pytest.mark.django_db
def test_a_status_that_no_column_holds_is_refused(said):
    writes.record_project(project=project(), by="a.patel", at=AT)

    with pytest.raises(writes.UnfitStatus):
        writes.give_status(status=status(**said), by="a.patel", at=AT)

    assert not models.Status.objects.exists()


@pytest.mark.django_db
def test_a_map_may_not_be_called_as_another_page_is():
    of = facts.CellMap(code="send", title="Ours", columns=(
        facts.MappedColumn(holds=facts.Holds.NUMBER, heading="Ref"),
    ), approver="Priya Nair", approved_on=date(2026, 9, 1))  # fmt: skip

    with pytest.raises(writes.UnfitRecord, match="The code is not one"):
        writes.record(of=of, by="a.patel", at=AT)


WHICH = st.sampled_from([1, 1, 1, 2])
CELLS = st.one_of(
    st.sampled_from(
        [
            *(
                "277",
                "203-1",
                "204-1",
                "go-live",
                "green",
                "capital",
                "2026/27",
                "1",
                "off",
                "1e308",
            ),
            *("=cmd|' /C calc'!A0", "\u202eevil", "31 November 2026", "11/30/2026", "x" * 30_000),
            *("9" * 31, "9" * 30 + ".0123456789", "0.0000000001", "\u200b", "supplier/nobody"),
            *(
                "1e308",
                1e308,
                1e-300,
                1e15,
                -1.0,
                0.1,
                2**53,
                date(1900, 3, 1),
                date(9999, 12, 31),
                True,
            ),
        ]
    ),
    st.dates(date(2026, 1, 1), date(2027, 12, 31)),
)
ROWS = {
    "Projects": {"Project": "277", "Title": "OpenText"},
    "Dates": {"Project": "277", "Milestone": "go-live", "Forecast": date(2026, 12, 31)},
    "Status": {"Project": "277", "Overall": "red", "Time": "red", "Assessor": "Sam",
               "Reasons": "Late"},
    "Dependencies": {"Project": "277", "Number": "1", "Note": "Promised again"},
    "Funding": {"Project": "277", "Source": "capital", "Year": "2026/27", "Spent £": 260_000},
    "Benefits": {"Benefit": "203-1", "Measured": 140_000, "Measured by": "P. Quayle",
                 "Source": "The ledger"},
}  # fmt: skip


@pytest.mark.django_db
def test_a_file_that_has_no_fault_is_taken_in_whole_and_one_that_has_any_is_not():
    stored_portfolio()
    outcomes = set()

    @given(st.data())
    @settings(max_examples=40, suppress_health_check=list(HealthCheck))
    def send(data):
        rows = {}
        for name in data.draw(st.lists(st.sampled_from(sorted(ROWS)), min_size=1, unique=True)):
            odd = st.dictionaries(st.sampled_from([title for title, _ in COLUMNS[name]]), CELLS,
                                  max_size=2)  # fmt: skip
            rows[name] = [{**ROWS[name], **data.draw(odd)} for _ in range(2)][: data.draw(WHICH)]
        sent = writes.Sent(content=update_book(date(2026, 9, 30), **rows), name="updates.xlsx")
        place, known = transaction.savepoint(), number_at()

        reading = writes.read_sent(sent, known, AT)

        outcomes.add(bool(reading.errors))
        assert all(one.fault and one.remedy for one in reading.errors)
        assert number_at() == known
        if not reading.errors:
            incoming = writes.incoming_update(sent, reading, known)
            reads.update_plan(incoming, reads.known_to_updates(known))
            kept = writes.load_update(incoming=incoming, by="a.patel", at=AT)
            lines = reads.update_lines(kept.number, number_at())
            assert reading.unchanged or lines
            assert all(one.place for one in lines)
            reads.judged(number_at(), date(2026, 10, 12))
            reads.benefits_found(date(2026, 10, 12), number_at())
        transaction.savepoint_rollback(place)

    send()

    assert outcomes == {True, False}
