"""Tables of meetings: every row is kept, a correction or a next state is a new one."""

from scrutable.meetings.models.calendar import (
    AgendaItem,
    Attendance,
    Body,
    Meeting,
    ProgrammeEntry,
)
from scrutable.meetings.models.decisions import CallIn, DecisionRecord, PlannedDecision
from scrutable.meetings.models.minutes import Limb, Minutes, MinutesConfirmed
from scrutable.meetings.models.papers import (
    Appendix,
    BackgroundPaper,
    Cover,
    EqualityImpact,
    PartText,
)
from scrutable.meetings.models.powers import Delegation, DelegationUse, Recommendation
from scrutable.meetings.models.promises import (
    Commitment,
    CommitmentStep,
    OwnerAddress,
    Question,
    Wanted,
)

__all__ = [
    "AgendaItem",
    "Appendix",
    "Attendance",
    "BackgroundPaper",
    "Body",
    "CallIn",
    "Commitment",
    "CommitmentStep",
    "Cover",
    "DecisionRecord",
    "Delegation",
    "DelegationUse",
    "EqualityImpact",
    "Limb",
    "Meeting",
    "Minutes",
    "MinutesConfirmed",
    "OwnerAddress",
    "PartText",
    "PlannedDecision",
    "ProgrammeEntry",
    "Question",
    "Recommendation",
    "Wanted",
]
