"""Words, shapes and colours of states, and where the pages lie; pure."""

from collections.abc import Mapping

from scrutable.govuk.facts import Tag
from scrutable.meetings.facts import (
    Answer,
    Delegation,
    DelegationState,
    DelegationUse,
    Recommendation,
    RecommendationState,
)

DELEGATION_TAGS: Mapping[DelegationState, Tag] = {
    DelegationState.IN_FORCE: Tag("In force", "green", "●"),
    DelegationState.NOT_BEGUN: Tag("Not begun", "blue", "○"),
    DelegationState.EXPIRED: Tag("Expired", "grey", "○"),
    DelegationState.ENDED: Tag("Ended", "grey", "■"),
}
RECOMMENDATION_TAGS: Mapping[RecommendationState, Tag] = {
    RecommendationState.OVERDUE: Tag("Answer overdue", "red", "■"),
    RecommendationState.TO_BE_PUBLISHED: Tag("Answer not published", "yellow", "▲"),
    RecommendationState.AWAITED: Tag("Answer awaited", "blue", "○"),
    RecommendationState.NOT_NOTICED: Tag("No notice given", "grey", "○"),
    RecommendationState.ANSWERED: Tag("Answered", "green", "●"),
}
ANSWER_WORDS: Mapping[Answer, str] = {
    Answer.ACCEPTED: "Accepted",
    Answer.ACCEPTED_IN_PART: "Accepted in part",
    Answer.REJECTED: "Rejected",
}
WITHIN = Tag("Within its scope", "green", "●")
REFUSED = Tag("Refused", "red", "■")


def use_tag(use: DelegationUse) -> Tag:
    """Return whether the use lay within its delegation."""
    return REFUSED if use.is_refused else WITHIN


def delegation_address(delegation: Delegation) -> str:
    """Return the address of the delegation's page."""
    return f"/delegations/{delegation.code}/"


def recommendation_address(recommendation: Recommendation) -> str:
    """Return the address of the recommendation's page."""
    return f"/recommendations/{recommendation.code}/"


def meeting_address(code: str) -> str:
    """Return the address of a meeting's page."""
    return f"/meetings/{code}/"


def source_address(reference: str) -> str:
    """Return the page of the limb or decision that something came from; "" for none."""
    kind, _, rest = reference.partition("/")
    if kind == "limb":
        minutes, _, number = rest.rpartition("/")
        return f"/minutes/{minutes}/?limb={number}#limb-{number}"
    return f"/decisions/{rest}/" if kind == "decision" else ""


def trace_address(reference: str) -> str:
    """Return the address at which a record is traced to what it came from and what it led to."""
    return f"/trace/{reference}"
