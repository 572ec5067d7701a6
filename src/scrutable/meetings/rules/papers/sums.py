"""Sums of money in a text, as written and in pounds; pure."""

import re
from dataclasses import dataclass
from decimal import Decimal

_SUM = re.compile(
    r"£\s?(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?:\s?(bn|billion|m|million|k|thousand)\b)?",
    re.IGNORECASE,
)
_TIMES = {"b": 10**9, "m": 10**6, "k": 10**3, "t": 10**3}
TELLING = 3  # digits: £4,215,000 can hardly be the same by chance, £5,000 can


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum as written, and what it comes to."""

    words: str
    pounds: Decimal

    @property
    def is_telling(self) -> bool:
        """Test whether the sum is so particular that two texts hardly share it by chance."""
        return len(self.pounds.normalize().as_tuple().digits) >= TELLING


def sums_in(text: str) -> list[Sum]:
    """Return the sums in their order.

    >>> [(one.words, int(one.pounds)) for one in sums_in("£1.2 million, then £14,250 a year")]
    [('£1.2 million', 1200000), ('£14,250', 14250)]
    """
    return [Sum(found[0], _pounds(found)) for found in _SUM.finditer(text)]


def _pounds(found: re.Match[str]) -> Decimal:
    times = _TIMES[found[2][0].casefold()] if found[2] else 1
    return Decimal(found[1].replace(",", "")) * times
