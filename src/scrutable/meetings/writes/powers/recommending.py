"""Recommendations made, noticed, answered and their answers published."""

from dataclasses import replace
from datetime import date, datetime

from django.db import transaction

from scrutable.audit.writes import Change, change
from scrutable.kernel.wording import date_words, london_day
from scrutable.meetings import facts, models
from scrutable.meetings.reads import calendar
from scrutable.meetings.reads import powers as reads
from scrutable.meetings.rules import powers as rules
from scrutable.meetings.writes.numbering import next_number
from scrutable.meetings.writes.promises import make_commitment


class UnfitRecommendation(Exception):
    """The recommendation, its notice or its answer cannot be recorded as it stands."""


def recommend(
    *, recommendation: facts.Recommendation, by: str, at: datetime
) -> facts.Recommendation:
    """Record what scrutiny recommends, new where its number is 0, else as it now reads.

    A new one is numbered within the year of the meeting that recommended it. Of one that is
    recorded again the answer stays, and the days that are not given. Raises
    UnfitRecommendation, UnknownBody, UnknownMeeting, UnknownRecommendation.
    """
    if lacking := rules.lacking_in_recommendation(recommendation):
        raise UnfitRecommendation(" ".join(lacking))
    verb = "recommendation_changed" if recommendation.number else "recommendation_made"
    with change(verb=verb, subject=recommendation.reference, by=by, at=at) as under_way:
        known = under_way.number - 1
        calendar.body(recommendation.body, known)
        calendar.body(recommendation.to, known)
        year = calendar.meeting(recommendation.made_in, known).on.year
        if not recommendation.number:
            number = next_number(models.Recommendation.objects.filter(year=year))
            made = replace(recommendation, year=year, number=number)
            return _store_recommendation(made, under_way)
        stands = reads.recommendation(recommendation.code, known)
        under_way.before = _answered(stands)
        again = replace(
            recommendation,
            received_on=recommendation.received_on or stands.received_on,
            noticed_on=recommendation.noticed_on or stands.noticed_on,
            published_on=recommendation.published_on or stands.published_on,
            answer=stands.answer,
            answer_reasons=stands.answer_reasons,
            action=stands.action,
            answered_on=stands.answered_on,
            answer_published_on=stands.answer_published_on,
        )
        return _store_recommendation(again, under_way)


def notice_recommendation(
    *,
    code: str,
    received_on: date,
    noticed_on: date,
    published_on: date | None = None,
    by: str,
    at: datetime,
) -> facts.Recommendation:
    """Record when report and notice were received, and when the committee published its report.

    Raises UnknownRecommendation, and UnfitRecommendation for days before the meeting or to come.
    """
    subject = f"recommendation/{code}"
    with change(verb="recommendation_noticed", subject=subject, by=by, at=at) as under_way:
        known = under_way.number - 1
        stands = reads.recommendation(code, known)
        for what, day in (("report", received_on), ("notice", noticed_on)):
            _check_day(stands, day, f"the {what} was received", under_way, known)
        under_way.before = _answered(stands)
        noticed = replace(
            stands,
            received_on=received_on,
            noticed_on=noticed_on,
            published_on=published_on or stands.published_on,
        )
        return _store_recommendation(noticed, under_way)


def answer_recommendation(  # noqa: PLR0913  (an answer has so many parts)
    *,
    code: str,
    answer: facts.Answer,
    reasons: str,
    action: str,
    on: date,
    owner: str = "",
    due: facts.Due | None = None,
    by: str,
    at: datetime,
) -> facts.Recommendation:
    """Record the executive's answer; one that accepts anything becomes a commitment of its own.

    The commitment is made once, in the same transaction, owned by `owner` or else by the body
    that answers; a later answer to the same recommendation is a new version and makes no other.
    Raises UnknownRecommendation, UnfitRecommendation.
    """
    if lacking := rules.lacking_in_answer(answer, reasons, action):
        raise UnfitRecommendation(" ".join(lacking))
    subject = f"recommendation/{code}"
    with transaction.atomic():
        with change(verb="recommendation_answered", subject=subject, by=by, at=at) as under_way:
            known = under_way.number - 1
            stands = reads.recommendation(code, known)
            _check_day(stands, on, "it was answered", under_way, known)
            executive = calendar.body(stands.to, known)
            under_way.before = _answered(stands)
            answered = replace(
                stands,
                answer=answer,
                answer_reasons=reasons.strip(),
                action=action.strip(),
                answered_on=on,
            )
            kept = _store_recommendation(answered, under_way)
        promised = models.Commitment.objects.filter(source_reference=kept.reference).exists()
        if answer is not facts.Answer.REJECTED and not promised:
            commitment = _promise(kept, owner.strip() or executive.name, due)
            make_commitment(commitment=commitment, by=by, at=at)
    return kept


