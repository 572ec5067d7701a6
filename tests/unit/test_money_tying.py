"""Approvals against the year, the order and the spending; limits of decisions; savings."""

from datetime import date

import pytest

from scrutable.money.facts import (
    Approval,
    BudgetLine,
    Commitment,
    Decided,
    Fund,
    Saving,
    SavingProof,
    SavingStage,
    Spending,
    TieKind,
    Virement,
)
from scrutable.money.rules import (
    doubled,
    months_until,
    refusals_of_limit,
    refusals_of_proof,
    refusals_of_virement,
    savings_seen,
    ties_of_line,
    unverified,
)

TODAY = date(2026, 10, 12)


def approval(number=1, year=2026, pence=600_00, on=date(2026, 3, 5), **more):
    return Approval(
        **{"number": number, "line": "DB", "year": year, "pence": pence, "on": on,
           "decision": "decision/I1", **more}
    )  # fmt: skip


def promise(number, pence, on=date(2026, 4, 1), **more):
    return Commitment(
        **{"number": number, "line": "DB", "year": 2026, "pence": pence, "on": on,
           "decision": "decision/I1", "what": "Licences", **more}
    )  # fmt: skip


def spent(year, pence, first_on):
    return Spending(
        line="DB", year=year, months=(pence,) + (0,) * 11, pence=pence, rows=1, first_on=first_on
    )


def decided(**more):
    return Decided(
        **{"reference": "decision/I1", "matter": "Licences", "on": date(2026, 3, 3),
           "pence": 600_00, "is_open": True, "has_exempt_part": False, **more}
    )  # fmt: skip


@pytest.mark.parametrize(
    ("given", "paid", "kinds"),
    [
        ([approval()], [spent(2025, 600_00, date(2026, 3, 5))], [TieKind.WRONG_YEAR]),
        ([approval()], [spent(2025, 600_00, date(2026, 3, 4))], []),  # money may come to it yet
        ([approval(year=2024)], [spent(2025, 1, date(2025, 4, 1))], [TieKind.WRONG_YEAR]),
        ([approval()], [spent(2026, 1, date(2026, 4, 1)), spent(2025, 1, date(2026, 3, 9))], []),
        ([approval(), approval(2, 2025)], [spent(2025, 1, date(2026, 3, 9))], []),
        ([approval(pence=0)], [spent(2025, 600_00, date(2026, 3, 27))], []),
        ([approval(on=date(2026, 5, 2))], [spent(2026, 1, date(2026, 5, 1))],
         [TieKind.AFTER_SPENDING]),
        ([approval(on=date(2026, 5, 1))], [spent(2026, 1, date(2026, 5, 1))], []),
        ([approval()], [], []),
    ],
)  # fmt: skip
def test_an_approval_is_held_against_the_year_and_the_day_of_the_spending(given, paid, kinds):
    found = ties_of_line(given, [], paid, TODAY)

    assert [one.kind for one in found] == kinds


def test_the_order_with_which_promises_passed_what_was_approved_is_named_with_the_sum():
    orders = [promise(3, 76_00, date(2026, 4, 9)), promise(1, 318_00), promise(2, 247_00)]

    (found,) = ties_of_line([approval()], orders, [], TODAY)

    assert (found.kind, found.reference) == (TieKind.COMMITTED_BEYOND, "money-commitment/3")
    assert (found.pence, found.beyond) == (41_00, 600_00)


def test_promises_up_to_what_was_approved_hold():
    assert ties_of_line([approval()], [promise(1, 600_00)], [], TODAY) == ()


@pytest.mark.parametrize(
    ("of", "under", "others", "places"),
    [
        (approval(), decided(), [], []),
        (approval(limit=600_00, source="A"), decided(), [], []),
        (approval(limit=600_01, source="A"), decided(), [], ["limit"]),
        (approval(), None, [], ["decision"]),
        (approval(on=date(2026, 3, 2)), decided(), [], ["on"]),
        (approval(), decided(pence=None), [], ["limit"]),
        (approval(limit=900_00, source="A"), decided(pence=None), [], []),
        (approval(limit=900_00, source="A"), decided(pence=None),
         [approval(2, limit=800_00, source="A")], ["limit"]),
    ],
)  # fmt: skip
def test_the_limit_is_the_sum_of_the_decision_or_else_entered_once(of, under, others, places):
    assert [one.place for one in refusals_of_limit(of, under, others)] == places


