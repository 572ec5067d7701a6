"""From nothing to a contract with its KPIs, by pages alone."""

import pytest
import time_machine

from factories.council_pages import TODAY

SUPPLIER = {"name": "Norland Services"}
CONTRACT = {
    "code": "CSS",
    "title": "Corporate Support Services",
    "supplier": "supplier/norland-services",
    "role": "prime",
    "regime": "PCR2015",
    "value_pounds": "68400000",
    "start_on": "2021-04-01",
    "end_on": "2026-03-31",
    "notice_by": "2027-09-30",
    "extension_0_until": "2028-03-31",
    "extension_0_by": "2025-09-30",
    "extension_0_on": "2025-06-01",
    "services": "IMT\nCustomer Service Centre\n",
    "critical_services": "IMT",
    "boards": "Partnership Board, monthly",
    "return_due_day": "10",
    "source": "Contract of 1 April 2021",
}
KPI = {
    "code": "csc kpi 4",
    "service": "Customer Service Centre",
    "title": "Calls abandoned",
    "kind": "percentage",
    "unit": "%",
    "decimals": "1",
    "direction": "lower",
    "rule": "levels",
    "level_0_from": "2021-04",
    "level_0_target": "5",
    "level_0_minimum": "8",
    "band_minor_from": "5.1",
    "band_minor_points": "1",
    "band_severe_from": "8.1",
    "band_severe_points": "3",
}


@pytest.fixture(autouse=True)
def today(db):
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def manager(client, contract_manager):
    client.force_login(contract_manager)
    return client


def set_up(client):
    client.post("/suppliers/new/", SUPPLIER)
    client.post("/contracts/new/", CONTRACT)


def test_an_empty_council_says_what_to_do_next(manager):
    page = manager.get("/").text

    assert "Next: set the council’s policy" in page
    assert page.count("To do") == 6


def test_a_supplier_then_its_contract_then_its_kpi(manager):
    first = manager.get("/contracts/new/", follow=True).text
    supplier = manager.post("/suppliers/new/", SUPPLIER, follow=True).text
    contract = manager.post("/contracts/new/", CONTRACT, follow=True).text
    kpi = manager.post("/contracts/CSS/kpis/new/", KPI, follow=True).text

    assert "Add the supplier first, then its contract." in first
    assert "Norland Services is recorded" in supplier
    assert "No KPIs are defined yet" in contract
    assert "31 March 2028 (first 31 March 2026)" in contract
    assert "Until 31 March 2028, taken up on 1 June 2025" in contract
    assert "Partnership Board (monthly)" in contract
    assert "CSC_KPI_04 is defined" in kpi
    assert "5.1% or more" in kpi


@pytest.mark.parametrize("written", ["68400000", "68,400,000", "£68,400,000.00", "68 400 000"])
def test_a_value_is_taken_as_people_write_it(manager, written):
    manager.post("/suppliers/new/", SUPPLIER)

    page = manager.post("/contracts/new/", CONTRACT | {"value_pounds": written}, follow=True).text

    assert "£68,400,000" in page


def test_a_supplier_with_a_long_name_has_a_reference_that_fits(manager):
    manager.post("/suppliers/new/", {"name": "ab " * 66})

    assert ("ab-" * 27)[:80] in manager.get("/suppliers/").text


def test_a_supplier_is_recorded_once(manager):
    manager.post("/suppliers/new/", SUPPLIER)

    answer = manager.post("/suppliers/new/", {"name": "NORLAND SERVICES"})

    assert answer.status_code == 422
    assert "A supplier of this name is recorded already" in answer.text


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"code": "css"}, "Code must be capitals and digits, such as CSS"),
        ({"title": ""}, "Enter the title"),
        ({"start_on": ""}, "Enter the day on which it starts"),
        ({"end_on": ""}, "Enter the day on which it ends"),
        ({"value_pounds": "much"}, "Value must be a number of pounds, such as 68400000"),
        ({"supplier": "supplier/nobody"}, "Select one of those listed"),
        ({"end_on": "2020-03-31"}, "The end must be the day it starts or later"),
        ({"critical_services": "Payroll"}, "Name Payroll above too"),
        ({"boards": "Partnership Board"}, "Write the rhythm after a comma"),
        ({"services": " \n "}, "Enter at least one service"),
        ({"extension_0_until": ""}, "Enter until when it would run"),
    ],
)
def test_terms_that_cannot_be_are_said_on_the_form(manager, changed, said):
    manager.post("/suppliers/new/", SUPPLIER)

    answer = manager.post("/contracts/new/", {**CONTRACT, **changed})

    assert answer.status_code == 422
    assert said in answer.text


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"code": "four"}, "Code must be like CSC_KPI_04"),
        ({"service": "Payroll"}, "Select one of those listed"),
        ({"decimals": "many"}, "Enter a whole number."),
        ({"level_0_target": ""}, "Enter the target"),
        ({"code": "A" * 34 + "_KPI_01"}, "at most 40 characters"),
        ({"unit": "u" * 41}, "at most 40 characters"),
        ({"title": "\u202e"}, "Enter the title"),
        ({"level_0_target": "1e999"}, "The target must be a number, such as 92.5"),
        ({"level_0_target": "1e5000000"}, "The target must be a number, such as 92.5"),
        ({"level_0_target": "NaN"}, "The target must be a number, such as 92.5"),
        ({"level_0_from": ""}, "Enter the month from which it is in force"),
        ({"level_0_minimum": "4"}, "The minimum 4 is better than the target 5"),
        ({"band_minor_from": ""}, "Enter the result from which the points count"),
    ],
)
def test_a_definition_that_cannot_be_is_said_on_the_form(manager, changed, said):
    set_up(manager)

    answer = manager.post("/contracts/CSS/kpis/new/", {**KPI, **changed})

    assert answer.status_code == 422
    assert said in answer.text


