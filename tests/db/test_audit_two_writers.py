"""Two writers at once, on the store as it is used: SQLite in a file, PostgreSQL on its server."""

from datetime import UTC, datetime
from threading import Barrier, Event

import pytest

from scrutable.audit import reads
from scrutable.audit.reads import as_known
from scrutable.audit.writes import change
from scrutable.registers import models
from scrutable.registers.facts import Supplier
from scrutable.registers.writes import record_supplier

pytestmark = pytest.mark.django_db(transaction=True)
AT = datetime(2026, 4, 1, 12, tzinfo=UTC)
PATIENCE = 20  # seconds; a test that waits so long has hung


def record(subject="kpi/CSS/A"):
    with change(verb="x", subject=subject, by="j.smith", at=AT) as under_way:
        return under_way.number


def test_many_writers_at_once_leave_no_gap_and_one_chain(writers):
    together = Barrier(4)

    def write(name):
        together.wait(PATIENCE)
        return [record(f"kpi/CSS/{name}") for _ in range(8)]

    numbers = [future.result(PATIENCE) for future in [writers(write, name) for name in "ABCD"]]

    assert sorted(number for own in numbers for number in own) == list(range(1, 33))
    assert all(own == sorted(own) for own in numbers)
    assert writers(reads.verify_chain).result(PATIENCE) == []


def test_the_second_writer_waits_for_the_first_and_comes_after(writers):
    inside, leave = Event(), Event()

    def slow():
        with change(verb="slow", subject="kpi/CSS/A", by="j.smith", at=AT) as under_way:
            inside.set()
            assert leave.wait(PATIENCE)
            return under_way.number

    first = writers(slow)
    assert inside.wait(PATIENCE)
    second = writers(record)
    is_waiting = not second.done() and writers(reads.number_at).result(PATIENCE) == 0
    leave.set()

    assert is_waiting
    assert (first.result(PATIENCE), second.result(PATIENCE)) == (1, 2)


def test_a_writer_that_fails_lets_the_next_have_its_number(writers):
    inside, fail = Event(), Event()

    def failing():
        with change(verb="slow", subject="kpi/CSS/A", by="j.smith", at=AT):
            inside.set()
            assert fail.wait(PATIENCE)
            raise RuntimeError

    first = writers(failing)
    assert inside.wait(PATIENCE)
    second = writers(record)
    fail.set()

    with pytest.raises(RuntimeError):
        first.result(PATIENCE)
    assert second.result(PATIENCE) == 1


def test_a_read_at_a_number_answers_alike_while_others_write(writers):
    """What was known at a number never changes, whatever commits later."""
    wrote = Event()

    def name(text):
        supplier = Supplier(reference="supplier/norland-services", name=text)
        record_supplier(supplier=supplier, by="j.smith", at=AT)

    def known(number):
        return [row.name for row in as_known(models.Supplier.objects.all(), number)]

    def keep_naming():
        for step in range(10):
            name(f"Norland {step}")
            wrote.set()

    writers(name, "Norland").result(PATIENCE)
    pinned = writers(reads.number_at).result(PATIENCE)
    writing = writers(keep_naming)
    assert wrote.wait(PATIENCE)
    answers = [writers(known, pinned).result(PATIENCE) for _ in range(20)]
    writing.result(PATIENCE)

    assert answers == [["Norland"]] * 20
    assert writers(known, pinned).result(PATIENCE) == ["Norland"]
    assert writers(known, pinned + 10).result(PATIENCE) == ["Norland 9"]
