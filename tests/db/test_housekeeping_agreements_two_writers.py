"""Two who load the same register, or renew the same agreement, at the same moment."""

from dataclasses import replace

import pytest

from factories import stored_agreements as told
from scrutable.audit.reads import number_at, verify_chain
from scrutable.housekeeping.facts.agreements import Agreement, Renewal
from scrutable.housekeeping.writes.agreements import load_agreements
from scrutable.records.reads import every

pytestmark = pytest.mark.django_db(transaction=True)
PATIENCE = 20  # seconds
REGISTER = (
    b"Reference,Title,Supplier,Start date,Term,Owner\nA1,Thing,Clearwater Cloud,01/04/2025,12,IT\n"
)


def load():
    return load_agreements(content=REGISTER, name="register.csv", by="b.khan", at=told.AT)


def test_the_second_load_of_the_same_register_finds_nothing_new(writers, in_turn):
    writers(told.supplier).result(PATIENCE)

    first, second = in_turn(load, load)

    assert (first.new, second.result(PATIENCE).new, second.result(PATIENCE).known) == (1, 0, 1)
    assert len(writers(lambda: every(Agreement, number_at())).result(PATIENCE)) == 1
    assert writers(verify_chain).result(PATIENCE) == []


def test_two_renewals_at_once_get_numbers_of_their_own(writers, in_turn):
    writers(lambda: told.stored(told.MAIL)).result(PATIENCE)

    first, second = in_turn(
        lambda: told.record(replace(told.LATE, number=0)),
        lambda: told.record(replace(told.LATE, number=0)),
    )

    assert {first.number, second.result(PATIENCE).number} == {1, 2}
    assert len(writers(lambda: every(Renewal, number_at())).result(PATIENCE)) == 2
