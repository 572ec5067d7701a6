import io
import re
import zipfile

import docx
import pytest
import time_machine

from factories.stored_reports import OCTOBER, asked, correct, draft, frozen, stored_results
from scrutable.registers import facts as registers
from scrutable.registers import writes as register_writes
from scrutable.reports import facts, models, reads, writes
from scrutable.reports.facts import Format
from scrutable.work import reads as work

pytestmark = pytest.mark.django_db
NEW = {
    "kind": "contract-performance",
    "contract": "CSS",
    "first_0": "",
    "first_1": "",
    "last_0": "9",
    "last_1": "2026",
    "meeting": "Overview and Scrutiny Board",
}


@pytest.fixture
def manager(client, contract_manager):
    stored_results()
    client.force_login(contract_manager)
    return client


def words(answer):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def test_the_list_says_what_would_be_there_and_how_to_get_it(manager):
    page = words(manager.get("/reports/"))

    assert "Reports stand here once somebody has begun one." in page
    assert "Begin a report" in page


def test_a_report_is_begun_and_shows_itself(manager):
    answer = manager.post("/reports/new/", NEW, follow=True)

    assert answer.redirect_chain == [("/reports/CSS-2026-1/", 302)]
    page = words(answer)
    assert "This is a draft." in page
    assert "2 of 2 KPIs met their target in September 2026" in page
    assert 'href="/trace/kpi/CSS/CSC_KPI_04/2026-09"' in answer.content.decode()


def test_a_council_named_since_the_month_ended_is_named_on_the_cover(manager):
    named = registers.Policy(
        name="council",
        effective_from=OCTOBER.date(),
        value='{"name": "Little Wickering Borough Council"}',
        approved_by="Full council",
    )
    register_writes.set_policy(policy=named, by="m.doyle", at=OCTOBER)

    with time_machine.travel(OCTOBER, tick=False):
        answer = manager.post("/reports/new/", NEW, follow=True)

    article = answer.content.decode().partition("<article")[2]
    assert "Little Wickering Borough Council" in article


def test_the_same_report_asked_again_leads_to_the_same_draft(manager):
    manager.post("/reports/new/", NEW)

    answer = manager.post("/reports/new/", NEW)

    assert answer.url == "/reports/CSS-2026-1/"
    assert models.Edition.objects.count() == 1


def test_months_the_wrong_way_round_are_refused(manager):
    answer = manager.post("/reports/new/", NEW | {"first_0": "10", "first_1": "2026"})

    assert answer.status_code == 422
    assert "First month must not come after the last month" in words(answer)


def test_commentary_is_kept_by_button_and_by_script(manager):
    name = draft().name
    address = f"/reports/{name}/commentary/summary/"
    assert f'data-autosave="{address}"' in manager.get(address).content.decode()

    by_button = manager.post(address, {"text": "First words.", "based_on": "0"})
    by_script = manager.post(
        address, {"text": "Second words.", "based_on": "0"}, headers={"Accept": "application/json"}
    )

    assert by_button.url == f"/reports/{name}/commentary/"
    assert by_script.json() == {"kept": True}
    assert "Second words." in words(manager.get(f"/reports/{name}/"))
    assert models.Narrative.objects.count() == 2


def test_every_section_says_who_wrote_in_it_last(manager):
    name = draft().name
    manager.post(f"/reports/{name}/commentary/counts/", {"text": "One line.\n\nTwo."})

    page = words(manager.get(f"/reports/{name}/commentary/"))

    assert "Last written by j.smith" in page
    assert "One line. Two." in page
    assert "Nobody has written here yet." in page
    assert manager.get(f"/reports/{name}/commentary/weather/").status_code == 404


def test_another_writers_text_is_not_written_over(manager, officer):
    name = draft().name
    address = f"/reports/{name}/commentary/summary/"
    manager.post(address, {"text": "The manager’s.", "based_on": "0"})
    manager.force_login(officer)

    answer = manager.post(
        address, {"text": "The officer’s.", "based_on": "0"}, headers={"Accept": "application/json"}
    )
    shown = manager.post(address, {"text": "The officer’s.", "based_on": "0"})

    assert answer.status_code == 409
    assert shown.status_code == 422
    assert "j.smith changed this section after you opened it" in words(shown)


def test_faults_lead_to_their_sections_and_stop_the_freeze(manager):
    name = draft().name
    writes.narrate(
        edition=name,
        section="summary",
        text="Calls abandoned missed its target in August.",
        based_on=None,
        by="j.smith",
        at=OCTOBER,
    )

    checked = manager.get(f"/reports/{name}/check/")
    refused = manager.post(f"/reports/{name}/freeze/")

    assert "1 fault stops this report" in words(checked)
    assert f'href="/reports/{name}/#summary"' in checked.content.decode()
    assert f'href="/reports/{name}/commentary/summary/"' in checked.content.decode()
    assert refused.status_code == 422
    assert not reads.edition(name).is_frozen


