"""The steps that traces are made of, each a record in words; pure."""

from dataclasses import replace
from datetime import datetime

from scrutable.audit.facts import EventFact
from scrutable.contracts.facts import (
    Charge,
    CreditTerms,
    KpiDefinition,
    Mitigation,
    Result,
    ReturnReceived,
)
from scrutable.contracts.presenters import words
from scrutable.evidence.facts import StoredFile
from scrutable.kernel.money import money_exact
from scrutable.kernel.wording import capital, count_words, date_words
from scrutable.overview.facts import Layer, Step
from scrutable.overview.presenters.events import verb_words
from scrutable.reports.facts import Use


def value_of(kpi: KpiDefinition | None, result: Result) -> str:
    """Return the result in words: its value with the unit, or why there is none."""
    if result.no_value is not None:
        return words.NO_VALUE_WORDS[result.no_value]
    if result.value is None or kpi is None:
        return f"{result.value}"
    return words.value_words(kpi, result.value)


def file_step(stored: StoredFile, said: str, place: str = "") -> Step:
    """Return the file that something came from, with the cell where it is one cell."""
    where = f"Cell {place}" if "!" in place else capital(place)
    return Step(
        key=stored.reference,
        layer=Layer.FILE,
        title=stored.name,
        said=where or said,
        reference=stored.reference,
        at=stored.received_at,
        by=stored.received_by,
        place=place,
    )


def return_step(received: ReturnReceived) -> Step:
    """Return the return that brought something."""
    source = words.SOURCE_WORDS[received.source]
    return Step(
        key=received.reference,
        layer=Layer.RETURN,
        title=f"{capital(source)} for {received.month.words}",
        said=f"{count_words(received.results, 'result')} taken in from {received.file_name}",
        reference=received.reference,
        version=received.version,
        at=received.received_at,
        by=received.by,
    )


def dated(step: Step, at: datetime, by: str) -> Step:
    """Return the step with when it came about, and by whom."""
    return replace(step, at=at, by=by)


def placed(step: Step, place: str) -> Step:
    """Return the step with its place in a file or a report."""
    return replace(step, place=place)


def version_step(kpi: KpiDefinition | None, result: Result, *, is_current: bool) -> Step:
    """Return one version of a result."""
    standing = words.STANDING_WORDS[result.standing]
    source = words.SOURCE_WORDS[result.source].lower()
    said = f"{standing}, from {'an' if source[0] in 'aeiou' else 'a'} {source}"
    return Step(
        key=f"version {result.version}",
        layer=Layer.VERSION,
        title=value_of(kpi, result),
        said=f"{said}: {result.why}" if result.why else said,
        reference=f"event/{result.version}",
        version=result.version,
        at=result.at,
        by=result.by,
        place=result.place,
        is_current=is_current,
    )


def result_step(kpi: KpiDefinition | None, result: Result) -> Step:
    """Return a result as a record of its own, with the way to its trace."""
    return Step(
        key=result.reference,
        layer=Layer.VERSION,
        title=f"{result.code}, {result.month.words}",
        said=value_of(kpi, result),
        reference=result.reference,
        version=result.version,
        at=result.at,
        by=result.by,
        place=result.place,
    )


def definition_step(version: KpiDefinition, *, is_current: bool) -> Step:
    """Return one version of a KPI's definition."""
    levels = count_words(len(version.levels), "level")
    return Step(
        key=f"definition {version.version}",
        layer=Layer.VERSION,
        title="Definition",
        said=f"{version.title}, {levels}",
        reference=f"event/{version.version}",
        version=version.version,
        is_current=is_current,
    )


def mitigation_step(item: Mitigation, *, key: str = "", is_current: bool = True) -> Step:
    """Return a mitigation, or one version of it where a key is given."""
    ended = f", withdrawn on {date_words(item.withdrawn_on)}" if item.withdrawn_on else ""
    return Step(
        key=key or item.reference,
        layer=Layer.VERSION,
        title=f"Mitigation {item.number}",
        said=f"{item.span.words}, granted by {item.granted_by}{ended}: {item.reason}",
        reference=f"event/{item.version}" if key else item.reference,
        version=item.version,
        is_current=is_current,
    )


def charge_step(charge: Charge) -> Step:
    """Return the charge that a month's credit is a share of."""
    return Step(
        key="charge",
        layer=Layer.VERSION,
        title=f"Charge for {charge.month.words}",
        said=money_exact(charge.pounds),
        reference=f"event/{charge.version}",
        version=charge.version,
        place=charge.place,
    )


def terms_step(terms: CreditTerms) -> Step:
    """Return the terms that a month's credit is worked out by."""
    rate, cap = terms.percent_per_point.normalize(), terms.cap_percent.normalize()
    return Step(
        key="terms",
        layer=Layer.VERSION,
        title="Credit terms",
        said=f"From {terms.effective_from.words}, {rate:f}% a point, at most {cap:f}%",
        reference=f"event/{terms.version}",
        version=terms.version,
    )


def use_step(use: Use) -> Step:
    """Return a report that printed the record."""
    return Step(
        key=use.edition,
        layer=Layer.USE,
        title=use.title,
        said="Printed an earlier figure" if use.is_superseded else "Printed what stands now",
        reference=use.edition,
        version=use.version,
        is_current=not use.is_superseded,
    )


def event_step(event: EventFact) -> Step:
    """Return an event of the log."""
    return Step(
        key=event.reference,
        layer=Layer.VERSION,
        title=verb_words(event.verb),
        said=event.subject,
        reference=event.reference,
        version=event.number,
        at=event.at,
        by=event.by,
    )
