"""Two officers at the same minutes at once: they are loaded once and confirmed once."""

import pytest

from factories.stored_minutes import AT, MEETING, incoming, stored_minutes
from factories.stored_promises import stored_board
from scrutable.audit.reads import number_at, verify_chain
from scrutable.meetings import models, reads, writes

pytestmark = pytest.mark.django_db(transaction=True)
CODE = f"{MEETING}-1"
SECONDS = 20


def confirm(by):
    return lambda: writes.confirm_minutes(minutes=CODE, by=by, at=AT)


def test_minutes_are_confirmed_by_one_of_two_and_tracked_once(writers, in_turn):
    writers(stored_minutes).result(SECONDS)

    first, second = in_turn(confirm("a.clerk"), confirm("b.clerk"))

    assert first.confirmed_by == "a.clerk"
    with pytest.raises(writes.MinutesAlreadyConfirmed, match=r"confirmed by a\.clerk"):
        second.result(SECONDS)
    made = writers(lambda: reads.commitments(number_at())).result(SECONDS)
    assert len(made) == 1
    assert writers(verify_chain).result(SECONDS) == []


def test_the_same_file_loaded_by_two_at_once_is_one_set_of_minutes(writers, in_turn):
    writers(stored_board).result(SECONDS)

    def load():
        return writes.load_minutes(incoming=incoming(), by="a.clerk", at=AT)

    first, second = in_turn(load, load)

    assert second.result(SECONDS) == first
    assert writers(models.Minutes.objects.count).result(SECONDS) == 1
    assert writers(verify_chain).result(SECONDS) == []


def test_a_limb_settled_while_the_minutes_are_confirmed_is_refused(writers, in_turn):
    writers(stored_minutes).result(SECONDS)

    def settle():
        limb = reads.limb(CODE, 1, number_at())
        return writes.settle_limb(limb=limb, by="b.clerk", at=AT)

    _, second = in_turn(confirm("a.clerk"), settle)

    with pytest.raises(writes.MinutesAlreadyConfirmed):
        second.result(SECONDS)
