"""Everything of meetings for programs: the same reads and writes as the pages."""

from collections.abc import Mapping
from http import HTTPStatus

from scrutable.meetings import reads, writes
from scrutable.meetings.api import (
    bodies,
    commitments,
    decisions,
    delegations,
    meetings,
    minutes,
    papers,
    questions,
    recommendations,
)
from scrutable.registers.reads import UnknownContract

ROUTERS = (
    bodies.router,
    meetings.router,
    decisions.router,
    papers.router,
    minutes.router,
    commitments.router,
    questions.router,
    delegations.router,
    recommendations.router,
)
NOT_THERE = (
    UnknownContract,
    reads.UnknownBody,
    reads.UnknownCommitment,
    reads.UnknownDecision,
    reads.UnknownDelegation,
    reads.UnknownEntry,
    reads.UnknownItem,
    reads.UnknownLimb,
    reads.UnknownMeeting,
    reads.UnknownMinutes,
    reads.UnknownQuestion,
    reads.UnknownRecommendation,
    reads.UnknownWant,
    writes.UnknownAnnex,
)
IN_THE_WAY = (
    writes.IllegalStep,
    writes.MinutesAlreadyConfirmed,
    writes.NotYetLookedAt,
    writes.OutsideScope,
    writes.WrittenMeanwhile,
)
UNFIT = (
    writes.Unfit,
    writes.UnfitCommitment,
    writes.UnfitDelegation,
    writes.UnfitLimb,
    writes.UnfitMinutes,
    writes.UnfitPart,
    writes.UnfitQuestion,
    writes.UnfitRecommendation,
    writes.UnfitWant,
    writes.UnreadableMinutes,
)
REFUSALS: Mapping[type[Exception], HTTPStatus] = {
    **dict.fromkeys(NOT_THERE, HTTPStatus.NOT_FOUND),
    **dict.fromkeys(UNFIT, HTTPStatus.UNPROCESSABLE_ENTITY),
    **dict.fromkeys(IN_THE_WAY, HTTPStatus.CONFLICT),
}

__all__ = ["REFUSALS", "ROUTERS"]
