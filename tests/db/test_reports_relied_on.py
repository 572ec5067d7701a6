"""A decision is bound to the edition it was taken on: what was restated later is told of it."""

from datetime import UTC, date, datetime

import pytest

from factories.promise_facts import commitment
from factories.stored_decisions import decided
from factories.stored_promises import stored_board
from factories.stored_reports import correct, frozen, stored_results
from scrutable.audit import reads as audit
from scrutable.contracts import writes as contract_writes
from scrutable.kernel.periods import Month
from scrutable.meetings import facts as meeting_facts
from scrutable.meetings import writes as meeting_writes
from scrutable.reports import reads

pytestmark = pytest.mark.django_db
CORRECTED = datetime(2026, 10, 20, 9, tzinfo=UTC)


@pytest.fixture
def edition():
    stored_results()
    return frozen()


def test_a_decision_on_a_report_that_stands_has_nothing_to_say(edition):
    decided(edition.reference)

    assert [one.code for one in reads.relied_on(edition.name)] == ["I017909"]
    assert reads.restated_under("I017909") == []


@pytest.mark.parametrize("name", ["CSS-2026-1", "edition/CSS-2026-1"])
def test_a_figure_restated_later_is_told_of_the_decision(edition, name):
    decided(name)
    correct("CSC_KPI_04", "2026-09", "7.5", at=CORRECTED)

    found = {one.figure.reference: one for one in reads.restated_under("decision/I017909")}

    one = found["kpi/CSS/CSC_KPI_04/2026-09"]
    assert (one.figure.text_then, one.figure.text_now) == ("4.5%", "7.5%")
    assert (one.since, one.by, one.why) == (CORRECTED, "j.smith", "misprinted in the addendum")
    assert audit.event(one.event).verb == "result_corrected"


def test_a_figure_that_was_verified_afterwards_was_restated_when_it_changed(edition):
    decided("CSS-2026-1")
    correct("CSC_KPI_04", "2026-09", "7.5", at=CORRECTED)
    later = CORRECTED.replace(day=27)
    contract_writes.verify_results(contract="CSS", month=Month(2026, 9), by="j.smith", at=later)

    found = {one.figure.reference: one for one in reads.restated_under("I017909")}

    assert found["kpi/CSS/CSC_KPI_04/2026-09"].since == CORRECTED


def test_the_paper_of_the_item_is_what_it_was_taken_on_too(edition):
    stored_board()
    item = meeting_facts.AgendaItem(
        meeting="OSMB-2026-09-24",
        number=0,
        printed="5.",
        title="How the contract performs",
        paper=edition.reference,
    )
    kept = meeting_writes.put_item(item=item, by="a.clerk", at=CORRECTED)
    decided(item=kept.reference)

    assert [one.code for one in reads.decisions_by_edition()[edition.name]] == ["I017909"]


def test_what_was_promised_and_delegated_with_it_is_found_by_its_source(edition):
    stored_board()
    decided("CSS-2026-1")
    known = audit.number_at()
    told = commitment(number=0, source_reference="decision/I017909", made_on=date(2026, 6, 25))
    meeting_writes.make_commitment(commitment=told, by="a.clerk", at=CORRECTED)
    other = commitment(number=0, source_reference="decision/I0179091", made_on=date(2026, 6, 25))
    meeting_writes.make_commitment(commitment=other, by="a.clerk", at=CORRECTED)
    (record,) = reads.relied_on("CSS-2026-1")

    assert reads.made_in(record, known) == reads.Consequences()
    found = reads.made_in(record, audit.number_at())
    assert [one.code for one in found.commitments] == ["2026-001"]


def test_a_decision_that_is_not_recorded_relied_on_nothing(edition):
    assert reads.restated_under("I000000") == []
    assert reads.relied_on(edition.name) == []
