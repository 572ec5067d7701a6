"""Budgets, approvals, spend, cost pools and savings: the nouns."""

from scrutable.money.facts.allocation import Allocated, Allocation, Residue, Share, Step
from scrutable.money.facts.budgets import (
    Approval,
    BudgetLine,
    Commitment,
    Fund,
    LedgerLine,
    LineStanding,
    Reconciled,
    Virement,
)
from scrutable.money.facts.savings import Saving, SavingProof, SavingStage

__all__ = [
    "Allocated",
    "Allocation",
    "Approval",
    "BudgetLine",
    "Commitment",
    "Fund",
    "LedgerLine",
    "LineStanding",
    "Reconciled",
    "Residue",
    "Saving",
    "SavingProof",
    "SavingStage",
    "Share",
    "Step",
    "Virement",
]
