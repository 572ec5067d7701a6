"""Whole answers that a process keeps until a table is written into that they rest on."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from threading import Lock
from typing import Any, ClassVar, Generic, TypeVar
from weakref import WeakSet

from scrutable.audit.models import Kept
from scrutable.audit.reads.lasting import last_write, watch
from scrutable.audit.reads.naming import resting_on

Answer = TypeVar("Answer")


class Resting(Generic[Answer]):
    """Answers that rest on some tables alone, each kept under the last event that wrote into them.

    What was known at an event never changes, so an answer under its seal is right for ever.
    `asked` holds whatever else it depends on: a day, the words of a policy.
    """

    every: ClassVar["WeakSet[Resting[Any]]"] = WeakSet()

    def __init__(self, on: Sequence[type[Kept]], most: int = 4) -> None:
        self.on = on
        self.most = most
        self.answers: OrderedDict[Hashable, Answer] = OrderedDict()
        self.lock = Lock()
        watch(on)
        self.every.add(self)

    def of(self, known: int, asked: Hashable, make: Callable[[], Answer]) -> Answer:
        """Return the answer kept, or make it and keep it; the one asked longest ago goes.

        An event that has not happened yet is answered afresh.
        """
        last = last_write(known, self.on)
        if last is None:
            return make()
        key = (last, asked)
        with resting_on(self.on):
            with self.lock:
                if key in self.answers:
                    self.answers.move_to_end(key)
                    return self.answers[key]
            answer = make()
        with self.lock:
            self.answers[key] = answer
            while len(self.answers) > self.most:
                self.answers.popitem(last=False)
        return answer
