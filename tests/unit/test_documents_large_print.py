"""Large print is large: no letter below eighteen points, and everything is still said."""

import io
from datetime import date

import pikepdf
import pypdfium2

from scrutable.documents import pdf
from scrutable.documents.blocks import (
    Bullets,
    Cell,
    Column,
    Contents,
    Document,
    Heading,
    KeyFigure,
    KeyFigures,
    Note,
    Paragraph,
    StatusItem,
    StatusList,
    Table,
    Tag,
)

LEAST = 18


def document():
    columns = tuple(Column(f"Column {at}", numeric=at > 0) for at in range(9))
    rows = tuple(
        (Cell(f"Row {row}"), *(Cell(f"{row * at}") for at in range(1, 9))) for row in range(6)
    )
    return Document(
        title="Contract performance",
        reference="CSS-2026-1",
        council="Westmere",
        meeting="Board, 16 October 2026",
        author="Jo Smith",
        subject="KPIs",
        dated=date(2026, 10, 12),
        blocks=(
            Contents(),
            Heading(1, "Plain summary", "summary"),
            Paragraph(("Two KPIs are below minimum.",), numbered=True),
            KeyFigures((KeyFigure("KPIs met", "38", "in September 2026", "of 46"),)),
            Bullets((("First",), ("Second",)), ordered=True),
            Note("method", ("It was counted so.",)),
            StatusList(
                (
                    StatusItem(
                        "Calls abandoned", (Tag("Below minimum"),), ("9%",), "A plan", "Supplier"
                    ),
                )
            ),
            Table("A wide table", columns, rows),
        ),
    )


def test_nothing_is_smaller_than_eighteen_points_and_everything_is_said():
    made = pdf.large_print(document(), links="")
    found = pypdfium2.PdfDocument(io.BytesIO(made))
    words, sizes = "", set()
    for page in found:
        text = page.get_textpage()
        words += text.get_text_bounded()
        for at in range(text.count_chars()):
            if text.get_text_range(at, 1).strip():
                sizes.add(round(pypdfium2.raw.FPDFText_GetFontSize(text, at), 1))

    assert min(sizes) >= LEAST
    for said in ("Two KPIs are below minimum", "Column 8: 40", "A plan", "Second", "Row 5"):
        assert said in words


def test_it_is_tagged_for_those_who_listen_as_well():
    made = pikepdf.open(io.BytesIO(pdf.large_print(document(), links="")))

    assert made.Root.MarkInfo.Marked
    assert str(made.Root.Lang).startswith("en")


def test_it_is_the_same_bytes_every_time():
    assert pdf.large_print(document(), links="") == pdf.large_print(document(), links="")
