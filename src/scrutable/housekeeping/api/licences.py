"""Licences: the position, a product, the products that are known, and what was signed."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated

from django.http import Http404, HttpRequest
from ninja import Field, Router, Schema
from ninja.pagination import paginate

from scrutable.access.api import asker
from scrutable.audit import clock
from scrutable.audit.reads import number_at
from scrutable.housekeeping import facts, reads
from scrutable.housekeeping.api.shapes import MANAGE, VIEW, Event, made
from scrutable.housekeeping.rules import licences as rules
from scrutable.meetings.api.recording import Sent, Sentences, kept, named, several
from scrutable.meetings.api.shapes import (
    Count,
    Day,
    WhenAsked,
    Words,
    answers,
    lists,
    shown,
    told,
)
from scrutable.records.reads import one
from scrutable.records.writes import record

router = Router(tags=["Licences"])
Position = shown(facts.LicencePosition, "reference", "short", "over", "line")
Term = shown(facts.LicenceTerm, "reference", "licences")
Gap = shown(facts.LicenceGap, "reference")
Coverage = shown(facts.LicenceCoverage, "reference")
Sums = shown(facts.LicenceSums)
Statement = shown(facts.LicenceStatement, "reference")
Software = shown(facts.SoftwareProduct, "reference")
Product = shown(
    facts.LicenceProduct,
    positions=several(Position),
    terms=several(Term),
    gaps=several(Gap),
    history=several(Position),
    sums=Sums,
    recorded=Software | None,
)


OfMetric = made(
    "OfMetric",
    "What shortfalls and surpluses by one metric come to.",
    metric=facts.Metric,
    sums=Sums,
)


TermThen = made(
    "TermThen",
    "An entitlement, and whether it counts on the day.",
    term=Term,
    state=facts.TermState,
)


Signed = made(
    "Signed",
    "A signed statement, and in what it no longer agrees with the position.",
    statement=Statement,
    disagreements=list[facts.Disagreement],
)


Licences = made(
    "Licences",
    "The last position by the day; coverage is null where none was kept.",
    as_at=date,
    coverage=Coverage | None,
    sums=Sums,
    by_metric=several(OfMetric),
    positions=several(Position),
    terms=several(TermThen),
    gaps=several(Gap),
    signed=several(Signed),
)


class StatementIn(Schema):
    """What somebody signs of the position that they looked at."""

    position: Event
    verdict: facts.Verdict
    not_assessed: Sentences
    signed_by: Words
    post: Words
    signed_on: Day


class SoftwareIn(Sent):
    """A product as it is known from now on, under every name by which systems export it."""

    name: Words
    other_names: tuple[Words, ...] = ()
    metrics: tuple[facts.Metric, ...] = ()
    least_cores: Annotated[Count, Field(le=10_000)] = 0
    why_none: Words = ""


@router.get("/estate/licences", response=answers(Licences), url_name="licences", auth=VIEW)
def licences(request: HttpRequest, when: WhenAsked) -> Mapping[str, object]:
    """Show what there is and what is used of everything licensed, and what either costs."""
    at = when.of(request)
    seen = reads.licences_seen(at.known, at.as_at)
    found = seen.found
    return {
        "as_at": found.as_at if found else at.as_at,
        "coverage": named(found.coverage) if found else None,
        "sums": seen.sums,
        "by_metric": [{"metric": metric, "sums": sums} for metric, sums in seen.by_metric],
        "positions": [_position(one) for one in found.positions] if found else [],
        "terms": [{"term": _term(one), "state": state} for one, state in seen.terms],
        "gaps": [named(one) for one in found.gaps] if found else [],
        "signed": [
            {"statement": named(one), "disagreements": list(no_longer)}
            for one, no_longer in seen.signed
        ],
    }


@router.get("/estate/software", response=lists(Software), url_name="software", auth=VIEW)
@paginate
def software(request: HttpRequest, when: WhenAsked) -> list[facts.SoftwareProduct]:
    """List every product that was recorded, with its other names."""
    return reads.software_products(when.of(request).known)


@router.post("/estate/software", response=answers(Software), url_name="software", auth=MANAGE)
def record_software(request: HttpRequest, sent: SoftwareIn) -> facts.SoftwareProduct:
    """Record a product; it counts from the next time licences are reconciled."""
    return kept(request, facts.SoftwareProduct, sent)


@router.get(
    "/estate/licences/statements", response=lists(Statement), url_name="statements", auth=VIEW
)
@paginate
def statements(request: HttpRequest, when: WhenAsked) -> list[facts.LicenceStatement]:
    """List what was signed by the day, the last first."""
    at = when.of(request)
    return reads.statements(at.known, at.as_at)


@router.post(
    "/estate/licences/statements", response=answers(Statement), url_name="statements", auth=MANAGE
)
def sign(request: HttpRequest, sent: StatementIn) -> facts.LicenceStatement:
    """Sign a statement of the position whose version is sent; it is never changed."""
    found = reads.licences_kept_by(sent.position) if sent.position <= number_at() else None
    if found is None:
        raise Http404("There is no such position. Look at the position, then sign.")
    statement = rules.statement(
        found,
        verdict=sent.verdict,
        not_assessed=sent.not_assessed,
        signed=(sent.signed_by, sent.post, sent.signed_on),
    )
    return record(of=statement, by=asker(request).username, at=clock.now())


@router.get(
    "/estate/licences/statements/{int:number}",
    response=answers(Statement),
    url_name="statement",
    auth=VIEW,
)
def statement(request: HttpRequest, number: int, when: WhenAsked) -> facts.LicenceStatement:
    """Show one statement as it was signed."""
    return one(facts.LicenceStatement, when.of(request).known, number=number)


@router.get(
    "/estate/licences/products/{path:product}",
    response=answers(Product),
    url_name="product",
    auth=VIEW,
)
def product(request: HttpRequest, product: str, when: WhenAsked) -> Mapping[str, object]:
    """Show a product: what there is and what is used, its entitlements, and earlier days."""
    at = when.of(request)
    own = reads.licence_product(product, at.known, at.as_at)
    if own is None:
        raise Http404(f"Nothing is known of “{product}”. Check it in the position.")
    return told(
        own,
        positions=[_position(one) for one in own.positions],
        terms=[_term(one) for one in own.terms],
        gaps=[named(one) for one in own.gaps],
        history=[_position(one) for one in own.history],
        recorded=named(own.recorded) if own.recorded else None,
    )


def _position(one: facts.LicencePosition) -> Mapping[str, object]:
    return named(one, short=one.short, over=one.over, line=one.line)


def _term(one: facts.LicenceTerm) -> Mapping[str, object]:
    return named(one, licences=one.licences)
