"""Minutes in Word and PDF: their numbering, their pages, what is printed around them."""

from docx.oxml import parse_xml

from factories.minutes_files import SENTENCE, pdf, pdf_of, read, word


def test_word_numbers_its_paragraphs_as_word_prints_them():
    def build(document):
        document.add_heading("Minutes", 1)
        document.add_paragraph("RESOLVED")
        for text in ("That the report be noted", "That authority be delegated"):
            document.add_paragraph(text, style="List Number")
        document.add_paragraph("a bullet", style="List Bullet")
        document.add_paragraph("That it end", style="List Number")

    assert read(word(build)).text == (
        "Minutes\n\nRESOLVED\n\n1. That the report be noted\n2. That authority be delegated\n"
        "• a bullet\n3. That it end"
    )


def listed(document, *paragraphs, levels, start=None):
    """Number the paragraphs by a list of these levels: (format, text) each."""
    numbering = document.part.numbering_part.element
    shapes = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for at, (kind, text) in enumerate(levels)
    )
    name = {"xmlns:w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
    said = " ".join(f'{key}="{value}"' for key, value in name.items())
    first = numbering.find(f"{{{name['xmlns:w']}}}num")
    override = (
        f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        if start
        else ""
    )
    first.addprevious(
        parse_xml(f'<w:abstractNum {said} w:abstractNumId="77">{shapes}</w:abstractNum>')
    )
    numbering.append(
        parse_xml(f'<w:num {said} w:numId="77"><w:abstractNumId w:val="77"/>{override}</w:num>')
    )
    for level, text in paragraphs:
        paragraph = document.add_paragraph(text)
        paragraph._p.get_or_add_pPr().append(
            parse_xml(f'<w:numPr {said}><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr>')
        )


def test_word_lists_of_several_levels_count_and_begin_again():
    levels = [("decimal", "(%1)"), ("lowerLetter", "%2)"), ("lowerRoman", "%1.%3")]
    paragraphs = [(0, "One of the limbs"), (1, "first part"), (1, "second part")]
    paragraphs += [(2, "deeper"), (0, "Two of the limbs"), (1, "first again")]

    text = read(word(lambda document: listed(document, *paragraphs, levels=levels))).text

    assert text.split("\n") == [
        "(1) One of the limbs",
        "   a) first part",
        "   b) second part",
        "      1.i deeper",
        "(2) Two of the limbs",
        "   a) first again",
    ]


def test_a_word_list_may_begin_anew():
    def build(document):
        listed(document, (0, SENTENCE), (0, "That it end"), levels=[("decimal", "%1.")], start=7)

    assert read(word(build)).text == f"7. {SENTENCE}\n8. That it end"


def test_word_tables_boxes_and_what_was_struck_out():
    def build(document):
        cells = document.add_table(2, 2).rows
        cells[0].cells[0].text, cells[0].cells[1].text = "12", SENTENCE
        cells[1].cells[0].text, cells[1].cells[1].text = "Action", "Head of IT"
        document.add_paragraph("Kept ").add_run("hidden").font.hidden = True
        paragraph = document.add_paragraph("Agreed")
        paragraph._p.append(
            parse_xml(
                '<w:del xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
                "<w:r><w:delText> not</w:delText><w:t> deleted</w:t></w:r></w:del>"
            )
        )

    assert read(word(build)).text == f"12 {SENTENCE}\n\nAction Head of IT\n\nKept\n\nAgreed"


# PDF


def test_a_pdf_gives_its_pages_without_heads_feet_and_broken_words():
    found = read(pdf(4))

    assert [name for _, name in found.places] == ["page 1", "page 2", "page 3", "page 4"]
    assert "PUBLIC PACK" not in found.text
    assert "Page 1 of" not in found.text
    assert "telecommunications and reprocurement" in found.text
    assert "2. That authority be delegated to the Director of Finance" in found.text
    assert "\n\nRESOLVED\n\n1. That the report be noted." in found.text
    for start, _ in found.places:
        assert found.text[start:].startswith(("1. Perf", "2. Perf", "3. Perf", "4. Perf"))


def test_a_hyphen_of_the_word_itself_stays():
    body = (
        '#set page(width: 9cm)\n#set text(hyphenate: true, lang: "en")\n#set par(justify: true)\n'
    )
    words = "The follow-up of the follow-up and the administration of administration. " * 12

    text = read(pdf_of(body + words)).text.replace("\n", " ")

    assert "followup" not in text
    assert "admin-" not in text
    assert text.count("follow-up") == 24
    assert text.count("administration") == 24


def test_what_a_page_sets_in_is_set_in():
    body = f"{SENTENCE}\n\n#pad(left: 2cm)[(a) in part]\n\n#pad(left: 4cm)[(i) and whole]"

    assert (
        read(pdf_of(body)).text
        == f"{SENTENCE}\n         (a) in part\n                  (i) and whole"
    )


def test_a_resolution_at_the_head_of_every_page_is_no_running_head():
    page = f"#set page(margin: 1cm)\nRESOLVED\n\n{SENTENCE}\n"

    text = read(pdf_of("#pagebreak()\n".join([page] * 4))).text

    assert text.count("RESOLVED") == 4
