"""How findings stand, laid down anew at every change, so that no page need work it out."""

from collections.abc import Sequence

from scrutable.housekeeping import facts, models
from scrutable.housekeeping.reads.worklist.rows import at_once

BATCH = 500  # rows of one insert


def lay_standings(found: Sequence[facts.FindingStanding], event: int) -> None:
    """Lay down how these findings stand from the event on, each in place of how it stood."""
    never = models.FindingStanding.NEVER
    for numbers in at_once([one.number for one in found]):
        stood = models.FindingStanding.objects.filter(number__in=numbers, ended=never)
        stood.update(ended=event)
    models.FindingStanding.objects.bulk_create([_row(one, event) for one in found], BATCH)


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
