"""A decision report written by pages, from the empty plan to one that may be issued."""

import io
from datetime import UTC, datetime

import docx
import pypdfium2
import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile

from factories.decision_papers import (
    AT_HARM,
    EQUALITY,
    EXEMPT_APPENDIX,
    OPEN_APPENDIX,
    SECRET,
    TEXTS,
)
from factories.stored_papers import CODE, plan, write_all
from scrutable.audit.models import Event
from scrutable.audit.reads import number_at
from scrutable.meetings import models, reads, writes
from scrutable.meetings.facts import Part
from scrutable.meetings.forms import papers as forms

REPORT = f"/decisions/{CODE}/report/"
TODAY = datetime(2026, 11, 20, 9, tzinfo=UTC)
WRITERS = ("officer", "report_author", "contract_manager")
READERS = ("clerk", "scrutiny_officer", "auditor", "administrator")
OTHERS = ("member", "supplier_person")

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def author(client, report_author):
    client.force_login(report_author)
    return client


def text(answer):
    return " ".join(answer.content.decode().split())


def word_file(*lines):
    file = docx.Document()
    for line in lines:
        file.add_paragraph(line)
    out = io.BytesIO()
    file.save(out)
    return SimpleUploadedFile("soundings.docx", out.getvalue())


EXEMPT = {
    "title": EXEMPT_APPENDIX.title,
    "text": SECRET,
    "openness": "exempt",
    "paragraphs": ["3"],
    "public_interest": EXEMPT_APPENDIX.closure.public_interest,
}


def test_an_author_writes_the_report_from_nothing_to_ready(author):
    plan()
    assert "Nothing yet" in text(author.get(REPORT))

    cover = {
        "title": "Buying hosting from June 2027",
        "author": "Dana Reyes",
        "contact": "dana.reyes@westmere.example",
        "on_behalf_of": "Director of Finance",
    }
    assert author.post(f"{REPORT}cover/", cover).headers["Location"] == REPORT
    for part, said in TEXTS.items():
        answer = author.post(
            f"{REPORT}{part.value}/",
            {"text": said, "based_on": 0, **({} if said else {"none": "on"})},
        )
        assert answer.status_code == 302, part
    for row in (*EQUALITY, AT_HARM):
        address = f"{REPORT}equality/{row.characteristic.value.replace('_', '-')}/"
        said = {"impact": row.impact.value, "why": row.why, "mitigation": row.mitigation}
        assert author.post(address, said).headers["Location"] == f"{REPORT}equality/"
    assert author.post(f"{REPORT}appendices/new/", EXEMPT).status_code == 302
    opened = {"title": OPEN_APPENDIX.title, "text": OPEN_APPENDIX.text, "openness": "open"}
    author.post(f"{REPORT}appendices/new/", opened)

    page = text(author.get(REPORT))
    assert "Ready to issue" in page
    assert "What else keeps it from being issued" not in page
    assert page.count("d.reyes, 20 November 2026, 9:00am") == 18
    assert f'href="/decisions/{CODE}/">Issue it from the decision’s page</a>' in page


def test_what_is_missing_is_told_at_the_top_with_links(author):
    plan()
    page = text(author.get(REPORT))

    link = f'<a class="govuk-link" href="{REPORT}'
    assert "18 parts of 18 still missing" in page
    assert f'<li>{link}legal/">Legal comments</a></li>' in page
    assert "Issue it from the decision’s page" not in page
    assert f'{link}cover/">Cover</a>: The report is not begun.' in page


@pytest.mark.parametrize("part", list(Part))
def test_every_part_has_its_page_with_guidance_and_source(author, part):
    plan()
    page = text(author.get(f"{REPORT}{part.value}/"))

    assert "What belongs here" in page
    assert reads.guidance()[part].source.replace("’", "’") in page


def test_a_part_keeps_itself_and_two_writers_do_not_write_over_each_other(author, officer, client):
    plan()
    address = f"{REPORT}summary/"
    as_json = {"HTTP_ACCEPT": "application/json"}
    first = author.post(address, {"text": "One.", "based_on": 0}, **as_json)
    assert (first.status_code, first.json()) == (200, {"kept": True})
    assert "data-autosave" in text(author.get(address))

    writes.write_part(decision=CODE, part=Part.SUMMARY, text="Two.", by="a.patel", at=TODAY)
    refused = author.post(address, {"text": "Three.", "based_on": 0}, **as_json)
    assert refused.status_code == 409
    assert "a.patel changed this part after you opened it" in refused.json()["fault"]

    shown = author.post(address, {"text": "Three.", "based_on": 0})
    assert shown.status_code == 422
    assert "Three." in text(shown)
    kept = reads.paper(CODE, number_at(), council="W", dated=TODAY.date())
    assert kept.parts[Part.SUMMARY].text == "Two."


