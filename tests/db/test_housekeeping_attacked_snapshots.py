"""Two who reconcile a day at once: what was read from an older extract never has the last word."""

import pytest

from factories.findings import OCTOBER, SEPTEMBER, reconciled
from scrutable.audit import reads as audit
from scrutable.housekeeping import facts, writes
from scrutable.housekeeping.reads import worklist
from scrutable.records.reads import every

pytestmark = pytest.mark.django_db
OLD, NEW = ("extract/accounts/2026-09-30@3",), ("extract/accounts/2026-09-30@5",)


def test_what_an_older_extract_came_to_does_not_undo_what_a_newer_one_did():
    reconciled(SEPTEMBER, "ada", extracts=NEW)

    with pytest.raises(writes.EarlierSnapshot, match="from a newer extract meanwhile"):
        reconciled(SEPTEMBER, "ada", "ben", extracts=OLD)

    assert len(worklist.findings(audit.number_at())) == 1
    assert len(every(facts.Snapshot, audit.number_at())) == 1


def test_the_same_extract_and_a_newer_one_correct_the_day():
    reconciled(SEPTEMBER, "ada", extracts=OLD)
    reconciled(SEPTEMBER, "ada", "ben", extracts=OLD)
    reconciled(SEPTEMBER, "cy", extracts=NEW)

    states = [one.state.value for one in worklist.findings(audit.number_at())]
    assert states == ["gone", "gone", "found"]


def test_another_day_s_extracts_have_versions_of_their_own():
    reconciled(SEPTEMBER, "ada", extracts=NEW)

    assert reconciled(OCTOBER, "ada", extracts=("extract/accounts/2026-10-31@4",)).new == 0
