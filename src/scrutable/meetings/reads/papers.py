"""Decision reports in the making: every part as it stood at an event, and what each is for.

What is read here holds exempt and confidential matter, since the check for leaks must see it: a
door shows it only to those who may, and `compose.decision_report` keeps it out of the open part.
"""

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files

from scrutable.audit import reads as audit
from scrutable.audit.reads import as_known, recorded_at
from scrutable.kernel.wording import date_words
from scrutable.meetings import facts, models
from scrutable.meetings.reads import calendar, deadlines, decisions
from scrutable.meetings.reads.closures import closure_of
from scrutable.meetings.rules import lifecycle

BY_EXECUTIVE = frozenset(
    {facts.BodyKind.EXECUTIVE, facts.BodyKind.EXECUTIVE_MEMBER, facts.BodyKind.OFFICER}
)


def paper(decision: str, known: int, *, council: str, dated: date) -> facts.DecisionPaper:
    """Return the report of a planned decision with all that is written; raises UnknownDecision.

    One that nobody has begun has version 0, the plan's matter for its title and no author.
    """
    planned = decisions.planned_decision(decision, known)
    body = calendar.body(planned.maker, known)
    cover = paper_cover(decision, known)
    notices = deadlines.notices(dated, known)
    rules = deadlines.deadline_rules()
    return facts.DecisionPaper(
        planned=planned,
        maker=body.name,
        meeting=_meeting_words(planned, body.name, known),
        author=cover.author if cover else "",
        contact=cover.contact if cover else "",
        on_behalf_of=cover.on_behalf_of if cover else "",
        title=cover.title if cover else planned.matter,
        council=council,
        dated=dated,
        parts=part_texts(decision, known),
        equality=equality_impacts(decision, known),
        appendices=appendices(decision, known),
        background_papers=background_papers(decision, known),
        earliest=lifecycle.earliest_day(planned, rules, notices) if planned.is_key else None,
        key_threshold=notices.key_decision_pounds if body.kind in BY_EXECUTIVE else None,
        version=cover.version if cover else 0,
    )


def paper_cover(decision: str, known: int) -> facts.PaperCover | None:
    """Return the cover of a decision's report, None before it is begun."""
    row = as_known(models.Cover.objects.filter(decision=decision), known).first()
    return _cover(row) if row else None


def part_texts(decision: str, known: int) -> dict[facts.Part, facts.PartText]:
    """Return what is written in each part, with who wrote it last and when."""
    rows = as_known(models.PartText.objects.filter(decision=decision), known)
    found = {
        facts.Part(row.part): facts.PartText(
            part=facts.Part(row.part),
            text=row.text,
            none=row.none,
            by=row.written_by,
            at=row.recorded,
            version=row.event,
        )
        for row in rows.annotate(recorded=recorded_at())
    }
    return {part: found[part] for part in facts.Part if part in found}


def listed_last(decision: str, known: int) -> dict[facts.Part, facts.PartText]:
    """Return who put something last into each part that is a list, and when."""
    found = {}
    for part in (facts.Part.EQUALITY, facts.Part.APPENDICES, facts.Part.BACKGROUND_PAPERS):
        subject = f"decision/{decision}/report/{part.value}"
        for event in audit.events(subject=subject, before=known + 1, most=1):
            found[part] = facts.PartText(part=part, by=event.by, at=event.at, version=event.number)
    return found


@cache
def guidance() -> Mapping[facts.Part, facts.Guidance]:
    """Return what each part is for, as shipped."""
    text = files("scrutable.meetings").joinpath("definitions/guidance.toml").read_text("utf-8")
    return {
        facts.Part(name): facts.Guidance(
            part=facts.Part(name),
            words=tuple(said["words"]),
            source=said["source"],
            example=said.get("example", ""),
        )
        for name, said in tomllib.loads(text).items()
    }


def _meeting_words(planned: facts.PlannedDecision, body: str, known: int) -> str:
    if not planned.meeting:
        return ""
    meeting = calendar.meeting(planned.meeting, known)
    name = body if meeting.body == planned.maker else calendar.body(meeting.body, known).name
    return f"{name}, {date_words(meeting.on)}"


def equality_impacts(decision: str, known: int) -> tuple[facts.EqualityImpact, ...]:
    """Return the impacts stated, in the order of the Act."""
    rows = as_known(models.EqualityImpact.objects.filter(decision=decision), known)
    found = {row.characteristic: row for row in rows}
    return tuple(
        facts.EqualityImpact(
            characteristic=one,
            impact=facts.Impact(found[one].impact),
            why=found[one].why,
            mitigation=found[one].mitigation,
            version=found[one].event,
        )
        for one in facts.Characteristic
        if one in found
    )


def appendices(decision: str, known: int) -> tuple[facts.Appendix, ...]:
    """Return the appendices by letter, removed ones too."""
    rows = as_known(models.Appendix.objects.filter(decision=decision), known)
    found = [
        facts.Appendix(
            letter=row.letter,
            title=row.title,
            text=row.text,
            file=row.file,
            file_name=row.file_name,
            closure=closure_of(row),
            title_is_open=row.title_is_open,
            removed=row.removed,
            version=row.event,
        )
        for row in rows
    ]
    return tuple(sorted(found, key=lambda one: (len(one.letter), one.letter)))


def background_papers(decision: str, known: int) -> tuple[facts.BackgroundPaper, ...]:
    """Return the background papers by number, removed ones too."""
    rows = as_known(models.BackgroundPaper.objects.filter(decision=decision), known)
    return tuple(
        facts.BackgroundPaper(
            number=row.number,
            title=row.title,
            where=row.where,
            removed=row.removed,
            version=row.event,
        )
        for row in rows.order_by("number")
    )


def _cover(row: models.Cover) -> facts.PaperCover:
    return facts.PaperCover(
        decision=row.decision,
        title=row.title,
        author=row.author,
        contact=row.contact,
        on_behalf_of=row.on_behalf_of,
        version=row.event,
    )
