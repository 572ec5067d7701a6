"""Tables of KPIs, results and what was agreed beside them; every row is kept."""

from scrutable.contracts.models.agreed import Matter, Mitigation, Relief, Statement, TrendReason
from scrutable.contracts.models.definitions import Kpi
from scrutable.contracts.models.money import Charge, CreditTerms
from scrutable.contracts.models.results import Result, ReturnReceived

__all__ = [
    "Charge",
    "CreditTerms",
    "Kpi",
    "Matter",
    "Mitigation",
    "Relief",
    "Result",
    "ReturnReceived",
    "Statement",
    "TrendReason",
]
