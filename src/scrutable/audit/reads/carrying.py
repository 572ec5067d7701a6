"""Answers by key that a process carries from one event to the next."""

from collections import OrderedDict
from collections.abc import Callable, Collection, Hashable, Mapping
from dataclasses import dataclass
from threading import Lock
from typing import Any, ClassVar, Generic, TypeVar
from weakref import WeakSet

from scrutable.audit.models import Kept
from scrutable.audit.reads.events import seal_of_event
from scrutable.audit.reads.lasting import Write, last_write, watch
from scrutable.audit.reads.naming import resting_on

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class _Stood(Generic[Answer]):
    """The answers as they stood once an event had written into any of the tables."""

    asked: Hashable
    last: Write
    answers: Mapping[str, Answer]


class Carried(Generic[Answer]):
    """Answers by key, of which only those are worked out again that were written of.

    Each answer is worked out of what the tables hold of its key, and of what else is `asked`.
    `tables` names, of each table, the field that holds the key. Answers are right for ever: the
    seal tells another history.
    """

    MOST_ANEW: ClassVar[int] = 200  # keys; when more were written, all are worked out
    every: ClassVar["WeakSet[Carried[Any]]"] = WeakSet()

    def __init__(self, tables: Mapping[type[Kept], str], most: int = 6) -> None:
        self.tables = tables
        self.most = most
        self.stood: OrderedDict[tuple[Hashable, Write], _Stood[Answer]] = OrderedDict()
        self.lock = Lock()
        watch(tables)
        self.every.add(self)

    def of(
        self,
        known: int,
        asked: Hashable,
        work_out: Callable[[Collection[str] | None], Mapping[str, Answer]],
    ) -> Mapping[str, Answer]:
        """Return the answers as known; `work_out` gives those of the keys, or all for None.

        An event that has not happened yet is answered afresh, and so is one before those carried.
        """
        last = last_write(known, self.tables)
        if last is None:
            return work_out(None)
        with resting_on(self.tables):
            with self.lock:
                stood = self.stood.get((asked, last))
                if stood is not None:
                    self.stood.move_to_end((asked, last))
            if stood is None:
                before = self._before(asked, last)
                stood = _Stood(asked, last, self._answers(before, known, work_out))
                self._keep(stood, instead_of=before)
            return stood.answers

    def _keep(self, stood: _Stood[Answer], instead_of: _Stood[Answer] | None) -> None:
        with self.lock:
            if instead_of is not None:
                self.stood.pop((instead_of.asked, instead_of.last), None)
            self.stood[stood.asked, stood.last] = stood
            while len(self.stood) > self.most:
                self.stood.popitem(last=False)

    def _before(self, asked: Hashable, last: Write) -> _Stood[Answer] | None:
        """Return the answers that stood last before, in the same history."""
        with self.lock:
            earlier = [
                one
                for one in self.stood.values()
                if one.asked == asked and one.last.number < last.number
            ]
        newest = max(earlier, key=lambda one: one.last.number, default=None)
        if newest is None or (newest.last.seal or None) != seal_of_event(newest.last.number):
            return None
        return newest

    def _answers(
        self,
        stood: _Stood[Answer] | None,
        known: int,
        work_out: Callable[[Collection[str] | None], Mapping[str, Answer]],
    ) -> Mapping[str, Answer]:
        if stood is None:
            return work_out(None)
        written = self._written(stood.last.number, known)
        if len(written) > self.MOST_ANEW:
            return work_out(None)
        if written <= stood.answers.keys():
            return {**stood.answers, **work_out(written)}
        in_order = sorted(stood.answers)
        if in_order != list(stood.answers):  # the database has an order of its own
            return work_out(None)
        return dict(sorted({**stood.answers, **work_out(written)}.items()))

    def _written(self, after: int, known: int) -> set[str]:
        """Return the keys that the events between wrote of."""
        found: set[str] = set()
        for table, key in self.tables.items():
            rows = table._default_manager.filter(  # noqa: SLF001  (Django's name for it)
                event__gt=after, event__lte=known
            )
            found.update(rows.order_by().values_list(key, flat=True).distinct())
        return found
