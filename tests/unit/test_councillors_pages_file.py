"""The printers' file: every fault at once, with its place, and nothing guessed."""

from datetime import date

import pytest

from scrutable.councillors.facts import PagesCounted
from scrutable.councillors.intake import TEMPLATE, read_pages

TODAY = date(2026, 10, 12)


def read(*lines):
    return read_pages("\n".join(lines).encode(), "pages.csv", TODAY)


def test_a_file_on_the_template_is_read():
    found, errors = read(TEMPLATE.strip(), 'OSMB,2026-09,"1,204",Print room', "EXEC,Sep 2026,0,")

    assert errors == []
    assert found == [
        PagesCounted(body="OSMB", month="2026-09", pages=1204, source="Print room"),
        PagesCounted(body="EXEC", month="2026-09", pages=0),
    ]


@pytest.mark.parametrize("month", ["2026-09", "09/2026", "September 2026", "Sep-26", "14/09/2026"])
def test_a_month_is_known_as_printers_write_it(month):
    (found,), _ = read("Committee,Period,Impressions", f"OSMB,{month},12")

    assert found.month == "2026-09"


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("OSMB,soon,12,", "“soon” is no month"),
        ("OSMB,2026-10,12,", "2026-10 is not over"),
        ("OSMB,2026-09,-1,", "“-1” is no count of pages"),
        ("OSMB,2026-09,1.5,", "“1.5” is no count of pages"),
        ("OSMB,2026-09,,", "“” is no count of pages"),
        ("The board,2026-09,12,", "“The board” is no code of a body"),
        ("OSMB,2026-09,99999999999,", "“99999999999” is no count of pages"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_taken(line, fault):
    found, errors = read("Body,Month,Pages,Source", "EXEC,2026-08,12,", line)

    assert found == []
    assert [one.fault for one in errors] == [fault]
    assert errors[0].place.startswith("line 3, ")


def test_every_fault_is_said_at_once_and_one_month_twice_is_one():
    lines = ("Body,Month,Pages", "OSMB,x,y", "EXEC,2026-08,1", "EXEC,2026-08,2")
    _, errors = read(*lines)

    assert [one.fault for one in errors] == [
        "“x” is no month",
        "“y” is no count of pages",
        "This body and month stand above already",
    ]


@pytest.mark.parametrize("content", [b"", b"Body,Month\nx,y", b"Body,Month,Pages\n", b"\x00\x01"])
def test_what_is_no_such_file_is_refused_in_words(content):
    found, errors = read_pages(content, "pages.csv", TODAY)

    assert found == []
    assert len(errors) == 1
