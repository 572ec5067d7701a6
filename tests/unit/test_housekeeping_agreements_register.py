"""A register of agreements read from a spreadsheet: cells, months by their end, options, faults."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories import agreement_facts as told
from scrutable.housekeeping.facts.agreements import Agreement, Beside, NoticeUnit, Renewal
from scrutable.housekeeping.intake.agreements import read_register
from scrutable.housekeeping.intake.agreements.cells import (
    day_in,
    months_in,
    notice_in,
    options_in,
    pounds_in,
    several_months_in,
)
from scrutable.housekeeping.rules import last_day

BESIDE = Beside(suppliers={told.SUPPLIER.reference: told.SUPPLIER.name})
KNOWN = replace(BESIDE, agreements={"MAIL": told.MAIL}, renewals={"MAIL": (told.LATE,)})


def read(text, beside=BESIDE):
    return read_register(text.encode(), "register.csv", beside)


def faults(text, beside=BESIDE):
    return [str(one) for one in read(text, beside).errors]


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("31/03/2026", date(2026, 3, 31)),
        ("31.03.2026", date(2026, 3, 31)),
        ("2026-03-31", date(2026, 3, 31)),
        ("31 Mar 2026", date(2026, 3, 31)),
        ("31-Mar-26", date(2026, 3, 31)),
        (datetime(2026, 3, 31, 12), date(2026, 3, 31)),  # noqa: DTZ001  (as a workbook has it)
        (date(2026, 3, 31), date(2026, 3, 31)),
        ("31/11/2026", None),
        ("03/31/2026", None),
        ("1/1/1066", None),
        ("soon", None),
        (45000.0, None),
        (True, None),
    ],
)
def test_days(said, day):
    assert day_in(said) == day


@pytest.mark.parametrize(
    ("said", "pounds"),
    [
        ("£1,107,123.21", Decimal("1107123.21")),
        ("864000", Decimal("864000.00")),
        (1949207.0, Decimal("1949207.00")),
        ("0", Decimal("0.00")),
        ("£681,839,00", None),
        ("1,2345", None),
        ("-5", None),
        (-5.0, None),
        (float("inf"), None),
        ("about £2m", None),
        ("1e6", None),
    ],
)
def test_pounds(said, pounds):
    assert pounds_in(said) == pounds


@pytest.mark.parametrize(
    ("said", "months"),
    [
        ("60", 60),
        (60.0, 60),
        ("60 months", 60),
        ("1 month", 1),
        ("5 years", 60),
        ("1yr", 12),
        ("0", None),
        ("60.5", None),
        ("-1", None),
        ("2+1+1", None),
        ("five years", None),
    ],
)
def test_months(said, months):
    assert months_in(said) == months


def test_options_are_years_and_lists_are_months():
    assert options_in("2 + 1 + 1") == (24, 12, 12)
    assert options_in("2+1+1 years") == (24, 12, 12)
    assert options_in("24") is None
    assert several_months_in("12; 12") == (12, 12)
    assert several_months_in("12, some") is None


@pytest.mark.parametrize(
    ("said", "count", "unit"),
    [
        ("3 months", 3, NoticeUnit.MONTHS),
        ("1 month notice", 1, NoticeUnit.MONTHS),
        ("90 Days", 90, NoticeUnit.DAYS),
        ("4 weeks", 4, NoticeUnit.WEEKS),
    ],
)
def test_notice(said, count, unit):
    assert (notice_in(said).count, notice_in(said).unit) == (count, unit)


@pytest.mark.parametrize("said", ["90", "three months", "3 years", ""])
def test_what_is_no_notice(said):
    assert notice_in(said) is None


HEAD = "Reference,Renewal,Title,Supplier,Start date,Term,End date,Agreed on,Owner\n"


def test_an_end_stands_for_the_months_that_lead_to_it():
    found = read(f"{HEAD}A1,,Thing,Clearwater Cloud,15/06/2022,,14/06/2027,,IT\n")

    (line,) = found.lines
    assert line.record == Agreement(
        code="A1", title="Thing", supplier="supplier/clearwater-cloud", owner="IT",
        starts_on=date(2022, 6, 15), months=60, place="line 2, column A",
    )  # fmt: skip
    assert line.cells["months"] == "line 2, column F"
    assert line.says_more


def test_the_end_of_a_renewal_counts_from_the_first_day():
    found = read(
        f"{HEAD}A1,,Thing,Clearwater Cloud,31/01/2025,1,28/02/2025,,IT\n"
        "A1,1,,,,,30/03/2025,01/02/2025,\n"
    )

    assert found.errors == ()
    assert found.lines[1].record == Renewal(
        agreement="A1", number=1, months=1, agreed_on=date(2025, 2, 1), place="line 3, column A"
    )


def test_sixty_months_and_an_end_after_seventy_two_do_not_go_together():
    assert faults(f"{HEAD}A1,,Thing,Clearwater Cloud,01/04/2021,60,31/03/2027,,IT\n") == [
        (
            "line 2, column G: 60 months do not end on 31 March 2027; correct one of the two, or "
            "put each renewal in a row of its own"
        )
    ]


def test_an_end_that_recorded_renewals_have_led_to_changes_no_first_term():
    row = "MAIL,,Mail filtering,Clearwater Cloud,01/04/2021,,31/03/2025,,IT\n"

    found = read(HEAD + row, KNOWN)

    assert found.errors == ()
    assert found.lines[0].record.months == 36


def test_a_cell_that_is_blank_says_that_there_is_nothing():
    found = read("Reference,Approved by,Notice\nMAIL,,none\n", KNOWN)

    assert found.lines[0].record.approved_by == ""
    assert found.lines[0].record.notice_count is None
    assert found.lines[0].record.months == 36


def test_a_row_that_says_what_is_recorded_says_no_more():
    found = read("Ref,Supplier,Owner\nMAIL,clearwater cloud,Head of Infrastructure\n", KNOWN)

    assert [line.says_more for line in found.lines] == [False]


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("A1,x,T,Clearwater Cloud,1/4/2021,12,,,IT", "column B: “x” is no number of a renewal"),
        ("A1,,T,Nobody,1/4/2021,12,,,IT", "column D: There is no supplier “Nobody”"),
        ("A1,,T,Clearwater Cloud,,12,,,IT", "column E: The day on which it begins is missing"),
        ("A1,,T,Clearwater Cloud,1/4/2021,,,,IT", "column F: It says neither how long it runs"),
        ("A1,1,,,,12,,1/4/2021,", "column A: There is no agreement A1"),
        (",,T,Clearwater Cloud,1/4/2021,12,,,IT", "column A: The reference is missing"),
        ("MAIL,2,,,,12,,,", "column H: The day on which it was agreed is missing"),
        ("MAIL,1,,,,,31/03/2024,,", "column G: 31 March 2024 ends no whole months since 1 April"),
    ],
)
def test_what_is_wrong_is_said_at_its_cell(row, fault):
    (said,) = faults(f"{HEAD}{row}\n", KNOWN)

    assert said.startswith(f"line 2, {fault}")


def test_the_same_agreement_twice_and_a_renewal_of_one_with_faults():
    row = "A1,,Thing,Clearwater Cloud,01/04/2021,12,,,IT\n"

    assert faults(f"{HEAD}{row}{row}") == [
        (
            "line 3, column A: A1 stands twice; keep one of the rows; number its renewals in a "
            "column “Renewal”"
        )
    ]
    odd = row.replace("12", "soon")
    assert len(faults(f"{HEAD}{odd}A1,1,,,,12,,01/04/2022,\n")) == 1


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Title,Owner\nThing,IT\n", "No column holds the reference of each agreement"),
        ("Reference,Title\n", "No row stands below the headings"),
    ],
)
def test_a_file_that_is_no_register(text, fault):
    (said,) = faults(text)

    assert fault in said


def test_a_file_that_cannot_be_opened_says_so():
    assert read_register(b"", "register.csv", BESIDE).errors[0].fault == "The file is empty"
    assert read_register(b"\x00\x01", "register.bin", BESIDE).errors


@given(
    starts_on=st.dates(date(2000, 1, 1), date(2030, 12, 28)),
    months=st.integers(1, 120),
    more=st.lists(st.integers(1, 36), max_size=3),
)
def test_a_register_with_ends_reads_as_one_with_months(starts_on, months, more):
    """Of two terms that share a last day, at the end of a short month, the shorter is meant."""
    ends, total = [], months
    for count in (0, *more):
        total += count
        ends.append(last_day(starts_on, total))
    rows = [f"A1,,Thing,Clearwater Cloud,{starts_on:%d/%m/%Y},,{ends[0]:%d/%m/%Y},,IT"]
    rows += [
        f"A1,{at},,,,,{end:%d/%m/%Y},{starts_on + timedelta(days=at):%d/%m/%Y},"
        for at, end in enumerate(ends[1:], 1)
    ]

    found = read(HEAD + "\n".join(rows) + "\n")

    assert found.errors == ()
    read_months = [line.record.months for line in found.lines]
    reached = [last_day(starts_on, sum(read_months[: at + 1])) for at in range(len(ends))]
    assert reached == ends


@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=40))
def test_no_text_makes_reading_raise(code, day, months):
    for mark in '",\n\r':
        code, day, months = (text.replace(mark, " ") for text in (code, day, months))

    found = read(f"{HEAD}{code},,Thing,Clearwater Cloud,{day},{months},{day},,IT\n")

    assert found.lines or found.errors
