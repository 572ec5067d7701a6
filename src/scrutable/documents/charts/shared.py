"""What a chart of sums and their parts shows, not how it is drawn; pure."""

from dataclasses import dataclass
from decimal import Decimal

from scrutable.documents.texts import settle, settled

MOST_PARTS, MOST_BARS = 6, 20


@dataclass(frozen=True, slots=True)
class ShareBar:
    """A sum and its parts, in the order of the chart's; `shown` is the sum in words."""

    label: str
    amounts: tuple[Decimal, ...]
    shown: str

    def __post_init__(self) -> None:
        settle(self)
        if any(amount < 0 for amount in self.amounts):
            raise ValueError("ShareBar: a part is never below nought")


@dataclass(frozen=True, slots=True)
class ShareBars:
    """Sums beside each other, each made up of the same parts; a caller with more groups them."""

    title: str
    description: str
    parts: tuple[str, ...]
    bars: tuple[ShareBar, ...]

    def __post_init__(self) -> None:
        settle(self)
        object.__setattr__(self, "parts", tuple(map(settled, self.parts)))
        if not 1 <= len(self.parts) <= MOST_PARTS or not 1 <= len(self.bars) <= MOST_BARS:
            said = f"give 1 to {MOST_PARTS} parts and 1 to {MOST_BARS} bars"
            raise ValueError(f"ShareBars: {said}")
        if any(len(bar.amounts) != len(self.parts) for bar in self.bars):
            raise ValueError("ShareBars: each bar needs an amount for each part")
