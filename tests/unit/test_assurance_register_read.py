"""The workbook of systems, issues and claims: issued, read back, every fault at its cell."""

import io

import openpyxl
import pytest

from factories.assurance_facts import (
    ago,
    claim,
    closed,
    drill,
    evidence,
    issue,
    phase,
    service,
    system,
)
from scrutable.assurance import facts
from scrutable.assurance.intake.registers import SHEETS, read_register, write_register

KEPT = {
    facts.Phase: [phase()],
    facts.Issue: [issue(1, phase="P1"), closed(2, visibility=facts.Visibility.EXEMPT)],
    facts.CriticalSystem: [system("CARE", "NET", single_points=("A door", "A key"))],
    facts.PublicService: [service()],
    facts.RecoveryTest: [drill(ago(3), number=1)],
    facts.Claim: [claim()],
    facts.Evidence: [evidence(3, number=1, bears_out=False)],
}
NOTHING = {one.kind: [] for one in SHEETS}
HEADINGS = "Number,Source,Found on,What was found,Priority,Owner,Due\n"


def csv(*rows):
    return (HEADINGS + "\n".join(rows)).encode()


def read(*rows, kept=NOTHING):
    return read_register(csv(*rows), "issues.csv", kept)


def changed(sheet, **cells):
    book = openpyxl.load_workbook(io.BytesIO(write_register(KEPT, on=ago(0))))
    for place, value in cells.items():
        book[sheet][place] = value
    out = io.BytesIO()
    book.save(out)
    return read_register(out.getvalue(), "register.xlsx", KEPT)


def test_what_is_issued_reads_back_as_it_is_recorded():
    found = read_register(write_register(KEPT, on=ago(0)), "register.xlsx", KEPT)

    assert found.errors == ()
    assert [line.record for line in found.lines] == [
        one for each in SHEETS for one in KEPT[each.kind]
    ]
    assert not any(line.says_more for line in found.lines)


def test_the_same_is_written_to_the_byte_and_only_the_sheets_asked_for():
    first, second = (write_register(KEPT, on=ago(0), only=("Issues",)) for _ in range(2))

    assert first == second
    assert openpyxl.load_workbook(io.BytesIO(first)).sheetnames == ["Issues"]


def test_a_new_issue_has_no_number_and_sent_again_is_the_one_that_it_became():
    row = ",Peer review,01/10/2026,Badges are kept,medium,Head of Property,31 December 2026"

    (line,) = read(row).lines
    again = read(row, kept=NOTHING | {facts.Issue: [facts.Issue(
        number=7, source="peer  review", found_on=line.record.found_on, what="Badges are kept",
        priority=facts.Priority.MEDIUM, owner="Head of Property", due=line.record.due,
    )]})  # fmt: skip

    assert (line.record.number, line.before, line.place) == (0, None, "line 2, column A")
    assert again.lines[0].record.number == 7


def test_what_a_register_has_no_column_for_stays_and_a_blank_says_nothing():
    kept = NOTHING | {facts.Issue: [issue(1, progress="Half done", due=ago(3))]}

    (line,) = read("1,Audit,01/03/2026,Leavers,high,Head of ICT,", kept=kept).lines

    assert (line.record.progress, line.record.due) == ("Half done", None)


@pytest.mark.parametrize(
    ("row", "place", "fault"),
    [
        (",A,31/11/2026,B,high,C,", "line 2, column C", "“31/11/2026” is no day"),
        (",A,01/10/2026,B,urgent,C,", "line 2, column E", "“urgent” is none of the choices"),
        ("1.5,A,01/10/2026,B,high,C,", "line 2, column A", "“1.5” is no whole number"),
        ("9,A,01/10/2026,B,high,C,", "line 2, column A", "There is no issue 9"),
        (",A,,B,high,C,", "line 2, column C", "“Found on” is blank"),
        (",A,01/10/2026,B,,C,", "line 2, column E", "“Priority” is blank"),
    ],
)
def test_a_fault_is_said_at_its_cell(row, place, fault):
    (found,) = read(row).errors

    assert (found.place, found.fault) == (place, fault)
    assert found.remedy


def test_the_same_twice_is_refused():
    row = ",A,01/10/2026,B,high,C,"

    (found,) = read(row, row).errors

    assert (found.place, found.fault) == (
        "line 3, column A", "It stands twice, here and at line 2, column A",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"a,b,c\n1,2,3", "No sheet has the headings of a register"),
        (HEADINGS.encode(), "No row stands below the headings"),
    ],
)
def test_a_file_that_says_nothing_is_refused(content, fault):
    (found,) = read_register(content, "x.csv", NOTHING).errors

    assert found.fault == fault


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04broken", b"\xff\xfe\x00"])
def test_a_broken_file_is_a_fault_and_no_failure(content):
    assert read_register(content, "register.xlsx", NOTHING).errors


def test_other_sheets_are_read_by_their_own_headings():
    found = changed("Systems", F5="twelve", H5=0.5)
    assert [one.place for one in found.errors] == ["Systems!F5", "Systems!H5"]

    (line,) = [one for one in changed("Evidence", G5="yes").lines if one.says_more]
    assert line.record.bears_out is True

    (line,) = [one for one in changed("Systems", I5="NET; MAIL").lines if one.says_more]
    assert line.record.stands_on == ("NET", "MAIL")
