"""Minutes: read without being kept, loaded, settled limb by limb, confirmed."""

from collections.abc import Mapping
from typing import Annotated, Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from ninja import File, Form, Router, Schema
from ninja.files import UploadedFile
from ninja.pagination import paginate

from scrutable.access.api import asker, those_who_may
from scrutable.access.facts import Permission
from scrutable.access.presenters import PERMISSION_WORDS
from scrutable.access.views import permits
from scrutable.audit import clock
from scrutable.meetings import facts, intake, reads, writes
from scrutable.meetings.api.shapes import (
    Closing,
    Code,
    Count,
    DueIn,
    Nested,
    Pounds,
    Text,
    WhenAsked,
    Words,
    answers,
    given,
    lists,
    sees_closed,
    shown,
    told,
)
from scrutable.meetings.rules import reading

router = Router(tags=["Minutes"])
LEFT_OUT = ("text", "reading")  # of a list: they are as long as the minutes
Minutes = shown(facts.Minutes, "reference", "is_confirmed")
MinutesListed = shown(facts.Minutes, "reference", "is_confirmed", without=LEFT_OUT)
Limb = shown(facts.Limb, "reference")


class LoadIn(Closing):
    """Of which meeting or item the file holds the minutes, and whether they are open."""

    meeting: Code
    item: Count | None = None


class OutcomeIn(Nested):
    """One resolution or limb, action or promise."""

    kind: facts.OutcomeKind
    text: Text
    span: tuple[int, int] = (0, 0)
    wording: facts.Wording = facts.Wording.GIVEN
    owner: Words = ""
    consultees: tuple[Words, ...] = ()
    due: DueIn | None = None
    amount_pounds: Pounds | None = None
    condition: Text = ""
    certainty: facts.Certainty = facts.Certainty.CERTAIN
    parent: Count | None = None
    in_discussion: bool = False
    votes: Words = ""

    def fact(self) -> facts.Outcome:
        """Return it as a fact."""
        return facts.Outcome(**given(self))


class LimbIn(Schema):
    """What an officer makes of an outcome."""

    outcome: OutcomeIn
    state: facts.LimbState = facts.LimbState.CONFIRMED
    reason: Text = ""
    is_tracked: bool = False


class AddedIn(Schema):
    """An outcome that the reader missed."""

    outcome: OutcomeIn
    reason: Text
    is_tracked: bool = False


@router.post(
    "/minutes/read",
    response=answers(dict[str, Any]),
    url_name="read_minutes",
    auth=those_who_may(Permission.VIEW_READINGS),
)
def read(request: HttpRequest, file: Annotated[UploadedFile, File()]) -> dict[str, Any]:  # noqa: ARG001  (every operation has it)
    """Read a file of minutes and keep nothing of it."""
    name = file.name or ""
    opened = intake.open_minutes(file.read(), name)
    if isinstance(opened, list):
        raise writes.UnreadableMinutes(opened)
    return reading.as_json(reading.read(opened.text, id=name, meeting_on=opened.meeting_on))


@router.get(
    "/minutes",
    response=lists(MinutesListed),
    url_name="minutes_list",
    auth=those_who_may(Permission.VIEW_MEETINGS),
)
@paginate
def minutes_list(
    request: HttpRequest, when: WhenAsked, meeting: str | None = None
) -> list[facts.Minutes]:
    """List minutes, the last loaded first, without their text."""
    found = reads.all_minutes(when.of(request).known, closed=sees_closed(request))
    return [one for one in found if meeting in (None, one.meeting) and _may_see(request, one)]


@router.post(
    "/minutes",
    response=answers(Minutes),
    url_name="minutes_list",
    auth=those_who_may(Permission.READ_MINUTES),
)
def load(
    request: HttpRequest, file: Annotated[UploadedFile, File()], sent: Annotated[LoadIn, Form()]
) -> Mapping[str, object]:
    """Load and read a file of minutes, for an officer to confirm."""
    incoming = facts.IncomingMinutes(
        content=file.read(),
        name=file.name or "",
        meeting=sent.meeting,
        item=sent.item,
        closure=sent.fact(),
    )
    by = asker(request).username
    return _minutes(writes.load_minutes(incoming=incoming, by=by, at=clock.now()))


@router.get(
    "/minutes/{code}",
    response=answers(Minutes),
    url_name="minutes",
    auth=those_who_may(Permission.VIEW_MEETINGS),
)
def minutes(request: HttpRequest, code: str, when: WhenAsked) -> Mapping[str, object]:
    """Show one set of minutes with its text and reading."""
    return _minutes(_seen(request, code, when.of(request).known))


@router.get(
    "/minutes/{code}/limbs",
    response=lists(Limb),
    url_name="limbs",
    auth=those_who_may(Permission.VIEW_MEETINGS),
)
@paginate
def limbs(request: HttpRequest, code: str, when: WhenAsked) -> list[facts.Limb]:
    """List the limbs in the order of the text, as the officer has settled them so far."""
    known = when.of(request).known
    _seen(request, code, known)
    return reads.limbs(code, known, closed=sees_closed(request))


@router.post(
    "/minutes/{code}/limbs",
    response=answers(Limb),
    url_name="limbs",
    auth=those_who_may(Permission.READ_MINUTES),
)
def add_limb(request: HttpRequest, code: str, sent: AddedIn) -> facts.Limb:
    """Add a limb that the reader missed."""
    limb = facts.Limb(minutes=code, number=0, state=facts.LimbState.ADDED, **given(sent))
    return writes.add_limb(limb=limb, by=asker(request).username, at=clock.now())


@router.put(
    "/minutes/{code}/limbs/{int:number}",
    response=answers(Limb),
    url_name="limb",
    auth=those_who_may(Permission.READ_MINUTES),
)
def settle_limb(request: HttpRequest, code: str, number: int, sent: LimbIn) -> facts.Limb:
    """Confirm, correct or strike a limb."""
    limb = facts.Limb(minutes=code, number=number, **given(sent))
    return writes.settle_limb(limb=limb, by=asker(request).username, at=clock.now())


@router.post(
    "/minutes/{code}/confirmation",
    response=answers(Minutes),
    url_name="confirm_minutes",
    auth=those_who_may(Permission.READ_MINUTES),
)
def confirm(request: HttpRequest, code: str) -> Mapping[str, object]:
    """Confirm the minutes; each tracked limb becomes a commitment."""
    by = asker(request).username
    return _minutes(writes.confirm_minutes(minutes=code, by=by, at=clock.now()))


def _may_see(request: HttpRequest, one: facts.Minutes) -> bool:
    """Test whether nobody's work on them is still to come, or this person may see it."""
    return one.is_confirmed or permits(request, Permission.VIEW_READINGS)


def _seen(request: HttpRequest, code: str, known: int) -> facts.Minutes:
    """Return the minutes; raises PermissionDenied where they are not this person's to see."""
    found = reads.minutes(code, known, closed=sees_closed(request))
    if not _may_see(request, found):
        raise PermissionDenied(PERMISSION_WORDS[Permission.VIEW_READINGS])
    return found


def _minutes(one: facts.Minutes) -> Mapping[str, object]:
    return told(one, "reference", "is_confirmed")