def test_a_part_that_must_say_something_offers_no_statement_of_none(author):
    plan()

    assert "State expressly" not in text(author.get(f"{REPORT}summary/"))
    assert "State expressly: No alternatives were considered." in text(
        author.get(f"{REPORT}alternatives/")
    )


def test_none_is_not_offered_where_some_are_listed(author):
    plan()
    none = "State expressly: This report has no appendices."
    assert none in text(author.get(f"{REPORT}appendices/"))
    author.post(f"{REPORT}appendices/new/", EXEMPT)
    assert none not in text(author.get(f"{REPORT}appendices/"))

    writes.write_part(decision=CODE, part=Part.APPENDICES, none=True, by="a.patel", at=TODAY)
    assert none in text(author.get(f"{REPORT}appendices/"))
    author.post(f"{REPORT}appendices/", {"based_on": number_at()})
    assert none not in text(author.get(f"{REPORT}appendices/"))


def test_an_impact_that_somebody_changed_meanwhile_is_refused(author):
    plan()
    address = f"{REPORT}equality/age/"
    said = {"impact": "neutral", "why": "Nothing changes.", "based_on": 0}
    author.post(address, said)
    refused = author.post(address, {**said, "why": "All changes.", "based_on": 0})

    assert refused.status_code == 422
    assert "Somebody changed this impact after you opened it" in text(refused)
    harm = author.post(f"{REPORT}equality/sex/", {"impact": "negative", "why": "It costs more."})
    assert "Enter what lessens a negative impact, or justifies it" in text(harm)
    assert "It counts for the first aim only" in text(
        author.get(f"{REPORT}equality/marriage-and-civil-partnership/")
    )


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"paragraphs": []}, "Select the paragraph under which it is exempt"),
        ({"public_interest": ""}, "Enter why exemption outweighs disclosure"),
        ({"text": ""}, "Enter the text of the appendix, or select its file"),
        ({"title": " "}, "Enter the title"),
        ({"openness": ""}, "Select who may see it"),
        ({"openness": "open"}, "Leave this empty: only exempt matter has it"),
        ({"paragraphs": ["8"]}, "Select only those listed"),
    ],
)
def test_an_exempt_appendix_needs_its_paragraph_and_its_reason(author, change, fault):
    plan()
    answer = author.post(f"{REPORT}appendices/new/", EXEMPT | change)

    assert answer.status_code == 422
    assert fault in text(answer)
    assert not models.Appendix.objects.exists()


def test_an_appendix_as_a_file_is_kept_given_back_changed_and_taken_out(author):
    plan()
    sent = {**EXEMPT, "text": "", "file": word_file("Two of three rivals were lower in price.")}
    author.post(f"{REPORT}appendices/new/", sent)

    given = author.get(f"{REPORT}appendices/A/file/")
    assert "Two of three rivals" in docx.Document(io.BytesIO(given.content)).paragraphs[0].text
    assert given["Content-Disposition"] == f'attachment; filename="{CODE}-A-soundings.docx"'
    assert "soundings.docx" in text(author.get(f"{REPORT}appendices/"))

    author.post(f"{REPORT}appendices/A/", {**EXEMPT, "text": "", "title": "Soundings"})
    kept = reads.paper(CODE, number_at(), council="W", dated=TODAY.date()).appendices[0]
    assert (kept.title, kept.file_name) == ("Soundings", "soundings.docx")

    author.post(f"{REPORT}appendices/A/remove/")
    assert author.get(f"{REPORT}appendices/A/").status_code == 404
    assert author.get(f"{REPORT}appendices/A/file/").status_code == 404
    assert "No appendices yet" in text(author.get(f"{REPORT}appendices/"))


def test_a_file_that_cannot_be_kept_is_told_on_the_form(author):
    plan()
    sent = {**EXEMPT, "text": "", "file": SimpleUploadedFile("a.docx", b"not a document")}
    answer = author.post(f"{REPORT}appendices/new/", sent)

    assert "The appendix is no Word document and no PDF" in text(answer)
    both = author.post(f"{REPORT}appendices/new/", {**EXEMPT, "file": word_file("A.")})
    assert "Send a text or a file, and not both" in text(both)


def test_a_file_larger_than_is_kept_is_told_on_the_form():
    large = word_file("A.")
    large.size = 50_000_001
    form = forms.AppendixForm({**EXEMPT, "text": ""}, {"file": large})

    assert form.errors["file"] == ["The file must be 50 MB or smaller"]