def test_a_definition_is_changed_and_the_levels_of_before_stay(manager):
    set_up(manager)
    manager.post("/contracts/CSS/kpis/new/", KPI)

    form = manager.get("/contracts/CSS/kpis/CSC_KPI_04/change/").text
    changed = {
        **KPI,
        "code": "CSC_KPI_04",
        "level_1_from": "2026-04",
        "level_1_target": "4",
        "level_1_minimum": "7",
    }
    page = manager.post("/contracts/CSS/kpis/CSC_KPI_04/change/", changed, follow=True).text

    assert 'value="Calls abandoned"' in form
    assert "April 2021" in page
    assert "April 2026" in page
    assert "7.0%" in page


def test_terms_are_changed_with_the_code_kept(manager):
    set_up(manager)

    form = manager.get("/contracts/CSS/terms/").text
    page = manager.post(
        "/contracts/CSS/terms/", {**CONTRACT, "title": "Support Services"}, follow=True
    ).text

    assert "Contract of 1 April 2021" in form
    assert "Support Services is recorded" in page


def test_a_supplier_changes_its_name(manager):
    set_up(manager)

    page = manager.post(
        "/suppliers/norland-services/change/", {"name": "Norland plc"}, follow=True
    ).text

    assert "The supplier is Norland plc from now on" in page
    assert "Corporate Support Services" in page


def test_policy_is_set_from_a_day_with_who_approved_it(client, administrator):
    client.force_login(administrator)
    form = client.get("/policy/council/change/").text
    sent = {
        "effective_from": "2026-10-12",
        "approved_by": "Full council, minute 12",
        "name": "Westmere County Council",
        "board": "Overview and Scrutiny Management Board",
        "contact": "",
        "colour": "#1d4f76",
    }

    page = client.post("/policy/council/change/", sent, follow=True).text

    assert "Approved by" in form
    assert "Westmere County Council" in page
    assert "Full council, minute 12" in page


def test_a_nested_setting_of_a_policy_is_changed_and_the_rest_stays(client, administrator):
    client.force_login(administrator)
    form = client.get("/policy/attention/change/")
    assert "Misses in a row that put a KPI on the list" in form.text
    sent = {
        "effective_from": "2026-10-12",
        "approved_by": "Partnership Board",
        "misses.entry_misses": "3",
        "misses.mitigated_counts": "on",
        "misses.exit": "not_missed",
        "misses.gravity": "concern",
        "below_minimum.entry_misses": "1",
        "below_minimum.mitigated_counts": "on",
        "below_minimum.exit": "met",
        "below_minimum.gravity": "grave",
        "mitigation.longest_months": "12",
        "mitigation.most_renewals": "1",
        "mitigation.most_slips": "1",
        "mitigation.lapse_within_days": "60",
        "late_return.grave_after_days": "10",
        "forecast.breach_within_months": "3",
        "money.credit_pounds": "5000",
        "dates.notice_within_days": "90",
        "dates.exercise_within_days": "120",
        "dates.end_within_days": "180",
        "powers.refused_for_days": "90",
        "powers.expires_within_days": "60",
        "powers.used_percent": "80",
        "powers.answer_within_days": "21",
        "capacity.vacant_after_days": "182",
        "capacity.interim_after_days": "365",
        "capacity.unmeasured_after_days": "91",
        "processes.unused_after_days": "365",
        "processes.unused_below_percent": "50",
        "strategies.review_within_days": "60",
        "strategies.overdue_serious_after_days": "183",
        "commitments.overdue.gravity": "concern",
        "commitments.overdue.graver_after_days": "28",
        "commitments.due_soon.within_days": "14",
        "commitments.due_soon.gravity": "note",
        "commitments.answered.after_days": "42",
        "commitments.answered.gravity": "note",
        "commitments.closed_unagreed.gravity": "serious",
        "commitments.nobody_named.gravity": "concern",
        "commitments.question.after_days": "10",
        "commitments.question.gravity": "concern",
        "commitments.chasing.before_days": "7",
        "commitments.chasing.every_days": "7",
    }

    answer = client.post("/policy/attention/change/", sent, follow=True)

    assert "“What needs attention” is set" in answer.text
    assert "Any month without a miss" in answer.text
    assert "Partnership Board" in answer.text


def test_policy_needs_its_approver(client, administrator):
    client.force_login(administrator)

    answer = client.post("/policy/council/change/", {"effective_from": "2026-10-12"})

    assert answer.status_code == 422
    assert "Enter who approved it" in answer.text


def test_no_supplier_is_not_counted(manager):
    page = manager.get("/suppliers/").text

    assert "<title>No supplier h" in page
    assert "0 suppliers" not in page
