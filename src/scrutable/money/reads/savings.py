"""Savings and what was found of them."""

from datetime import date

from scrutable.money import models, rules
from scrutable.money.facts import BudgetLine, Doubled, Saving, SavingProof, SavingSeen
from scrutable.records.reads import UnknownRecord, every, one

ON_SAVINGS = (models.Saving, models.SavingProof, models.BudgetLine)


def savings(known: int, as_at: date) -> list[SavingSeen]:
    """Return every saving with what was found of it by the day, by code and year; two queries."""
    return rules.savings_seen(every(Saving, known), every(SavingProof, known, on__lte=as_at))


def saving(code: str, year: int, known: int, as_at: date) -> SavingSeen:
    """Return one saving with what was found of it; raises UnknownRecord."""
    found = one(Saving, known, code=code, year=year)
    return rules.savings_seen([found], proofs(code, year, known, as_at))[0]


def proofs(code: str, year: int, known: int, as_at: date) -> list[SavingProof]:
    """Return everything that was found of a saving by the day, in order."""
    return every(SavingProof, known, saving=code, year=year, on__lte=as_at)


def doubled(found: list[SavingSeen], known: int) -> list[Doubled]:
    """Return the lines from which several savings take more than their budget shrank."""
    codes = sorted({each.saving.line for each in found})
    lines = every(BudgetLine, known, code__in=codes) if codes else []
    budgets = {(each.code, each.year): (each.pence, each.version) for each in lines}
    return rules.doubled(found, budgets)


__all__ = ["ON_SAVINGS", "UnknownRecord", "doubled", "proofs", "saving", "savings"]
