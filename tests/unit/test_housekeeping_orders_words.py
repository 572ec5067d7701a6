"""Orders and suppliers in words, tables and paragraphs; a blank is never nought."""

import doctest
from dataclasses import replace
from datetime import date

import pytest

from scrutable.documents.blocks import Document
from scrutable.documents.plain import render_plain
from scrutable.housekeeping.compose import orders as compose
from scrutable.housekeeping.facts import (
    ContractSpend,
    InvoiceMonth,
    OneSupplier,
    OrderLine,
    OrdersPolicy,
    OrdersSeen,
    SizeSum,
    SupplierSize,
    SupplierSpend,
)
from scrutable.housekeeping.presenters.orders import glance, listing, tables, words
from scrutable.housekeeping.presenters.orders.words import supplier_words
from scrutable.housekeeping.rules import suppliers
from scrutable.housekeeping.rules.orders import UnfitLimit, buying_rules

DAY = date(2026, 9, 30)
POLICY = OrdersPolicy(
    split_days=14, pay_days=30, pay_small_days=10, exempt_categories=("Utilities",)
)
SPEND = SupplierSpend(
    as_at=DAY,
    supplier="s5",
    size=SupplierSize.SMALL,
    is_sole_trader=False,
    is_one_time=True,
    orders=0,
    ordered_pence=0,
    invoices=19,
    pence=456_000,
    without=19,
    without_pence=456_000,
    retrospective=0,
    in_time=19,
    late=0,
    overdue=0,
    version=7,
)
ONE = OneSupplier(spend=SPEND, name="Castle Lane Catering Ltd")


def month(line, invoices, pence, at=date(2026, 9, 1)):
    return InvoiceMonth(as_at=DAY, month=at, line=line, invoices=invoices, pence=pence, version=7)


SEEN = OrdersSeen(
    as_at=DAY,
    version=7,
    extracts=(),
    faults=(("split", 2), ("one_time_again", 18)),
    months=(
        month(OrderLine.ORDERED, 800, 80_000_000, date(2026, 8, 1)),
        month(OrderLine.WITHOUT, 70, 456_000),
        month(OrderLine.RETROSPECTIVE, 130, 1_000_000),
        month(OrderLine.EXEMPT, 200, 5_000_000),
    ),
    sizes=(
        SizeSum(
            size=SupplierSize.SMALL,
            suppliers=12,
            invoices=300,
            pence=30_000_000,
            in_time=150,
            late=50,
            overdue=100,
        ),
        SizeSum(
            size=SupplierSize.LARGE,
            suppliers=3,
            invoices=900,
            pence=56_456_000,
            in_time=0,
            late=0,
            overdue=0,
        ),
    ),
    suppliers=(ONE,),
    one_time=(ONE,),
    contracts=(
        ContractSpend(as_at=DAY, code="C-1", title="", pence=100, billed=101, ordered=0, version=7),
        ContractSpend(
            as_at=DAY, code="C-2", title="Scanners", pence=100, billed=100, ordered=101, version=7
        ),
        ContractSpend(
            as_at=DAY, code="C-3", title="Print", pence=100, billed=100, ordered=100, version=7
        ),
    ),
    policy=POLICY,
)


def without(*lines):
    return replace(SEEN, months=tuple(one for one in SEEN.months if one.line not in lines))


@pytest.mark.parametrize(
    ("seen", "title"),
    [
        (SEEN, "7% of invoices that needed an order had none"),
        (without(OrderLine.WITHOUT), "Every invoice that needed an order names one"),
        (replace(SEEN, months=SEEN.months[3:]), "No invoice needed an order"),
        (None, "No orders are reconciled yet"),
    ],
)
def test_the_title_is_the_finding(seen, title):
    assert glance.title(seen) == title


def test_each_figure_says_its_basis():
    assert [(one.value, one.comparison) for one in glance.figures(SEEN)] == [
        ("7%", "70 of 1,000 that needed one; 200 exempt or given back left out"),
        ("130", "14% of 930 whose order is known"),
        ("2", "over a limit within 14 days"),
        ("18", "Castle Lane Catering Ltd: 19 times"),
        ("34.7%", "50% of 12 suppliers’ invoices paid within 10 days"),
    ]
    assert {one.period for one in glance.figures(SEEN)} == {"August 2026 to September 2026"}


