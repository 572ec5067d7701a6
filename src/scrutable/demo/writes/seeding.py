"""A story put into an empty store, whole or not at all."""

from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction

from scrutable.access.facts import DEMONSTRATION_PASSWORD, DEMONSTRATION_PEOPLE
from scrutable.access.writes import add_person
from scrutable.audit.writes import change
from scrutable.demo.facts import Story
from scrutable.demo.reads import BEGUN, StoreState, store_state
from scrutable.demo.writes.telling import tell
from scrutable.work.facts import Progress

SEEDER = "demonstration"


class NotForDemonstration(Exception):
    """The store may not be filled with invented records; the message says why and what to do."""


def make_room(story: Story) -> bool:
    """See that the store may be filled, and return whether an earlier demonstration was removed.

    An outdated demonstration is thrown away where its store is a file, which has no tables then.
    Raises NotForDemonstration for any other store with records, and touches nothing.
    """
    _refuse_outside_demonstration()
    state = store_state(story)
    if state is StoreState.FOREIGN:
        raise NotForDemonstration(
            f"{_store_name()} holds records that are not a demonstration’s. "
            "Choose another store; nothing was changed."
        )
    if state is not StoreState.OUTDATED:
        return False
    if connection.vendor != "sqlite":
        raise NotForDemonstration(
            f"{_store_name()} holds another demonstration. Empty it and try again."
        )
    path = Path(connection.settings_dict["NAME"])
    connection.close()
    for tail in ("", "-wal", "-shm"):
        path.with_name(path.name + tail).unlink(missing_ok=True)
    return True


def seed(story: Story, *, progress: Progress) -> bool:
    """Let everything in the story happen, in order, and return whether anything had to be done.

    Where this very story was told already nothing changes. Raises NotForDemonstration outside
    demonstration mode and for a store with any other records; `make_room` goes before.
    """
    _refuse_outside_demonstration()
    state = store_state(story)
    if state is StoreState.BUILT:
        return False
    if state is not StoreState.EMPTY:
        raise NotForDemonstration(f"{_store_name()} is not empty. Choose another store.")
    total = len(story.happenings)
    with transaction.atomic():
        _begin(story)
        for done, happening in enumerate(story.happenings):
            progress(done, total)
            tell(happening.what, by=happening.by, at=happening.at)
    progress(total, total)
    return True


def _begin(story: Story) -> None:
    """Keep which story is told as the first event, and let the people of the council in."""
    at = _before(story)
    with change(verb=BEGUN, subject="demonstration", by=SEEDER, at=at) as under_way:
        under_way.after = {"council": story.council.value, "digest": story.digest}
    for details in DEMONSTRATION_PEOPLE:
        add_person(details=details, password=DEMONSTRATION_PASSWORD, by=SEEDER, at=at)


def _before(story: Story) -> datetime:
    return story.happenings[0].at.astimezone(UTC)


def _refuse_outside_demonstration() -> None:
    if not settings.DEMONSTRATION:
        raise NotForDemonstration(
            "Invented records are only for a demonstration. Set DEMONSTRATION=1 if this is one."
        )


def _store_name() -> str:
    return str(connection.settings_dict["NAME"])
