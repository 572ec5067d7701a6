import re

import pikepdf
import pytest
from pdfua import Severity, validate

from factories.document_samples import LINKS, document, hostile, report
from scrutable.documents import pdf
from scrutable.documents.blocks import Cell, Column, Paragraph, Table


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    path = tmp_path_factory.mktemp("pdf") / "report.pdf"
    path.write_bytes(pdf.render(report(), links=LINKS))
    return path


@pytest.fixture(scope="module")
def opened(made):
    with pikepdf.open(made) as found:
        yield found


def elements(opened, kind):
    """The structure elements of a kind, in order."""
    found, waiting = [], [opened.Root.StructTreeRoot]
    while waiting:
        node = waiting.pop(0)
        if not isinstance(node, pikepdf.Dictionary):
            continue
        if node.get("/S") == pikepdf.Name("/" + kind):
            found.append(node)
        children = node.get("/K", [])
        waiting += list(children) if isinstance(children, pikepdf.Array) else [children]
    return found


def scope(head):
    return next(str(about.Scope) for about in head.A if "/Scope" in about)


def test_the_pages_are_tagged_titled_and_in_their_language(opened):
    root = opened.Root

    assert root.MarkInfo.Marked is True
    assert str(root.Lang) == "en-GB"
    assert root.ViewerPreferences.DisplayDocTitle is True
    with opened.open_metadata() as about:
        assert about["dc:title"] == "Contract performance, quarter 2"
        assert about["pdfuaid:part"] == "1"
        assert (about["pdfaid:part"], about["pdfaid:conformance"]) == ("2", "A")
    assert str(opened.docinfo["/CreationDate"]) == "D:20261012000000+00'00"


def test_every_table_says_what_heads_its_columns(opened):
    assert len(elements(opened, "Table")) == 3
    heads = elements(opened, "TH")
    assert len(heads) == 5 + 2 + 5
    assert {scope(head) for head in heads} == {"/Column"}


def test_every_picture_is_described(opened):
    assert [str(figure.Alt) for figure in elements(opened, "Figure")] == [
        "Four months; August was the worst."
    ]


def test_headings_are_headings(opened):
    assert len(elements(opened, "H1")) == 4  # with that of the contents
    assert len(elements(opened, "H2")) == 1


def test_figures_lead_to_their_trace(opened):
    found = {
        str(note.A.URI)
        for page in opened.pages
        for note in page.get("/Annots", [])
        if "/URI" in note.get("/A", {})
    }

    assert f"{LINKS}/trace/kpi/CSS/CSC_KPI_04/2026-09" in found
    assert f"{LINKS}/trace/contract/CSS" in found


def test_only_our_fonts_are_inside(opened):
    names = {
        str(font.BaseFont).split("+")[1]
        for page in opened.pages
        for font in page.Resources.get("/Font", {}).values()
    }

    assert {re.split(r"[-_]", name)[0] for name in names} == {"SourceSansPro", "DejaVuSansMono"}


def test_the_checker_of_accessible_pages_finds_no_fault(made):
    found = [f for f in validate(str(made)).findings if f.severity >= Severity.ERROR]

    assert found == []


def test_hostile_words_make_pages():
    assert pdf.render(hostile(), links=LINKS).startswith(b"%PDF-1.7")


def test_a_sign_that_no_font_has_is_printed_as_its_number(tmp_path):
    text = "中 and 𓀀 and plain"
    path = tmp_path / "signs.pdf"
    path.write_bytes(pdf.render(document(Paragraph((text,))), links=LINKS))

    with pikepdf.open(path) as found:
        assert len(found.pages) == 1


def test_a_hundred_rows_of_long_names_break_over_pages(tmp_path):
    rows = tuple((Cell("N" * 300), Cell(str(i))) for i in range(100))
    tree = document(Table("Long", (Column("Name"), Column("Number", numeric=True)), rows))
    path = tmp_path / "long.pdf"
    path.write_bytes(pdf.render(tree, links=LINKS))

    with pikepdf.open(path) as found:
        assert len(found.pages) > 5
        assert len(elements(found, "Table")) == 1


def test_pages_that_the_profile_refuses_are_not_made(monkeypatch, tmp_path):
    template = tmp_path / "bad.typ"
    template.write_text('#set document(title: "x")\n#heading(level: 2)[Skipped]\n= One\n')
    monkeypatch.setattr(pdf, "TEMPLATE", template)

    with pytest.raises(pdf.NotAccessible, match="PDF/UA"):
        pdf.render(report(), links=LINKS)


def test_a_missing_font_is_no_silent_change(monkeypatch):
    monkeypatch.setattr(pdf, "FAMILIES", ("Source Sans Pro", "Comic Neue"))
    pdf.fonts.cache_clear()

    try:
        with pytest.raises(pdf.FontsMissing, match="not installed: Comic Neue"):
            pdf.render(report(), links=LINKS)
    finally:
        pdf.fonts.cache_clear()


def test_a_warning_stops_the_pages(monkeypatch, tmp_path):
    template = tmp_path / "warned.typ"
    template.write_text('#set document(title: "x")\n#set text(font: "Comic Neue")\nWords.\n')
    monkeypatch.setattr(pdf, "TEMPLATE", template)

    with pytest.raises(pdf.NotAccessible, match="unknown font family: comic neue"):
        pdf.render(report(), links=LINKS)


def test_too_many_strange_scripts_are_given_up(monkeypatch):
    monkeypatch.setattr(pdf, "MOST_TRIES", 1)

    with pytest.raises(pdf.NotAccessible, match="too many signs that no font of ours has"):
        pdf.render(document(Paragraph(("中",))), links=LINKS)
