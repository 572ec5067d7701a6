"""What was agreed or said beside the results: mitigation, relief, terms, reasons, matters."""

from collections.abc import Mapping
from decimal import Decimal

from scrutable.audit.reads import as_known
from scrutable.contracts import facts, models
from scrutable.kernel.periods import Month, Span


class UnknownRecord(Exception):
    """No record has this reference."""

    def __init__(self, reference: str) -> None:
        super().__init__(f"There is no {reference}. Check the reference.")


def mitigations(contract: str | None, known: int) -> list[facts.Mitigation]:
    """Return the mitigations as they stood, withdrawn ones included, by contract and number."""
    rows = models.Mitigation.objects.all()
    if contract is not None:
        rows = rows.filter(contract=contract)
    return [_mitigation(row) for row in as_known(rows, known).order_by("contract", "number")]


def mitigation(contract: str, number: int, known: int) -> facts.Mitigation:
    """Return one mitigation; raises UnknownRecord."""
    row = as_known(
        models.Mitigation.objects.filter(contract=contract, number=number), known
    ).first()
    if row is None:
        raise UnknownRecord(f"mitigation/{contract}/{number}")
    return _mitigation(row)


def mitigation_history(contract: str, known: int) -> list[facts.Mitigation]:
    """Return every version known of every mitigation of the contract, oldest first."""
    rows = models.Mitigation.objects.filter(contract=contract, event__lte=known)
    return [_mitigation(row) for row in rows.order_by("event")]


def mitigation_versions(contract: str, number: int) -> list[facts.Mitigation]:
    """Return every version of the mitigation, oldest first: granted, renewed, withdrawn."""
    rows = models.Mitigation.objects.filter(contract=contract, number=number).order_by("event")
    return [_mitigation(row) for row in rows]


def reliefs(contract: str, known: int) -> list[facts.Relief]:
    """Return suspensions and reliefs by number."""
    rows = as_known(models.Relief.objects.filter(contract=contract), known).order_by("number")
    return [
        facts.Relief(
            contract=row.contract,
            number=row.number,
            kind=facts.ReliefKind(row.kind),
            span=Span(row.first_month, row.last_month),
            codes=tuple(row.codes),
            reason=row.reason,
            granted_by=row.granted_by,
            granted_on=row.granted_on,
            version=row.event,
        )
        for row in rows
    ]


def charges(contract: str, span: Span, known: int) -> dict[Month, facts.Charge]:
    """Return what was charged, by month."""
    rows = as_known(
        models.Charge.objects.filter(
            contract=contract, month__gte=span.first, month__lte=span.last
        ),
        known,
    )
    return {
        row.month: facts.Charge(
            contract=contract,
            month=row.month,
            pounds=row.pounds,
            version=row.event,
            file=row.file,
            place=row.place,
        )
        for row in rows.order_by("month")
    }


def credit_terms(contract: str, month: Month, known: int) -> facts.CreditTerms | None:
    """Return the terms of credits in force in the month, or None where none were agreed."""
    row = (
        as_known(
            models.CreditTerms.objects.filter(contract=contract, effective_from__lte=month), known
        )
        .order_by("-effective_from")
        .first()
    )
    return _credit_terms(row) if row else None


def statements(contract: str, known: int) -> list[facts.Statement]:
    """Return what was published about the contract, by number."""
    rows = as_known(models.Statement.objects.filter(contract=contract), known).order_by("number")
    return [_statement(row) for row in rows]


def statements_from(file: str) -> list[facts.Statement]:
    """Return the statements that came from the file with this SHA-256, by contract and number."""
    rows = models.Statement.objects.filter(file=file).order_by("contract", "number")
    return [_statement(row) for row in rows]


def matters(contract: str, known: int) -> list[facts.Matter]:
    """Return the service matters by number."""
    rows = as_known(models.Matter.objects.filter(contract=contract), known).order_by("number")
    return [
        facts.Matter(
            contract=row.contract,
            number=row.number,
            title=row.title,
            owner=row.owner,
            state=facts.MatterState(row.state),
            raised_on=row.raised_on,
            due=row.due,
            codes=tuple(row.codes),
            note=row.note,
            version=row.event,
        )
        for row in rows
    ]


def trend_reasons(
    contract: str, span: Span, known: int
) -> Mapping[tuple[str, Month], facts.TrendReason]:
    """Return the reasons given for better or worse, by code and month."""
    rows = as_known(
        models.TrendReason.objects.filter(
            contract=contract, month__gte=span.first, month__lte=span.last
        ),
        known,
    )
    return {
        (row.code, row.month): facts.TrendReason(
            contract=contract,
            code=row.code,
            month=row.month,
            reason=row.reason,
            by=row.given_by,
            version=row.event,
        )
        for row in rows.order_by("code", "month")
    }


def _mitigation(row: models.Mitigation) -> facts.Mitigation:
    return facts.Mitigation(
        contract=row.contract,
        code=row.code,
        number=row.number,
        span=Span(row.first_month, row.last_month),
        reason=row.reason,
        asked_by=row.asked_by,
        granted_by=row.granted_by,
        granted_on=row.granted_on,
        long_term_fix=row.long_term_fix,
        fix_due=row.fix_due,
        withdrawn_on=row.withdrawn_on,
        version=row.event,
    )


def _credit_terms(row: models.CreditTerms) -> facts.CreditTerms:
    numbers = row.numbers
    return facts.CreditTerms(
        contract=row.contract,
        effective_from=row.effective_from,
        percent_per_point=Decimal(numbers["percent_per_point"]),
        cap_percent=Decimal(numbers["cap_percent"]),
        repeat_multiplier=int(numbers["repeat_multiplier"]),
        points={facts.Severity(name): int(n) for name, n in numbers["points"].items()},
        mitigation_relieves_points=bool(numbers.get("mitigation_relieves_points")),
        relieved_month_counts=bool(numbers.get("relieved_month_counts")),
        gap_resets_repeat=bool(numbers.get("gap_resets_repeat")),
        clause=row.clause,
        approved_by=row.approved_by,
        version=row.event,
    )


def _statement(row: models.Statement) -> facts.Statement:
    return facts.Statement(
        contract=row.contract,
        number=row.number,
        span=Span(row.first_month, row.last_month),
        code=row.code,
        measure=row.measure,
        low=row.low,
        high=row.high,
        verdict=facts.Status(row.verdict) if row.verdict else None,
        mitigated=row.mitigated,
        note=row.note,
        confidence=row.confidence,
        source=row.source,
        file=row.file,
        place=row.place,
        version=row.event,
    )
