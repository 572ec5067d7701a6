"""What is agreed beside the results: relief, terms, charges, reasons, matters."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from hashlib import sha256

from scrutable.audit.writes import Change, change
from scrutable.contracts import facts, models, reads
from scrutable.contracts.writes.numbering import next_number
from scrutable.evidence.writes import keep_file
from scrutable.kernel.periods import Month
from scrutable.kernel.references import result_reference
from scrutable.registers import reads as registers


def grant_relief(*, relief: facts.Relief, by: str, at: datetime) -> facts.Relief:
    """Suspend credits or relieve KPIs of points, and return it with its number."""
    subject = f"contract/{relief.contract}"
    with change(verb="relief_granted", subject=subject, by=by, at=at) as under_way:
        registers.contract(relief.contract, under_way.number - 1)
        granted = replace(relief, number=next_number(models.Relief.objects.all(), relief.contract))
        under_way.subject = granted.reference
        models.Relief.objects.create(
            contract=granted.contract,
            number=granted.number,
            kind=granted.kind.value,
            first_month=granted.span.first,
            last_month=granted.span.last,
            codes=list(granted.codes),
            reason=granted.reason,
            granted_by=granted.granted_by,
            granted_on=granted.granted_on,
            event=under_way.number,
        )
        under_way.after = {"months": granted.span.words, "reason": granted.reason}
        return replace(granted, version=under_way.number)


def record_charge(*, contract: str, month: Month, pounds: Decimal, by: str, at: datetime) -> None:
    """Record what the supplier charged for the month; a later sum replaces an earlier one."""
    subject = f"credits/{contract}/{month}"
    with change(verb="charge_recorded", subject=subject, by=by, at=at) as under_way:
        registers.contract(contract, under_way.number - 1)
        models.Charge.objects.create(
            contract=contract, month=month, pounds=pounds, event=under_way.number
        )
        under_way.after = {"pounds": f"{pounds:f}"}


def set_credit_terms(*, terms: facts.CreditTerms, by: str, at: datetime) -> None:
    """Record the parameters of points and credits from a month on."""
    subject = f"contract/{terms.contract}"
    with change(verb="credit_terms_set", subject=subject, by=by, at=at) as under_way:
        registers.contract(terms.contract, under_way.number - 1)
        numbers: dict[str, object] = {
            "percent_per_point": f"{terms.percent_per_point:f}",
            "cap_percent": f"{terms.cap_percent:f}",
            "repeat_multiplier": terms.repeat_multiplier,
            "points": {severity.value: points for severity, points in terms.points.items()},
            "mitigation_relieves_points": terms.mitigation_relieves_points,
            "relieved_month_counts": terms.relieved_month_counts,
            "gap_resets_repeat": terms.gap_resets_repeat,
        }
        models.CreditTerms.objects.create(
            contract=terms.contract,
            effective_from=terms.effective_from,
            numbers=numbers,
            clause=terms.clause,
            approved_by=terms.approved_by,
            event=under_way.number,
        )
        under_way.after = {"effective_from": str(terms.effective_from), **numbers}


def give_trend_reason(
    *, contract: str, code: str, month: Month, reason: str, by: str, at: datetime
) -> None:
    """Say why the KPI got better or worse in the month. Raises UnknownKpi."""
    subject = result_reference(contract, code, month)
    with change(verb="trend_reason_given", subject=subject, by=by, at=at) as under_way:
        reads.definition(contract, code, under_way.number - 1)
        models.TrendReason.objects.create(
            contract=contract,
            code=code,
            month=month,
            reason=reason.strip(),
            given_by=by,
            event=under_way.number,
        )
        under_way.after = {"reason": reason.strip()}


def record_matter(*, matter: facts.Matter, by: str, at: datetime) -> facts.Matter:
    """Record a service matter, new where its number is 0, else as it stands from now on."""
    subject = f"contract/{matter.contract}"
    with change(verb="matter_recorded", subject=subject, by=by, at=at) as under_way:
        registers.contract(matter.contract, under_way.number - 1)
        number = matter.number or next_number(models.Matter.objects.all(), matter.contract)
        recorded = replace(matter, number=number, version=under_way.number)
        under_way.subject = recorded.reference
        models.Matter.objects.create(
            contract=recorded.contract,
            number=number,
            title=recorded.title,
            owner=recorded.owner,
            state=recorded.state.value,
            raised_on=recorded.raised_on,
            due=recorded.due,
            codes=list(recorded.codes),
            note=recorded.note,
            event=under_way.number,
        )
        under_way.after = {"title": recorded.title, "state": recorded.state.value}
    return recorded


def record_statements(
    *,
    contract: str,
    statements: Sequence[facts.Statement],
    content: bytes,
    name: str,
    by: str,
    at: datetime,
) -> int:
    """Record what somebody published, from a file, and return how many statements are new.

    The same file twice changes nothing.
    """
    file = sha256(content).hexdigest()
    if models.Statement.objects.filter(contract=contract, file=file).exists():
        return 0
    subject = f"contract/{contract}"
    with change(verb="statements_recorded", subject=subject, by=by, at=at) as under_way:
        registers.contract(contract, under_way.number - 1)
        keep_file(content=content, name=name, by=by, at=under_way.at, change=under_way)
        first = next_number(models.Statement.objects.all(), contract)
        models.Statement.objects.bulk_create(
            _statement_row(replace(statement, number=first + place, file=file), under_way)
            for place, statement in enumerate(statements)
        )
        under_way.after = {"file": file, "statements": len(statements)}
    return len(statements)


def _statement_row(statement: facts.Statement, under_way: Change) -> models.Statement:
    return models.Statement(
        contract=statement.contract,
        number=statement.number,
        code=statement.code,
        first_month=statement.span.first,
        last_month=statement.span.last,
        measure=statement.measure,
        low=statement.low,
        high=statement.high,
        verdict=statement.verdict.value if statement.verdict else "",
        mitigated=statement.mitigated,
        note=statement.note,
        confidence=statement.confidence,
        source=statement.source,
        file=statement.file,
        place=statement.place,
        event=under_way.number,
    )