def test_the_lines_add_up_in_number_and_in_pounds():
    table = tables.line_table(SEEN)

    assert sum(row[1].number for row in table.rows) == table.totals[1].number == 1_200
    assert sum(row[3].number for row in table.rows) == table.totals[3].number == 864_560


def test_the_furthest_over_stands_first_and_is_said_in_a_word():
    rows = tables.contract_table(SEEN.contracts).rows

    assert [(row[0].text, row[2].tags[0].word) for row in rows] == [
        ("C-1", "Over"),
        ("C-2", "Ordered over"),
        ("C-3", "Within"),
    ]


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (ONE, "Castle Lane Catering Ltd"),
        (replace(ONE, name=""), "Name erased"),
        (
            OneSupplier(spend=replace(SPEND, is_sole_trader=True), name="", is_withheld=True),
            "A sole trader",
        ),
        (
            OneSupplier(spend=replace(SPEND, is_sole_trader=None), name="", is_withheld=True),
            "May be a sole trader",
        ),
    ],
)
def test_a_name_is_told_withheld_or_erased(one, said):
    assert supplier_words(one) == said


def test_all_suppliers_in_a_sentence():
    held = OneSupplier(spend=replace(SPEND, is_sole_trader=True), name="", is_withheld=True)

    assert listing.title([ONE, held]) == "2 of 2 suppliers are small or medium"
    assert listing.summary([ONE, held]) == (
        "As at 30 September 2026, £9,120 was billed. "
        "1 name is withheld: of sole traders, or of those who may be."
    )
    assert listing.title([]) == "No suppliers are known yet"


def paper(seen):
    blocks = compose.orders_section(seen)
    document = Document("T", "R", "Westmere", "Board", "Author", "Orders", DAY, blocks)
    return " ".join(render_plain(document).split())


def test_the_report_says_the_same_with_what_it_rests_on():
    text = paper(SEEN)

    assert (
        "7% of invoices that needed an order had none (70 of 1,000 that needed one; 200 exempt or "
        "given back left out); 130 invoices were ordered after they were billed." in text
    )
    assert "Supplier s5: used 19 times for £4,560." in text
    assert "Castle Lane" not in text  # a name is erased in time; a report is made again for ever
    assert "12 small or medium suppliers had 34.7% of what was billed" in text
    assert {one.citation.version for one in compose.key_figures(SEEN)} == {7}


@pytest.mark.parametrize(
    ("seen", "said"),
    [
        (None, "No orders have been reconciled."),
        (replace(SEEN, contracts=()), "No extract of contracts was taken"),
        (replace(SEEN, contracts=SEEN.contracts[2:]), "Nothing was billed or ordered beyond"),
    ],
)
def test_what_is_not_there_is_said(seen, said):
    assert said in paper(seen)


SAID = {
    "exempt_categories": ["Utilities"],
    "limits": ["Head of ICT: 50,000", " Clerk : £100"],
    "one_time_suppliers": [],
    "split_days": 14,
    "pay_days": 30,
    "pay_small_days": 10,
}


def test_each_policy_holds_until_the_day_before_the_next():
    later = {**SAID, "exempt_categories": ["Postage"], "limits": ["Clerk: 200"], "pay_days": 20}

    found = buying_rules([(date.min, SAID), (date(2026, 6, 1), later)])

    assert [(one.category, one.first, one.last) for one in found.exemptions] == [
        ("Utilities", date.min, date(2026, 5, 31)),
        ("Postage", date(2026, 6, 1), None),
    ]
    assert [(one.approver, one.pence, one.last) for one in found.limits] == [
        ("Head of ICT", 5_000_000, date(2026, 5, 31)),
        ("Clerk", 10_000, date(2026, 5, 31)),
        ("Clerk", 20_000, None),
    ]
    assert found.pay_days == 20


@pytest.mark.parametrize("line", ["Head of ICT", ": 5", "Head: five", "Head: -5", "Head:"])
def test_a_limit_without_a_name_and_a_sum_is_refused(line):
    with pytest.raises(UnfitLimit):
        buying_rules([(date.min, {**SAID, "limits": [line]})])


@pytest.mark.parametrize("module", [suppliers, words])
def test_examples_are_true(module):
    tried = doctest.testmod(module)

    assert tried.attempted
    assert not tried.failed
