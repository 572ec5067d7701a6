"""The sums of the estate: lines in their order, from the people at work to every account."""

import doctest
from dataclasses import replace
from datetime import date
from decimal import Decimal
from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories.estate_facts import LINES, accounts, counted, estate, estate_part
from scrutable.documents.charts.svg import svg
from scrutable.housekeeping.facts import (
    AccountLine,
    Counted,
    Extract,
    ExtractKind,
    PartOfEstate,
    Snapshot,
)
from scrutable.housekeeping.facts.sums import Used
from scrutable.housekeeping.presenters import estate as words
from scrutable.housekeeping.presenters import extracts as extract_words
from scrutable.housekeeping.rules.sums import sum_lines

AFTER = date(2026, 10, 31)


def shown(snapshot):
    return [(line.name, line.number) for line in sum_lines(snapshot)]


def test_accounts_lead_from_the_people_at_work_to_every_account():
    assert shown(accounts()) == [
        ("people", 5000),
        ("without", -36),
        ("shared", 412),
        ("service", 96),
        ("member", 58),
        ("partner", 187),
        ("retained", 203),
        ("leaver", 159),
        ("nobody", 85),
        ("second", 0),
        ("disabled", 0),
        ("all", 6164),
    ]


def test_without_a_count_of_people_the_sum_begins_with_their_accounts():
    assert shown(accounts(people=None))[:2] == [("person", 4964), ("shared", 412)]


def test_what_is_wrong_stands_on_its_line():
    wrong = {line.name: line.wrong for line in sum_lines(accounts()) if line.wrong}

    assert wrong == {
        "retained": (Counted("retained_past", 61),),
        "leaver": (Counted("leaver_open", 159),),
        "nobody": (Counted("nobodys", 85),),
    }


@pytest.mark.parametrize(
    ("part", "lines"),
    [
        (PartOfEstate.DEVICES, ["held", "leaver", "nobody", "disposed", "all"]),
        (PartOfEstate.LICENCES, ["covered", "over", "short", "all"]),
        (
            PartOfEstate.ORDERS,
            ["ordered", "exempt", "credit", "retrospective", "unknown", "without", "all"],
        ),
    ],
)
def test_other_parts_begin_with_what_ought_to_be_there(part, lines):
    names = sorted(lines[:-1])
    one = replace(accounts(lines=dict.fromkeys(names, 3)), part=part)

    assert [line.name for line in sum_lines(one)] == lines


def test_a_line_that_nobody_knows_comes_last_and_still_counts():
    assert shown(accounts(people=None, lines={"odd": 2, "person": 1})) == [
        ("person", 1),
        ("odd", 2),
        ("all", 3),
    ]


@given(
    st.dictionaries(st.sampled_from([one.value for one in AccountLine]), st.integers(0, 9000)),
    st.none() | st.integers(0, 9000),
)
def test_every_sum_adds_up_and_can_be_drawn(lines, people):
    snapshot = accounts(people=people, lines=lines)
    steps = sum_lines(snapshot)

    assert sum(line.number for line in steps[:-1]) == steps[-1].number == sum(lines.values())
    assert svg(words.waterfall(estate_part(snapshot)))


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({}, "1,164 more accounts than people at work; 244 accounts belong to somebody"),
        ({"people": 6164}, "As many accounts as people at work; 244 accounts belong"),
        ({"people": 6165}, "1 fewer account than people at work; 244 accounts belong"),
        ({"people": 6163}, "1 more account than people at work; 244 accounts belong"),
        ({"people": None}, "6,164 accounts; 244 accounts belong"),
        ({"lines": {"person": 5000}}, "As many accounts as people at work; none belongs"),
        ({"lines": {"person": 4999, "nobody": 1}}, "people at work; 1 account belongs to somebody"),
    ],
)
def test_the_title_is_the_finding(changed, said):
    assert said in words.finding(accounts(**changed))


def of(part, **numbers):
    return replace(accounts(lines=numbers), part=part)


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (of(PartOfEstate.DEVICES, held=2), "Every one of 2 devices is accounted for"),
        (of(PartOfEstate.DEVICES, held=2, leaver=1), "1 of 3 devices are with somebody who left"),
        (of(PartOfEstate.LICENCES, covered=2), "Enough licences for everything"),
        (of(PartOfEstate.LICENCES, short=1), "1 product has fewer licences than are in use"),
        (of(PartOfEstate.LICENCES, short=2), "2 products have fewer licences than are in use"),
        (of(PartOfEstate.ORDERS, ordered=2), "Every one of 2 invoices was ordered first"),
        (of(PartOfEstate.ORDERS, ordered=2, without=1), "1 of 3 invoices were not ordered before"),
    ],
)
def test_each_part_says_its_own(one, said):
    assert said in words.finding(one)


def test_an_empty_estate_says_so():
    assert words.title(estate()) == "Nothing of the estate is reconciled yet"
    assert words.figures(estate()) == ()


