"""Appendices of a decision report, open and not, and its background papers."""

from dataclasses import replace
from datetime import datetime

from scrutable.audit.reads import number_at
from scrutable.audit.writes import Change, change
from scrutable.evidence.writes import file_label, keep_file
from scrutable.meetings import facts, models
from scrutable.meetings.intake.annexes import read_annex
from scrutable.meetings.reads import decisions, papers
from scrutable.meetings.writes.closures import closure_columns
from scrutable.meetings.writes.papers import UnfitPart


class UnknownAnnex(Exception):
    """The report has no appendix or background paper of this name."""

    def __init__(self, what: str) -> None:
        super().__init__(f"There is no {what}. Look for it in the list of the report.")


def put_appendix(
    *,
    decision: str,
    appendix: facts.Appendix,
    content: bytes = b"",
    name: str = "",
    by: str,
    at: datetime,
) -> facts.Appendix:
    """Add an appendix (letter "" takes the next) or change one, with its file where it has one.

    The file's own text is read, so that the open parts can be held against it. A change without a
    file keeps the file that is there. Raises UnknownDecision, UnknownAnnex and UnfitPart.
    """
    planned = decisions.planned_decision(decision, number_at())
    if not appendix.title.strip():
        raise UnfitPart("The appendix has no title. Give it one.")
    text = appendix.text.replace("\r\n", "\n").strip()
    if content:
        read = read_annex(content, name)
        if isinstance(read, list):
            raise UnfitPart(" ".join(str(fault) for fault in read))
        text = read
    with change(verb="paper_appendix_put", subject=planned.reference, by=by, at=at) as now:
        known = papers.appendices(decision, now.number)
        letter = appendix.letter or _next_letter([one.letter for one in known])
        before = next((one for one in known if one.letter == letter and not one.removed), None)
        if appendix.letter and before is None:
            raise UnknownAnnex(f"Appendix {letter}")
        kept = replace(appendix, letter=letter, title=appendix.title.strip(), text=text)
        if content:
            file = keep_file(content, name, by=by, at=now.at, change=now)
            kept = replace(kept, file=file, file_name=file_label(name))
        elif before is not None and before.file and not text:
            kept = replace(kept, file=before.file, file_name=before.file_name, text=before.text)
        _store_appendix(planned, kept, now)
    return replace(kept, removed=False, version=now.number)


def remove_appendix(*, decision: str, letter: str, by: str, at: datetime) -> facts.Appendix:
    """Take an appendix out of the report; its letter is not used again.

    Raises UnknownDecision and UnknownAnnex.
    """
    planned = decisions.planned_decision(decision, number_at())
    with change(verb="paper_appendix_removed", subject=planned.reference, by=by, at=at) as now:
        known = papers.appendices(decision, now.number)
        found = [one for one in known if one.letter == letter and not one.removed]
        if not found:
            raise UnknownAnnex(f"Appendix {letter}")
        _store_appendix(planned, replace(found[0], removed=True), now)
    return replace(found[0], removed=True, version=now.number)


def _store_appendix(planned: facts.PlannedDecision, kept: facts.Appendix, now: Change) -> None:
    """Store the row; the log has its letter and closure, never its title or its words."""
    models.Appendix.objects.create(
        decision=planned.code,
        letter=kept.letter,
        title=kept.title,
        text=kept.text,
        file=kept.file,
        file_name=kept.file_name,
        title_is_open=kept.closure.is_open or kept.title_is_open,
        removed=kept.removed,
        event=now.number,
        **closure_columns(kept.closure),
    )
    now.subject = f"{planned.reference}/report/appendices/{kept.letter}"
    now.after = {"openness": kept.closure.openness.value, "letters": len(kept.text)}


def _next_letter(taken: list[str]) -> str:
    number = len(taken)
    return (chr(ord("A") + number // 26 - 1) if number >= 26 else "") + chr(ord("A") + number % 26)


def put_background_paper(
    *, decision: str, paper: facts.BackgroundPaper, by: str, at: datetime
) -> facts.BackgroundPaper:
    """Add a background paper (number 0 takes the next) or change one.

    Raises UnknownDecision, UnknownAnnex and UnfitPart.
    """
    planned = decisions.planned_decision(decision, number_at())
    title, where = paper.title.strip(), paper.where.strip()
    if not title or not where:
        raise UnfitPart("A background paper needs its title and where it may be seen.")
    verb = "paper_background_put"
    with change(verb=verb, subject=planned.reference, by=by, at=at) as now:
        known = papers.background_papers(decision, now.number)
        number = paper.number or max((one.number for one in known), default=0) + 1
        if paper.number and all(one.number != number for one in known):
            raise UnknownAnnex(f"background paper {number}")
        kept = replace(paper, number=number, title=title, where=where, removed=False)
        _store_background(planned, kept, now)
    return replace(kept, version=now.number)


def remove_background_paper(
    *, decision: str, number: int, by: str, at: datetime
) -> facts.BackgroundPaper:
    """Take a background paper off the list; raises UnknownDecision and UnknownAnnex."""
    planned = decisions.planned_decision(decision, number_at())
    verb = "paper_background_removed"
    with change(verb=verb, subject=planned.reference, by=by, at=at) as now:
        known = papers.background_papers(decision, now.number)
        found = [one for one in known if one.number == number and not one.removed]
        if not found:
            raise UnknownAnnex(f"background paper {number}")
        _store_background(planned, replace(found[0], removed=True), now)
    return replace(found[0], removed=True, version=now.number)


def _store_background(
    planned: facts.PlannedDecision, kept: facts.BackgroundPaper, now: Change
) -> None:
    models.BackgroundPaper.objects.create(
        decision=planned.code,
        number=kept.number,
        title=kept.title,
        where=kept.where,
        removed=kept.removed,
        event=now.number,
    )
    now.subject = f"{planned.reference}/report/background-papers/{kept.number}"
    now.after = {"title": kept.title, "where": kept.where}
