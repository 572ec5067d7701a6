"""Changes to KPIs, results and what is agreed beside them; each numbered, sealed, whole."""

from scrutable.contracts.writes.agreed import (
    give_trend_reason,
    grant_relief,
    record_charge,
    record_matter,
    record_statements,
    set_credit_terms,
)
from scrutable.contracts.writes.chasing import chase_late_returns
from scrutable.contracts.writes.definitions import UnfitDefinition, define_kpi, refuse_unfit
from scrutable.contracts.writes.mitigation import (
    UnfitMitigation,
    grant_mitigation,
    postpone_fix,
    renew_mitigation,
    withdraw_mitigation,
)
from scrutable.contracts.writes.results import (
    NothingToVerify,
    ReturnAlreadyLoaded,
    UnfitCorrection,
    correct_result,
    load_return,
    verify_results,
)

__all__ = [
    "NothingToVerify",
    "ReturnAlreadyLoaded",
    "UnfitCorrection",
    "UnfitDefinition",
    "UnfitMitigation",
    "chase_late_returns",
    "correct_result",
    "define_kpi",
    "give_trend_reason",
    "grant_mitigation",
    "grant_relief",
    "load_return",
    "postpone_fix",
    "record_charge",
    "record_matter",
    "record_statements",
    "refuse_unfit",
    "renew_mitigation",
    "set_credit_terms",
    "verify_results",
    "withdraw_mitigation",
]
