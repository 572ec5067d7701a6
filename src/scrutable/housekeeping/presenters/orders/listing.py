"""All suppliers in a sentence; pure."""

from collections.abc import Sequence

from scrutable.housekeeping.facts import SMALL_SIZES, OneSupplier
from scrutable.housekeeping.presenters.orders.words import money_words
from scrutable.kernel.wording import count_words, date_words


def title(found: Sequence[OneSupplier]) -> str:
    """Return how many suppliers there are, and how many are small or medium."""
    if not found:
        return "No suppliers are known yet"
    small = sum(one.spend.size in SMALL_SIZES for one in found)
    return f"{small:,} of {count_words(len(found), 'supplier')} are small or medium"


def summary(found: Sequence[OneSupplier]) -> str:
    """Return what was bought of them, and how many names are withheld."""
    if not found:
        return "Take extracts of orders, invoices and suppliers for the same day."
    spent = money_words(sum(one.spend.pence for one in found))
    held = sum(one.is_withheld for one in found)
    said = f"As at {date_words(found[0].spend.as_at)}, {spent} was billed."
    if not held:
        return said
    told = "name is" if held == 1 else "names are"
    return f"{said} {held:,} {told} withheld: of sole traders, or of those who may be."
