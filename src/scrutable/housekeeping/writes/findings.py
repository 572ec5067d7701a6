"""How findings stand, laid down anew at every change, so that no page need work it out."""

from collections.abc import Mapping, Sequence

from scrutable.housekeeping import facts, models
from scrutable.housekeeping.facts import FindingStanding, WorkKind
from scrutable.housekeeping.reads.worklist.rows import at_once, standings_of
from scrutable.housekeeping.rules import handling

BATCH = 500  # rows of one insert
Tally = Mapping[WorkKind, tuple[int, int | None]]


def lay_standings(found: Sequence[FindingStanding], event: int) -> None:
    """Lay down how these findings stand from the event on, each in place of how it stood.

    What that changes of the counts is kept beside them, under the same event.
    """
    never = models.FindingStanding.NEVER
    numbers = [one.number for one in found]
    before = handling.tally(standings_of(event - 1, numbers))
    for some in at_once(numbers):
        stood = models.FindingStanding.objects.filter(number__in=some, ended=never)
        stood.update(ended=event)
    models.FindingStanding.objects.bulk_create([_row(one, event) for one in found], BATCH)
    changes = _changes(before, handling.tally(found), event)
    models.FindingTally.objects.bulk_create(changes, BATCH)


def _changes(before: Tally, after: Tally, event: int) -> list[models.FindingTally]:
    """Return the difference of each kind, in the order in which the kinds came up."""
    changed = []
    for kind in dict.fromkeys([*before, *after]):
        was, was_pence = before.get(kind, (0, None))
        now, now_pence = after.get(kind, (0, None))
        has_sum = was_pence is not None or now_pence is not None
        pence = (now_pence or 0) - (was_pence or 0) if has_sum else None
        if now != was or pence:
            row = models.FindingTally(event=event, **kind._asdict(), number=now - was, pence=pence)
            changed.append(row)
    return changed


def _row(one: facts.FindingStanding, event: int) -> models.FindingStanding:
    return models.FindingStanding(
        event=event,
        number=one.number,
        part=one.part,
        fault=one.fault,
        thing=one.thing,
        state=one.state,
        first_on=one.first_on,
        as_at=one.as_at,
        place=one.place,
        pence=one.pence,
        owner=one.owner,
        why=one.why,
        until=one.until,
        fixed_on=one.fixed_on,
    )
