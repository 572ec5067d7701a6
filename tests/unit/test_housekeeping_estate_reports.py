"""The estate and its initiatives, as reports say them: every figure cited, every table added up."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from factories.document_samples import document
from factories.estate_facts import accounts, estate, estate_part
from scrutable.documents import docx, html, pdf
from scrutable.documents.blocks import Chart, Heading, Table
from scrutable.documents.figures import citations
from scrutable.documents.plain import render_plain
from scrutable.housekeeping.compose import estate as of_estate
from scrutable.housekeeping.compose import initiatives as of_initiatives
from scrutable.housekeeping.facts import (
    Counted,
    Counts,
    Extract,
    ExtractKind,
    Initiative,
    PartOfEstate,
)
from scrutable.housekeeping.facts.sums import Used
from scrutable.housekeeping.presenters import initiatives as words
from scrutable.housekeeping.presenters import trends
from scrutable.housekeeping.rules import initiatives as rules
from scrutable.reports.rules.printed import not_adding_up, without_period

FOUND = estate(estate_part(accounts(), accounts(date(2026, 8, 31))))
AS_AT = date(2026, 10, 12)


def initiative(code="ACC-1", **changed):
    said = {
        "title": "Fewer leavers’ accounts", "part": PartOfEstate.ACCOUNTS, "counts": Counts.LINE,
        "name": "leaver", "owner": "Head of IT", "baseline": 231,
        "baseline_on": date(2026, 7, 31), "target": 50, "due": date(2026, 12, 31), "version": 9,
    }  # fmt: skip
    return Initiative(code=code, **{**said, **changed})


def standing(one, snapshots=None):
    return rules.standing(one, [accounts()] if snapshots is None else snapshots, AS_AT)


PRICED = {"each_pounds": Decimal("48.50"), "priced_by": "contract/M365"}


def sections():
    return (
        *of_estate.estate_section(FOUND),
        *of_initiatives.initiatives_section([standing(initiative(**PRICED))]),
    )


def test_every_line_of_a_sum_is_cited_with_the_version_of_its_snapshot():
    tree = document(*of_estate.estate_section(FOUND))

    assert {(one.reference, one.version) for one in citations(tree)} == {
        (f"estate/accounts/2026-09-30/{name}", 7)
        for name in (
            *("people", "without", "shared", "service", "member", "partner", "retained", "leaver"),
            *("nobody", "second", "disabled", "all", "wrong"),
            *("leaver_open", "nobodys", "retained_past", "signed_in_after"),
        )
    }


def test_every_table_adds_up_and_every_figure_has_its_period():
    tree = document(*sections())

    assert not list(not_adding_up(tree))
    assert not list(without_period(tree))


def test_the_picture_stands_with_its_table_and_says_what_it_shows():
    chart = next(one for one in of_estate.estate_section(FOUND) if isinstance(one, Chart))

    assert chart.alt.startswith("1,164 more accounts than people at work")
    assert "Leavers’ 159" in chart.alt
    assert chart.table.rows[0][0].text == "People at work"


@pytest.mark.parametrize("made", [html.render, docx.render, pdf.render])
def test_it_is_drawn_in_every_kind_of_document(made):
    assert made(document(*sections()), links="https://x.example")


def test_an_estate_of_nothing_is_a_heading_and_a_sentence():
    blocks = of_estate.estate_section(estate())

    assert isinstance(blocks[0], Heading)
    assert "Nothing of the estate is reconciled yet." in render_plain(document(*blocks))
    assert of_estate.finding(estate()) == ()
    assert of_estate.key_figures(estate()) == ()


def test_a_stale_part_and_its_extracts_are_said():
    extract = Extract(
        kind=ExtractKind.STAFF, as_at=date(2026, 9, 30), name="hr.csv", sha256="a" * 64,
        rows=9, refused=0,
    )  # fmt: skip
    used = Used(extract, datetime(2026, 10, 2, 8, tzinfo=UTC), "b.khan")
    one = estate_part(accounts(faults={}), days_old=60, is_stale=True, used=(used,))
    said = render_plain(document(*of_estate.estate_section(estate(one))))

    assert "60 days ago" in said
    assert "Read from Staff as at 30 September 2026 (SHA-256 aaaaaaaaaaaa…)." in said
    assert "b.khan" not in said  # no report names anybody


def test_the_finding_and_key_figures_of_the_estate_are_cited():
    runs = of_estate.finding(FOUND)

    assert runs[0].text.startswith("Accounts: 1,164 more accounts than people at work")
    assert runs[0].citation.reference == "estate/accounts/2026-09-30/all"
    assert of_estate.key_figures(FOUND)[0].citation.reference == "estate/accounts/2026-09-30/wrong"


def test_initiatives_are_told_with_what_they_save():
    said = render_plain(
        document(*of_initiatives.initiatives_section([standing(initiative(**PRICED))]))
    )

    assert "The one initiative is behind." in said
    assert "£3,492" in said
    assert of_initiatives.finding([]) == ()
    assert of_initiatives.key_figures([]) == ()
    none = render_plain(document(*of_initiatives.initiatives_section([])))
    assert "No initiative is recorded." in none


def test_what_nobody_measured_or_priced_is_no_blank_and_no_nought():
    table = next(
        one
        for one in of_initiatives.initiatives_section([standing(initiative(), [])])
        if isinstance(one, Table)
    )

    said = [cell.text for cell in table.rows[0]]
    assert said[4] == said[6] == said[8] == "Not measured yet"
    unpriced = words.initiative_table([standing(initiative())]).rows[0]
    assert unpriced[7].text == "No price known"


def savings(*found):
    return [one.initiative.code for one in rules.counted_once(found)]


def test_savings_that_may_count_the_same_things_are_added_once():
    leavers = standing(initiative("LEAVERS", **PRICED))
    every = standing(
        initiative("ALL", counts=Counts.ALL, name="", baseline=6373, target=6000, **PRICED)
    )
    nobody = standing(initiative("NOBODY", name="nobody", baseline=100, target=1, **PRICED))
    fault = standing(
        initiative("IDLE", counts=Counts.FAULT, name="idle", baseline=9, target=0, **PRICED)
    )
    unpriced = standing(initiative("NONE", name="shared", baseline=500, target=1))

    assert savings(leavers, nobody, unpriced) == ["LEAVERS", "NOBODY"]
    assert savings(leavers, every, nobody) == ["ALL"]
    assert savings(fault, leavers) == ["LEAVERS"]
    figure = words.figures([leavers, every, nobody, unpriced])[0]
    assert figure.value == "£10,136.50"
    assert figure.comparison == (
        "1 initiative without a price and 2 left out, as they may count the same things"
    )


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ([], "No initiative is recorded"),
        ([initiative(stopped_on=date(2026, 8, 1), stopped_why="x")], "No initiative is running"),
        ([initiative(target=200)], "No initiative of 1 is behind"),
        ([initiative(), initiative("B", target=200)], "One of two initiatives is behind or past"),
        ([initiative(), initiative("B")], "Two of two initiatives are behind or past due"),
    ],
)
def test_the_title_counts_those_behind(found, said):
    assert words.title([standing(one) for one in found]).startswith(said)


def test_a_cost_is_told_in_pounds_and_needs_no_price():
    lines = (Counted("over", 3, 1_250_050),)
    wasted = accounts(faults={})
    snapshot = replace(wasted, part=PartOfEstate.LICENCES, lines=lines)
    one = standing(
        initiative(
            part=PartOfEstate.LICENCES,
            counts=Counts.COST,
            name="over",
            baseline=2_000_000,
            target=500_000,
        ),
        [snapshot],
    )

    assert words.finding(one) == (
        "On track: £12,500.50 on 30 September 2026, 49% of the way from £20,000 to £5,000"
    )
    terms = {term.label: term.value for term in words.terms(one)}
    assert terms["What one less saves a year"] == "It is measured in pounds"
    assert terms["Saved a year so far"] == "£7,499.50"
    assert words.chart(one).unit == "£"


def test_trends_say_whether_more_or_less_is_wrong():
    first = accounts(date(2026, 7, 31), faults={"nobodys": 400, "idle": 1})

    assert trends.title(PartOfEstate.ACCOUNTS, []) == "No snapshot of accounts is kept"
    assert trends.title(PartOfEstate.ACCOUNTS, [first]) == (
        "401 findings of accounts in the one snapshot there is"
    )
    assert trends.title(PartOfEstate.ACCOUNTS, [first, accounts()]) == (
        "316 findings of accounts, fewer than the 401 of 31 July 2026"
    )
    assert trends.title(PartOfEstate.ACCOUNTS, [accounts(), first]).endswith(
        "more than the 316 of 30 September 2026"
    )
    assert trends.title(PartOfEstate.ACCOUNTS, [first, first]).endswith(
        "as many as on 31 July 2026"
    )


def test_trends_have_a_column_for_whatever_was_ever_counted():
    first = accounts(
        date(2026, 7, 31), people=None, lines={"person": 3, "agency": 2}, faults={"idle": 1}
    )
    table = trends.line_table(PartOfEstate.ACCOUNTS, [first, accounts()])
    titles = [column.title for column in table.columns]

    assert titles[:3] == ["As at", "People at work", "Somebody at work"]
    row = dict(zip(titles, table.rows[1], strict=True))
    assert row["Shared"].text == row["People at work"].text == "Not counted"
    assert row["Agency staff’s"].text == "2"
    faults = trends.fault_table(PartOfEstate.ACCOUNTS, [first, accounts()])
    assert [row[-1].text for row in faults.rows] == ["316", "1"]


def test_trends_of_many_faults_draw_the_most_frequent_apart():
    many = accounts(faults={f"fault_{at}": at for at in range(1, 8)})
    drawn = trends.fault_chart(PartOfEstate.ACCOUNTS, [many])

    assert [(layer.name, layer.counts) for layer in drawn.series] == [
        ("Fault 7", (7,)),
        ("Fault 6", (6,)),
        ("Fault 5", (5,)),
        ("Fault 4", (4,)),
        ("Everything else", (6,)),
    ]
    assert trends.fault_chart(PartOfEstate.ACCOUNTS, [accounts(faults={})]) is None
    assert trends.line_chart(PartOfEstate.ACCOUNTS, []) is None