def publish_answer(*, code: str, on: date, by: str, at: datetime) -> facts.Recommendation:
    """Record when the answer was published. Raises UnknownRecommendation, UnfitRecommendation."""
    subject = f"recommendation/{code}"
    with change(verb="answer_published", subject=subject, by=by, at=at) as under_way:
        known = under_way.number - 1
        stands = reads.recommendation(code, known)
        if stands.answered_on is None:
            raise UnfitRecommendation("It has no answer yet. Record the answer first.")
        if on < stands.answered_on:
            answered = date_words(stands.answered_on)
            raise UnfitRecommendation(f"It was answered on {answered}. Choose that day or later.")
        if on > london_day(at):
            raise UnfitRecommendation(
                f"{date_words(on)} is to come. Enter when the answer was published."
            )
        under_way.before = _answered(stands)
        return _store_recommendation(replace(stands, answer_published_on=on), under_way)


def _promise(answered: facts.Recommendation, owner: str, due: facts.Due | None) -> facts.Commitment:
    on = answered.answered_on or date.min
    return facts.Commitment(
        year=on.year,
        number=0,
        body=answered.body,
        text=answered.action,
        kind=facts.OutcomeKind.RECOMMEND,
        source=facts.CommitmentSource.RESOLUTION,
        source_reference=answered.reference,
        made_in=answered.made_in,
        made_on=on,
        owner=owner,
        due=due,
    )


def _check_day(
    recommendation: facts.Recommendation, day: date, what: str, under_way: Change, known: int
) -> None:
    """Refuse a day before the meeting that recommended it, and one that is to come."""
    made_on = calendar.meeting(recommendation.made_in, known).on
    if day < made_on:
        raise UnfitRecommendation(
            f"It was recommended on {date_words(made_on)}. Choose that day or a later one for "
            f"when {what}."
        )
    if day > london_day(under_way.at):
        raise UnfitRecommendation(f"{date_words(day)} is to come. Enter when {what}.")


def _store_recommendation(
    recommendation: facts.Recommendation, under_way: Change
) -> facts.Recommendation:
    answer = recommendation.answer
    models.Recommendation.objects.create(
        year=recommendation.year,
        number=recommendation.number,
        body=recommendation.body,
        to=recommendation.to,
        text=recommendation.text.strip(),
        made_in=recommendation.made_in,
        source_reference=recommendation.source_reference,
        received_on=recommendation.received_on,
        noticed_on=recommendation.noticed_on,
        published_on=recommendation.published_on,
        answer=answer.value if answer else "",
        answer_reasons=recommendation.answer_reasons,
        action=recommendation.action,
        answered_on=recommendation.answered_on,
        answer_published_on=recommendation.answer_published_on,
        event=under_way.number,
    )
    under_way.subject = recommendation.reference
    under_way.after = _answered(recommendation)
    return replace(recommendation, version=under_way.number)


def _answered(recommendation: facts.Recommendation) -> dict[str, object]:
    answer = recommendation.answer
    return {
        "text": recommendation.text,
        "to": recommendation.to,
        "received_on": str(recommendation.received_on or ""),
        "noticed_on": str(recommendation.noticed_on or ""),
        "answer": answer.value if answer else "",
        "reasons": recommendation.answer_reasons,
        "action": recommendation.action,
        "answered_on": str(recommendation.answered_on or ""),
        "answer_published_on": str(recommendation.answer_published_on or ""),
    }
