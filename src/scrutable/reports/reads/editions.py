"""Which editions there are, and what was written for them."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.db.models import QuerySet

from scrutable.audit.reads import as_known
from scrutable.kernel.periods import Span
from scrutable.reports import facts, models

UNREAD = ("tree",)  # large, and read apart


class UnknownEdition(Exception):
    """No edition has this name."""

    def __init__(self, name: str) -> None:
        super().__init__(f"There is no edition {name}. Check its name in the list of reports.")


class NotFrozen(Exception):
    """The edition is a draft, and only a frozen one has what was asked for."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} is a draft. Freeze it first.")


def name_of(edition: str) -> str:
    """Return the name within a reference: "edition/CSS-2026-3" and "CSS-2026-3" are one."""
    return edition.strip().removeprefix("edition/")


def edition(name: str) -> facts.Edition:
    """Return one edition by name or reference; raises UnknownEdition."""
    row = models.Edition.objects.filter(name=name_of(name)).first()
    if row is None:
        raise UnknownEdition(name)
    return _fact(row, _frozen([row]).get(row.name))


def editions(about: str | None = None) -> list[facts.Edition]:
    """Return every edition, or those about one thing by its reference, the newest first."""
    rows = models.Edition.objects.order_by("-event")
    return _facts(rows if about is None else rows.filter(about=about))


def draft_like(asked: facts.ReportAsked) -> facts.Edition | None:
    """Return the open draft of the same report, or None."""
    rows = models.Edition.objects.filter(
        about=asked.about,
        kind=asked.kind,
        body=asked.body,
        first_month=asked.span.first if asked.span else None,
        last_month=asked.span.last if asked.span else None,
        as_at=asked.as_at,
        pinned=asked.known,
    ).order_by("-event")
    return next((one for one in _facts(rows) if not one.is_frozen), None)


def last_frozen(of: facts.Edition, known: int) -> facts.Edition | None:
    """Return the report of the same kind that was frozen last before `known`, or None.

    One about later months, or as at a later day, is passed over: a report is compared with the
    one before it.
    """
    frozen = models.Frozen.objects.filter(event__lte=known).values("edition")
    rows = models.Edition.objects.filter(name__in=frozen, about=of.about, kind=of.kind)
    if of.span is None:
        rows = rows.filter(as_at__lte=of.as_at)
    else:
        rows = rows.filter(last_month__lte=of.span.last)
    found = _facts(rows.exclude(name=of.name))
    return max(found, key=_order_told, default=None)


def _order_told(one: facts.Edition) -> tuple[date, int]:
    return one.span.last.last_day if one.span else one.as_at, one.version


def last_told(of: facts.Edition, known: int) -> facts.Edition | None:
    """Return the report, of any kind, that told the body last what it had asked for, or None.

    A report on a contract follows those on it; one on the portfolio, which answers for everything,
    follows whatever went to the body.
    """
    frozen = models.Frozen.objects.filter(event__lte=known).values("edition")
    rows = models.Edition.objects.filter(name__in=frozen, body=of.body)
    if of.contract:
        rows = rows.filter(about=of.about)
    found = _facts(rows.exclude(name=of.name))
    return max(found, key=lambda one: one.version, default=None)


def narrative(name: str, known: int) -> Mapping[str, facts.Narrative]:
    """Return the latest text of each section, by the section's anchor."""
    rows = as_known(models.Narrative.objects.filter(edition=name_of(name)), known)
    return {
        row.section: facts.Narrative(
            section=row.section,
            text=row.text,
            by=row.written_by,
            at=row.written_at,
            version=row.event,
        )
        for row in rows.order_by("section")
    }


def word_template(known: int) -> models.WordTemplate | None:
    """Return the council's Word template as known; None where it has none."""
    row = as_known(models.WordTemplate.objects.all(), known).first()
    return row if row is not None and row.file else None


def _facts(rows: QuerySet[models.Edition]) -> list[facts.Edition]:
    found = list(rows)
    frozen = _frozen(found)
    return [_fact(row, frozen.get(row.name)) for row in found]


def _frozen(rows: Iterable[models.Edition]) -> dict[str, models.Frozen]:
    names = [row.name for row in rows]
    found = models.Frozen.objects.filter(edition__in=names).defer(*UNREAD)
    return {row.edition: row for row in found}


def _fact(row: models.Edition, frozen: models.Frozen | None) -> facts.Edition:
    has_span = row.first_month is not None and row.last_month is not None
    return facts.Edition(
        about=row.about,
        year=row.year,
        number=row.number,
        kind=facts.ReportKind(row.kind),
        title=row.title,
        span=Span(row.first_month, row.last_month) if has_span else None,
        as_at=row.as_at,
        council=row.council,
        body=row.body,
        put_to=row.put_to,
        meeting=row.meeting,
        author=row.author,
        links=row.links,
        dated=frozen.dated if frozen else row.dated,
        opened_by=row.opened_by,
        opened_at=row.opened_at,
        state=facts.EditionState.FROZEN if frozen else facts.EditionState.DRAFT,
        pinned=frozen.pinned if frozen else row.pinned,
        words_pinned=frozen.words_pinned if frozen else None,
        template=frozen.template if frozen else "",
        frozen_by=frozen.frozen_by if frozen else "",
        frozen_at=frozen.frozen_at if frozen else None,
        version=frozen.event if frozen else row.event,
    )
