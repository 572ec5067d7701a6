"""What needs a person, across every subject: one plain list of reads."""

from collections.abc import Sequence
from datetime import date

from scrutable.contracts import reads as contracts
from scrutable.kernel.attention import Attention, gravest_first
from scrutable.registers.facts import Contract


def attention(as_at: date, known: int, only: Sequence[Contract] | None = None) -> list[Attention]:
    """Return what needs a person, gravest and oldest first; of some contracts if they are given."""
    return gravest_first(contracts.attention(as_at, known, only))
