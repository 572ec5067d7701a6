"""Findings as a report says them: how many, since when, and on which snapshot each rests."""

from datetime import date

from scrutable.documents.blocks import Citation, Figure, Paragraph, Table, words_of
from scrutable.housekeeping.compose.findings import finding, findings_section, key_figures
from scrutable.housekeeping.facts import (
    FindingsSeen,
    PartOfEstate,
    Reach,
    Snapshot,
    WorkCounted,
    WorkState,
)

JULY, SEPTEMBER, TODAY = date(2026, 7, 31), date(2026, 9, 30), date(2026, 10, 12)


def counted(state, number, fault="leaver_open", oldest=SEPTEMBER, until=None):
    return WorkCounted(
        part=PartOfEstate.ACCOUNTS, fault=fault, owner="", state=state, number=number,
        oldest=oldest, until=until, pence=None,
    )  # fmt: skip


def seen(*found):
    snapshot = Snapshot(
        part=PartOfEstate.ACCOUNTS, as_at=SEPTEMBER, lines=(), faults=(), extracts=(),
        engine="duckdb", new=12, back=1, fixed=30, gone=4, version=7,
    )  # fmt: skip
    to = Reach(
        as_at=TODAY, known={PartOfEstate.ACCOUNTS: 9}, last={PartOfEstate.ACCOUNTS: SEPTEMBER}
    )
    return FindingsSeen(
        to=to, counted=found, snapshots=(snapshot,), versions={PartOfEstate.ACCOUNTS: 9}
    )


FOUND = seen(
    counted(WorkState.OPEN, 150, oldest=JULY),
    counted(WorkState.EXPLAINED, 9, until=date(2026, 12, 31)),
    counted(WorkState.SAID_FIXED, 2, "nobodys"),
    counted(WorkState.GONE, 40, oldest=None),
)


def texts(table):
    return [[cell.text for cell in row] for row in table.rows]


def test_the_finding_says_how_many_need_somebody_and_rests_on_the_snapshot():
    (figure, _) = finding(FOUND)

    assert figure == Figure(
        "150 findings need somebody",
        Citation("estate/accounts/2026-09-30", 9),
        "at 12 October 2026",
    )


def test_what_stands_is_told_by_fault_with_its_oldest_and_what_the_extract_changed():
    _, head, most, standing, changed = findings_section(FOUND)

    assert isinstance(head, Paragraph)
    assert words_of(most.runs) == (
        "Most of what needs somebody are 150 leavers’ accounts still open."
    )
    assert isinstance(standing, Table)
    assert texts(standing) == [
        ["Open after its owner left", "Accounts", "150", "9", "0", "31 July 2026"],
        ["Nobody’s account", "Accounts", "0", "0", "2", "30 September 2026"],
    ]
    assert texts(changed) == [["Accounts", "30 September 2026", "12", "1", "30", "4"]]
    assert standing.rows[0][2].citation == Citation("estate/accounts/2026-09-30/leaver_open", 9)
    assert changed.rows[0][2].citation == Citation("estate/accounts/2026-09-30", 7)


def test_key_figures_have_their_period_and_a_comparison():
    assert [(one.label, one.value, one.period, one.comparison) for one in key_figures(FOUND)] == [
        (
            "Findings that need somebody",
            "150",
            "at 12 October 2026",
            "the first since 31 July 2026",
        ),
        ("Findings explained", "9", "at 12 October 2026", "the first until 31 December 2026"),
    ]


def test_without_an_extract_nothing_is_claimed():
    nothing = FindingsSeen(
        to=Reach(as_at=TODAY, known={}, last={}), counted=(), snapshots=(), versions={}
    )

    _, said = findings_section(nothing)

    assert words_of(said.runs) == "No extract has been reconciled by this day."
    assert (finding(nothing), key_figures(nothing)) == ((), ())


def test_where_nothing_is_wrong_the_section_says_so():
    _, said, changed = findings_section(seen())

    assert words_of(said.runs) == "Nothing wrong was found yet."
    assert isinstance(changed, Table)
