"""When the executive owes scrutiny an answer, and where a recommendation stands; pure."""

from datetime import date

from scrutable.meetings.facts import Answer, Recommendation, RecommendationState
from scrutable.meetings.rules.clear_days import last_day_of_months

MONTHS_TO_ANSWER = 2  # Local Government Act 2000 s.9FE


def answer_due(recommendation: Recommendation) -> date | None:
    """Return the last day for the answer: two months beginning with the day of receipt.

    The day is that of the report or, if later, of the notice. None where either is not there:
    without a notice in writing no answer is owed.
    """
    received, noticed = recommendation.received_on, recommendation.noticed_on
    if received is None or noticed is None:
        return None
    return last_day_of_months(max(received, noticed), MONTHS_TO_ANSWER)


def state_of_recommendation(recommendation: Recommendation, as_at: date) -> RecommendationState:
    """Return where the recommendation stands on the day.

    An answer must be published where the committee published what it recommended and gave
    notice of it.
    """
    due = answer_due(recommendation)
    if recommendation.answered_on is not None and recommendation.answered_on <= as_at:
        is_owed = due is not None and recommendation.published_on is not None
        published = recommendation.answer_published_on
        if is_owed and (published is None or published > as_at):
            return RecommendationState.TO_BE_PUBLISHED
        return RecommendationState.ANSWERED
    if due is None:
        return RecommendationState.NOT_NOTICED
    return RecommendationState.OVERDUE if as_at > due else RecommendationState.AWAITED


def lacking_in_recommendation(recommendation: Recommendation) -> tuple[str, ...]:
    """Return what a recommendation must still say, each as a sentence."""
    wanting = (
        (not recommendation.text.strip(), "Enter what is recommended."),
        (not recommendation.made_in.strip(), "Name the meeting that recommended it."),
        (recommendation.to == recommendation.body, "Name another body to answer it."),
    )
    return tuple(words for is_wanting, words in wanting if is_wanting)


def lacking_in_answer(answer: Answer, reasons: str, action: str) -> tuple[str, ...]:
    """Return what an answer must still say: reasons for what is rejected, action otherwise."""
    lacking = []
    if answer is not Answer.ACCEPTED and not reasons.strip():
        lacking.append("Enter the reasons for what is rejected.")
    if answer is not Answer.REJECTED and not action.strip():
        lacking.append("Enter what the executive proposes to do.")
    return tuple(lacking)
