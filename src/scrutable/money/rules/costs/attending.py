"""What of the cost of IT by area needs a person; pure."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from scrutable.kernel.attention import Attention, Gravity
from scrutable.kernel.wording import count_words, date_words, list_words
from scrutable.money.facts import CostDriver, CostsSeen
from scrutable.money.rules.limiting import pounds

HUNDRED = 100
NAMED = 3  # drivers of one item


def costs_attention(
    seen: CostsSeen,
    drivers: Iterable[CostDriver],
    policy: Mapping[str, object],
    as_at: date,
    since: date,
) -> Iterator[Attention]:
    """Yield what stays above policy, bodies that do not pay their cost, and drivers grown old.

    `drivers` are those that the run took, `since` the day on which it was made.
    """
    owner, run = str(policy["costs_owner"]), seen.run
    allowed = run.put_in * int(str(policy["residue_percent"])) // HUNDRED
    if run.stays > max(allowed, 0):
        yield Attention(
            reference=run.reference,
            what=f"{pounds(run.stays)} of the cost of IT reaches no area",
            why=f"{_pools(seen)}; council policy allows {policy['residue_percent']}%",
            since=since,
            gravity=_gravity(policy, "residue"),
            owner=owner,
            version=run.version,
        )
    share = int(str(policy["cover_percent"]))
    for one in seen.covers:
        if one.charged * HUNDRED < one.cost * share:
            yield Attention(
                reference=one.area.reference,
                what=f"{one.area.title} is charged {pounds(one.short)} less than it costs",
                why=f"It costs {pounds(one.cost)} and is charged "
                f"{pounds(one.charged)} for {year_words(seen.year)}",
                since=since,
                gravity=_gravity(policy, "not_covered"),
                owner=one.area.owner or owner,
                version=run.version,
            )
    yield from _old(seen, drivers, policy, as_at)


def _old(
    seen: CostsSeen, drivers: Iterable[CostDriver], policy: Mapping[str, object], as_at: date
) -> Iterator[Attention]:
    days = int(str(policy["driver_days"]))
    old = sorted(
        (one for one in drivers if one.declared_on + timedelta(days=days) < as_at),
        key=lambda one: (one.declared_on, one.code),
    )
    if not old:
        return
    first, names = old[0], [one.title for one in old[:NAMED]]
    more = len(old) - len(names)
    said = list_words([*names, f"{more} more"] if more else names)
    yield Attention(
        reference=first.reference if len(old) == 1 else seen.run.reference,
        what=f"{count_words(len(old), 'driver')} of the cost of IT "
        f"{'is' if len(old) == 1 else 'are'} more than {days} days old",
        why=f"{said}; the oldest was declared on {date_words(first.declared_on)} "
        f"by {first.declared_by}",
        since=first.declared_on + timedelta(days=days),
        gravity=_gravity(policy, "driver_old"),
        owner=str(policy["costs_owner"]),
        version=max(one.version for one in old),
    )


def _pools(seen: CostsSeen) -> str:
    titles = {one.pool.code: one.pool.title for one in seen.pools}
    left = sorted(seen.run.residues, key=lambda one: -abs(one.pence))
    first = left[0]
    rest = f" and {len(left) - 1} more" if len(left) > 1 else ""
    return f"It stays in {titles.get(first.pool, first.pool)}{rest}: {first.why}"


def year_words(year: int) -> str:
    """Return the financial year that begins in April of the year.

    >>> year_words(2025), year_words(2099)
    ('2025/26', '2099/00')
    """
    return f"{year}/{(year + 1) % 100:02}"


def _gravity(policy: Mapping[str, object], name: str) -> Gravity:
    said = policy[name]
    return Gravity[str(said["gravity"]).upper()] if isinstance(said, Mapping) else Gravity.NOTE
