"""Sending a return: what is wrong, what it would change, and taking it in."""

import io

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook

from factories.council_pages import TODAY, stored_council


@pytest.fixture(autouse=True)
def council(db):
    with time_machine.travel(TODAY, tick=False):
        stored_council()
        yield


def filled(client, month="2026-09", values=(5.1, 82, 1)):
    """Return the month's template as downloaded, its results typed in."""
    answer = client.get(f"/contracts/CSS/template/?month={month}")
    book = load_workbook(io.BytesIO(answer.content))
    sheet = next(s for s in book.worksheets if s.sheet_state == "visible" and _heading(s))
    row, column = _heading(sheet)
    for at, value in enumerate(values, start=row + 1):
        cell = sheet.cell(at, column)
        cell.value = (
            value / 100 if "%" in cell.number_format and not isinstance(value, str) else value
        )
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _heading(sheet):
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value == "Result":
                return cell.row, cell.column
    return None


def send(client, content, **said):
    file = SimpleUploadedFile("september.xlsx", content)
    plain = {"contract": "CSS", "month": "2026-09", "standing": "restated", "file": file}
    return client.post("/returns/send/", {**plain, **said}, follow=True)


def test_the_template_comes_as_a_workbook_for_the_month(client, supplier_person):
    client.force_login(supplier_person)

    answer = client.get("/contracts/CSS/template/?month=2026-09")

    assert answer["Content-Disposition"] == 'attachment; filename="css-return-2026-09.xlsx"'
    assert load_workbook(io.BytesIO(answer.content)).worksheets


def test_a_return_is_looked_at_then_loaded(client, contract_manager):
    client.force_login(contract_manager)

    plan = send(client, filled(client))
    loaded = client.post(plan.request["PATH_INFO"], follow=True)

    assert "This return would change 3 results" in plan.text
    assert "5.6%" in plan.text
    assert "5.1%" in plan.text
    assert "3 results of CSS for September 2026 are loaded" in loaded.text
    assert "5.1%" in client.get("/contracts/CSS/kpis/CSC_KPI_04/2026-09/").text


def test_nothing_is_loaded_before_it_is_confirmed(client, contract_manager):
    client.force_login(contract_manager)

    send(client, filled(client))

    assert "5.1%" not in client.get("/contracts/CSS/kpis/CSC_KPI_04/2026-09/").text


def test_every_fault_is_said_with_its_cell_and_nothing_is_kept(client, contract_manager):
    client.force_login(contract_manager)

    answer = send(client, filled(client, values=("soon", 182, "many")))

    assert answer.status_code == 422
    assert answer.text.count("<tr") >= 3
    assert "nothing was loaded" in answer.text
    assert "soon" in answer.text


def test_what_is_no_workbook_is_refused_in_words(client, contract_manager):
    client.force_login(contract_manager)

    answer = send(client, b"%PDF-1.7 not a workbook")

    assert answer.status_code == 422
    assert "What is wrong with the file" in answer.text


def test_what_a_supplier_sends_stands_as_provisional(client, supplier_person):
    client.force_login(supplier_person)
    content = filled(client, month="2026-05")

    plan = send(client, content, month="2026-05")
    loaded = client.post(plan.request["PATH_INFO"], follow=True)

    assert "provisional" in plan.text
    assert "3 results of CSS for May 2026 are loaded" in loaded.text


def test_a_second_provisional_return_is_refused_with_what_to_do(client, supplier_person):
    client.force_login(supplier_person)

    plan = send(client, filled(client))
    answer = client.post(plan.request["PATH_INFO"], follow=True)

    assert "September 2026 already has a return" in answer.text


def test_the_same_file_again_changes_nothing(client, contract_manager):
    client.force_login(contract_manager)
    content = filled(client)
    client.post(send(client, content).request["PATH_INFO"])

    again = send(client, content)

    assert "This very file is loaded already" in again.text


def test_a_supplier_cannot_send_for_another(client, supplier_person):
    client.force_login(supplier_person)

    answer = send(client, b"x", contract="WAN")

    assert answer.status_code == 422
    assert "Select a valid choice" not in answer.text


def test_somebody_elses_upload_is_not_mine_to_confirm(client, contract_manager, supplier_person):
    client.force_login(contract_manager)
    address = send(client, filled(client)).request["PATH_INFO"]
    client.force_login(supplier_person)

    answer = client.get(address, follow=True)

    assert "What was sent is kept for an hour only. Send it again." in answer.text


def test_a_month_is_verified_from_the_returns(client, contract_manager):
    client.force_login(contract_manager)

    before = client.get("/returns/").text
    answer = client.post("/contracts/CSS/verify/2026-09/", follow=True)
    again = client.post("/contracts/CSS/verify/2026-09/", follow=True)

    assert "CSS, September 2026: 3 provisional results" in before
    assert "3 results of CSS for September 2026 are now verified" in answer.text
    assert "CSS has no provisional result for September 2026." in again.text


def test_a_late_return_is_named_with_its_days(client, member, contract_manager):
    client.force_login(contract_manager)

    page = client.get("/returns/").text

    assert "returns are late" in page
    assert "Days late" in page
