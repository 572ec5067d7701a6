"""Which initiatives need a person; pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from scrutable.housekeeping.facts import InitiativeStanding, InitiativeState
from scrutable.kernel.attention import Attention, Gravity
from scrutable.kernel.wording import date_words


@dataclass(frozen=True, slots=True, kw_only=True)
class InitiativeGravity:
    """How grave the council holds an initiative that is behind, past due or not measured."""

    behind: Gravity
    past_due: Gravity
    not_measured: Gravity


def initiatives_attention(
    found: Sequence[InitiativeStanding], gravity: InitiativeGravity
) -> Iterator[Attention]:
    """Yield every initiative that lags behind its line, is past due or was never measured."""
    graves = {
        InitiativeState.BEHIND: gravity.behind,
        InitiativeState.PAST_DUE: gravity.past_due,
        InitiativeState.NOT_MEASURED: gravity.not_measured,
    }
    for one in found:
        if one.state in graves:
            initiative = one.initiative
            yield Attention(
                reference=initiative.reference,
                what=f"Initiative {initiative.code}: {initiative.title}",
                why=_why(one),
                since=_since(one),
                due=initiative.due,
                gravity=graves[one.state],
                owner=initiative.owner,
                version=initiative.version,
            )


def _since(one: InitiativeStanding) -> date:
    if one.state is InitiativeState.PAST_DUE:
        return one.initiative.due
    return one.last.on if one.last else one.initiative.baseline_on


def _why(one: InitiativeStanding) -> str:
    if one.last is None:
        return f"No snapshot since {date_words(one.initiative.baseline_on)} measures it"
    said = f"{one.percent}% of the way by {date_words(one.last.on)}"
    if one.state is InitiativeState.PAST_DUE:
        return f"Due on {date_words(one.initiative.due)} and not reached: {said}"
    return f"Behind the straight line to its target: {said}"
