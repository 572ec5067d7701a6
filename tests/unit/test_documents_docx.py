import io
import zipfile
from dataclasses import replace

import docx
import pytest
from docx.oxml.ns import qn

from factories.document_samples import LINKS, document, hostile, report
from scrutable.documents.blocks import Paragraph
from scrutable.documents.docx import render
from scrutable.documents.word.template import STYLES, NotATemplate, open_template, ours


@pytest.fixture(scope="module")
def made():
    return render(report(), links=LINKS)


@pytest.fixture(scope="module")
def opened(made):
    return docx.Document(io.BytesIO(made))


def values(element, tag, name="val"):
    return [found.get(qn(f"w:{name}")) for found in element.iter(qn(f"w:{tag}"))]


def test_headings_are_headings(opened):
    found = [(p.style.name, p.text) for p in opened.paragraphs if "Heading" in p.style.name]

    assert found == [
        ("Heading 1", "Summary"),
        ("Heading 1", "1  What needs attention"),
        ("Heading 1", "2  Performance"),
        ("Heading 2", "Customer Service Centre"),
    ]


def test_the_contents_stand_without_an_update_and_lead_to_the_headings(opened):
    entries = [p for p in opened.paragraphs if p.style.name.startswith("toc")]
    marks = values(opened.element, "bookmarkStart", "name")

    assert [p.text for p in entries] == [
        "Summary",
        "1  What needs attention",
        "2  Performance",
        "Customer Service Centre",
    ]
    leads = [link for p in entries for link in values(p._p, "hyperlink", "anchor")]
    assert leads == ["_S_summary", "_S_attention", "_S_performance", "_S_customer_service_centre"]
    assert set(leads) <= set(marks)
    assert "updateFields" not in opened.settings.element.xml


def test_bookmarks_have_names_and_numbers_of_their_own(opened):
    names = values(opened.element, "bookmarkStart", "name")
    numbers = values(opened.element, "bookmarkStart", "id")

    assert len(set(names)) == len(names)
    assert len(set(numbers)) == len(numbers)


def test_every_table_repeats_its_headings_and_splits_no_row(opened):
    assert len(opened.tables) == 4
    for table in opened.tables:
        rows = [row._tr.trPr for row in table.rows]
        assert [row.find(qn("w:tblHeader")) is not None for row in rows] == [
            index == 0 for index in range(len(rows))
        ]
        assert all(row.find(qn("w:cantSplit")) is not None for row in rows)
        assert values(table._tbl, "tblCaption") != [""]


def test_captions_are_counted_by_word(opened):
    found = [p.text for p in opened.paragraphs if p.style.name == "Caption"]
    fields = [f.text.strip() for f in opened.element.iter(qn("w:instrText"))]

    assert found == [
        "Table 1: KPIs of the service (September 2026)",
        "Figure 1: Calls abandoned",
        "Table 2: Service credits (September 2026)",
        "Table 3: Sources of the figures",
    ]
    assert [f for f in fields if f.startswith("SEQ")] == [
        r"SEQ Table \* ARABIC",
        r"SEQ Figure \* ARABIC",
        r"SEQ Table \* ARABIC",
        r"SEQ Table \* ARABIC",
    ]


def test_pictures_are_described(opened):
    found = [(p.get("name"), p.get("descr")) for p in opened.element.iter(qn("wp:docPr"))]

    assert found == [("Figure 1", "Four months; August was the worst.")]


def test_citations_lead_to_their_trace_and_stand_in_the_sources(opened):
    links = {r.target_ref for r in opened.part.rels.values() if r.is_external}
    rows = [[cell.text for cell in row.cells] for row in opened.tables[-1].rows]

    assert links == {
        f"{LINKS}/trace/contract/CSS",
        f"{LINKS}/trace/kpi/CSS/CSC_KPI_04/2026-08",
        f"{LINKS}/trace/kpi/CSS/CSC_KPI_04/2026-09",
    }
    assert rows[0] == ["Reference", "Version", "File", "Sheet", "Cell"]
    assert rows[1] == ["contract/CSS", "214", "contract.xlsx", "Terms", "B2"]
    assert rows[3][2:] == ["norland-september-2026.xlsx", "Returns", "F14"]


def test_paper_language_and_letters(opened):
    section = opened.sections[0]

    assert (round(section.page_width.cm), round(section.page_height.cm)) == (21, 30)
    assert set(values(opened.styles.element, "lang")) == {"en-GB"}
    assert opened.core_properties.language == "en-GB"
    assert values(opened.styles.element.find(qn("w:docDefaults")), "sz") == ["24"]


def test_properties_name_the_paper_and_no_program(opened, made):
    about = opened.core_properties

    assert (about.title, about.author) == (
        "Contract performance, quarter 2",
        "Head of Commercial Services",
    )
    assert f"{about.created:%Y-%m-%d}" == f"{about.modified:%Y-%m-%d}" == "2026-10-12"
    assert b"python-docx" not in zipfile.ZipFile(io.BytesIO(made)).read("docProps/core.xml")


