"""Limbs of recommendations and further lines of the cover, in every format."""

import io
import zipfile

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdfua import Severity, validate

from factories.document_samples import LINKS, SEPTEMBER, document
from scrutable.documents import canonical, docx, html, pdf, plain, xlsx
from scrutable.documents.blocks import Bullets, Figure
from scrutable.documents.figures import figures
from scrutable.documents.numbering import letter

RECOMMENDED = Bullets(
    (("Approves the strategy.",), ("Delegates to the Head of IMT:",), ("Notes the cost.",)),
    ordered=True,
    limbs=((), (("the plan;",), ("up to ", Figure("£5", SEPTEMBER))), ()),
)
COVER = (("Report to", "The Executive"), ("Key decision", "Yes"))


def paper():
    return document(RECOMMENDED, cover=COVER)


def test_plain_text_letters_the_limbs_below_their_item():
    text = plain.render_plain(paper())

    assert (
        "(1) Approves the strategy.\n(2) Delegates to the Head of IMT:\n"
        "    (a) the plan;\n    (b) up to £5\n(3) Notes the cost." in text
    )


def test_further_lines_of_the_cover_follow_the_reference():
    lines = plain.render_plain(paper()).splitlines()

    assert lines[2:5] == [
        "Reference: edition/CSS-2026-3",
        "Report to: The Executive",
        "Key decision: Yes",
    ]


def test_html_nests_a_list_of_limbs_in_its_item():
    page = html.render(paper(), links=LINKS).decode()

    assert page.count("doc-limbs") == 1 + 1  # in the styles, and in the page
    inside = page.partition("Delegates to the Head of IMT:")[2].partition("Notes the cost.")[0]
    assert inside.index("<ol") < inside.index("the plan;") < inside.index("</ol>")
    assert "<dt>Report to</dt><dd>The Executive</dd>" in page


def test_word_has_limbs_in_a_style_of_their_own():
    with zipfile.ZipFile(io.BytesIO(docx.render(paper(), links=LINKS))) as parts:
        body = parts.read("word/document.xml").decode()

    assert body.count('<w:pStyle w:val="ReportLimb"/>') == 2
    assert body.index("Approves the strategy.") < body.index(">(a)<") < body.index(">(3)<")
    assert "Report to" in body


def test_the_pdf_passes_its_profile_and_letters_the_limbs(tmp_path):
    content = pdf.render(paper(), links=LINKS)
    path = tmp_path / "paper.pdf"
    path.write_bytes(content)
    text = pypdfium2.PdfDocument(content)[0].get_textpage().get_text_range()

    assert "(2)" in text
    assert "(a)" in text
    assert "the plan;" in text
    assert "The Executive" in text
    assert [f for f in validate(str(path)).findings if f.severity >= Severity.ERROR] == []


def test_the_workbook_says_the_lines_of_the_cover():
    with zipfile.ZipFile(io.BytesIO(xlsx.render(paper(), links=LINKS))) as parts:
        strings = parts.read("xl/sharedStrings.xml").decode()

    assert "Report to" in strings
    assert "The Executive" in strings


def test_a_figure_in_a_limb_is_found_with_its_place():
    places = [each.place for each in figures(paper())]

    assert "list item 2, limb b" in places


def test_the_tree_comes_back_from_its_json():
    assert canonical.from_json(canonical.to_json(paper())) == paper()


@pytest.mark.parametrize(
    "make",
    [
        lambda: Bullets((("a",),), ordered=False, limbs=((("b",),),)),
        lambda: Bullets((("a",),), ordered=True, limbs=((), ())),
    ],
)
def test_limbs_belong_to_the_items_of_an_ordered_list(make):
    with pytest.raises(ValueError, match="give the limbs of each item of an ordered list"):
        make()


@given(st.integers(0, 800))
def test_letters_count_as_a_spreadsheet_names_its_columns(place):
    number = 0
    for sign in letter(place):
        number = number * 26 + ord(sign) - ord("a") + 1

    assert number - 1 == place
