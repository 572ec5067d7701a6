"""What of findings needs a person, as at a day."""

from datetime import date

from scrutable.housekeeping import models
from scrutable.housekeeping.facts import FindingsSeen, PartOfEstate, Reach
from scrutable.housekeeping.reads.snapshots import last_snapshots
from scrutable.housekeeping.reads.worklist.listing import counted, reach
from scrutable.housekeeping.rules.attending import FindingsWatched, findings_attention
from scrutable.kernel.attention import Attention
from scrutable.registers import reads as registers


def findings_seen(as_at: date, known: int) -> FindingsSeen:
    """Return all findings as at the day, counted, with the last snapshot of each part."""
    to = reach(known, as_at)
    return FindingsSeen(
        to=to,
        counted=tuple(counted(to)),
        snapshots=tuple(last_snapshots(known, as_at)),
        versions=_versions(to, known),
    )


def findings_needing(as_at: date, known: int) -> list[Attention]:
    """Return an item for each fault and owner of which something needs a person; four queries."""
    to = reach(known, as_at)
    watched = FindingsWatched(
        counted=tuple(counted(to)),
        to=to,
        policy=registers.policy("findings", as_at, known),
        versions=_versions(to, known),
    )
    return list(findings_attention(watched))


def _versions(to: Reach, known: int) -> dict[PartOfEstate, int]:
    """Return of each part the last event, no further than to look, that changed its counts."""
    rows = models.FindingTally.objects.filter(event__lte=known).order_by("event")
    return {
        PartOfEstate(name): event
        for name, event in rows.values_list("part", "event").distinct()
        if event <= to.known.get(PartOfEstate(name), 0)
    }
