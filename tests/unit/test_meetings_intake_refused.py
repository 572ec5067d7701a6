"""Files that are not read: each says what is wrong and what to do, and nothing raises."""

import io
import random
import zipfile
from dataclasses import replace
from time import perf_counter

import pikepdf
import pytest

from factories.minutes_files import SENTENCE, pdf, pdf_of, word
from scrutable.evidence.facts import RowError
from scrutable.meetings.facts import MinutesText
from scrutable.meetings.intake import open_minutes
from scrutable.meetings.intake.limits import PACKS

WELSH = (
    "Penderfynwyd bod y cofnodion yn cael eu cymeradwyo gan y Pwyllgor. Mae'r adroddiad wedi ei "
    "nodi, ac roedd yr aelodau hefyd yn gofyn am ragor o wybodaeth am y gwasanaeth yn y cyfarfod."
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
NOISE = random.Random(7).randbytes(5_000)  # noqa: S311  (no secret)
ENTITIES = b"""<?xml version="1.0"?><!DOCTYPE m [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>
<meeting><meetingid>1</meetingid><meetingdate>20/12/2018</meetingdate>&b;</meeting>"""


def refused(content, **limits):
    found = open_minutes(content, "minutes", limits=replace(PACKS, **limits))
    assert isinstance(found, list), found
    (error,) = found
    assert isinstance(error, RowError)
    assert error.fault
    assert error.remedy
    return str(error)


def zipped(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def changed(document, name, old, new):
    """Return the Word document with one part changed."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    assert old in parts[name]
    parts[name] = parts[name].replace(old, new)
    return zipped(parts)


def plain_word():
    return word(lambda document: document.add_paragraph(SENTENCE))


def encrypted():
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf_of(SENTENCE))) as document:
        document.save(out, encryption=pikepdf.Encryption(owner="secret", user="secret"))
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "The file is empty; send the minutes themselves"),
        (b" \r\n\t\x00", "The file is empty"),
        (bytes(range(256)) * 20, "This is not a text or a document that can be read; send it as"),
        (NOISE, "This is not a text or a document"),
        (
            b"\x89PNG\r\n\x1a\n" + b"x" * 100,
            "This is a picture, which is not read; send it as text",
        ),
        (b"II*\x00" + b"x" * 100, "This is a scanned picture (.tif), which is not read"),
        (b"{\\rtf1 " + SENTENCE.encode(), "This is rich text (.rtf), which is not read"),
        (OLE + b"x" * 600, "The document is damaged or cut short"),
        (b"PK\x03\x04" + b"x" * 600, "The document is damaged or cut short"),
        (b"%PDF-1.7\n" + b"x" * 600, "The PDF is damaged or cut short; open it, save it again"),
        (b"12 | 13\n", "The file holds no text; send the minutes themselves"),
        (b"<html><body><script>That x</script></body></html>", "The file holds no text"),
        (
            WELSH.encode(),
            "The text is in Welsh, and the reader reads English only; send the English",
        ),
        (ENTITIES, "declares entities"),
        (b"<?xml version='1.0'?><rss><channel>That the news be read</channel></rss>", "XML of an"),
    ],
)
def test_what_is_no_minutes_is_refused_in_words(content, said):
    assert said in refused(content)


def test_a_file_beyond_the_limit_is_refused_before_it_is_looked_at():
    began = perf_counter()

    said = refused(b"a" * 100_000_000)

    assert said == (
        "The file has 100 MB; at most 50 MB are read; send the minutes without the reports and "
        "pictures"
    )
    assert perf_counter() - began < 1


def test_limits_of_text_and_pages():
    assert "more than 100 characters" in refused(SENTENCE.encode() * 3, most_characters=100)
    assert "The PDF has 3 pages; at most 2 are read" in refused(pdf(3), most_pages=2)
    assert "unpacks to more than is read" in refused(pdf(3), most_page_characters=100)
    page = b"<html><body><p>" + SENTENCE.encode() + b"</p></body></html>"
    assert "unpacks to more than is read" in refused(page, most_markup=50)


def test_a_scanned_pdf_says_so():
    assert refused(pdf_of("#rect(width: 2cm)\n#pagebreak()\n#rect(width: 2cm)")) == (
        "The PDF was scanned: it holds pictures of its 2 pages and no text; have its text "
        "recognised (OCR), or send the document it was made from"
    )


def test_an_encrypted_pdf_says_so():
    assert refused(encrypted()) == (
        "The PDF is encrypted and asks for a password; save it without one and send it again"
    )


def test_a_zip_that_is_no_word_document():
    assert "a zip file, a workbook or an OpenDocument text" in refused(zipped({"a.txt": "x"}))


def test_a_word_document_that_swells_is_refused():
    document = zipped({"word/document.xml": b"<w>" + b" " * 200_000_000})

    assert "The document unpacks to more than is read" in refused(document)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (b"<w:body>", b"<w:body>" + b"<w:sdt>" * 300, "could harm whoever reads it"),
        (b"</w:body>", b"", "damaged or cut short"),
        (
            b"<w:document ",
            b'<!DOCTYPE w [<!ENTITY a "aaaa">]><w:document ',
            "could harm whoever reads it",
        ),
    ],
)
def test_hostile_parts_of_a_word_document_are_refused(old, new, said):
    assert said in refused(changed(plain_word(), "word/document.xml", old, new))


def test_a_page_nested_without_end_is_refused_at_once():
    began = perf_counter()

    assert "The page is damaged" in refused(b"<html><body>" + b"<div>" * 1_000_000 + b"x")
    assert perf_counter() - began < 2


def test_a_small_pdf_that_would_take_gigabytes_is_stopped():
    document = pikepdf.new()
    document.add_blank_page(page_size=(595, 842))
    document.pages[0].Contents = document.make_stream(b"q " * 20_000_000)
    out = io.BytesIO()
    document.save(out, compress_streams=True)
    began = perf_counter()

    said = refused(out.getvalue())

    assert len(out.getvalue()) < 100_000
    assert said == (
        "The PDF asks for more memory or time than a pack of minutes needs; print it to a new PDF "
        "and send that, or send the document it was made from"
    )
    assert perf_counter() - began < 30


def samples():
    page = b"<html><body><table><tr><td>5.</td><td><p>RESOLVED</p><ol><li>That it be noted by the"
    page += b" Board</li></ol></td></tr></table></body></html>"
    xml = ENTITIES.partition(b"\n")[2].replace(b"&b;", b"<agendaitem><agendaitemid>2</agendaitemid>"
    b"<minutesnonemptyhtmlbody>&lt;p&gt;That it be noted&lt;/p&gt;</minutesnonemptyhtmlbody>"
    b"</agendaitem>")  # fmt: skip
    listed = word(lambda document: document.add_paragraph(SENTENCE, style="List Number"))
    return [page, xml, listed, pdf_of(f"+ {SENTENCE}"), (SENTENCE * 3).encode("utf-16")]


def mutated(content, chance):
    """Return the bytes with a few of them changed, cut, doubled or moved."""
    damaged = bytearray(content)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(damaged) or 1)
        act = chance.randrange(5)
        if act == 0:
            damaged[at : at + 1] = chance.randbytes(1)
        elif act == 1:
            del damaged[at : at + chance.randint(1, 40)]
        elif act == 2:
            damaged[at:at] = chance.randbytes(chance.randint(1, 40))
        elif act == 3:
            damaged[at:at] = damaged[at : at + chance.randint(1, 400)]
        else:
            damaged = damaged[: max(at, 1)]
    return bytes(damaged)


def test_two_thousand_damaged_files_give_text_or_an_error_in_bounded_time():
    chance = random.Random(20261012)  # noqa: S311  (no secret)
    page, xml, document, printed, text = samples()
    kinds = [*(page, xml, document, text) * 6, printed]  # a PDF takes a process of its own
    slowest = 0.0

    for turn in range(2_000):
        began = perf_counter()
        found = open_minutes(mutated(kinds[turn % len(kinds)], chance), "minutes")
        slowest = max(slowest, perf_counter() - began)
        assert isinstance(found, MinutesText) or (
            len(found) == 1 and isinstance(found[0], RowError) and found[0].remedy
        )

    assert slowest < 10


def test_parts_of_a_word_document_damaged_within_it_are_refused_or_read():
    chance = random.Random(7)  # noqa: S311  (no secret)
    with zipfile.ZipFile(io.BytesIO(samples()[2])) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}

    for name in ("word/document.xml", "word/numbering.xml", "word/styles.xml", "_rels/.rels"):
        for _ in range(100):
            damaged = zipped(parts | {name: mutated(parts[name], chance)})
            assert isinstance(open_minutes(damaged, "minutes"), MinutesText | list)


@pytest.mark.parametrize("between", [" ", "/", "=b ", '="b"', " <", '=">" '])
@pytest.mark.parametrize(("many", "is_read"), [(990, True), (1_002, False)])
def test_a_tag_of_more_attributes_than_its_parser_bears_is_refused(many, is_read, between):
    attributes = between.join(f"a{at}" for at in range(many))
    page = f"<html><body><!-- ' --><p {attributes}>{SENTENCE}</p>"

    read = open_minutes(page.encode(), "saved.html")

    assert isinstance(read, MinutesText) is is_read
    assert is_read or read[0].fault == "The page is damaged or cut short"
