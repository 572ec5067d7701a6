"""Agreeing mitigations, and working out credits, by pages."""

import pytest
import time_machine

from factories.council_pages import TODAY, stored_council

GRANT = {
    "code": "CSC_KPI_05",
    "first": "2026-08",
    "last": "2026-10",
    "reason": "The telephone system failed.",
    "asked_by": "Norland Services",
    "granted_by": "Partnership Board",
    "granted_on": "2026-09-15",
    "long_term_fix": "A second line",
    "fix_due": "2026-12-01",
}
TERMS = {
    "effective_from": "2026-09",
    "percent_per_point": "1",
    "cap_percent": "5",
    "repeat_multiplier": "2",
    "points_minor": "1",
    "points_serious": "2",
    "points_severe": "3",
    "points_below_threshold": "4",
    "approved_by": "Director of Finance",
}


@pytest.fixture(autouse=True)
def council(db):
    with time_machine.travel(TODAY, tick=False):
        stored_council()
        yield


def test_a_mitigation_is_agreed_and_stands_beside_the_miss(client, contract_manager):
    client.force_login(contract_manager)

    agreed = client.post("/mitigations/new/?contract=CSS", GRANT, follow=True)
    month = client.get("/contracts/CSS/kpis/CSC_KPI_05/2026-08/").text

    assert "The mitigation of CSC_KPI_05 is agreed" in agreed.text
    assert "2 mitigations are in force, the longest for 9 months" in agreed.text
    assert "Below minimum" in month
    assert "Mitigation agreed" in month


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"code": ""}, "Select the KPI"),
        ({"last": "2026-07"}, "Last month must be August 2026 or later"),
        ({"reason": ""}, "Enter the reason"),
        ({"granted_by": ""}, "Enter who granted it"),
        ({"granted_on": "2026-02-30"}, "Date must be a real date"),
    ],
)
def test_a_mitigation_that_cannot_be_is_said_on_the_form(client, contract_manager, changed, said):
    client.force_login(contract_manager)

    answer = client.post("/mitigations/new/?contract=CSS", {**GRANT, **changed})

    assert answer.status_code == 422
    assert said in answer.text


def test_a_mitigation_is_renewed_and_every_promise_of_its_fix_is_kept(client, contract_manager):
    client.force_login(contract_manager)

    sent = {"last": "2027-03", "fix_due": "2027-03-31"}
    renewed = client.post("/mitigations/CSS/1/renew/", sent, follow=True)

    assert "The mitigation of CSC_KPI_04 is renewed" in renewed.text
    assert "in force until March 2027" in renewed.text
    assert "31 December 2026" in renewed.text
    assert "31 March 2027" in renewed.text


def test_a_renewal_to_an_earlier_month_is_refused(client, contract_manager):
    client.force_login(contract_manager)

    answer = client.post("/mitigations/CSS/1/renew/", {"last": "2026-05"})

    assert answer.status_code == 422
    assert "Choose a later month." in answer.text


def test_a_mitigation_is_withdrawn_with_its_reason(client, contract_manager):
    client.force_login(contract_manager)

    sent = {"on": "2026-10-12", "why": "Training is over."}
    answer = client.post("/mitigations/CSS/1/withdraw/", sent, follow=True)

    assert "withdrawn on 12 October 2026" in answer.text


def test_the_sum_of_a_months_credit_is_worked_through(client, contract_manager):
    client.force_login(contract_manager)

    page = client.get("/credits/CSS/2026-08/").text

    # one severe failure of 3 points, 0.5% of £800,000 each
    assert "£12,000 of service credit is due for August 2026" in page
    assert "0.5% of the charge a point" in page
    assert "Severe failure" in page
    assert "All KPIs" in page


def test_a_month_without_a_charge_has_no_credit_rather_than_nought(client, contract_manager):
    client.force_login(contract_manager)

    page = client.get("/credits/CSS/2026-07/").text

    assert "The credit for July 2026 cannot be worked out yet" in page
    assert "Charge not known" in page


def test_a_charge_makes_a_months_credit_known(client, contract_manager):
    client.force_login(contract_manager)

    sent = {"month": "2026-09", "pounds": "£850,000.50"}
    answer = client.post("/credits/CSS/charges/", sent, follow=True)

    assert "The charge for September 2026 is recorded" in answer.text
    assert "£850,000.50" in answer.text


def test_terms_hold_from_their_month(client, contract_manager):
    client.force_login(contract_manager)

    answer = client.post("/credits/CSS/terms/", TERMS, follow=True)

    assert "The credit terms hold from September 2026" in answer.text
    assert "5% of the month’s charge" in answer.text


def test_credits_are_suspended_for_some_months(client, contract_manager):
    client.force_login(contract_manager)
    sent = {
        "kind": "suspension",
        "first": "2026-08",
        "last": "2026-08",
        "reason": "The data centre moves.",
        "granted_by": "Partnership Board",
        "granted_on": "2026-09-01",
    }

    client.post("/credits/CSS/reliefs/", sent)
    page = client.get("/credits/CSS/2026-08/").text

    assert "Service credits were suspended in August 2026" in page


def test_a_relief_must_name_its_kpis(client, contract_manager):
    client.force_login(contract_manager)
    sent = {
        "kind": "relief",
        "first": "2026-08",
        "last": "2026-08",
        "reason": "The council’s own power works.",
        "granted_by": "Partnership Board",
        "granted_on": "2026-09-01",
    }

    answer = client.post("/credits/CSS/reliefs/", sent)

    assert answer.status_code == 422
    assert "Select the KPIs that are relieved" in answer.text


def test_the_list_of_credits_says_what_each_month_came_to(client, auditor):
    client.force_login(auditor)

    page = client.get("/credits/?contract=CSS").text

    assert "August 2026" in page
    assert "£12,000" in page
    assert "Not known" in page
