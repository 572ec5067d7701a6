"""Beginning a report."""

from datetime import date, datetime

from django.db.models import Max

from scrutable.audit.writes import change
from scrutable.kernel.wording import date_words, london_day
from scrutable.reports import facts, models, reads


class DayToCome(Exception):
    """The day that the report is to be as at has not come."""

    def __init__(self, as_at: date, today: date) -> None:
        super().__init__(
            f"As at: {date_words(as_at)} has not come. Give {date_words(today)} or a day before it."
        )


class _BegunMeanwhile(Exception):
    """Somebody else has begun the same report since we looked; no event is kept of ours."""


def open_edition(*, asked: facts.ReportAsked, by: str, at: datetime) -> facts.Edition:
    """Begin the report, or return the open draft of the same one, which changes nothing.

    Numbers count within the code of what it is about and the year, so that no two share a name
    where a contract and a project share their code. Raises whatever says that there is no such
    thing: registers' UnknownContract, meetings' UnknownDecision, portfolio's UnknownRecord. Raises
    DayToCome too: nobody knows how matters will stand.
    """
    if asked.as_at > london_day(at):
        raise DayToCome(asked.as_at, london_day(at))
    draft = reads.draft_like(asked)
    if draft is not None:
        return draft
    try:
        return reads.edition(_begin(asked, by, at))
    except _BegunMeanwhile:
        return open_edition(asked=asked, by=by, at=at)


def _begin(asked: facts.ReportAsked, by: str, at: datetime) -> str:
    year = asked.as_at.year
    with change(verb="report_begun", subject=asked.about, by=by, at=at) as now:
        title = reads.KINDS[asked.kind].title(asked, now.number - 1)
        if reads.draft_like(asked) is not None:
            raise _BegunMeanwhile
        number = _next_number(asked, year)
        row = models.Edition.objects.create(
            name=f"{asked.code}-{year}-{number}",
            about=asked.about,
            year=year,
            number=number,
            kind=asked.kind,
            title=title,
            first_month=asked.span.first if asked.span else None,
            last_month=asked.span.last if asked.span else None,
            as_at=asked.as_at,
            council=asked.council,
            body=asked.body,
            put_to=asked.put_to,
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


def _next_number(asked: facts.ReportAsked, year: int) -> int:
    rows = models.Edition.objects.filter(name__startswith=f"{asked.code}-{year}-", year=year)
    return int(rows.aggregate(last=Max("number"))["last"] or 0) + 1