def test_a_property_is_cut_to_what_word_keeps():
    paper = replace(document(Paragraph(("Text.",))), subject="s" * 300, author="a" * 300)

    about = docx.Document(io.BytesIO(render(paper, links=LINKS))).core_properties

    assert (about.subject, about.author) == ("s" * 255, "a" * 255)


def test_header_and_footer_say_what_and_where(opened):
    section = opened.sections[0]

    header = section.header.paragraphs[0].text
    footer = section.footer.paragraphs[-1].text
    assert header == "Contract performance, quarter 2\tWestmere County Council"
    assert footer == "edition/CSS-2026-3\tPage 1 of 1"


def test_a_page_begins_with_its_heading(opened):
    first = next(p for p in opened.paragraphs if p.text == "Summary" and "Heading" in p.style.name)

    assert first.paragraph_format.page_break_before


def test_an_exempt_paper_says_so_in_its_header():
    words = "Paragraph 3 of Part 1 of Schedule 12A"
    tree = document(Paragraph(("x",)), visibility="exempt", exempt_paragraph=words)
    found = docx.Document(io.BytesIO(render(tree, links=LINKS)))

    assert found.sections[0].header.paragraphs[0].text.endswith(f"\tExempt: {words}")
    assert found.paragraphs[1].text == f"Exempt: {words}"


def councils_own(**headers):
    """A template as a council might send it: a Word file with its own header and few styles."""
    file = docx.Document()
    file.add_paragraph("A sentence that is not the report's")
    file.sections[0].header.paragraphs[0].text = headers.get("header", "")
    for name in ("Caption", "List Bullet"):
        file.styles[name].delete()
    file.styles["Heading 1"].font.name = "Gill Sans"
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def test_the_councils_template_keeps_its_styles_and_header_and_lends_the_rest():
    template = councils_own(header="Westmere’s own")
    found = docx.Document(io.BytesIO(render(report(), links=LINKS, template=template)))

    assert found.styles["Heading 1"].font.name == "Gill Sans"
    assert found.sections[0].header.paragraphs[0].text == "Westmere’s own"
    assert "A sentence" not in found.paragraphs[0].text
    assert found.paragraphs[0].style.name == "Report council"
    assert any(p.style.name == "Caption" for p in found.paragraphs)
    assert set(values(found.styles.element, "lang")) == {"en-GB"}


def test_what_a_template_lacks_is_named():
    lent = open_template(councils_own()).lent

    assert {"caption", "List Bullet", "toc 1", "Hyperlink", "Report numbered"} <= set(lent)
    assert "heading 1" not in lent
    assert open_template(ours()).lent == ()
    assert len(STYLES) == len(set(STYLES))


def test_an_exempt_paper_says_so_below_the_councils_own_header():
    template = councils_own(header="Westmere’s own")
    tree = document(Paragraph(("x",)), visibility="exempt", exempt_paragraph="Paragraph 3")
    found = docx.Document(io.BytesIO(render(tree, links=LINKS, template=template)))

    assert [p.text for p in found.sections[0].header.paragraphs] == [
        "Westmere’s own",
        "Exempt: Paragraph 3",
    ]


def zipped(**parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    "content",
    [b"not a zip", zipped(a="b"), ours()[:900], zipped(**{"[Content_Types].xml": "<Types/>"})],
    ids=["text", "zip", "cut", "empty"],
)
def test_what_is_no_word_file_is_no_template(content):
    with pytest.raises(NotATemplate, match=r"must be a Word document. Save it as \.docx"):
        open_template(content)


def ours_with(part, old, new):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(ours())) as own, zipfile.ZipFile(out, "w") as packed:
        for name in own.namelist():
            content = own.read(name)
            packed.writestr(name, content.replace(old, new) if name == part else content)
    return out.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        ours_with("word/document.xml", b"w:body", b"w:nobody"),
        ours_with("word/document.xml", b"w:document", b"w:other"),
        ours_with("word/styles.xml", b'<w:name w:val="Normal"/>', b"<w:name/>"),
        ours()[:6] + b"\xff" + ours()[7:],
        ours().replace(b"PK\x01\x02\x14\x03\x14", b"PK\x01\x02\x14\x03\xf0"),
        ours()[:600] + b"\xff" * 40 + ours()[640:],
    ],
    ids=["no body", "another root", "a style without a name", "locked", "too new", "spoilt"],
)
def test_a_word_file_that_was_tampered_with_is_no_template(content):
    try:
        found = open_template(content).lent
    except NotATemplate as unfit:
        found = str(unfit)

    assert found in ((), "The template must be a Word document. Save it as .docx and send that")


def test_a_bomb_is_no_template(monkeypatch):
    monkeypatch.setattr("scrutable.documents.word.template.MOST_BYTES", 100)

    with pytest.raises(NotATemplate):
        open_template(ours())


def test_hostile_words_stay_words():
    found = docx.Document(io.BytesIO(render(hostile(), links=LINKS)))

    words = "\n".join(p.text for p in found.paragraphs)
    assert '<script>alert(1)</script> & "quoted" \' ]]> {{ 7*7 }} {% raw %}' in words
    assert "שלום עולם" in words
