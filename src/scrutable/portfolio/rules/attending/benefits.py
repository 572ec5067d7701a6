"""What of benefits needs a person: silence, shortfall, claims, pounds nobody verified; pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from scrutable.kernel.attention import Attention, Gravity
from scrutable.kernel.money import money_exact
from scrutable.kernel.wording import count_words, date_words
from scrutable.portfolio.facts import (
    BenefitsFound,
    BenefitStanding,
    BenefitState,
    DoubleClaim,
    ShortBy,
)
from scrutable.portfolio.rules.benefits import outlying, percent_of, same_words

NOBODY = "Nobody"
SHORT = {
    BenefitState.NOT_REALISED: "It had not reached its target when that was due",
    BenefitState.WORSE_THAN_BASELINE: "It is worse than before the project",
    BenefitState.WORSE_THAN_ACCEPTED: "It is worse than was accepted",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class BenefitsWatched:
    """What the list is made from, on one day; `policy` is the council's own, “benefits”."""

    found: BenefitsFound
    policy: Mapping[str, object]

    def days(self, name: str) -> timedelta:
        """Return a number of days of the policy."""
        return timedelta(days=int(str(self.policy[name])))

    @property
    def gravity(self) -> Gravity:
        """Return how grave the policy holds what is not claimed twice."""
        return Gravity[str(self.policy["gravity"]).upper()]

    @property
    def gravity_of_claims(self) -> Gravity:
        """Return how grave it is that two projects claim one saving."""
        said = self.policy["claimed_twice"]
        return Gravity[str(said["gravity"]).upper()] if isinstance(said, Mapping) else self.gravity

    @property
    def as_at(self) -> date:
        """Return the day."""
        return self.found.as_at


def benefits_attention(watched: BenefitsWatched) -> Iterator[Attention]:
    """Yield what needs a person of every benefit that is still claimed, and of every claim."""
    for one in watched.found.standings:
        yield from of_benefit(watched, one)
    yield from of_claims(watched)


def of_benefit(watched: BenefitsWatched, one: BenefitStanding) -> Iterator[Attention]:
    """Yield what needs a person of a benefit; nothing of one that is claimed no more."""
    if one.is_counted:
        yield from _unmeasured(watched, one)
        yield from _short(watched, one)
        yield from _unowned(watched, one)
        yield from _unverified(watched, one)
        yield from _outlying(watched, one)


def of_claims(watched: BenefitsWatched) -> Iterator[Attention]:
    """Yield the savings that two projects claim and that nobody has settled."""
    for claim in watched.found.claims:
        if claim.settled is None:
            yield _claimed_twice(watched, claim)


def _item(
    watched: BenefitsWatched, one: BenefitStanding, why: str, since: date, due: date | None = None
) -> Attention:
    return Attention(
        reference=one.reference,
        what=f"Benefit {one.code}: {one.benefit.title}",
        why=why,
        since=since,
        due=due,
        gravity=watched.gravity,
        owner=one.benefit.owner or NOBODY,
        version=one.version,
    )


def _unmeasured(watched: BenefitsWatched, one: BenefitStanding) -> Iterator[Attention]:
    if one.overdue_since is None:
        return
    last = f"the last is of {date_words(one.last.on)}" if one.last else "it never was measured"
    due = one.overdue_since
    why = f"Its measurement was due on {date_words(due)}; {last}"
    yield _item(watched, one, why, due, due)


def _short(watched: BenefitsWatched, one: BenefitStanding) -> Iterator[Attention]:
    if one.last is None:
        return
    if one.state is BenefitState.BEHIND:
        ways = []
        if ShortBy.LINE in one.short_by and one.share is not None:
            percent = percent_of(one.share)
            ways.append(f"{percent}% of the way to its target on {date_words(one.last.on)}")
        if ShortBy.FORECAST in one.short_by:
            ways.append("expected to come to less than its target, or later")
        why = f"Behind: {'; '.join(ways)}"
    elif one.state in SHORT:
        why = f"{SHORT[one.state]}, by what was measured on {date_words(one.last.on)}"
    else:
        return
    yield _item(watched, one, why, one.last.on, one.benefit.target_on)


def _unowned(watched: BenefitsWatched, one: BenefitStanding) -> Iterator[Attention]:
    since = one.benefit.unowned_since
    if since is not None and since <= watched.as_at:
        yield _item(watched, one, f"Nobody answers for it since {date_words(since)}", since)
    if one.benefit.owner and same_words(one.benefit.owner, one.manager):
        why = f"{one.benefit.owner} manages the project too; an owner is on the business side"
        yield _item(watched, one, why, one.benefit.baseline_on or watched.as_at)


def _unverified(watched: BenefitsWatched, one: BenefitStanding) -> Iterator[Attention]:
    if one.taken is None or one.realised is None or one.verified is not None:
        return
    is_old = watched.as_at > one.taken.on + watched.days("unverified_after_days")
    if is_old and one.realised >= watched.found.limits.pounds_unverified:
        days = count_words((watched.as_at - one.taken.on).days, "day")
        why = f"{money_exact(one.realised)} a year, measured {days} ago, is verified by nobody"
        yield _item(watched, one, why, one.taken.on)


def _outlying(watched: BenefitsWatched, one: BenefitStanding) -> Iterator[Attention]:
    """Yield what lies far outside the profile, once of a measurement that said it all."""
    said = {part.on: part for part in (one.last, one.taken) if part is not None}
    for part in said.values():
        for why in outlying(one.benefit, part, watched.found.limits):
            asked = f"{why}, by what was measured on {date_words(part.on)}; check both"
            yield _item(watched, one, asked, part.on)


def _claimed_twice(watched: BenefitsWatched, claim: DoubleClaim) -> Attention:
    first, second = claim.first, claim.second
    signs = [
        *(["the same budget line over the same time"] if claim.same_line else []),
        *(["the same metric from the same baseline to the same target"] * claim.same_measure),
    ]
    days = [one.baseline_on for one in (first, second) if one.baseline_on]
    return Attention(
        reference=first.reference,
        what=f"Claimed twice: {first.code} {first.title}, and {second.code} {second.title}",
        why=f"Both name {' and '.join(signs)}; it counts once",
        since=max(days, default=watched.as_at),
        gravity=watched.gravity_of_claims,
        owner=first.owner or second.owner or NOBODY,
        version=first.version,
    )