def _line(code, fund):
    return BudgetLine(code=code, year=2026, title=code, fund=fund, area="A", pence=100_00)


CAP, REV = _line("A", Fund.CAPITAL), _line("B", Fund.REVENUE)
MOVE = Virement(
    number=0, year=2026, from_line="A", to_line="B", pence=40_00, on=TODAY, approved_by="X",
    reason="Y",
)  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "free", "places"),
    [
        ((CAP, CAP), 40_00, []),
        ((CAP, CAP), 39_99, ["pence"]),
        ((CAP, REV), 40_00, ["to_line"]),
        ((None, CAP), 40_00, ["from_line"]),
        ((None, None), 0, ["from_line", "to_line"]),
    ],
)
def test_money_moves_within_a_fund_and_only_what_is_free(lines, free, places):
    assert [one.place for one in refusals_of_virement(MOVE, lines, free)] == places


SAVING = Saving(code="S", year=2025, title="T", line="DB", planned=9_00, owner="Head of IT")


def proof(stage, by, number=0, **more):
    return SavingProof(
        **{"saving": "S", "year": 2025, "number": number, "stage": stage, "pence": 8_00,
           "on": date(2026, 5, 1), "by": by, "evidence": "ledger/DB/2025", **more}
    )  # fmt: skip


@pytest.mark.parametrize(
    ("of", "before", "paid", "places"),
    [
        (proof(SavingStage.VERIFIED, "h.brandt"), [], spent(2025, 1, None), []),
        (proof(SavingStage.VERIFIED, "head of it "), [], spent(2025, 1, None), ["by"]),
        (proof(SavingStage.VERIFIED, "h.brandt"),
         [proof(SavingStage.ACHIEVED, "h.brandt", 1)], spent(2025, 1, None), ["by"]),
        (proof(SavingStage.VERIFIED, "h.brandt"), [], None, ["evidence"]),
        (proof(SavingStage.VERIFIED, "h.brandt", evidence="A letter"), [], spent(2025, 1, None),
         ["evidence"]),
        (proof(SavingStage.ACHIEVED, "Head of IT", evidence=""), [], None, []),
    ],
)  # fmt: skip
def test_nobody_verifies_their_own_saving_nor_without_the_ledger(of, before, paid, places):
    found = refusals_of_proof(of, SAVING, before, paid)

    assert [one.place for one in found] == places


def test_a_saving_wants_verifying_from_the_day_after_its_year():
    (seen,) = savings_seen([SAVING], [proof(SavingStage.ACHIEVED, "X", 1)])

    assert unverified([seen], date(2026, 3, 31)) == []
    assert unverified([seen], date(2026, 4, 1)) == [seen]


@pytest.mark.parametrize(
    ("budgets", "claimed", "shrank"),
    [
        ({("DB", 2024): (50_00, 1), ("DB", 2025): (33_00, 1)}, 18_00, 17_00),
        ({("DB", 2025): (33_00, 1)}, 18_00, None),
        ({("DB", 2024): (50_00, 1), ("DB", 2025): (32_00, 1)}, None, None),
    ],
)
def test_savings_on_one_line_count_twice_beyond_what_it_shrank(budgets, claimed, shrank):
    other = Saving(code="U", year=2025, title="U", line="DB", planned=9_00, owner="X")

    found = doubled(savings_seen([SAVING, other], []), budgets)

    assert [(one.claimed, one.shrank) for one in found] == (
        [] if claimed is None else [(claimed, shrank)]
    )


def test_the_months_that_have_begun():
    assert [months_until(2026, date(2026, month, 1)) for month in (3, 4, 10, 12)] == [0, 1, 7, 9]
    assert months_until(2026, date(2027, 3, 31)) == 12
