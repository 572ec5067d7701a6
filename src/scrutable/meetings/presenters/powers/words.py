"""Words, shapes and colours of states, and where the pages lie; pure."""

from collections.abc import Mapping

from scrutable.govuk.facts import Tag
from scrutable.meetings.facts import (
    Answer,
    DelegationState,
    DelegationUse,
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
NO_LIMIT = "No limit set"
WITHIN = Tag("Within its scope", "green", "●")
REFUSED = Tag("Refused", "red", "■")


def use_tag(use: DelegationUse) -> Tag:
    """Return whether the use lay within its delegation."""
    return REFUSED if use.is_refused else WITHIN
