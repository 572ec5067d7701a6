"""Everything that changes what bodies met about, decided, promised and delegated."""

from scrutable.meetings.writes.chasing import chase, set_owner_address
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
    "UnfitCommitment",
    "UnfitQuestion",
    "UnfitWant",
    "answer_question",
    "ask_question",
    "chase",
    "end_want",
    "make_commitment",
    "set_owner_address",
    "take_step",
    "want",
]