def test_a_text_has_no_file_to_give(author):
    write_all()

    assert author.get(f"{REPORT}appendices/B/file/").status_code == 404


def test_background_papers_are_listed_changed_and_taken_off(author):
    plan()
    said = {"title": "IMT strategy 2024", "where": "The council’s website"}
    author.post(f"{REPORT}background-papers/new/", said)
    author.post(f"{REPORT}background-papers/1/", {**said, "where": "Room 4"})

    assert "Room 4" in text(author.get(f"{REPORT}background-papers/"))
    author.post(f"{REPORT}background-papers/1/remove/")
    assert "No background papers yet" in text(author.get(f"{REPORT}background-papers/"))
    assert author.get(f"{REPORT}background-papers/1/").status_code == 404


def test_previews_keep_what_is_exempt_out_of_the_open_version(author):
    write_all()
    opened = author.get(f"{REPORT}preview/")
    closed = author.get(f"{REPORT}preview/?version=exempt")

    assert "Buying hosting from June 2027" in text(opened)
    assert "See the exempt part" in text(opened)
    assert "£1,047,300" not in text(opened)
    assert "£1,047,300" in text(closed)
    assert "Paragraph 3 of Schedule 12A, Local Government Act 1972" in text(closed)


@pytest.mark.parametrize("form", ["pdf", "docx", "html"])
def test_drafts_are_given_as_files_in_both_versions(author, form):
    write_all()
    for version, holds in (("open", False), ("exempt", True)):
        answer = author.get(f"{REPORT}files/{version}/{form}/")
        name = f"{CODE}-{version}.{form}"
        assert answer["Content-Disposition"] == f'attachment; filename="{name}"'
        assert ("1,047,300" in words_of(answer.content, form)) is holds


def words_of(content, form):
    if form == "pdf":
        pages = pypdfium2.PdfDocument(content)
        return " ".join(page.get_textpage().get_text_range() for page in pages)
    if form == "docx":
        return " ".join(line.text for line in docx.Document(io.BytesIO(content)).paragraphs)
    return content.decode()


@pytest.mark.parametrize(
    "address",
    ["files/open/xlsx/", "files/secret/pdf/", "files/exempt/pdf/", "preview/?version=exempt",
     "preview/?version=all", "nothing/", "equality/height/", "appendices/Z/",
     "appendices/Z/file/", "background-papers/7/"],
)  # fmt: skip
def test_what_is_not_there_is_not_found(author, address):
    plan()

    assert author.get(f"{REPORT}{address}").status_code == 404


def test_there_is_no_report_on_a_decision_that_is_not_planned(author):
    assert author.get("/decisions/I999999/report/").status_code == 404


@pytest.mark.parametrize("address", ["", "preview/", "files/exempt/html/"])
@pytest.mark.parametrize(("people", "status"), [(WRITERS, 200), (READERS, 200), (OTHERS, 403)])
def test_who_may_see_a_draft(client, request, address, people, status):
    write_all()
    for person in people:
        client.force_login(request.getfixturevalue(person))
        assert client.get(f"{REPORT}{address}").status_code == status, person


@pytest.mark.parametrize("address", ["cover/", "summary/", "equality/age/", "appendices/new/"])
@pytest.mark.parametrize(("people", "status"), [(WRITERS, 200), (READERS, 403), (OTHERS, 403)])
def test_who_may_write_one(client, request, address, people, status):
    write_all()
    for person in people:
        client.force_login(request.getfixturevalue(person))
        assert client.get(f"{REPORT}{address}").status_code == status, person


def test_the_page_answers_as_it_was_known(author):
    write_all()
    before = f"{REPORT}?known_at=2026-10-20T10:00"
    writes.remove_appendix(decision=CODE, letter="B", by="d.reyes", at=TODAY)

    assert "As it was known on" in text(author.get(before))
    assert "2 appendices" in text(author.get(before))
    assert "1 appendix" in text(author.get(REPORT))


def test_the_parts_are_given_as_csv(author):
    write_all()
    given = author.get(f"{REPORT}?format=csv").content.decode("utf-8-sig")
    impacts = author.get(f"{REPORT}equality/?format=csv").content.decode("utf-8-sig")

    assert given.splitlines()[0] == "Part,State,What it says,Written last by"
    assert len(given.splitlines()) == 19
    assert len(impacts.splitlines()) == 10


def test_no_page_of_the_log_has_exempt_words():
    write_all()

    assert not Event.objects.filter(body__contains="1,047,300").exists()
