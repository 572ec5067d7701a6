"""Findings as work: how many, which, one with its history, and what is said of many at once."""

from collections.abc import Callable, Iterable, Mapping
from typing import Annotated, Any

from django.http import Http404, HttpRequest, HttpResponse
from ninja import Field, Query, Router, Schema
from ninja.pagination import paginate

from scrutable.access.api import asker
from scrutable.audit import clock
from scrutable.housekeeping import facts, writes
from scrutable.housekeeping.api.shapes import (
    MANAGE,
    NAMES,
    VIEW,
    Number,
    Standing,
    Thing,
    log_look,
    made,
)
from scrutable.housekeeping.reads import worklist
from scrutable.meetings.api.recording import Sentences, several
from scrutable.meetings.api.shapes import (
    Count,
    Day,
    When,
    WhenAsked,
    Words,
    answers,
    lists,
    shown,
    told,
)

MOST = 1000  # findings of one page
MOST_SAID = 100_000  # of which something is said at once
router = Router(tags=["Findings"])
Kept = shown(facts.Finding, "reference")
Recorded = shown(facts.Recorded)
Source = shown(facts.Source, "reference")
ShownThen = shown(facts.Shown, finding=Kept, recorded=Recorded, sources=several(Source))
Handling = shown(facts.Handling, "reference")
SaidThen = shown(facts.Said, handling=Handling, recorded=Recorded)
Told = shown(
    facts.FindingTold,
    standing=Standing,
    thing=Thing,
    shown=several(ShownThen),
    said=several(SaidThen),
)
HowMany = shown(facts.WorkCounted)
Item = shown(facts.WorkItem, standing=Standing, thing=Thing | None)
OfThings = shown(
    facts.ThingsTold,
    things=several(Thing),
    findings=several(Item),
    snapshots=several(shown(facts.AtSnapshot)),
)
Chosen = Annotated[list[Number], Field(max_length=MOST_SAID)]


class FindingsAsked(When):
    """Which findings are asked for, in which order, and whether by name."""

    part: facts.PartOfEstate | None = None
    fault: Words = ""
    owner: Words = ""
    state: facts.WorkState | None = None
    names: bool = False
    order: Annotated[Words, Field(pattern=rf"^(-?({'|'.join(worklist.ORDERS)}))?$")] = ""
    limit: Annotated[int, Field(ge=1, le=MOST)] = 100
    offset: Count = 0

    def wanted(self) -> facts.WorkAsked:
        """Return it as a fact; “-” asks for those of nobody."""
        return facts.WorkAsked(
            part=self.part,
            fault=self.fault,
            owner={"": None, "-": ""}.get(self.owner, self.owner),
            states=frozenset([self.state] if self.state else facts.WorkState),
        )


FindingsPage = made(
    "FindingsPage",
    "Findings of this page, and how many there are in all.",
    items=several(Item),
    count=int,
)


class WordIn(Schema):
    """Of which findings something is said, and the event as known at which they were chosen."""

    numbers: Chosen
    based_on: Number | None = None


class ExplainIn(WordIn):
    """Why findings may stand, and up to and with which day; it is kept for good."""

    why: Sentences
    until: Day


class AssignIn(WordIn):
    """To whom findings are given: a post."""

    owner: Annotated[Words, Field(max_length=150)]


class FixedIn(WordIn):
    """On which day findings were fixed; the next extract bears it out or does not."""

    on: Day


Done = made(
    "Done",
    "Of how many findings it was said.",
    number=int,
)


@router.get("/estate/findings", response=answers(FindingsPage), url_name="findings", auth=NAMES)
def findings(
    request: HttpRequest, asked: Annotated[FindingsAsked, Query()], response: HttpResponse
) -> Mapping[str, object]:
    """List findings, those that stand longest first; with names the look is logged."""
    at = asked.of(request)
    to, wanted = worklist.reach(at.known, at.as_at), asked.wanted()
    counted = worklist.counted(to)
    found = worklist.Worklist(
        asked=wanted,
        to=to,
        number=sum(one.number for one in counted if worklist.answers(one, wanted)),
        with_names=asked.names,
        order=asked.order,
    )
    items = found[asked.offset : asked.offset + asked.limit]
    log_look(request, response, found.named.values(), "findings")
    return {"items": [_item(one) for one in items], "count": len(found)}


