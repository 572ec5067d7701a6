"""Answers that a process keeps, each for as long as it is right."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from threading import Lock
from typing import Generic, TypeVar

from scrutable.access.views.asking import Asked
from scrutable.audit.models import Kept
from scrutable.audit.reads import Resting

Answer = TypeVar("Answer")


class Memory(Generic[Answer]):
    """The last answers that this process gave, each under the seal of the event it speaks of.

    What was known at an event never changes, so an answer under its seal is right for ever;
    before the first event nothing is kept. Answers that rest `on` some tables alone are kept
    until one of these is written into, whatever happens elsewhere.
    """

    def __init__(self, most: int, on: Sequence[type[Kept]] = ()) -> None:
        self.most = most
        self.on: Resting[Answer] | None = Resting(on, most) if on else None
        self.answers: OrderedDict[Hashable, Answer] = OrderedDict()
        self.lock = Lock()

    def of(self, at: Asked, asked: Hashable, make: Callable[[], Answer]) -> Answer:
        """Return the answer kept, or make it and keep it; the one asked longest ago goes."""
        if not at.seal:
            return make()
        if self.on is not None:
            return self.on.of(at.known, (at.as_at, asked), make)
        key = (at.seal, at.as_at, asked)
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
