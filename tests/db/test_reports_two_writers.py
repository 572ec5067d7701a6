"""Two people at one report at once: whoever comes second hears of it, and nothing is lost."""

import pytest

from factories.stored_reports import OCTOBER, asked, draft, stored_results
from scrutable.audit.reads import verify_chain
from scrutable.reports import models, reads, writes

pytestmark = pytest.mark.django_db(transaction=True)


def narrate(name):
    return writes.narrate(
        edition=name, section="summary", text="Calm.", based_on=None, by="a.patel", at=OCTOBER
    )


def test_the_same_report_begun_by_two_at_once_is_one_draft(writers, in_turn):
    writers(stored_results).result(20)

    first, second = in_turn(draft, lambda: writes.open_edition(asked=asked(), by="x", at=OCTOBER))

    assert second.result(20) == first
    assert writers(models.Edition.objects.count).result(20) == 1
    assert writers(verify_chain).result(20) == []


def test_words_for_a_report_that_is_frozen_meanwhile_are_refused(writers, in_turn):
    writers(stored_results).result(20)
    name = writers(draft).result(20).name

    frozen, second = in_turn(
        lambda: writes.freeze(edition=name, by="j.smith", at=OCTOBER), lambda: narrate(name)
    )

    with pytest.raises(writes.AlreadyFrozen, match="CSS-2026-1 is frozen"):
        second.result(20)
    assert frozen.is_frozen
    assert writers(reads.verify, name).result(20).is_proved
    assert not writers(models.Narrative.objects.exists).result(20)
