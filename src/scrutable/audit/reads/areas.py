"""A part of what needs a person, and the tables that its answer rests on."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from scrutable.audit.models import Kept
from scrutable.audit.reads.resting import Resting
from scrutable.kernel.attention import Attention


class Area(NamedTuple):
    """What reads one part of what needs a person, and the tables that alone decide it, if named."""

    attention: Callable[[date, int], list[Attention]]
    on: Sequence[type[Kept]] = ()

    def kept(self) -> "Area":
        """Return the area, read again only once a table was written into that it rests on."""
        if not self.on:
            return self
        answers: Resting[list[Attention]] = Resting(self.on)

        def read(as_at: date, known: int) -> list[Attention]:
            return answers.of(known, as_at, partial(self.attention, as_at, known))

        return Area(read, self.on)
