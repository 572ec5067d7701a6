"""What needs a person, across every subject: one plain list of reads."""

from collections.abc import Sequence
from datetime import date

from scrutable.contracts import reads as contracts
from scrutable.kernel.attention import Attention, gravest_first
from scrutable.meetings import reads as meetings
from scrutable.portfolio import reads as portfolio
from scrutable.registers.facts import Contract
from scrutable.reports import reads as reports


def attention(
    as_at: date, known: int, only: Sequence[Contract] | None = None, *, everywhere: bool = True
) -> list[Attention]:
    """Return what needs a person, gravest and oldest first.

    Of contracts it is that of those given, if any are; `everywhere` adds what hangs on no
    contract: meetings, decisions, promises, powers, projects and what hangs on them.
    """
    found = contracts.attention(as_at, known, only)
    if everywhere:
        found = [
            *found,
            *meetings.attention(as_at, known),
            *portfolio.attention(as_at, known),
            *reports.attending_decisions(as_at, known),
        ]
    return gravest_first(found)
