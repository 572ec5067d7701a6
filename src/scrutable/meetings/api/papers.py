"""Decision reports in the making: the cover, each part, appendices, background papers."""

from collections.abc import Mapping

from django.conf import settings
from django.http import HttpRequest
from ninja import Router, Schema

from scrutable.access.api import asker, those_who_may
from scrutable.access.facts import Permission
from scrutable.audit import clock
from scrutable.meetings import facts, reads, writes
from scrutable.meetings.api.shapes import (
    Closing,
    Code,
    Count,
    Text,
    WhenAsked,
    Words,
    answers,
    given,
    shown,
    told,
)
from scrutable.meetings.rules.papers import lacks
from scrutable.registers import reads as registers

router = Router(tags=["Decision reports"])
DecisionPaper = shown(facts.DecisionPaper, "reference", lacks=tuple[facts.Lack, ...])
PaperCover = shown(facts.PaperCover, "reference")
PartText = shown(facts.PartText)
EqualityImpact = shown(facts.EqualityImpact)
Appendix = shown(facts.Appendix)
BackgroundPaper = shown(facts.BackgroundPaper)


class CoverIn(Schema):
    """Who a decision report is by and for whom it is opened."""

    title: Words
    author: Words
    contact: Words
    on_behalf_of: Words


class PartIn(Schema):
    """What is written in a part; `version` is the one that the writer saw, 0 for none."""

    text: Text = ""
    none: bool = False
    version: Count = 0


class ImpactIn(Schema):
    """The impact on people who share a characteristic."""

    impact: facts.Impact
    why: Text
    mitigation: Text = ""


class AppendixIn(Schema):
    """An appendix in words; without a letter it takes the next."""

    letter: Code = ""
    title: Words
    text: Text = ""
    closure: Closing = Closing()
    title_is_open: bool = False


class BackgroundIn(Schema):
    """A document on which the report was based; number 0 is a new one."""

    number: Count = 0
    title: Words
    where: Text


@router.get(
    "/decisions/{code}/report",
    response=answers(DecisionPaper),
    url_name="report",
    auth=those_who_may(Permission.VIEW_EXEMPT),
)
def report(request: HttpRequest, code: str, when: WhenAsked) -> Mapping[str, object]:
    """Show the report as it stands, exempt matter too, with all that it lacks."""
    at = when.of(request)
    council = registers.council_name(at.as_at, at.known, settings.COUNCIL_NAME)
    paper = reads.paper(code, at.known, council=council, dated=at.as_at)
    return told(paper, "reference", lacks=lacks(paper, final=True))


@router.put(
    "/decisions/{code}/report",
    response=answers(PaperCover),
    url_name="report",
    auth=those_who_may(Permission.WRITE_DECISION_REPORTS),
)
def begin(request: HttpRequest, code: str, sent: CoverIn) -> facts.PaperCover:
    """Begin the report, or change its cover."""
    cover = facts.PaperCover(decision=code, **given(sent))
    return writes.begin_paper(cover=cover, by=asker(request).username, at=clock.now())


@router.put(
    "/decisions/{code}/report/parts/{part}",
    response=answers(PartText | None),
    url_name="report_part",
    auth=those_who_may(Permission.WRITE_DECISION_REPORTS),
)
def write_part(
    request: HttpRequest, code: str, part: facts.Part, sent: PartIn
) -> facts.PartText | None:
    """Write a part; 409 where somebody else has written it since the version that was seen."""
    said = facts.PartText(part=part, **given(sent))
    by = asker(request).username
    return writes.revise_part(decision=code, said=said, by=by, at=clock.now())


@router.put(
    "/decisions/{code}/report/equality/{characteristic}",
    response=answers(EqualityImpact),
    url_name="report_impact",
    auth=those_who_may(Permission.WRITE_DECISION_REPORTS),
)
def set_impact(
    request: HttpRequest, code: str, characteristic: facts.Characteristic, sent: ImpactIn
) -> facts.EqualityImpact:
    """State the impact on people who share a characteristic."""
    impact = facts.EqualityImpact(characteristic=characteristic, **given(sent))
    by = asker(request).username
    return writes.set_impact(decision=code, impact=impact, by=by, at=clock.now())


@router.post(
    "/decisions/{code}/report/appendices",
    response=answers(Appendix),
    url_name="appendices",
    auth=those_who_may(Permission.WRITE_DECISION_REPORTS),
)
def put_appendix(request: HttpRequest, code: str, sent: AppendixIn) -> facts.Appendix:
    """Add an appendix, or change one."""
    appendix = facts.Appendix(**given(sent))
    by = asker(request).username
    return writes.put_appendix(decision=code, appendix=appendix, by=by, at=clock.now())


@router.delete(
    "/decisions/{code}/report/appendices/{letter}",
    response=answers(Appendix),
    url_name="appendix",
    auth=those_who_may(Permission.WRITE_DECISION_REPORTS),
)
def remove_appendix(request: HttpRequest, code: str, letter: str) -> facts.Appendix:
    """Take an appendix out of the report; what it said is kept."""
    by = asker(request).username
    return writes.remove_appendix(decision=code, letter=letter, by=by, at=clock.now())


@router.post(
    "/decisions/{code}/report/background-papers",
    response=answers(BackgroundPaper),
    url_name="background_papers",
    auth=those_who_may(Permission.WRITE_DECISION_REPORTS),
)
def put_background_paper(
    request: HttpRequest, code: str, sent: BackgroundIn
) -> facts.BackgroundPaper:
    """Add a background paper, or change one."""
    paper = facts.BackgroundPaper(**given(sent))
    by = asker(request).username
    return writes.put_background_paper(decision=code, paper=paper, by=by, at=clock.now())


@router.delete(
    "/decisions/{code}/report/background-papers/{int:number}",
    response=answers(BackgroundPaper),
    url_name="background_paper",
    auth=those_who_may(Permission.WRITE_DECISION_REPORTS),
)
def remove_background_paper(request: HttpRequest, code: str, number: int) -> facts.BackgroundPaper:
    """Take a background paper out of the report."""
    by = asker(request).username
    return writes.remove_background_paper(decision=code, number=number, by=by, at=clock.now())
