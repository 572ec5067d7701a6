"""The decision report of `decision_papers`, written into the records part by part."""

from dataclasses import replace
from datetime import UTC, datetime

from factories.decision_papers import (
    AT_HARM,
    EQUALITY,
    EXEMPT_APPENDIX,
    OPEN_APPENDIX,
    PLANNED,
    TEXTS,
)
from scrutable.meetings import writes
from scrutable.meetings.facts import Body, BodyKind, PaperCover

AT = datetime(2026, 10, 20, 9, tzinfo=UTC)
WHO = {"by": "d.reyes", "at": AT}
CODE = PLANNED.code
COVER = PaperCover(
    decision=CODE,
    title="Buying hosting from June 2027",
    author="Dana Reyes",
    contact="dana.reyes@westmere.example",
    on_behalf_of="Director of Finance",
)


def plan():
    """Enter the decision in the forward plan, with the body that makes it."""
    executive = Body(code="EXEC", name="Executive", kind=BodyKind.EXECUTIVE)
    writes.record_body(body=executive, by="a.clerk", at=AT)
    writes.plan_decision(planned=PLANNED, by="a.clerk", at=AT)


def write_all():
    """Plan the decision and write every part of its report."""
    plan()
    writes.begin_paper(cover=COVER, **WHO)
    for part, text in TEXTS.items():
        writes.write_part(decision=CODE, part=part, text=text, none=not text, **WHO)
    for impact in (*EQUALITY, AT_HARM):
        writes.set_impact(decision=CODE, impact=impact, **WHO)
    for appendix in (OPEN_APPENDIX, EXEMPT_APPENDIX):
        put(appendix)


def put(appendix, **file):
    """Add an appendix under the next letter."""
    return writes.put_appendix(decision=CODE, appendix=replace(appendix, letter=""), **file, **WHO)
