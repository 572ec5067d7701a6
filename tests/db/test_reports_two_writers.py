"""Two people at one report at once: whoever comes second hears of it, and nothing is lost."""

import time
from threading import Event

import pytest
from django.db import transaction

from factories.stored_reports import OCTOBER, asked, draft, stored_results
from scrutable.audit.reads import verify_chain
from scrutable.reports import models, reads, writes

pytestmark = pytest.mark.django_db(transaction=True)
PATIENCE = 20  # seconds; a test that waits so long has hung


@pytest.fixture
def in_turn(writers):
    """Do the first under the write lock while the second waits for it; return both outcomes."""

    def do(first, second):
        inside, leave = Event(), Event()

        def holding():
            with transaction.atomic():
                done = first()
                inside.set()
                assert leave.wait(PATIENCE)
                return done

        held = writers(holding)
        assert inside.wait(PATIENCE)
        waiting = writers(second)
        time.sleep(0.3)  # the second has looked, has seen nothing of the first, and waits
        is_waiting = not waiting.done()
        leave.set()
        assert is_waiting
        return held.result(PATIENCE), waiting

    return do


def narrate(name):
    return writes.narrate(
        edition=name, section="summary", text="Calm.", based_on=None, by="a.patel", at=OCTOBER
    )


def test_the_same_report_begun_by_two_at_once_is_one_draft(writers, in_turn):
    writers(stored_results).result(PATIENCE)

    first, second = in_turn(draft, lambda: writes.open_edition(asked=asked(), by="x", at=OCTOBER))

    assert second.result(PATIENCE) == first
    assert writers(models.Edition.objects.count).result(PATIENCE) == 1
    assert writers(verify_chain).result(PATIENCE) == []


def test_words_for_a_report_that_is_frozen_meanwhile_are_refused(writers, in_turn):
    writers(stored_results).result(PATIENCE)
    name = writers(draft).result(PATIENCE).name

    frozen, second = in_turn(
        lambda: writes.freeze(edition=name, by="j.smith", at=OCTOBER), lambda: narrate(name)
    )

    with pytest.raises(writes.AlreadyFrozen, match="CSS-2026-1 is frozen"):
        second.result(PATIENCE)
    assert frozen.is_frozen
    assert writers(reads.verify, name).result(PATIENCE).is_proved
    assert not writers(models.Narrative.objects.exists).result(PATIENCE)
