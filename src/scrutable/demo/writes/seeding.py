"""A story put into an empty store, whole or not at all."""

from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
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


def seed(story: Story, *, progress: Progress) -> bool:
    """Let everything in the story happen, in order, and return whether anything had to be done.

    Where this very story was told already nothing changes. Raises NotForDemonstration outside
    demonstration mode, for a store with anybody's records, and for one with another story (an
    embedded store can be rebuilt first, by `rebuild_store`).
    """
    _refuse_outside_demonstration()
    state = store_state(story)
    if state is StoreState.BUILT:
        return False
    if state is StoreState.FOREIGN:
        raise NotForDemonstration(
            f"{_store_name()} holds records that are not a demonstration’s. "
            "Choose another store; nothing was changed."
        )
    if state is StoreState.OUTDATED:
        raise NotForDemonstration(
            f"{_store_name()} holds another demonstration. Empty it and try again."
        )
    total = len(story.happenings)
    with transaction.atomic():
        _begin(story)
        for done, happening in enumerate(story.happenings):
            progress(done, total)
            tell(happening.what, by=happening.by, at=happening.at)
    progress(total, total)
    return True


def rebuild_store(story: Story) -> bool:
    """Throw an outdated demonstration away, if its store is a file, and return whether it was one.

    Never touches a store that anything but a demonstration began.
    """
    _refuse_outside_demonstration()
    if store_state(story) is not StoreState.OUTDATED or connection.vendor != "sqlite":
        return False
    path = Path(connection.settings_dict["NAME"])
    connection.close()
    for tail in ("", "-wal", "-shm"):
        path.with_name(path.name + tail).unlink(missing_ok=True)
    call_command("migrate", verbosity=0)
    return True


def _begin(story: Story) -> None:
    """Keep which story is told as the first event, and let the people of the council in."""
    at = _before(story)
    subject = f"demonstration/{story.council}"
    with change(verb=BEGUN, subject=subject, by=SEEDER, at=at) as under_way:
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
