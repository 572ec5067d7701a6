"""What the records say of delivery, to hold officers’ words against; pure."""

from collections.abc import Iterable, Sequence

from scrutable.kernel.wording import count_words
from scrutable.portfolio.facts import (
    BenefitsFound,
    BenefitState,
    Judged,
    OutcomeState,
    ProjectStage,
    Rating,
    TransitionStanding,
)
from scrutable.portfolio.presenters.words import RATING_WORDS
from scrutable.reports.rules.delivering import Delivered, Delivery, OfProject

REALISED = frozenset({BenefitState.REALISED, BenefitState.AS_ACCEPTED, BenefitState.WITHDRAWN})


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
    return Delivered(
        projects=of_projects(judged),
        unrealised=tuple(f"benefit {one.code}" for one in standings if one.state not in REALISED),
        unevidenced=tuple(
            f"outcome {one.outcome.number}"
            for transition in transitions
            for one in transition.outcomes
            if one.state is not OutcomeState.EVIDENCED
        ),
    )


def unmeasured(benefits: BenefitsFound | None) -> frozenset[str]:
    """Return the references of measurements that found no value: never to be shown as a number."""
    tried = (one.tried for one in (benefits.standings if benefits else ()))
    return frozenset(one.reference for one in tried if one is not None and one.value is None)
