"""What lies within a delegation, when an answer to scrutiny is due, what of both needs a person."""

from scrutable.meetings.rules.powers.answering import (
    answer_due,
    lacking_in_answer,
    lacking_in_recommendation,
    state_of_recommendation,
)
from scrutable.meetings.rules.powers.attending import Powers, powers_attention
from scrutable.meetings.rules.powers.scope import (
    is_sum,
    lacking_in_delegation,
    left_of,
    scope_faults,
    spent_under,
    state_of_delegation,
    unfit_parts,
)

__all__ = [
    "Powers",
    "answer_due",
    "is_sum",
    "lacking_in_answer",
    "lacking_in_delegation",
    "lacking_in_recommendation",
    "left_of",
    "powers_attention",
    "scope_faults",
    "spent_under",
    "state_of_delegation",
    "state_of_recommendation",
    "unfit_parts",
]
