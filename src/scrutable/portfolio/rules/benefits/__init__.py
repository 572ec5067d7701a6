"""What can be said of benefits, where they stand, which savings are claimed twice; pure."""

from scrutable.portfolio.rules.benefits.claiming import (
    by_project,
    cashable_sums,
    counted_elsewhere,
    double_claims,
    sums_by_kind,
    sums_of,
    unmeasured,
)
from scrutable.portfolio.rules.benefits.measuring import (
    refusals_in_benefit,
)
from scrutable.portfolio.rules.benefits.outlying import (
    outlying,
    outlying_pounds,
    outlying_value,
    verification_lost,
)
from scrutable.portfolio.rules.benefits.profiles import plain_words, refusals_in_project, same_words
from scrutable.portfolio.rules.benefits.standing import (
    at_target_day,
    has_found,
    percent_of,
    reaches,
    said_by,
    standing_of,
)

__all__ = [
    "at_target_day",
    "by_project",
    "cashable_sums",
    "counted_elsewhere",
    "double_claims",
    "has_found",
    "outlying",
    "outlying_pounds",
    "outlying_value",
    "percent_of",
    "plain_words",
    "reaches",
    "refusals_in_benefit",
    "refusals_in_project",
    "said_by",
    "same_words",
    "standing_of",
    "sums_by_kind",
    "sums_of",
    "unmeasured",
    "verification_lost",
]
