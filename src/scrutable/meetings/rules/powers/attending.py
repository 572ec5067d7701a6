"""What of delegations and recommendations needs a person; pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from scrutable.kernel.attention import Attention, Gravity
from scrutable.kernel.money import money_exact
from scrutable.kernel.wording import count_words, date_words, days_words
from scrutable.meetings.facts import (
    Delegation,
    DelegationState,
    DelegationUse,
    Recommendation,
    RecommendationState,
)
from scrutable.meetings.rules.powers.answering import answer_due, state_of_recommendation
from scrutable.meetings.rules.powers.scope import left_of, spent_under, state_of_delegation

LONGEST = 80  # letters of a recommendation by which it is named


@dataclass(frozen=True, slots=True, kw_only=True)
class Powers:
    """All that the list of what needs a person is made from, on one day.

    `recorded` says on which day each use was recorded, by its reference; `names` what bodies are
    called, by their codes; `policy` is the council's own, with its days and shares.
    """

    as_at: date
    delegations: Sequence[Delegation]
    uses: Mapping[str, Sequence[DelegationUse]]
    recorded: Mapping[str, date]
    recommendations: Sequence[Recommendation]
    names: Mapping[str, str]
    policy: Mapping[str, object]

    def number(self, name: str) -> int:
        """Return one whole number of the council's policy."""
        return int(str(self.policy[name]))


def powers_attention(powers: Powers) -> Iterator[Attention]:
    """Yield refused uses, delegations near their end or limit, answers due and overdue."""
    for delegation in powers.delegations:
        uses = powers.uses.get(delegation.code, ())
        yield from _refused(powers, delegation, uses)
        if state_of_delegation(delegation, powers.as_at) is DelegationState.IN_FORCE:
            yield from _expiring(powers, delegation)
            yield from _nearly_used(powers, delegation, uses)
    for recommendation in powers.recommendations:
        yield from _answer(powers, recommendation)


def _refused(
    powers: Powers, delegation: Delegation, uses: Sequence[DelegationUse]
) -> Iterator[Attention]:
    for use in uses:
        since = powers.recorded[use.reference]
        days = (powers.as_at - since).days
        if use.is_refused and 0 <= days <= powers.number("refused_for_days"):
            yield Attention(
                reference=use.reference,
                what=f"Use outside delegation {delegation.code}: {use.what}",
                why=" ".join(use.refused_because),
                since=since,
                gravity=Gravity.SERIOUS,
                owner=delegation.to,
                version=use.version,
            )


def _expiring(powers: Powers, delegation: Delegation) -> Iterator[Attention]:
    within = powers.number("expires_within_days")
    if delegation.expires_on is None:
        return
    days = (delegation.expires_on - powers.as_at).days
    if days <= within:
        expires = date_words(delegation.expires_on)
        yield Attention(
            reference=delegation.reference,
            what=f"Delegation {delegation.code} to {delegation.to}",
            why=f"It expires on {expires}, {days_words(days)}",
            since=max(delegation.from_on, delegation.expires_on - timedelta(days=within)),
            gravity=Gravity.CONCERN,
            owner=delegation.to,
            due=delegation.expires_on,
            version=delegation.version,
        )


def _nearly_used(
    powers: Powers, delegation: Delegation, uses: Sequence[DelegationUse]
) -> Iterator[Attention]:
    limit, left = delegation.limit_pounds, left_of(delegation, uses)
    if not limit or left is None:
        return
    percent = spent_under(uses) / limit * Decimal(100)
    if percent >= powers.number("used_percent"):
        days = (use.on for use in uses if not use.is_refused)
        yield Attention(
            reference=delegation.reference,
            what=f"Limit of delegation {delegation.code} to {delegation.to}",
            why=f"{money_exact(left)} is left of {money_exact(limit)}",
            since=max(days, default=delegation.from_on),
            gravity=Gravity.CONCERN,
            owner=delegation.to,
            version=delegation.version,
        )


def _answer(powers: Powers, recommendation: Recommendation) -> Iterator[Attention]:
    due, state = answer_due(recommendation), state_of_recommendation(recommendation, powers.as_at)
    if due is None or state is RecommendationState.ANSWERED:
        return
    days = (due - powers.as_at).days
    is_published = state is not RecommendationState.TO_BE_PUBLISHED
    if is_published and days > powers.number("answer_within_days"):
        return
    wanted = "The answer" if is_published else "The answer is given and not published: it"
    told = "was due" if days < 0 else "is due"
    left = f"{count_words(-days, 'day')} ago" if days < 0 else days_words(days)
    yield Attention(
        reference=recommendation.reference,
        what=f"Recommendation {recommendation.code}: {_short(recommendation.text)}",
        why=f"{wanted} {told} on {date_words(due)}, {left}",
        since=due + timedelta(days=1) if days < 0 else _from(powers, recommendation, due),
        gravity=Gravity.SERIOUS if days < 0 else Gravity.CONCERN,
        owner=powers.names.get(recommendation.to, recommendation.to),
        due=due,
        doing=recommendation.action,
        version=recommendation.version,
    )


def _from(powers: Powers, recommendation: Recommendation, due: date) -> date:
    """Return since when it is on the list: since it was answered, else so many days before."""
    within = timedelta(days=powers.number("answer_within_days"))
    noticed = recommendation.noticed_on or due
    return recommendation.answered_on or max(noticed, due - within)


def _short(text: str) -> str:
    if len(text) <= LONGEST:
        return text
    return f"{text[:LONGEST].rpartition(' ')[0]}…"
