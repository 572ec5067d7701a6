"""Nothing is approved or promised beyond what was decided; sums are said."""

from datetime import date

import pytest

from scrutable.money.facts import Approval, BudgetLine, Commitment, Fund, LedgerLine, Virement
from scrutable.money.rules import (
    came_after,
    reconciled,
    refusals_of_approval,
    refusals_of_commitment,
    refusals_of_lateness,
    standings,
    year_of,
)

LINE = BudgetLine(
    code="NET", year=2026, title="Network", fund=Fund.CAPITAL, area="Resources", pence=100_000_00
)


def approval(pence, number=2, **more):
    return Approval(
        **{"number": number, "line": "NET", "year": 2026, "pence": pence, "on": date(2026, 6, 1),
           "decision": "decision/I026", **more}
    )  # fmt: skip


def promise(pence, number=2, **more):
    return Commitment(
        **{"number": number, "line": "NET", "year": 2026, "pence": pence, "on": date(2026, 6, 1),
           "decision": "decision/I026", **more}
    )  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "others", "moved", "said"),
    [
        (approval(100_000_00), [], 0, []),
        (
            approval(100_000_01),
            [],
            0,
            ["£0 stands and £100,000.01 is asked, £0.01 beyond the budget of the line of £100,000"],
        ),
        (approval(60_000_00), [approval(50_000_00, 1)], 10_000_00, []),
        (
            approval(60_000_00),
            [approval(50_000_00, 1)],
            0,
            [
                (
                    "£50,000 stands and £60,000 is asked, £10,000 beyond the budget of the line of "
                    "£100,000"
                )
            ],
        ),
        (approval(60_000_00), [approval(50_000_00, 1, year=2025)], 0, []),
        (approval(60_000_00), [approval(50_000_00, 2)], 0, []),
        (
            approval(30_000_00, limit=70_000_00),
            [approval(50_000_00, 1, line="OTHER")],
            0,
            ["£50,000 stands and £30,000 is asked, £10,000 beyond its decision of £70,000"],
        ),
    ],
)
def test_an_approval_beyond_its_line_or_its_decision_is_refused_with_the_sums(
    asked, others, moved, said
):
    assert [one.fault for one in refusals_of_approval(asked, LINE, others, moved)] == said


def test_a_promise_stays_within_what_its_decision_approved_of_the_line_that_year():
    approvals = [approval(50_000_00, 1), approval(90_000_00, 3, year=2025)]

    assert refusals_of_commitment(promise(50_000_00), approvals, []) == []
    (refused,) = refusals_of_commitment(promise(41_000_00), approvals, [promise(50_000_00, 1)])
    assert "£41,000 beyond what was approved of £50,000" in refused.fault
    assert refused.remedy == "ask for £0 or less"


def spending(on, pence=100, line="NET"):
    return LedgerLine(row=2, line=line, on=on, pence=pence)


@pytest.mark.parametrize(
    ("spent", "expected"),
    [
        ([], None),
        ([spending(date(2026, 6, 1))], None),
        ([spending(date(2026, 5, 31))], date(2026, 5, 31)),
        ([spending(date(2026, 3, 31))], None),
        ([spending(date(2026, 4, 1)), spending(date(2026, 5, 1))], date(2026, 4, 1)),
        ([spending(date(2026, 5, 1), -100)], None),
        ([spending(date(2026, 5, 1), line="OTHER")], None),
    ],
)
def test_an_approval_after_the_spending_is_found(spent, expected):
    assert came_after(approval(1), spent) == expected


def test_it_must_say_why():
    spent = [spending(date(2026, 5, 31))]

    (refused,) = refusals_of_lateness(approval(1), spent)

    assert refused.place == "reason"
    assert refusals_of_lateness(approval(1, reason="Flood"), spent) == []


def test_a_line_stands_with_what_was_moved_approved_committed_and_spent():
    moved = Virement(
        number=1, year=2026, from_line="NET", to_line="PC", pence=5, on=date(2026, 5, 1),
        approved_by="s151", reason="x",
    )  # fmt: skip

    (found,) = standings(
        [LINE],
        [moved],
        [approval(7)],
        [promise(6)],
        {("NET", 2026): 3},
        {("NET", 2026): LINE.pence},
    )

    assert (found.to_spend, found.approved, found.committed, found.spent) == (9_999_995, 7, 6, 3)
    assert found.over == 5


def test_without_a_forecast_what_is_spent_counts():
    (found,) = standings([LINE], [], [], [], {("NET", 2026): LINE.pence + 1}, {})

    assert (found.forecast, found.over) == (None, 1)


def test_a_ledger_agrees_to_the_penny_or_says_where_not():
    assert reconciled(2026, {"A": 10, "B": 5}, {"B": 5, "A": 10}).agrees
    found = reconciled(2026, {"A": 10, "B": 5}, {"A": 11, "C": 4})

    assert (found.ledger, found.here) == (15, 15)
    assert found.differences == (("A", 10, 11), ("B", 5, 0), ("C", 0, 4))


@pytest.mark.parametrize(
    ("day", "year"),
    [(date(2026, 3, 31), 2025), (date(2026, 4, 1), 2026), (date(2026, 12, 31), 2026)],
)
def test_a_year_begins_in_april(day, year):
    assert year_of(day) == year
