"""What of strategies and their objectives needs a person; pure."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from scrutable.kernel.attention import Attention, Gravity
from scrutable.kernel.wording import count_words, date_words
from scrutable.portfolio.facts import ObjectiveSeen, StrategySeen

REVIEWED_BEFORE = timedelta(days=183)  # a look so long before the day set for it counts for it


def strategy_attention(
    seen: Sequence[StrategySeen], policy: Mapping[str, object]
) -> Iterator[Attention]:
    """Yield looks that are due, objectives overdue without one, and those with nothing under them.

    `policy` is `attention.strategies`.
    """
    within = timedelta(days=int(str(policy["review_within_days"])))
    grave = timedelta(days=int(str(policy["overdue_serious_after_days"])))
    for one in seen:
        yield from _review_due(one, within, grave)
        for found in one.objectives:
            yield from _of_objective_seen(one, found, grave)


def _review_due(one: StrategySeen, within: timedelta, grave: timedelta) -> Iterator[Attention]:
    strategy, as_at = one.strategy, one.as_at
    due = strategy.review_on
    if due is None or as_at < due - within or is_reviewed(one):
        return
    late = as_at - due
    why = (
        f"It was to be looked at again by {date_words(due)}, {count_words(late.days, 'day')} ago"
        if late.days > 0
        else f"It is to be looked at again by {date_words(due)}"
    )
    concern = Gravity.CONCERN if late.days > 0 else Gravity.NOTE
    yield Attention(
        reference=strategy.reference,
        what=strategy.title,
        why=why,
        since=due if late.days > 0 else due - within,
        gravity=Gravity.SERIOUS if late > grave else concern,
        owner=strategy.owner,
        due=due,
        version=strategy.version,
    )


def is_reviewed(one: StrategySeen) -> bool:
    """Test whether its review day was kept: each objective looked at within half a year of it."""
    due = one.strategy.review_on
    if due is None or not one.objectives:
        return False
    first = due - REVIEWED_BEFORE
    return all(found.review and found.review.on >= first for found in one.objectives)


def _of_objective_seen(
    one: StrategySeen, found: ObjectiveSeen, grave: timedelta
) -> Iterator[Attention]:
    objective, as_at = found.objective, one.as_at
    due, owner = objective.due_on, objective.owner
    what = f"{one.strategy.code}, objective {objective.number}: {objective.text}"
    if due and due < as_at and (found.review is None or found.review.on < due):
        late = as_at - due
        yield Attention(
            reference=objective.reference,
            what=what,
            why=f"It was due on {date_words(due)}, and nobody has said what became of it",
            since=due,
            gravity=Gravity.SERIOUS if late > grave else Gravity.CONCERN,
            owner=owner,
            due=due,
            version=objective.version,
        )
    is_running = one.strategy.starts_on <= as_at <= one.strategy.ends_on
    if found.tree.gap and found.review is None and is_running:
        yield Attention(
            reference=objective.reference,
            what=what,
            why="No project is done for it",
            since=one.strategy.starts_on,
            gravity=Gravity.CONCERN,
            owner=owner,
            due=due,
            version=objective.version,
        )
