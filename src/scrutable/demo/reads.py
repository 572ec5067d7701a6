"""Whether this store holds a demonstration, and which."""

from enum import StrEnum

from django.db import connection

from scrutable.audit import reads as audit
from scrutable.audit.models import Event
from scrutable.demo.facts import Story

BEGUN = "demonstration_begun"
REFUSED = "refused"  # the folder that keeps refused workbooks, with what was wrong with each


class StoreState(StrEnum):
    """What a store holds, seen from a demonstration that is to be put into it."""

    EMPTY = "empty"
    BUILT = "built"  # this very demonstration
    OUTDATED = "outdated"  # a demonstration of another council or of an earlier story
    FOREIGN = "foreign"  # somebody's records: never to be touched


def store_state(story: Story) -> StoreState:
    """Return what the store holds; its first event says whether all of it is invented.

    A store without tables is empty.
    """
    if Event._meta.db_table not in connection.introspection.table_names():  # noqa: SLF001  (Django's own API)
        return StoreState.EMPTY
    first = audit.event(1)
    if first is None:
        return StoreState.EMPTY
    if first.verb != BEGUN:
        return StoreState.FOREIGN
    return StoreState.BUILT if first.after["digest"] == story.digest else StoreState.OUTDATED
