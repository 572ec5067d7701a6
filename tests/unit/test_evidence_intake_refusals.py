"""What is turned away, in which words, and that nothing of it takes the process down."""

import io
import os
import secrets
import struct
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from factories.workbooks import SHEET, ods, ods_cell, ods_row, repacked, with_cells, xlsx
from scrutable.evidence.facts import RowError
from scrutable.evidence.intake import LIMITS, Limits, open_workbook, read_path, size_fault

PLAIN = xlsx([["Code", "Result"], ["CSC_KPI_04", 4.5]])
DAMAGED = "The workbook is damaged or cut short"
NOT_ONE = "This is not a workbook that can be read"
SWELLS = "The workbook unpacks to more than is read"
TOO_FAR = "The sheet reaches too far down or to the right"
UNSAFE = "The workbook holds declarations that no spreadsheet program writes"


def fault_of(content, name="september.xlsx", **options):
    found = open_workbook(content, name, **options)
    assert isinstance(found, list), found
    assert len(found) == 1
    assert found[0].remedy
    return found[0].fault


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"%PDF-1.7 not a workbook", "september.xlsx"),
        (b"<html><table><tr><td>Code</td></tr></table></html>", "september.xlsx"),
        (b"Code,Result\n", "september.xlsx"),
        (b"\x00" * 600, "september.xlsx"),
        (b"{}", "september"),
        (repacked(PLAIN, {"xl/workbook.xml": None}), "document.docx"),
        (repacked(PLAIN, {"[Content_Types].xml": None}), "archive.zip"),
    ],
)
def test_what_is_not_a_workbook(content, name):
    assert fault_of(content, name) == NOT_ONE


def test_an_empty_file():
    assert fault_of(b"") == "The file is empty"


