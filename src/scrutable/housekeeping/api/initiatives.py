"""Initiatives, and how far the snapshots say each has come."""

from collections.abc import Mapping

from django.http import HttpRequest
from ninja import Router
from ninja.pagination import paginate

from scrutable.housekeeping import facts, reads
from scrutable.housekeeping.api.shapes import MANAGE, VIEW, Number
from scrutable.meetings.api.recording import Key, Sent, Sentences, kept, named, several
from scrutable.meetings.api.shapes import Day, Pounds, WhenAsked, Words, answers, lists, shown, told

router = Router(tags=["Initiatives"])
Initiative = shown(facts.Initiative, "reference")
Standing = shown(
    facts.InitiativeStanding, initiative=Initiative, measured=several(shown(facts.Measured))
)


class InitiativeIn(Sent):
    """Something that is to become less, or more, from a baseline to a target by a day."""

    code: Key
    title: Words
    part: facts.PartOfEstate
    counts: facts.Counts
    name: Words = ""
    owner: Words
    baseline: Number
    baseline_on: Day
    target: Number
    due: Day
    saving_pounds: Pounds | None = None
    each_pounds: Pounds | None = None
    priced_by: Words = ""
    decision: Words = ""
    stopped_on: Day | None = None
    stopped_why: Sentences = ""


@router.get("/estate/initiatives", response=lists(Standing), url_name="initiatives", auth=VIEW)
@paginate
def initiatives(request: HttpRequest, when: WhenAsked) -> list[Mapping[str, object]]:
    """List every initiative begun by the day, and how it stands by its last measurement."""
    at = when.of(request)
    return [_standing(one) for one in reads.initiatives(at.known, at.as_at)]


@router.post(
    "/estate/initiatives", response=answers(Initiative), url_name="initiatives", auth=MANAGE
)
def record_initiative(request: HttpRequest, sent: InitiativeIn) -> facts.Initiative:
    """Record an initiative as it is from now on; its progress is measured, never sent."""
    return kept(request, facts.Initiative, sent)


@router.get(
    "/estate/initiatives/{code}", response=answers(Standing), url_name="initiative", auth=VIEW
)
def initiative(request: HttpRequest, code: str, when: WhenAsked) -> Mapping[str, object]:
    """Show one initiative with every measurement of it."""
    at = when.of(request)
    return _standing(reads.initiative(code, at.known, at.as_at))


def _standing(one: facts.InitiativeStanding) -> Mapping[str, object]:
    return told(one, initiative=named(one.initiative))
