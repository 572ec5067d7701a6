"""Beginning a report."""

from datetime import datetime

from django.db.models import Max

from scrutable.audit.writes import change
from scrutable.kernel.wording import london_day
from scrutable.registers import reads as registers
from scrutable.reports import facts, models, reads
from scrutable.reports.rules.titles import title_of


class _BegunMeanwhile(Exception):
    """Somebody else has begun the same report since we looked; no event is kept of ours."""


def open_edition(*, asked: facts.ReportAsked, by: str, at: datetime) -> facts.Edition:
    """Begin the report, or return the open draft of the same one, which changes nothing.

    Numbers count within contract and year. Raises registers' UnknownContract.
    """
    draft = reads.draft_like(asked)
    if draft is not None:
        return draft
    try:
        return reads.edition(_begin(asked, by, at))
    except _BegunMeanwhile:
        return open_edition(asked=asked, by=by, at=at)


def _begin(asked: facts.ReportAsked, by: str, at: datetime) -> str:
    year = asked.as_at.year
    with change(verb="report_begun", subject=f"contract/{asked.contract}", by=by, at=at) as now:
        registers.contract(asked.contract, now.number - 1)
        if reads.draft_like(asked) is not None:
            raise _BegunMeanwhile
        number = _next_number(asked.contract, year)
        row = models.Edition.objects.create(
            name=f"{asked.contract}-{year}-{number}",
            contract=asked.contract,
            year=year,
            number=number,
            kind=asked.kind,
            title=title_of(asked.kind, asked.span),
            first_month=asked.span.first,
            last_month=asked.span.last,
            as_at=asked.as_at,
            council=asked.council,
            meeting=asked.meeting,
            author=asked.author,
            links=asked.links,
            pinned=asked.known,
            dated=london_day(at),
            opened_by=by,
            opened_at=now.at,
            event=now.number,
        )
        now.after = {"edition": row.name, "title": row.title, "as_at": asked.as_at.isoformat()}
    return row.name


def _next_number(contract: str, year: int) -> int:
    rows = models.Edition.objects.filter(contract=contract, year=year)
    return int(rows.aggregate(last=Max("number"))["last"] or 0) + 1
