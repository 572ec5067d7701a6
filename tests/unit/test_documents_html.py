from html.parser import HTMLParser

import pytest

from factories.document_samples import LINKS, document, hostile, report
from scrutable.documents.blocks import Cell, Citation, Column, Paragraph, Sources, Table
from scrutable.documents.html import fragment, render


class Outline(HTMLParser):
    """What a page is made of: its tags with attributes, and its words."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.words, self.open = [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.words.append(data)

    def all(self, tag):
        return [attributes for name, attributes in self.tags if name == tag]


@pytest.fixture(scope="module")
def page():
    return Outline(render(report(), links=LINKS).decode())


def test_the_page_needs_nothing_but_itself(page):
    assert page.all("html") == [{"lang": "en-GB"}]
    assert not page.all("link")
    assert not page.all("script")
    assert not page.all("img")
    assert len(page.all("style")) == 1


def test_headings_go_down_one_level_at_a_time(page):
    levels = [int(tag[1]) for tag, _ in page.tags if tag in {"h1", "h2", "h3", "h4"}]

    assert levels == [1, 2, 2, 2, 3]


def test_every_cited_figure_leads_to_its_trace(page):
    found = {a["href"] for a in page.all("a")}

    assert f"{LINKS}/trace/kpi/CSS/CSC_KPI_04/2026-09" in found
    assert f"{LINKS}/trace/contract/CSS" in found


def test_sections_and_paragraphs_can_be_named(page):
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]

    assert {"attention", "customer-service-centre", "paragraph-2-2", "table-1"} <= set(ids)
    assert len(ids) == len(set(ids))


def test_tables_say_what_heads_what(page):
    heads = [(a.get("scope"), a.get("role")) for a in page.all("th")]

    assert set(heads) == {("col", "columnheader"), ("row", "rowheader")}
    assert len(page.all("caption")) == 3


def test_a_chart_stands_with_its_table_one_key_away(page):
    assert len(page.all("figure")) == 1
    assert len(page.all("svg")) == 1
    assert any("The numbers behind Figure 1" in words for words in page.words)


def test_a_status_is_a_word_with_its_shape_hidden_from_readers_aloud(page):
    assert ("span", {"class": "doc-tag doc-tag--yellow"}) in page.tags
    assert any("Below target" in words for words in page.words)


def test_no_style_or_script_stands_in_the_text():
    found = fragment(report(), links=LINKS)

    assert " style=" not in found
    assert "<style" not in found
    assert found.lstrip().startswith("<article")


def test_hostile_words_stay_words():
    page = Outline(render(hostile(), links=LINKS).decode())

    assert not page.all("script")
    assert any("<script>alert(1)</script>" in words for words in page.words)
    assert all(a["href"].startswith((LINKS, "#")) for a in page.all("a"))


def test_a_reference_is_quoted_in_its_address():
    cell = Cell("3", Citation('kpi/"><b>', 1))
    found = fragment(document(Table("t", (Column("A"),), ((cell,),))), links=LINKS + "/")

    assert f'href="{LINKS}/trace/kpi/%22%3E%3Cb%3E"' in found


def test_an_exempt_paper_says_so():
    tree = document(Paragraph(("x",)), visibility="exempt", exempt_paragraph="Paragraph 3")

    assert "Exempt: Paragraph 3" in fragment(tree, links=LINKS)


def test_sources_of_nothing_are_not_shown():
    assert "Sources" not in fragment(document(Sources(())), links=LINKS)


@pytest.mark.parametrize(("length", "folded"), [(20, []), (21, [{"class": "doc-long"}])])
def test_a_long_table_is_folded_under_its_caption(length, folded):
    rows = tuple((Cell(f"Row {count}"),) for count in range(length))
    page = Outline(
        render(document(Table("Every row", (Column("Row"),), rows)), links=LINKS).decode()
    )

    assert page.all("details") == folded
    assert len(page.all("tr")) == length + 1
    assert ("Table 1: Every row, all 21 rows" in page.words) is bool(folded)
