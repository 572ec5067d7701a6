"""Whether this store holds a demonstration, which, and what there is to find in it."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from django.db import connection

from scrutable.audit import reads as audit
from scrutable.audit.models import Event
from scrutable.demo.facts import Find, Story
from scrutable.kernel.money import money_exact
from scrutable.kernel.wording import count_words, date_words, times_words
from scrutable.meetings import reads as meetings
from scrutable.meetings.facts import CommitmentState
from scrutable.meetings.rules.promises import standing
from scrutable.portfolio import reads as projects
from scrutable.portfolio.facts import OutcomeState
from scrutable.portfolio.rules import slip_of, unused_pounds
from scrutable.reports.reads.decisions import restated_under

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


def finds(as_at: date) -> tuple[Find, ...]:
    """Return what of meetings and projects is worth a look; nothing where none are shown."""
    known = audit.number_at()
    return (
        *_forgotten(as_at, known),
        *_restated(known),
        *_unconfirmed(known),
        *_moved(as_at, known),
        *_claimed(as_at, known),
        *_without_evidence(as_at, known),
        *_unused(as_at, known),
    )


def _moved(as_at: date, known: int) -> Iterator[Find]:
    """Return the project that was planned anew most often and is on its latest plan."""
    late = [
        (slip.rebaselines, one.project)
        for one in projects.standings(known, as_at)
        if one.go_live and (slip := slip_of(one.go_live, as_at)).against_current <= 0
    ]
    times, one = max(late, key=lambda pair: pair[0], default=(0, None))
    if one and times > 1:
        words = f"A project planned anew {times_words(times)}, on time each time it was"
        yield Find(words, f"/projects/{one.number}/")


def _claimed(as_at: date, known: int) -> Iterator[Find]:
    for claim in projects.benefits_found(as_at, known).claims:
        if claim.settled is None:
            first, second = claim.first, claim.second
            words = f"A saving that projects {first.project} and {second.project} both claim"
            yield Find(words, f"/benefits/{first.code}/")


def _without_evidence(as_at: date, known: int) -> Iterator[Find]:
    for found in projects.transitions(known, as_at):
        bare = [one for one in found.outcomes if one.state is OutcomeState.NO_EVIDENCE]
        if bare:
            statements = count_words(len(bare), "statement")
            words = f"{statements} of a transition for which nothing at all speaks"
            yield Find(words, f"/outcomes/{found.transition.code}/")


def _unused(as_at: date, known: int) -> Iterator[Find]:
    if pounds := unused_pounds(projects.features(known, as_at)):
        yield Find(f"{money_exact(pounds)} a year paid for what nobody uses", "/processes/")


def _forgotten(as_at: date, known: int) -> Iterator[Find]:
    for one in meetings.commitments(known):
        stands = standing(one, as_at)
        if stands.state is CommitmentState.OVERDUE and stands.due and stands.due.last:
            words = f"A commitment forgotten since {date_words(stands.due.last)}"
            yield Find(words, f"/commitments/{one.code}/")


def _restated(known: int) -> Iterator[Find]:
    for record in meetings.decision_records(known):
        if restated := restated_under(record.code):
            figures = count_words(len(restated), "figure")
            words = f"A decision that relied on {figures} since restated"
            yield Find(words, f"/decisions/{record.code}/")


def _unconfirmed(known: int) -> Iterator[Find]:
    for one in meetings.all_minutes(known):
        if not one.is_confirmed:
            meeting = meetings.meeting(one.meeting, known)
            body = meetings.body(meeting.body, known)
            words = f"The {body.name}’s minutes of {date_words(meeting.on)}, to be confirmed"
            yield Find(words, f"/minutes/{one.code}/")
