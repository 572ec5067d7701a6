"""What all pages rest on, worked out before anybody asks for it."""

from datetime import date

from scrutable.overview.reads.attending import attention
from scrutable.overview.reads.delivery import delivery
from scrutable.overview.reads.searching import everything_sought
from scrutable.portfolio import reads as portfolio
from scrutable.registers import reads as registers


def warm(as_at: date, known: int) -> None:
    """Have this process keep what pages on the day ask of all contracts, projects and benefits."""
    attention(as_at, known)
    delivery(as_at, known)
    portfolio.histories(known, as_at)
    portfolio.waits_around("", known)
    for _ in everything_sought(registers.contracts(known), known, None):
        pass
