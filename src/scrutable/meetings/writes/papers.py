"""Writing a decision report part by part: each text that differs is a row of its own."""

from dataclasses import replace
from datetime import datetime

from scrutable.audit.reads import number_at
from scrutable.audit.writes import change
from scrutable.meetings import facts, models
from scrutable.meetings.reads import decisions, papers
from scrutable.meetings.rules.papers import MAY_BE_NONE

LONGEST = 60_000  # letters of one part


class WrittenMeanwhile(Exception):
    """Somebody else wrote the part since the page was opened."""

    def __init__(self, latest: facts.PartText) -> None:
        self.latest = latest
        super().__init__(
            f"{latest.by} changed this part after you opened it. Their text is kept; copy what "
            "you need from yours, open the part again and add it."
        )


class UnfitPart(Exception):
    """What is sent for a part of the report cannot be kept; says why and what to do."""


def begin_paper(*, cover: facts.PaperCover, by: str, at: datetime) -> facts.PaperCover:
    """Begin the report of a planned decision, or change its cover; raises UnknownDecision."""
    decisions.planned_decision(cover.decision, number_at())
    fields = {
        "title": cover.title.strip(),
        "author": cover.author.strip(),
        "contact": cover.contact.strip(),
        "on_behalf_of": cover.on_behalf_of.strip(),
    }
    if empty := [name.replace("_", " ") for name, text in fields.items() if not text]:
        raise UnfitPart(f"The cover needs its {', '.join(empty)}.")
    with change(verb="paper_cover_set", subject=cover.reference, by=by, at=at) as now:
        before = papers.paper_cover(cover.decision, now.number)
        models.Cover.objects.create(decision=cover.decision, event=now.number, **fields)
        now.before = {"version": before.version if before else 0}
        now.after = dict(fields)
    return replace(cover, **fields, version=now.number)


def write_part(
    *,
    decision: str,
    part: facts.Part,
    text: str = "",
    none: bool = False,
    by: str,
    at: datetime,
) -> facts.PartText | None:
    """Keep a part's text, or that there is expressly nothing, over whatever stands.

    The same again changes nothing; None is a part as empty as it was. The log keeps which text
    replaced which, and never the text. Raises UnknownDecision and UnfitPart.
    """
    said = facts.PartText(part=part, text=text, none=none)
    return _write(decision, said, None, by, at)


def revise_part(
    *, decision: str, said: facts.PartText, by: str, at: datetime
) -> facts.PartText | None:
    """Keep a part's text as `write_part` does, unless another's has come in between.

    `said.version` is the one that the writer saw, 0 for none. Raises WrittenMeanwhile too.
    """
    return _write(decision, said, said.version, by, at)


def _write(
    decision: str, given: facts.PartText, based_on: int | None, by: str, at: datetime
) -> facts.PartText | None:
    planned = decisions.planned_decision(decision, number_at())
    said = replace(given, text=_fit(given))
    stands = papers.part_texts(decision, number_at()).get(said.part)
    if _same(stands, said):
        return stands
    subject = f"{planned.reference}/report/{said.part.value}"
    with change(verb="paper_part_written", subject=subject, by=by, at=at) as now:
        before = papers.part_texts(decision, now.number).get(said.part)
        if before is not None and based_on not in (None, before.version) and before.by != by:
            raise WrittenMeanwhile(before)
        models.PartText.objects.create(
            decision=decision,
            part=said.part,
            text=said.text,
            none=said.none,
            written_by=by,
            event=now.number,
        )
        now.before = {"version": before.version if before else 0}
        now.after = {"letters": len(said.text), "none": said.none}
    return papers.part_texts(decision, now.number)[said.part]


def _same(stands: facts.PartText | None, said: facts.PartText) -> bool:
    if stands is None:
        return not said.is_filled
    return (stands.text, stands.none) == (said.text, said.none)


def _fit(said: facts.PartText) -> str:
    text = said.text.replace("\r\n", "\n").replace("\r", "\n").strip()
    if len(text) > LONGEST:
        raise UnfitPart(f"A part may have {LONGEST:,} letters. Put the rest into an appendix.")
    if said.none and said.part not in MAY_BE_NONE:
        raise UnfitPart("This part must say something. Write it.")
    return text


def set_impact(
    *, decision: str, impact: facts.EqualityImpact, by: str, at: datetime
) -> facts.EqualityImpact:
    """Keep the impact on people who share a characteristic, over whatever stands.

    The same again changes nothing. Raises UnknownDecision.
    """
    return _set_impact(decision, impact, None, by, at)


def revise_impact(
    *, decision: str, impact: facts.EqualityImpact, by: str, at: datetime
) -> facts.EqualityImpact:
    """Keep the impact as `set_impact` does, unless another's has come in between.

    `impact.version` is the one that the writer saw, 0 for none. Raises UnfitPart too.
    """
    return _set_impact(decision, impact, impact.version, by, at)


def _set_impact(
    decision: str, impact: facts.EqualityImpact, based_on: int | None, by: str, at: datetime
) -> facts.EqualityImpact:
    planned = decisions.planned_decision(decision, number_at())
    said = replace(impact, why=impact.why.strip(), mitigation=impact.mitigation.strip(), version=0)
    if (stands := _impact(decision, said.characteristic)) and replace(stands, version=0) == said:
        return stands
    subject = f"{planned.reference}/report/equality/{said.characteristic.value}"
    with change(verb="paper_impact_set", subject=subject, by=by, at=at) as now:
        stands = _impact(decision, said.characteristic)
        if based_on is not None and based_on != (stands.version if stands else 0):
            raise UnfitPart(
                "Somebody changed this impact after you opened it. Theirs is kept; copy what you "
                "need from yours, open it again and add it."
            )
        models.EqualityImpact.objects.create(
            decision=decision,
            characteristic=said.characteristic,
            impact=said.impact,
            why=said.why,
            mitigation=said.mitigation,
            event=now.number,
        )
        now.before = {"impact": stands.impact.value} if stands else {}
        now.after = {"impact": said.impact.value, "letters": len(said.why + said.mitigation)}
    return replace(said, version=now.number)


def _impact(decision: str, wanted: facts.Characteristic) -> facts.EqualityImpact | None:
    found = papers.equality_impacts(decision, number_at())
    return next((one for one in found if one.characteristic is wanted), None)
