"""What the records say of delivery, to hold officers’ words against; pure."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from scrutable.kernel.wording import count_words
from scrutable.portfolio.facts import (
    ENDED,
    BenefitsFound,
    BenefitStanding,
    BenefitState,
    Judged,
    OutcomeState,
    ProjectStage,
    Rating,
    TransitionStanding,
)
from scrutable.portfolio.presenters.words import RATING_WORDS
from scrutable.portfolio.rules import cashable_sums
from scrutable.reports.rules.records_say import Delivered, Delivery, OfBenefit, OfProject

REALISED = frozenset({BenefitState.REALISED, BenefitState.AS_ACCEPTED, BenefitState.WITHDRAWN})

UNDER_WAY = frozenset({BenefitState.ON_COURSE, BenefitState.NOT_YET_DUE})  # and not behind


def of_projects(judged: Iterable[Judged]) -> tuple[OfProject, ...]:
    """Return which words on each project would not be so; one that was stopped is left out."""
    return tuple(
        OfProject(number=one.project.number, title=one.project.title, against=_against(one))
        for one in judged
        if one.project.stage is not ProjectStage.STOPPED
    )


def _against(one: Judged) -> dict[Delivery, str]:
    found: dict[Delivery, str] = {}
    if one.slip is not None and one.by_dates not in (None, Rating.GREEN):
        late = max(one.slip.against_original, one.slip.against_current)
        found[Delivery.ON_TIME] = f"its go-live is {count_words(late, 'day')} late"
    if one.shown is not None and one.shown is not Rating.GREEN:
        found[Delivery.GREEN] = f"it is shown as {RATING_WORDS[one.shown].lower()}"
    if one.line is not None and one.line.actual is None:
        found[Delivery.LIVE] = "nobody has reported that it went live"
    return found


def delivered(
    *,
    judged: Iterable[Judged] = (),
    benefits: BenefitsFound | None = None,
    transitions: Sequence[TransitionStanding] = (),
) -> Delivered:
    """Return what the records say, of as much as the report is made of."""
    standings = benefits.standings if benefits else ()
    known = tuple(judged)
    return Delivered(
        projects=of_projects(known),
        benefits=tuple(_of_benefit(one) for one in standings),
        verified=_verified(benefits) if benefits else None,
        late=_late(known) if known else None,
        as_at=benefits.as_at if benefits else None,
        unrealised=tuple(f"benefit {one.code}" for one in standings if one.state not in REALISED),
        unevidenced=tuple(
            f"outcome {one.outcome.number}"
            for transition in transitions
            for one in transition.outcomes
            if one.state is not OutcomeState.EVIDENCED
        ),
    )


def _of_benefit(one: BenefitStanding) -> OfBenefit:
    is_realised = one.state in REALISED
    return OfBenefit(
        name=f"benefit {one.code}",
        project=one.benefit.project,
        is_saving=one.is_cashable,
        is_realised=is_realised,
        is_on_track=is_realised or one.state in UNDER_WAY,
    )


def _verified(found: BenefitsFound) -> tuple[Decimal, ...]:
    """Return every verified sum: all together first, then by project and by benefit."""
    by_project: dict[str, Decimal] = {}
    for one in found.standings:
        number = one.benefit.project
        by_project[number] = by_project.get(number, Decimal(0)) + (one.verified or 0)
    single = (one.verified for one in found.standings if one.verified is not None)
    return (cashable_sums(found).verified.pounds, *by_project.values(), *single)


def _late(judged: Sequence[Judged]) -> tuple[int, ...]:
    """Return how many are late: of all, of those in flight, and against their latest plans."""
    over = ENDED | {ProjectStage.LIVE}
    not_ended = [one for one in judged if one.project.stage not in ENDED]
    under_way = [one for one in judged if one.project.stage not in over]
    among = (judged, not_ended, under_way)
    return (
        *(sum(one.is_late for one in some) for some in among),
        *(sum(one.is_behind_plan for one in some) for some in among),
    )


def unmeasured(benefits: BenefitsFound | None) -> frozenset[str]:
    """Return the references of measurements that found no value: never to be shown as a number."""
    tried = (one.tried for one in (benefits.standings if benefits else ()))
    return frozenset(one.reference for one in tried if one is not None and one.value is None)
