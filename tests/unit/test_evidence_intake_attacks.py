"""Whatever is sent, opening it gives a workbook or faults in words: it never raises."""

import io
import zipfile

from hypothesis import given, settings
from hypothesis import strategies as st

from factories.workbooks import SHEET, ods, repacked, with_cells, xlsx
from scrutable.evidence.facts import RowError
from scrutable.evidence.intake import Workbook, open_workbook

ROWS = [["Code", "Result", "Remark"], ["CSC_KPI_04", 0.92, ("=1/0", "#DIV/0!")], [None, 3.0, "x"]]
XLSX = xlsx(ROWS, formats={(1, 1): "0.0%"})
ODS = ods([["Code", "Result"], ["CSC_KPI_04", 4.5]])
SUFFIXES = st.sampled_from([".xlsx", ".xls", ".xlsm", ".ods", ".csv", ".txt", ""])


def open_and_look(content, name):
    """Open it and ask for everything that a reader of it could ask for."""
    found = open_workbook(content, name)
    if isinstance(found, Workbook):
        for sheet in found.sheets:
            for at, row in enumerate(sheet.rows[:50]):
                for column in range(min(len(row), 50)):
                    sheet.is_percent(at, column)
                    str(sheet.value(at, column))
                    assert sheet.place(at, column)
    else:
        assert found
        assert all(isinstance(error, RowError) and error.fault and error.remedy for error in found)


@given(content=st.binary(max_size=2_000), name=SUFFIXES)
@settings(max_examples=300)
def test_any_bytes(content, name):
    open_and_look(content, f"september{name}")


@given(head=st.sampled_from([b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]), rest=st.binary())
def test_any_bytes_behind_the_head_of_a_workbook(head, rest):
    open_and_look(head + rest, "september.xlsx")


@given(text=st.text(), name=st.sampled_from([".csv", ".txt"]))
def test_any_text_as_csv(text, name):
    open_and_look(text.encode("utf-8", "surrogatepass"), f"september{name}")


@given(
    content=st.sampled_from([XLSX, ODS]),
    places=st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), min_size=1, max_size=8),
)
@settings(max_examples=300)
def test_a_workbook_with_bytes_changed_anywhere(content, places):
    spoilt = bytearray(content)
    for at, value in places:
        spoilt[at % len(spoilt)] = value

    open_and_look(bytes(spoilt), "september.xlsx")


def part_of(content, name):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name)


PARTS = [
    (XLSX, SHEET), (XLSX, "xl/workbook.xml"), (XLSX, "xl/sharedStrings.xml"),
    (XLSX, "xl/styles.xml"), (XLSX, "xl/_rels/workbook.xml.rels"), (XLSX, "[Content_Types].xml"),
    (ODS, "content.xml"), (ODS, "mimetype"), (ODS, "META-INF/manifest.xml"),
]  # fmt: skip


@given(
    part=st.sampled_from(PARTS),
    start=st.integers(0, 10**5),
    length=st.integers(0, 40),
    put=st.sampled_from(
        [b"", b"<", b">", b'"', b"&", b"<c/>", b"\xff", b"9" * 30, b"</row>", b"<!--"]
    ),
)
@settings(max_examples=400)
def test_a_sound_archive_whose_xml_was_changed(part, start, length, put):
    content, name = part
    old = part_of(content, name)
    at = start % (len(old) + 1)

    open_and_look(repacked(content, {name: old[:at] + put + old[at + length :]}), "september.xlsx")


MARKS = st.sampled_from(
    ["<", "&lt;", "&", '"', " ", "1", "e", "#DIV/0!", "NaN", "-", "46266", "\x01"]
)
VALUES = st.lists(MARKS, max_size=6).map("".join)


@given(
    kind=st.sampled_from(
        ["", ' t="s"', ' t="n"', ' t="b"', ' t="e"', ' t="d"', ' t="str"', ' t="x"']
    ),
    style=st.sampled_from(["", ' s="1"', ' s="99999"', ' s="-1"']),
    value=VALUES,
    formula=st.sampled_from(["", "<f>A1</f>", "<f/>", '<f t="shared"/>']),
)
@settings(max_examples=400)
def test_any_junk_in_a_cell(kind, style, value, formula):
    cell = f'<row r="1"><c r="A1"{style}{kind}>{formula}<v>{value}</v></c></row>'.encode()

    open_and_look(with_cells(cell), "september.xlsx")


@given(value=st.floats(allow_nan=False) | st.integers(-(10**20), 10**20), code=st.sampled_from(
    ["dd/mm/yyyy", "[h]:mm:ss", "hh:mm", "0%", "General", '"quoted'],
))  # fmt: skip
def test_any_number_in_any_format(value, code):
    open_and_look(
        xlsx([[float(value)]], formats={(0, 0): code}) if abs(value) < 1e300 else b"", "x"
    )
