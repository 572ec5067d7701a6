"""Questions about contracts, answered as known at an event."""

from scrutable.contracts.reads.agreed import (
    UnknownRecord,
    charges,
    credit_terms,
    matters,
    mitigation,
    mitigation_history,
    mitigation_versions,
    mitigations,
    reliefs,
    statements,
    statements_from,
    trend_reasons,
)
from scrutable.contracts.reads.attention import attention
from scrutable.contracts.reads.definitions import (
    UnknownKpi,
    definition,
    definition_versions,
    definitions,
    in_service_order,
)
from scrutable.contracts.reads.money import credit_sum, credit_sums, credit_sums_of
from scrutable.contracts.reads.performance import performance
from scrutable.contracts.reads.results import (
    histories,
    standing_results,
    versions,
    versions_from,
)
from scrutable.contracts.reads.returns import (
    as_received,
    as_result,
    followed_from,
    load_plan,
    return_numbered,
    return_with,
    returns,
    returns_owed,
    returns_with_file,
    source_of,
)

__all__ = [
    "UnknownKpi",
    "UnknownRecord",
    "as_received",
    "as_result",
    "attention",
    "charges",
    "credit_sum",
    "credit_sums",
    "credit_sums_of",
    "credit_terms",
    "definition",
    "definition_versions",
    "definitions",
    "followed_from",
    "histories",
    "in_service_order",
    "load_plan",
    "matters",
    "mitigation",
    "mitigation_history",
    "mitigation_versions",
    "mitigations",
    "performance",
    "reliefs",
    "return_numbered",
    "return_with",
    "returns",
    "returns_owed",
    "returns_with_file",
    "source_of",
    "standing_results",
    "statements",
    "statements_from",
    "trend_reasons",
    "versions",
    "versions_from",
]
