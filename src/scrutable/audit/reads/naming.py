"""Which tables an answer that is being worked out says it rests on; the tests hold it to them."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from scrutable.audit.models import Kept

Named = frozenset[type[Kept]]
NAMED: ContextVar[tuple[Named, ...]] = ContextVar("NAMED", default=())


class NamedTooFew(Exception):
    """An answer is kept for longer than another that it is made of."""

    def __init__(self, missing: Iterable[type[Kept]]) -> None:
        names = ", ".join(sorted(table.__name__ for table in missing))
        super().__init__(f"What is kept here rests on {names} too. Name them where it is kept.")


@contextmanager
def resting_on(tables: Iterable[type[Kept]]) -> Iterator[None]:
    """Say that whatever is read within rests on these tables alone.

    Raises NamedTooFew within an answer that names fewer: a page that is refused is better than
    one that is out of date, and whoever writes it sees it on the first visit.
    """
    own, around = frozenset(tables), NAMED.get()
    if around and not own <= around[-1]:
        raise NamedTooFew(own - around[-1])
    token = NAMED.set((*around, own))
    try:
        yield
    finally:
        NAMED.reset(token)


def named() -> Named | None:
    """Return the tables that what is being read is to rest on alone; None where it is not kept."""
    around = NAMED.get()
    return around[-1] if around else None
