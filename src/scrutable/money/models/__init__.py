"""Tables of money; every row is kept."""

from scrutable.audit.models import Kept
from scrutable.money import facts
from scrutable.money.models.budgets import Approval, BudgetLine, Commitment, Virement
from scrutable.money.models.savings import Saving, SavingProof
from scrutable.records import models as records
from scrutable.records.facts import Record

TABLES: dict[type[Record], type[Kept]] = {
    facts.Approval: Approval,
    facts.BudgetLine: BudgetLine,
    facts.Commitment: Commitment,
    facts.Saving: Saving,
    facts.SavingProof: SavingProof,
    facts.Virement: Virement,
}
records.TABLES.update(TABLES)

__all__ = [
    "TABLES",
    "Approval",
    "BudgetLine",
    "Commitment",
    "Saving",
    "SavingProof",
    "Virement",
]
