"""Decisions, agenda items and commitments that name a record in their words or as their paper."""

import re
from collections.abc import Iterator

from django.db.models import Q

from scrutable.audit.models import Kept
from scrutable.audit.reads import as_known
from scrutable.meetings import models
from scrutable.meetings.facts.codes import yearly_code
from scrutable.meetings.facts.naming import Naming
from scrutable.meetings.models.keys import Closed
from scrutable.meetings.reads.closures import closure_of

WORDS: dict[type[Kept], tuple[str, ...]] = {
    models.DecisionRecord: ("text", "reasons", "alternatives"),
    models.PlannedDecision: ("matter", "route_reason"),
    models.AgendaItem: ("title", "text", "paper"),
    models.Commitment: ("text", "source_reference", "condition"),
}


def naming(reference: str, known: int, *, closed: bool = False) -> list[Naming]:
    """Return what names the record, the newest first and each once, in four queries.

    What is kept from the public is left out unless `closed` asks for it.
    """
    found = {one.reference: one for one in _found(reference, known, closed=closed)}
    return sorted(
        found.values(), key=lambda one: (one.on is not None, one.on, one.reference), reverse=True
    )


def _found(reference: str, known: int, *, closed: bool) -> Iterator[Naming]:
    named = re.compile(rf"(?<![\w/.-]){re.escape(reference)}(?![\w-])(?!\.\w)")
    for model, columns in reversed(WORDS.items()):
        asked = Q()
        for column in columns:
            asked |= Q(**{f"{column}__contains": reference})
        rows = as_known(model._default_manager.filter(asked), known)  # noqa: SLF001  (Django's name for it)
        for row in rows.order_by("event"):
            is_named = any(named.search(getattr(row, column)) for column in columns)
            if is_named and (closed or _is_open(row)):
                yield _naming(row)


def _is_open(row: Kept) -> bool:
    return not isinstance(row, Closed) or closure_of(row).is_open


def _naming(row: Kept) -> Naming:
    match row:
        case models.DecisionRecord():
            return Naming(f"decision/{row.code}", row.text, row.decided_on)
        case models.PlannedDecision():
            return Naming(f"decision/{row.code}", row.matter, row.window_from)
        case models.AgendaItem():
            return Naming(f"item/{row.meeting}/{row.number}", row.title, None)
        case models.Commitment():
            code = yearly_code(row.year, row.number)
            return Naming(f"commitment/{code}", row.text, row.made_on)
    raise TypeError(f"{row} names nothing")
