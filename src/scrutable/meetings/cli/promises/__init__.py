"""`scrutable meetings`: commitments and their steps, questions, what bodies asked to be told."""

from scrutable.meetings.cli.promises.asking import (
    answer_question,
    ask,
    end_want,
    questions,
    want,
    wanted,
)
from scrutable.meetings.cli.promises.chasing import chase, owners, set_owner
from scrutable.meetings.cli.promises.listing import commitment, commitments
from scrutable.meetings.cli.promises.stepping import STEPS, promise

COMMANDS = (
    commitments,
    commitment,
    promise,
    *STEPS,
    chase,
    owners,
    set_owner,
    questions,
    ask,
    answer_question,
    wanted,
    want,
    end_want,
)

__all__ = ["COMMANDS"]