def test_an_arrow_without_a_reason_leads_to_where_the_reason_is_given(client, contract_manager):
    stored_results(m08=(9.3, 82))
    client.force_login(contract_manager)

    page = client.get(f"/reports/{draft().name}/check/").content.decode()

    reason_at = "/contracts/CSS/kpis/CSC_KPI_04/2026-09/reason/"
    assert f'href="{reason_at}"' in page
    assert client.get(reason_at).status_code == 200


def test_a_report_is_frozen_downloaded_and_verified(manager):
    name = draft().name
    assert "Nothing stops this report" in words(manager.get(f"/reports/{name}/check/"))

    answer = manager.post(f"/reports/{name}/freeze/", follow=True)

    assert f"{name} is frozen, and its files are made." in words(answer)
    assert work.jobs()[0].link == f"/reports/{name}/"
    files = {form: manager.get(f"/reports/{name}/files/{form.value}/").content for form in Format}
    assert files[Format.PDF].startswith(b"%PDF-")
    assert docx.Document(io.BytesIO(files[Format.DOCX])).core_properties.language == "en-GB"
    assert "xl/workbook.xml" in zipfile.ZipFile(io.BytesIO(files[Format.XLSX])).namelist()
    assert b"Contract performance, quarter 2 of 2026/27" in files[Format.HTML]
    verified = manager.post(f"/reports/{name}/verify/")
    assert "Made again to the byte in every format" in words(verified)


def test_a_frozen_report_takes_no_commentary_and_no_second_freeze(manager):
    name = frozen().name

    assert manager.get(f"/reports/{name}/commentary/").status_code == 404
    assert manager.post(f"/reports/{name}/freeze/").status_code == 404
    assert manager.get(f"/reports/{name}/check/").status_code == 404


def test_two_editions_are_compared_by_choosing_them(manager):
    first = frozen()
    correct("CSC_KPI_05", "2026-07", 72.0)
    second = draft(kind=facts.ReportKind.EXCEPTIONS)

    chosen = manager.get("/reports/compare/")
    page = words(manager.get(f"/reports/compare/?before={first.name}&after={second.name}"))
    refused = manager.get("/reports/compare/?before=CSS-1999-1&after=")

    assert "Compare two editions" in words(chosen)
    assert "Figures restated" in page
    assert "contract/CSS/2026-08" in page
    assert "There is a problem" in words(refused)


def test_a_restated_figure_is_listed_against_the_frozen_report(manager):
    frozen()
    assert "No figure of a frozen report has been restated since." in words(
        manager.get("/reports/superseded/")
    )

    correct("CSC_KPI_05", "2026-07", 72.0)

    edition = words(manager.get("/reports/CSS-2026-1/"))
    assert "printed here have been restated since. The report stays as it was frozen." in edition
    page = words(manager.get("/reports/superseded/"))
    assert "kpi/CSS/CSC_KPI_05/2026-07" in page
    assert "81.0%" in page
    assert "72.0%" in page


def test_members_read_frozen_reports_only(client, member):
    stored_results()
    issued, unissued = frozen(), draft(kind=facts.ReportKind.EXCEPTIONS)
    client.force_login(member)

    listed = words(client.get("/reports/"))

    assert issued.reference in listed
    assert unissued.reference not in listed
    assert "Begin a report" not in listed
    assert client.get(f"/reports/{issued.name}/").status_code == 200
    assert client.get(f"/reports/{unissued.name}/").status_code == 404
    assert client.get(f"/reports/{unissued.name}/files/pdf/").status_code == 404
    assert client.get(f"/reports/{issued.name}/files/exe/").status_code == 404


def test_the_councils_word_template_is_used_from_then_on(manager):
    own = io.BytesIO()
    template = docx.Document()
    template.sections[0].header.paragraphs[0].text = "Westmere, the county"
    template.save(own)
    own.name, bad = "westmere.docx", io.BytesIO(b"no document")
    bad.name = "bad.docx"
    own.seek(0)

    refused = manager.post("/reports/template/", {"file": bad})
    taken = manager.post("/reports/template/", {"file": own}, follow=True)
    name = frozen().name

    assert refused.status_code == 422
    assert "must be a Word document" in words(refused)
    assert "Word reports use westmere.docx from now on" in words(taken)
    assert "It lacks" in words(taken)
    assert "ours stand in for them" in words(taken)
    assert "In use: westmere.docx" in words(manager.get("/reports/template/"))
    assert reads.edition(name).template
    assert reads.verify(name).is_proved


def test_hostile_words_are_shown_as_words(manager):
    edition = writes.open_edition(
        asked=asked(meeting="<script>alert(1)</script>"), by="j.smith", at=OCTOBER
    )

    page = manager.get(f"/reports/{edition.name}/").content.decode()

    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)" in page
