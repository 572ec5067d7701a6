"""Mitigation granted, renewed and withdrawn: each a new row, the earlier ones are kept."""

from dataclasses import replace
from datetime import date, datetime

from scrutable.audit.writes import Change, change
from scrutable.contracts import facts, models, reads
from scrutable.contracts.writes.numbering import next_number
from scrutable.kernel.periods import Month, Span
from scrutable.kernel.references import kpi_reference
from scrutable.kernel.wording import date_words


class UnfitMitigation(Exception):
    """The mitigation cannot be granted, renewed or withdrawn as asked."""


def grant_mitigation(*, mitigation: facts.Mitigation, by: str, at: datetime) -> facts.Mitigation:
    """Grant relief for a KPI and return it with the number it was given.

    Raises UnknownKpi, and UnfitMitigation where reason or grantor is missing.
    """
    contract, code = mitigation.contract, mitigation.code
    if not mitigation.reason.strip() or not mitigation.granted_by.strip():
        raise UnfitMitigation("Enter the reason and who granted it.")
    subject = kpi_reference(contract, code)
    with change(verb="mitigation_granted", subject=subject, by=by, at=at) as under_way:
        reads.definition(contract, code, under_way.number - 1)
        granted = replace(mitigation, number=next_number(models.Mitigation.objects.all(), contract))
        under_way.subject = granted.reference
        return _store(granted, under_way)


def renew_mitigation(
    *, reference: str, last_month: Month, fix_due: date | None, by: str, at: datetime
) -> facts.Mitigation:
    """Let a mitigation run on to a later month; a fix that has slipped gets its new date.

    Raises UnknownRecord, and UnfitMitigation for a month no later than today's end.
    """
    with change(verb="mitigation_renewed", subject=reference, by=by, at=at) as under_way:
        current = _current(reference, under_way)
        if current.withdrawn_on or last_month <= current.span.last:
            raise UnfitMitigation(
                f"{reference} ends with {current.span.last.words}. Choose a later month."
            )
        renewed = replace(
            current,
            span=Span(current.span.first, last_month),
            fix_due=fix_due or current.fix_due,
        )
        return _store(renewed, under_way)


def postpone_fix(
    *, reference: str, fix_due: date, why: str, by: str, at: datetime
) -> facts.Mitigation:
    """Give the long-term fix a later date; the mitigation itself ends when it did.

    Raises UnknownRecord, and UnfitMitigation for a date that is no later or without a reason.
    """
    with change(verb="fix_postponed", subject=reference, by=by, at=at) as under_way:
        current = _current(reference, under_way)
        if not why.strip():
            raise UnfitMitigation("Enter why the fix is later.")
        if current.fix_due and fix_due <= current.fix_due:
            raise UnfitMitigation(
                f"The fix is due on {date_words(current.fix_due)}. Choose a later day."
            )
        under_way.after["why"] = why.strip()
        return _store(replace(current, fix_due=fix_due), under_way)


def withdraw_mitigation(
    *, reference: str, on: date, why: str, by: str, at: datetime
) -> facts.Mitigation:
    """End a mitigation from the month of the day on. Raises UnknownRecord, UnfitMitigation."""
    with change(verb="mitigation_withdrawn", subject=reference, by=by, at=at) as under_way:
        current = _current(reference, under_way)
        if current.withdrawn_on:
            raise UnfitMitigation(f"{reference} was withdrawn already.")
        if not why.strip():
            raise UnfitMitigation("Enter why it is withdrawn.")
        under_way.after["why"] = why.strip()
        return _store(replace(current, withdrawn_on=on), under_way)


def _current(reference: str, under_way: Change) -> facts.Mitigation:
    kind, *parts = reference.split("/")
    if kind != "mitigation" or len(parts) != 2 or not parts[1].isdigit():
        raise reads.UnknownRecord(reference)
    current = reads.mitigation(parts[0], int(parts[1]), under_way.number - 1)
    under_way.before = _terms(current)
    return current


def _store(mitigation: facts.Mitigation, under_way: Change) -> facts.Mitigation:
    models.Mitigation.objects.create(
        contract=mitigation.contract,
        code=mitigation.code,
        number=mitigation.number,
        first_month=mitigation.span.first,
        last_month=mitigation.span.last,
        reason=mitigation.reason,
        asked_by=mitigation.asked_by,
        granted_by=mitigation.granted_by,
        granted_on=mitigation.granted_on,
        long_term_fix=mitigation.long_term_fix,
        fix_due=mitigation.fix_due,
        withdrawn_on=mitigation.withdrawn_on,
        event=under_way.number,
    )
    under_way.after.update(_terms(mitigation))
    return replace(mitigation, version=under_way.number)


def _terms(mitigation: facts.Mitigation) -> dict[str, object]:
    return {
        "kpi": mitigation.code,
        "months": mitigation.span.words,
        "reason": mitigation.reason,
        "granted_by": mitigation.granted_by,
        "fix_due": str(mitigation.fix_due or ""),
        "withdrawn_on": str(mitigation.withdrawn_on or ""),
    }
