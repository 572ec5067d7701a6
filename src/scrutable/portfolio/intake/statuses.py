"""What a row says of how a project stands; pure."""

from dataclasses import replace
from typing import Any

from scrutable.evidence.facts import Notice
from scrutable.kernel.wording import date_words
from scrutable.portfolio import facts, rules
from scrutable.portfolio.intake.gathered import MOST_NAME, Gathered
from scrutable.portfolio.intake.tables import Row

PARTS = ("Time", "Cost", "Scope", "Benefits")
CELLS = {  # the columns in which the fields of a status stand that a rule may find wanting
    "assessor": "Assessor",
    "green_by": "Green by",
    "reasons": "Reasons",
    "to_green": "To be green again",
}


def read_status(into: Gathered, row: Row, number: str) -> None:
    """Take the status of the report date; a row without any rating has none."""
    if not any(row.own_words(title) for title in ("Overall", *PARTS)):
        if not into.is_mapped:
            told = f"project/{number} has no status"
            into.notices.append(Notice(row.place("Overall"), told))
        return
    before = len(into.errors)
    found = _status(into, row, number)
    if found is None or len(into.errors) > before:
        return
    last = into.known.statuses.get(number)
    if last and replace(last, file="", place="", version=0) == replace(found, place=""):
        into.seen_as_known += 1
        return
    lacking = rules.refusals_of_status(found, last.on if last else None)
    into.refuse(row, "Overall", lacking, CELLS)
    into.statuses.append(found)
    line = into.line(number, facts.GO_LIVE)
    if line is None or line.actual is not None or found.green_by is None:
        return
    expected = line.forecast or line.current
    if found.green_by < expected:
        said = f"It is to be green again by {date_words(found.green_by)}, before its go-live"
        into.warn(row, "Green by", f"{said}, {date_words(expected)}. Check which of them holds")


def _status(into: Gathered, row: Row, number: str) -> facts.Status | None:
    overall = into.one_of(row, "Overall", facts.Rating)
    if not row.words("Overall"):
        into.fail(row, "Overall", "The overall rating is missing", "enter green, amber or red")
    parts = {title: into.one_of(row, title, facts.Rating) for title in PARTS}
    scale = into.one_of(row, "Scale", facts.Scale) or facts.Scale.THREE
    confidence = into.one_of(row, "Delivery confidence", facts.Rating)
    texts: dict[str, Any] = {
        "assessor": into.text(row, "Assessor", MOST_NAME),
        "reasons": into.text(row, "Reasons"),
        "override_reason": into.text(row, "Reason for override"),
        "to_green": into.text(row, "To be green again"),
    }
    green_by, _ = into.day(row, "Green by")
    if overall is None or into.on is None:
        return None
    return facts.Status(
        project=number,
        on=into.on,
        scale=scale,
        overall=overall,
        time=parts["Time"],
        cost=parts["Cost"],
        scope=parts["Scope"],
        benefits=parts["Benefits"],
        confidence=confidence,
        green_by=green_by,
        place=row.place("Overall"),
        **texts,
    )
