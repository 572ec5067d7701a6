"""Tables of money; every row is kept."""

from scrutable.audit.models import Kept
from scrutable.money import facts
from scrutable.money.models.budgets import Approval, BudgetLine, Commitment, Virement
from scrutable.money.models.costs import (
    AllocationRun,
    AllocationStep,
    BusinessArea,
    Charge,
    CostDriver,
    CostLine,
    CostLoad,
    CostPool,
    LineToPool,
    Provision,
    UnitCount,
)
from scrutable.money.models.ledger import Forecast, LedgerYear, Spending
from scrutable.money.models.savings import Saving, SavingProof
from scrutable.records import models as records
from scrutable.records.facts import Record

TABLES: dict[type[Record], type[Kept]] = {
    facts.Approval: Approval,
    facts.BudgetLine: BudgetLine,
    facts.Commitment: Commitment,
    facts.Forecast: Forecast,
    facts.LedgerYear: LedgerYear,
    facts.Saving: Saving,
    facts.SavingProof: SavingProof,
    facts.Spending: Spending,
    facts.Virement: Virement,
    facts.AllocationRun: AllocationRun,
    facts.AllocationStep: AllocationStep,
    facts.BusinessArea: BusinessArea,
    facts.Charge: Charge,
    facts.CostDriver: CostDriver,
    facts.CostLine: CostLine,
    facts.CostLoad: CostLoad,
    facts.CostPool: CostPool,
    facts.LineToPool: LineToPool,
    facts.Provision: Provision,
    facts.UnitCount: UnitCount,
}
records.TABLES.update(TABLES)

__all__ = [
    "TABLES",
    "AllocationRun",
    "AllocationStep",
    "Approval",
    "BudgetLine",
    "BusinessArea",
    "Charge",
    "Commitment",
    "CostDriver",
    "CostLine",
    "CostLoad",
    "CostPool",
    "Forecast",
    "LedgerYear",
    "LineToPool",
    "Provision",
    "Saving",
    "SavingProof",
    "Spending",
    "UnitCount",
    "Virement",
]
