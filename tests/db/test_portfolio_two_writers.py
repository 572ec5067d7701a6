"""Two at once: the same file, the same place on the list, the same look at a record."""

from dataclasses import replace
from datetime import date

import pytest

from factories.capacity_facts import post
from factories.project_facts import move, project
from factories.project_workbooks import update_book
from factories.stored_portfolio import OCTOBER
from scrutable.audit.reads import number_at, verify_chain
from scrutable.portfolio import facts, models, reads, writes

pytestmark = pytest.mark.django_db(transaction=True)
PATIENCE = 20
SAID = {"by": "a.patel", "at": OCTOBER}
BOOK = update_book(
    date(2026, 9, 30),
    Dates=[{"Project": "277", "Milestone": "go-live", "Forecast": date(2027, 1, 31)}],
)


def begun():
    writes.record_project(project=project(), **SAID)
    of = {"project": "277", "milestone": "go-live", "title": "Go-live"}
    writes.move_date(**of, move=move("baseline", "2026-01-05", "2026-11-30"), **SAID)


def read(content=BOOK):
    sent = writes.Sent(content=content, name="updates.xlsx")
    return writes.incoming_update(sent, writes.read_sent(sent, number_at(), OCTOBER), number_at())


def test_the_same_file_loaded_by_two_at_once_is_one_update(writers, in_turn):
    writers(begun).result(PATIENCE)
    incoming = writers(read).result(PATIENCE)

    def load():
        return writes.load_update(incoming=incoming, **SAID)

    first, second = in_turn(load, load)

    assert second.result(PATIENCE) == first
    assert writers(lambda: len(reads.updates(number_at()))).result(PATIENCE) == 1
    assert writers(models.DateMove.objects.count).result(PATIENCE) == 2
    assert writers(verify_chain).result(PATIENCE) == []


def test_two_files_at_once_have_a_number_each_or_the_later_is_refused(writers, in_turn):
    writers(begun).result(PATIENCE)
    incoming = writers(read).result(PATIENCE)
    other = replace(incoming, content=BOOK + b" ", dates=(), name="other.xlsx")

    first, second = in_turn(
        lambda: writes.load_update(incoming=incoming, **SAID),
        lambda: writes.load_update(incoming=other, **SAID),
    )

    assert (first.number, second.result(PATIENCE).number) == (1, 2)


def test_one_place_on_the_list_is_given_to_one_of_two(writers, in_turn):
    def place(number):
        of = project(number, place=1, place_reason="It matters most")
        return lambda: writes.record_project(project=of, **SAID)

    _, second = in_turn(place("1"), place("2"))

    with pytest.raises(writes.UnfitProject, match="Place 1 is project 1’s"):
        second.result(PATIENCE)


def test_two_who_looked_at_the_same_do_not_overwrite_each_other(writers, in_turn):
    seen = writers(lambda: writes.record(of=post(), **SAID)).result(PATIENCE)

    def fill(note):
        of = post("IT-001", "filled", note=note)
        return lambda: writes.record(of=of, based_on=seen.version, **SAID)

    first, second = in_turn(fill("One"), fill("Two"))

    assert first.note == "One"
    with pytest.raises(writes.WrittenMeanwhile):
        second.result(PATIENCE)


def test_two_things_without_a_number_are_given_one_each(writers, in_turn):
    writers(begun).result(PATIENCE)
    of = facts.Dependency(
        project="277",
        number=0,
        on_whom="OpenText",
        what="The hosted store",
        needed_by=date(2026, 9, 1),
        state=facts.DependencyState.OPEN,
        owner="Sam Hale",
    )

    first, second = in_turn(*[lambda: writes.record(of=of, **SAID)] * 2)

    assert (first.number, second.result(PATIENCE).number) == (1, 2)
