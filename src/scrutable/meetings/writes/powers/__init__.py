"""Delegations made, used and ended; recommendations made, noticed, answered and published."""

from scrutable.meetings.writes.powers.delegations import (
    UnfitDelegation,
    delegate,
    end_delegation,
)
from scrutable.meetings.writes.powers.recommending import (
    UnfitRecommendation,
    answer_recommendation,
    notice_recommendation,
    publish_answer,
    recommend,
)
from scrutable.meetings.writes.powers.using import OutsideScope, UnfitUse, use_delegation

__all__ = [
    "OutsideScope",
    "UnfitDelegation",
    "UnfitRecommendation",
    "UnfitUse",
    "answer_recommendation",
    "delegate",
    "end_delegation",
    "notice_recommendation",
    "publish_answer",
    "recommend",
    "use_delegation",
]