@router.get("/estate/findings/counts", response=lists(HowMany), url_name="counts", auth=VIEW)
@paginate
def counts(request: HttpRequest, when: WhenAsked) -> list[facts.WorkCounted]:
    """List how many findings there are of each fault, owner and state; nobody is named."""
    at = when.of(request)
    return worklist.counted(worklist.reach(at.known, at.as_at))


@router.post(
    "/estate/findings/explanations", response=answers(Done), url_name="explain", auth=MANAGE
)
def explain(request: HttpRequest, sent: ExplainIn) -> Mapping[str, int]:
    """Explain findings until a day, all of them or none."""
    return _say(request, sent, writes.explain)


@router.post("/estate/findings/owners", response=answers(Done), url_name="assign", auth=MANAGE)
def assign(request: HttpRequest, sent: AssignIn) -> Mapping[str, int]:
    """Give findings an owner, all of them or none."""
    return _say(request, sent, writes.assign)


@router.post("/estate/findings/fixes", response=answers(Done), url_name="say_fixed", auth=MANAGE)
def say_fixed(request: HttpRequest, sent: FixedIn) -> Mapping[str, int]:
    """Say that findings were fixed, all of them or none; it is a word only."""
    return _say(request, sent, writes.say_fixed)


@router.get("/estate/findings/{int:number}", response=answers(Told), url_name="finding", auth=NAMES)
def finding(
    request: HttpRequest, number: int, when: WhenAsked, response: HttpResponse
) -> Mapping[str, object]:
    """Show one finding by name, with all that was shown and said of it; the look is logged."""
    at = when.of(request)
    one = worklist.finding_told(number, worklist.reach(at.known, at.as_at))
    log_look(request, response, [one.thing], one.standing.reference)
    return told(
        one,
        standing=_standing(one.standing),
        shown=[_shown(each) for each in one.shown],
        said=[told(each, handling=told(each.handling, "reference")) for each in one.said],
    )


@router.get("/estate/things/{int:number}", response=answers(OfThings), url_name="thing", auth=NAMES)
def thing(
    request: HttpRequest, number: int, when: WhenAsked, response: HttpResponse
) -> Mapping[str, object]:
    """Show an account, a device or another thing by name, with all that was ever wrong with it."""
    one = _thing(number)
    return _things(request, response, when, [one.number], f"thing/{number}")


@router.get(
    "/estate/things/{int:number}/person", response=answers(OfThings), url_name="person", auth=NAMES
)
def person(
    request: HttpRequest, number: int, when: WhenAsked, response: HttpResponse
) -> Mapping[str, object]:
    """Show everything of the person whose the thing is, by name, with all that was ever wrong."""
    numbers = worklist.things_of_person(_thing(number))
    return _things(request, response, when, numbers, f"thing/{number}/person")


def _say(request: HttpRequest, sent: WordIn, act: Callable[..., int]) -> Mapping[str, int]:
    by, at = asker(request).username, clock.now()
    return {"number": act(**sent.model_dump(), by=by, at=at)}


def _thing(number: int) -> facts.Thing:
    found = worklist.thing(number)
    if found is None:
        raise Http404(f"There is nothing with the number {number}. Check it in the list.")
    return found


def _things(
    request: HttpRequest, response: HttpResponse, when: When, numbers: Iterable[int], where: str
) -> Mapping[str, object]:
    at = when.of(request)
    found = worklist.things_told(list(numbers), worklist.reach(at.known, at.as_at))
    log_look(request, response, found.things, where)
    by_number = {one.number: one for one in found.things}
    items = [
        facts.WorkItem(standing=one, state=state, thing=by_number[one.thing])
        for one, state in found.findings
    ]
    return told(found, findings=[_item(one) for one in items])


def _standing(one: facts.FindingStanding) -> Mapping[str, object]:
    return told(one, "reference")


def _item(one: facts.WorkItem) -> Mapping[str, object]:
    return told(one, standing=_standing(one.standing))


def _shown(one: facts.Shown) -> Mapping[str, Any]:
    return told(
        one,
        finding=told(one.finding, "reference"),
        sources=[told(each, "reference") for each in one.sources],
    )
