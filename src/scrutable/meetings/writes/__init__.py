"""Everything that changes what bodies met about, decided, promised and delegated."""

from scrutable.meetings.writes.chasing import chase, set_owner_address
from scrutable.meetings.writes.powers import (
    OutsideScope,
    UnfitDelegation,
    UnfitRecommendation,
    UnfitUse,
    answer_recommendation,
    delegate,
    end_delegation,
    notice_recommendation,
    publish_answer,
    recommend,
    use_delegation,
)
from scrutable.meetings.writes.promises import (
    IllegalStep,
    UnfitCommitment,
    make_commitment,
    take_step,
)
from scrutable.meetings.writes.questions import UnfitQuestion, answer_question, ask_question
from scrutable.meetings.writes.wanted import UnfitWant, end_want, want

__all__ = [
    "IllegalStep",
    "OutsideScope",
    "UnfitCommitment",
    "UnfitDelegation",
    "UnfitQuestion",
    "UnfitRecommendation",
    "UnfitUse",
    "UnfitWant",
    "answer_question",
    "answer_recommendation",
    "ask_question",
    "chase",
    "delegate",
    "end_delegation",
    "end_want",
    "make_commitment",
    "notice_recommendation",
    "publish_answer",
    "recommend",
    "set_owner_address",
    "take_step",
    "use_delegation",
    "want",
]
