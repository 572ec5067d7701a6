"""A claim with all evidence under it; pure."""

from collections.abc import Sequence

from scrutable.assurance.facts import ClaimSeen, Evidence, Reassurance
from scrutable.assurance.presenters.claims.words import (
    AGAINST,
    AGAINST_ONCE,
    FRESH,
    LINE_MEANS,
    LINE_WORDS,
    STALE,
    STANDING_TAGS,
    missing_words,
)
from scrutable.govuk.facts import Cell, Column, Row, Table, Tag, Term
from scrutable.govuk.presenters import count_cell, day_cell
from scrutable.kernel.wording import count_words, date_words
from scrutable.meetings.presenters.addresses import trace_address

BEARS = Tag("Bears it out", "green", "●")


def summary(one: ClaimSeen) -> str:
    """Return how a claim stands, in a sentence without its stop."""
    judged = one.judged
    said = STANDING_TAGS[judged.reassurance].word
    if judged.newest is None or judged.age is None:
        return f"{said}: there is no evidence of any age"
    fresh = (
        ""
        if judged.reassurance is Reassurance.STALE
        else f"; {count_words(judged.fresh, 'piece')} of evidence still fresh"
    )
    age = count_words(judged.age, "day")
    return f"{said}: the newest evidence is {age} old, and is fresh for {_shelf(one)}{fresh}"


def terms(one: ClaimSeen, body: str) -> tuple[Term, ...]:
    """Return a claim, line by line."""
    claim = one.claim
    withdrawn = claim.withdrawn_on
    return (
        Term(label="Asked to accept it", value=body),
        Term(label="Owner", value=claim.owner),
        Term(label="Evidence is fresh for", value=_shelf(one)),
        Term(label="Wants", value=f"{LINE_MEANS[claim.wants]}, or surer"),
        Term(label="What is missing", value=missing_words(one)),
        Term(
            label="Withdrawn", value=date_words(withdrawn) if withdrawn else "No: it still stands"
        ),
    )


def evidence_table(one: ClaimSeen, evidence: Sequence[Evidence]) -> Table:
    """Return all evidence under a claim, the newest first."""
    return Table(
        name="evidence",
        caption="Evidence",
        columns=(
            Column("what", "What was found"),
            Column("on", "On"),
            Column("age", "Days old", numeric=True),
            Column("state", "State"),
            Column("line", "Line"),
            Column("by", "Checked by"),
            Column("source", "Source"),
        ),
        rows=tuple(_evidence(one, each) for each in evidence),
        empty="There is no evidence. Record what was checked, by whom, and what was found.",
    )


def _evidence(one: ClaimSeen, each: Evidence) -> Row:
    age = (one.as_at - each.on).days
    is_fresh = age <= one.claim.shelf_days
    against = AGAINST if is_fresh else AGAINST_ONCE
    return (
        Cell(each.what),
        day_cell(each.on, ""),
        count_cell(age),
        Cell("", tags=((FRESH if is_fresh else STALE) if each.bears_out else against,)),
        Cell(LINE_WORDS[each.line]),
        Cell(each.checked_by),
        _source(each.source),
    )


def _source(source: str) -> Cell:
    if not source:
        return Cell("None is named")
    is_reference = "/" in source and " " not in source
    return Cell(source, href=trace_address(source) if is_reference else "")


def _shelf(one: ClaimSeen) -> str:
    return count_words(one.claim.shelf_days, "day")
