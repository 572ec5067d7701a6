"""The work list as a page reads it: the rows that are shown, of however many there are."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import overload

from scrutable.housekeeping.facts import Reach, Thing, WorkAsked, WorkItem
from scrutable.housekeeping.reads.worklist.listing import listed
from scrutable.housekeeping.reads.worklist.rows import things
from scrutable.housekeeping.rules import handling

AT_ONCE = 2_000  # rows of one query, for whoever takes all of them


@dataclass(slots=True, kw_only=True)
class Worklist(Sequence[WorkItem]):
    """The findings asked for, read a few hundred at a time when somebody comes to them.

    `named` holds the things whose names were read: they are to be in the log before they are
    shown.
    """

    asked: WorkAsked
    to: Reach
    number: int
    with_names: bool = False
    order: str = ""
    named: dict[int, Thing] = field(default_factory=dict)
    read: dict[int, list[WorkItem]] = field(default_factory=dict)

    def __len__(self) -> int:
        """Return how many there are."""
        return self.number

    @overload
    def __getitem__(self, at: int) -> WorkItem: ...
    @overload
    def __getitem__(self, at: slice) -> list[WorkItem]: ...
    def __getitem__(self, at: int | slice) -> WorkItem | list[WorkItem]:
        """Return the one there, or those; a page of them is read alone.

        A slice has no steps.
        """
        if isinstance(at, slice):
            first, last, _ = at.indices(self.number)
            return self._part(first, last - first)
        if not -self.number <= at < self.number:
            raise IndexError(at)
        part, place = divmod(at % self.number, AT_ONCE)
        if part not in self.read:
            self.read[part] = self._part(part * AT_ONCE, AT_ONCE)
        return self.read[part][place]

    def in_order(self, key: str, down: bool) -> "Worklist":  # noqa: FBT001  (what tables ask)
        """Return the same in another order; what was named is named in both."""
        return replace(self, order=f"-{key}" if down else key, read={})

    def _part(self, first: int, most: int) -> list[WorkItem]:
        found = listed(self.asked, self.to, self.order, first=first, most=max(most, 0))
        names = things([one.thing for one in found]) if self.with_names else {}
        self.named.update(names)
        return [
            WorkItem(
                standing=one,
                state=handling.work_state(one, self.to.as_at, self.to.last[one.part]),
                thing=names.get(one.thing),
            )
            for one in found
        ]
