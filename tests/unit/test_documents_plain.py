from factories.document_samples import LINKS, document, report
from scrutable.documents.blocks import Paragraph
from scrutable.documents.plain import render, render_plain


def test_a_report_reads_as_plain_text(golden):
    golden("document_report.txt", render_plain(report()))


def test_plain_bytes_are_the_text():
    assert render(report(), links=LINKS) == render_plain(report()).encode()


def test_an_exempt_paper_says_so_at_its_head():
    tree = document(Paragraph(("x",)), visibility="exempt", exempt_paragraph="Paragraph 3")

    assert "Status: Exempt: Paragraph 3" in render_plain(tree)
