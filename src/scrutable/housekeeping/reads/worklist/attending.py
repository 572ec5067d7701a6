"""What of findings needs a person, as at a day."""

from datetime import date

from scrutable.housekeeping.reads.worklist.listing import counted, reach
from scrutable.housekeeping.rules.attending import FindingsWatched, findings_attention
from scrutable.kernel.attention import Attention
from scrutable.registers import reads as registers


def findings_needing(as_at: date, known: int) -> list[Attention]:
    """Return an item for each fault and owner of which something needs a person; three queries."""
    to = reach(known, as_at)
    watched = FindingsWatched(
        counted=tuple(counted(to)),
        to=to,
        policy=registers.policy("findings", as_at, known),
        version=max(to.known.values(), default=0),
    )
    return list(findings_attention(watched))