def test_key_figures_compare_with_the_snapshot_before():
    before = accounts(date(2026, 8, 31), faults={"nobodys": 400})
    first, second = words.figures(estate(estate_part(accounts()), estate_part(accounts(), before)))

    assert (first.value, first.comparison) == ("316", "The first snapshot: nothing to compare")
    assert second.comparison == "400 as at 31 August 2026"


def test_what_a_snapshot_changed_is_told():
    one = accounts(new=3, back=2, fixed=4, gone=1)

    assert words.change_words(estate_part(one, accounts(date(2026, 8, 31)))) == (
        "Since 31 August 2026: 3 new, 2 back again, 4 fixed and 1 gone without a word."
    )
    assert words.change_words(estate_part(one)).startswith("This is the first snapshot")


def test_a_stale_sum_carries_a_warning():
    assert words.stale_words(estate_part(accounts()), 45) == ""
    assert words.stale_words(estate_part(accounts(), days_old=46, is_stale=True), 45) == (
        "Accounts are as at 30 September 2026, 46 days ago. The council wants them no older than "
        "45 days: take extracts of a later day."
    )


def test_the_picture_marks_what_ought_not_to_be_there_and_leaves_out_empty_lines():
    drawn = words.waterfall(estate_part(accounts()))

    assert [step.label for step in drawn.steps if step.wrong] == ["Leavers’", "Nobody’s"]
    assert "Disabled" not in [step.label for step in drawn.steps]
    assert [step.shown for step in drawn.steps[:3]] == ["5,000", "-36", "+412"]
    assert drawn.steps[-1].amount == Decimal(6164)


def test_the_table_has_every_line_and_leads_to_the_findings():
    table = words.sum_table(estate_part(accounts()))
    by_line = {row[0].text: row for row in table.rows}

    assert len(table.rows) == 11
    assert table.totals[1].text == "6,164"
    assert by_line["Leavers’"][2].text == "Open after its owner left: 159"
    assert by_line["Leavers’"][2].href == "/estate/findings/?part=accounts&fault=leaver_open"
    assert by_line["Shared"][2].text == "Not wrong in itself"


def test_sums_with_a_price_show_it():
    lines = (Counted("covered", 4), Counted("over", 2, 120_050), Counted("short", 1))
    one = Snapshot(
        part=PartOfEstate.LICENCES, as_at=AFTER, lines=lines, faults=(Counted("over", 2, 120_050),),
        extracts=(), engine="duckdb",
    )  # fmt: skip
    table = words.sum_table(estate_part(one))

    assert [row[2].text for row in table.rows] == ["Not priced", "£1,200.50", "Not priced"]
    assert [row[3].text for row in words.fault_table(estate_part(one)).rows] == ["£1,200.50"]


def test_faults_stand_the_most_first_with_the_snapshot_before():
    before = accounts(date(2026, 8, 31), faults={"nobodys": 90})
    rows = words.fault_table(estate_part(accounts(), before)).rows

    assert [(row[0].text, row[1].text, row[2].text) for row in rows] == [
        ("Open after its owner left", "159", "0"),
        ("Nobody’s account", "85", "90"),
        ("Retained past its day", "61", "0"),
        ("Signed in after its owner left", "11", "0"),
    ]
    first = words.fault_table(estate_part(accounts())).rows[0]
    assert first[2].text == "No snapshot before"


def extract(**changed):
    said = {
        "kind": ExtractKind.STAFF, "as_at": AFTER, "name": "hr.csv", "sha256": "ab" * 32,
        "rows": 100, "refused": 2, **changed,
    }  # fmt: skip
    return Extract(**said)


@pytest.mark.parametrize(
    ("changed", "may_see", "is_laid", "said"),
    [
        ({"refused": 0}, True, True, "No row was refused."),
        ({"deleted_on": date(2027, 1, 5)}, True, False, "The rows were deleted on 5 January 2027."),
        ({}, True, False, "Another extract of the same kind and day was taken since"),
        ({}, False, True, "Refused rows may name people"),
        ({}, True, True, ""),
    ],
)
def test_why_refused_rows_are_not_shown(changed, may_see, is_laid, said):
    found = extract_words.why_not_shown(extract(**changed), may_see=may_see, is_laid=is_laid)

    assert found.startswith(said)
    assert bool(found) == bool(said)


@pytest.mark.parametrize(
    ("refused", "said"),
    [
        ((), "No extract is taken yet"),
        ((0, 0), "Every row of every extract was kept"),
        ((1, 0), "1 row was refused, in one of two extracts"),
        ((100, 1), "101 rows were refused, in two of two extracts"),
    ],
)
def test_the_list_of_extracts_says_how_many_rows_were_refused(refused, said):
    found = [Used(extract(refused=number), None, "b.khan") for number in refused]

    assert extract_words.title(found) == said


@pytest.mark.parametrize(
    "name",
    [
        "presenters.estate.finding",
        "presenters.extracts",
        "presenters.initiatives.saying",
        "rules.initiatives.measuring",
    ],
)
def test_examples_are_true(name):
    tried = doctest.testmod(import_module(f"scrutable.housekeeping.{name}"))

    assert tried.attempted
    assert not tried.failed


def test_the_factory_counts_what_it_says():
    assert sum(one.number for one in counted(LINES)) == 6164
