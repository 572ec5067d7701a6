"""Sections on money: every figure cites what it rests on, and nothing exempt is told."""

from datetime import date

from scrutable.documents.blocks import Heading, Table
from scrutable.money.compose.budgets import budgets_section
from scrutable.money.compose.savings import savings_section
from scrutable.money.facts import (
    BudgetLine,
    Decided,
    Doubled,
    Fund,
    Saving,
    SavingProof,
    SavingStage,
    Tie,
    TieKind,
)
from scrutable.money.rules import line_seen, savings_seen, totals_by

DAY = date(2026, 10, 12)
LINE = BudgetLine(
    code="NET", year=2026, title="Network", fund=Fund.CAPITAL, area="IT", pence=100_00, version=7
)
SEEN = line_seen(
    LINE, moved=5_00, approved=90_00, committed=80_00, spent=110_00, forecast=None
)  # fmt: skip
TIE = Tie(
    kind=TieKind.COMMITTED_BEYOND, reference="money-commitment/3", decision="decision/I1",
    line="NET", year=2026, pence=41_00, beyond=540_00, since=DAY, version=9,
)  # fmt: skip


def decided(*, exempt):
    return {
        "decision/I1": Decided(
            reference="decision/I1", matter="M", on=DAY, pence=1, is_open=True,
            has_exempt_part=exempt,
        )
    }  # fmt: skip


def said(blocks):
    return [
        cell.text for one in blocks if isinstance(one, Table) for row in one.rows for cell in row
    ]


def test_budgets_are_told_with_what_they_rest_on():
    found = [SEEN]
    funds = totals_by(found, lambda line: line.fund.value)

    blocks = budgets_section(found, funds, [TIE], decided(exempt=False), None, DAY)

    assert isinstance(blocks[0], Heading)
    numbers = [
        cell
        for one in blocks
        if isinstance(one, Table)
        for row in one.rows
        for cell in row
        if cell.number is not None
    ]
    assert numbers
    assert all(cell.citation for cell in numbers)
    assert "£41 more is promised than the £540 approved under decision/I1" in said(blocks)
    assert "£5" in said(blocks)


def test_an_exempt_matter_tells_no_sum():
    funds = totals_by([SEEN], lambda line: line.fund.value)

    blocks = budgets_section([SEEN], funds, [TIE], decided(exempt=True), None, DAY)

    assert "More is promised than approved under decision/I1" in said(blocks)
    assert not any("£41" in text for text in said(blocks))


def test_savings_are_told_from_planned_to_verified():
    saving = Saving(code="S", year=2025, title="Less", line="NET", planned=9_00, owner="X")
    proof = SavingProof(
        saving="S", year=2025, number=1, stage=SavingStage.VERIFIED, pence=8_50, on=DAY, by="h"
    )
    twice = Doubled(line="NET", year=2025, codes=("S", "T"), claimed=18_00, shrank=17_00)

    blocks = savings_section(savings_seen([saving], [proof]), [twice], DAY)

    assert said(blocks) == ["S: Less", "2025/26", "NET", "£9", "Nobody has said", "Nobody has said",
                            "£8.50", "X"]  # fmt: skip
    assert len(blocks) == 4


def test_nothing_recorded_is_said():
    assert len(budgets_section([], [], [], {}, None, DAY)) == 2
    assert len(savings_section([], [], DAY)) == 2