@pytest.mark.parametrize("twentieth", range(1, 20))
def test_a_workbook_cut_anywhere_is_refused_in_words(twentieth):
    assert fault_of(PLAIN[: len(PLAIN) * twentieth // 20]) == DAMAGED


@pytest.mark.parametrize("twentieth", range(1, 20))
def test_an_opendocument_file_cut_anywhere_is_refused_in_words(twentieth):
    content = ods([["Code", "Result"]])

    assert fault_of(content[: len(content) * twentieth // 20], "september.ods") == DAMAGED


def ole(*streams):
    """Return the head of an OLE file with the names of streams in its directory."""
    sector = 512
    header = bytearray(sector)
    header[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<HHHHH", header, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<IIIIIIIII", header, 40, 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    header[76:sector] = struct.pack("<I", 0) + b"\xff" * (sector - 80)
    fat = struct.pack("<II", 0xFFFFFFFD, 0xFFFFFFFE) + b"\xff" * (sector - 8)
    entries = b""
    for place, name in enumerate(("Root Entry", *streams)):
        entry = bytearray(128)
        coded = name.encode("utf-16-le")
        entry[: len(coded)] = coded
        kind = 5 if place == 0 else 2
        child = 1 if place == 0 and streams else 0xFFFFFFFF
        struct.pack_into(
            "<HBBIII", entry, 64, len(coded) + 2, kind, 1, 0xFFFFFFFF, 0xFFFFFFFF, child
        )
        struct.pack_into("<I", entry, 116, 0xFFFFFFFE)
        entries += entry
    return bytes(header) + fat + entries.ljust(sector, b"\x00")


def test_a_workbook_with_a_password():
    found = open_workbook(ole("EncryptedPackage"), "september.xlsx")

    assert found == [
        RowError("", "The workbook has a password", "save it without one and send it again")
    ]


def test_an_old_xls_workbook():
    found = open_workbook(ole("Workbook"), "september.xls")

    assert found == [
        RowError("", "The workbook is in the .xls form", "save it as .xlsx and send that")
    ]


@pytest.mark.parametrize("length", [8, 100, 511, 512, 700, 1100, 1400])
def test_a_cut_ole_file_is_refused_and_never_raises(length):
    assert fault_of(ole("EncryptedPackage")[:length]) in (
        DAMAGED,
        "The workbook is in the .xls form",
        "The workbook has a password",
    )


def test_an_xlsb_workbook_is_told_by_its_content():
    kind = b"application/vnd.ms-excel.sheet.binary.macroEnabled.main"
    content = repacked(PLAIN, {"[Content_Types].xml": lambda part: part + kind})

    assert fault_of(content) == "The workbook is in the .xlsb form"


def test_an_encrypted_part_means_a_password():
    content = bytearray(PLAIN)
    at = content.index(b"PK\x01\x02")
    content[at + 8] |= 1

    assert fault_of(bytes(content)) == "The workbook has a password"


def test_an_encrypted_opendocument_file():
    manifest = b"<manifest><encryption-data/></manifest>"
    content = repacked(ods([["a"]]), {"META-INF/manifest.xml": manifest})

    assert fault_of(content, "september.ods") == "The workbook has a password"


def test_two_hundred_megabytes_are_refused_before_they_are_read(tmp_path):
    path = tmp_path / "large.xlsx"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    tracemalloc.start()

    found = read_path(path)

    assert tracemalloc.get_traced_memory()[1] < 1_000_000
    tracemalloc.stop()
    assert [error.fault for error in found] == ["The file has 200 MB; at most 25 MB are read"]


def test_what_is_no_file_is_neither_read_nor_waited_for(tmp_path):
    pipe = tmp_path / "september.xlsx"
    os.mkfifo(pipe)

    for path in (pipe, Path("/dev/zero"), tmp_path):
        assert read_path(path) == [RowError("", "This is not a file", "name the workbook itself")]


def test_the_size_is_asked_before_an_upload_is_read():
    assert size_fault(LIMITS.most_bytes) == []
    assert size_fault(LIMITS.most_bytes + 1)


def test_too_many_bytes_are_refused_even_if_nobody_asked_before():
    assert fault_of(PLAIN, limits=Limits(most_bytes=100)).startswith("The file has")


def test_a_file_that_is_not_there(tmp_path):
    found = read_path(tmp_path / "nothing.xlsx")

    assert [error.fault for error in found] == ["No such file or directory"]


def test_a_zip_bomb_is_refused_by_its_ratio():
    content = repacked(PLAIN, {SHEET: lambda part: part + b" " * 60_000_000})

    assert len(content) < 100_000
    assert fault_of(content) == SWELLS


def test_a_zip_bomb_in_many_parts_is_refused_by_its_sum():
    parts = {f"xl/media/{number}.bin": b"\x00" * 950_000 for number in range(200)}

    assert fault_of(repacked(PLAIN, parts)) == SWELLS


def test_too_many_parts():
    assert fault_of(repacked(PLAIN, {f"xl/{n}.bin": b"" for n in range(2_001)})) == SWELLS


def test_a_part_there_twice():
    out = io.BytesIO(PLAIN)
    with zipfile.ZipFile(out, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr(SHEET, b"<worksheet/>")

    assert fault_of(out.getvalue()) == SWELLS


def test_a_part_that_unpacks_to_more_than_it_declares():
    content = bytearray(repacked(PLAIN, {SHEET: lambda part: part + b" " * 50_000_000}))
    with zipfile.ZipFile(io.BytesIO(bytes(content))) as archive:
        real = archive.getinfo(SHEET).file_size
    for at in range(len(content) - 4):
        if content[at : at + 4] == struct.pack("<I", real):
            content[at : at + 4] = struct.pack("<I", 900)
    tracemalloc.start()

    assert fault_of(bytes(content)) == DAMAGED
    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()


@pytest.mark.parametrize("packing", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_packings_that_no_spreadsheet_uses(packing):
    assert fault_of(repacked(PLAIN, {}, packing=packing)) == DAMAGED


ONE = b"<v>1</v></c>"
FAR_CELLS = [
    b'<row r="1"><c r="A1">' + ONE + b'</row><row r="1048576"><c r="XFD1048576">' + ONE + b"</row>",
    b'<row r="1"><c r="A1">' + ONE + b'</row><row r="999999"><c r="ZZ999999">' + ONE + b"</row>",
    b"<row r = '1'><c r = 'A1'>" + ONE + b"</row><row><c r = 'xfd999999'>" + ONE + b"</row>",
    b'<row r="1"><c s="0" x=" r=\'A1\'" r="XFD1048576">' + ONE + b"</row>",
    b'<row r="999999"><c><v>1</v></c><c r="ZZZ1">' + ONE + b"</row>",
]


@pytest.mark.parametrize("markup", FAR_CELLS)
def test_two_cells_in_opposite_corners_do_not_take_all_memory(markup):
    assert fault_of(with_cells(markup)) in (TOO_FAR, DAMAGED)


@pytest.mark.parametrize(
    "cell",
    [b"A99999999999", b"ZZZZZZZZ1", b"A0", b"&#88;FD1048576", b"", b"1", b"#", b"A1B99999999"],
)
def test_a_cell_nowhere_is_refused_or_read_but_never_kills(cell):
    found = open_workbook(
        with_cells(b'<row r="1"><c r="' + cell + b'"><v>1</v></c></row>'), "september.xlsx"
    )

    assert found


def test_many_cells_without_references_beside_one_far_below():
    row = b"".join(b"<c><v>%d</v></c>" % number for number in range(60_000))
    markup = b"<row>" + row + b'</row><row r="9999"><c r="A9999"><v>1</v></c></row>'

    assert fault_of(with_cells(markup)) == TOO_FAR


def test_one_long_text_used_very_often():
    cells = b"".join(b'<c r="A%d" t="s"><v>0</v></c>' % n for n in range(1, 9_000))
    strings = b"<sst><si><t>" + bytes(range(97, 123)) * 20_000 + b"</t></si></sst>"
    content = repacked(
        with_cells(b'<row r="1">' + cells + b"</row>"), {"xl/sharedStrings.xml": strings}
    )

    assert fault_of(content) == SWELLS


def test_a_long_text_beside_many_short_ones_is_read():
    rows = [["x" * 30_000], *([f"short {n}"] for n in range(8_000))]

    assert not isinstance(open_workbook(xlsx(rows), "september.xlsx"), list)


@pytest.mark.parametrize(
    "declaration",
    [
        b'<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
        b'<!DOCTYPE x SYSTEM "file:///etc/passwd">',
    ],
)
@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "xl/styles.xml"])
def test_entities_and_document_types_are_refused(declaration, part):
    content = repacked(PLAIN, {part: lambda old: old.replace(b"?>", b"?>" + declaration, 1)})

    assert fault_of(content) == UNSAFE


def test_another_encoding_cannot_hide_anything():
    content = repacked(
        PLAIN, {SHEET: lambda old: old.decode().replace("UTF-8", "UTF-16").encode("utf-16")}
    )

    assert fault_of(content) == UNSAFE


def test_entities_in_an_opendocument_file_are_refused():
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;">]>'
    content = repacked(
        ods([["a"]]), {"content.xml": lambda old: old.replace(b"?>", b"?>" + bomb, 1)}
    )

    assert fault_of(content, "september.ods") == UNSAFE


def test_an_opendocument_file_that_repeats_a_cell_without_end():
    cell = ods_cell("x", valuetype="string", numbercolumnsrepeated=16_384)
    content = ods([ods_row([cell], numberrowsrepeated=1_000_000)])

    assert fault_of(content, "september.ods") == TOO_FAR


def test_an_opendocument_file_that_is_nested_without_end():
    deep = b"<x>" * 10_000 + b"</x>" * 10_000
    content = repacked(
        ods([["a"]]),
        {"content.xml": lambda old: old.replace(b"<office:body>", deep + b"<office:body>")},
    )

    assert fault_of(content, "september.ods") == UNSAFE


def test_a_pattern_cannot_be_made_to_look_at_the_same_text_again_and_again():
    comment = b"<!--" + b"<c " * 300_000 + b"-->"
    content = with_cells(comment + b'<row r="1"><c r="A1" t="e"><f>1/0</f><v>#N/A</v></c></row>')

    found = open_workbook(content, "september.xlsx")  # a quadratic search would take minutes

    assert found


FEW = Limits(most_tags=5_000)
JUNK = b"<x/>" * 6_000


def test_a_part_that_is_nothing_but_tags_is_not_made_a_tree_of():
    cells = b'<row r="1"><c/></row>' + JUNK  # a cell that does not say where it is: all are walked

    assert fault_of(with_cells(cells), limits=FEW) == SWELLS


def test_an_opendocument_part_that_is_nothing_but_tags():
    content = repacked(
        ods([["a"]]),
        {"content.xml": lambda old: old.replace(b"<office:body>", JUNK + b"<office:body>")},
    )

    assert fault_of(content, "september.ods", limits=FEW) == SWELLS


def test_tags_without_end_beside_the_sheets():
    junk = b"<x/>" * (LIMITS.most_tags + 1) + b"<!--" + secrets.token_hex(70_000).encode() + b"-->"
    content = repacked(
        PLAIN, {"xl/workbook.xml": lambda old: old.replace(b"<sheets>", junk + b"<sheets>", 1)}
    )

    assert fault_of(content) == SWELLS


def test_another_encoding_cannot_hide_tags_in_an_opendocument_file():
    said = b"<?xml version='1.0' encoding='cp037'?>"
    content = repacked(
        ods([["a"]]),
        {"content.xml": lambda old: said + old.partition(b"?>")[2]},
    )

    assert fault_of(content, "september.ods") == UNSAFE
