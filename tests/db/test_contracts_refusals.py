"""What writes refuse without leaving an event behind, and who is written to."""

from datetime import UTC, date, datetime

import pytest
from django.core import mail

from factories.contract_facts import AT, incoming, mitigation, row, stored_contract
from factories.stored_reports import OCTOBER, draft, stored_results
from scrutable.access.facts import PersonDetails, Role
from scrutable.access.writes import add_person, change_person, deactivate
from scrutable.audit.reads import number_at
from scrutable.contracts import facts, writes
from scrutable.kernel.periods import Month
from scrutable.reports import reads as reports
from scrutable.reports import writes as report_writes

pytestmark = pytest.mark.django_db
WHO = {"by": "j.smith", "at": AT}


def test_a_mitigation_is_not_withdrawn_without_a_reason():
    stored_contract()
    reference = writes.grant_mitigation(mitigation=mitigation(), **WHO).reference
    number = number_at()

    with pytest.raises(writes.UnfitMitigation, match="Enter why it is withdrawn"):
        writes.withdraw_mitigation(reference=reference, on=date(2026, 9, 1), why="  ", **WHO)

    assert number_at() == number


@pytest.mark.parametrize("said", [{}, {"value": 4, "no_value": facts.NoValue.NO_ACTIVITY}])
def test_a_correction_is_a_value_or_a_reason_and_never_both_or_neither(said):
    stored_contract()
    writes.load_return(incoming=incoming("2026-08", row(6.1)), **WHO)
    number = number_at()
    correction = facts.Correction(
        contract="CSS", code="CSC_KPI_04", month=Month(2026, 8), why="Misprinted", **said
    )

    with pytest.raises(writes.UnfitCorrection, match="a value or a reason for having none"):
        writes.correct_result(correction=correction, **WHO)

    assert number_at() == number


def test_who_left_and_who_has_no_address_are_not_written_to(contract_manager, administrator):
    stored_contract()
    without = PersonDetails(
        username="n.one", full_name="No Address", role=Role.CONTRACT_MANAGER, email=""
    )
    add_person(details=without, password=None, **WHO)
    deactivate(username="j.smith", by="m.doyle", at=AT)
    for month in range(1, 8):
        writes.load_return(incoming=incoming(f"2026-{month:02}", row(4)), **WHO)

    sent = writes.chase_late_returns(
        address="https://x.example/", by="timetable", at=datetime(2026, 9, 15, 7, tzinfo=UTC)
    )

    assert (sent, mail.outbox) == (0, [])


def test_an_administrator_may_change_their_own_address(administrator):
    details = PersonDetails(
        username="m.doyle", full_name="Maeve Doyle", role=Role.ADMINISTRATOR, email="new@x.example"
    )

    change_person(details=details, by="m.doyle", at=AT)

    administrator.refresh_from_db()
    assert (administrator.email, administrator.role) == ("new@x.example", "administrator")


def test_a_word_template_of_more_than_five_million_bytes():
    number = number_at()

    with pytest.raises(report_writes.UnfitTemplate, match="smaller than 5 MB"):
        report_writes.keep_word_template(content=b"x" * 5_000_001, name="own.docx", **WHO)

    assert number_at() == number


def test_no_template_takes_the_last_one_away():
    stored_results()

    report_writes.keep_word_template(content=b"", name="own.docx", **WHO)

    taken = reports.word_template(number_at())
    assert taken is None
    assert report_writes.freeze(edition=draft().name, by="j.smith", at=OCTOBER).template == ""
