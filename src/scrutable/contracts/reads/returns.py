"""Returns received, returns owed, and what loading one would change."""

from datetime import date
from functools import partial

from django.db.models import Subquery

from scrutable.audit import reads as audit
from scrutable.contracts import facts, models
from scrutable.contracts.reads.definitions import UnknownKpi, definitions
from scrutable.contracts.reads.results import standing_results
from scrutable.contracts.rules import judging
from scrutable.contracts.rules.owing import Owing
from scrutable.kernel.periods import Month, Span
from scrutable.kernel.wording import london_day
from scrutable.registers import reads as registers
from scrutable.registers.facts import Contract


def returns(contract: str, known: int) -> list[facts.ReturnReceived]:
    """Return what was received, newest first."""
    rows = models.ReturnReceived.objects.filter(contract=contract, event__lte=known)
    return [as_received(row) for row in rows.order_by("-event")]


def return_with(contract: str, month: Month, file: str) -> facts.ReturnReceived | None:
    """Return the return that brought this very file for the month, or None."""
    row = models.ReturnReceived.objects.filter(contract=contract, month=month, file=file).first()
    return as_received(row) if row else None


def returns_with_file(file: str) -> list[facts.ReturnReceived]:
    """Return the returns that brought the file with this SHA-256, oldest first."""
    rows = models.ReturnReceived.objects.filter(file=file).order_by("event")
    return [as_received(row) for row in rows]


def return_numbered(contract: str, month: Month, number: int) -> facts.ReturnReceived | None:
    """Return the return with this number in its month, or None."""
    rows = models.ReturnReceived.objects.filter(contract=contract, month=month, number=number)
    row = rows.first()
    return as_received(row) if row else None


def months_received(contract: str, known: int) -> set[Month]:
    """Return the months for which some return has come."""
    rows = models.ReturnReceived.objects.filter(contract=contract, event__lte=known)
    return set(rows.values_list("month", flat=True))


def followed_from(contract: Contract, known: int) -> Month | None:
    """Return the first month that is followed here, or None before any KPI is defined.

    The month of the first result, or that in which the first KPI was recorded if it is earlier;
    never before the contract began. A council that begins half-way through a contract is owed
    nothing for the years before.
    """
    results = models.Result.objects.filter(contract=contract.code, event__lte=known)
    kpis = models.Kpi.objects.filter(contract=contract.code, event__lte=known).order_by("event")
    first_month = Subquery(results.order_by("month").values("month")[:1])
    found = kpis.values_list(audit.recorded_at(), first_month).first()
    if found is None:
        return None
    moment, first = found
    month = Month.of(london_day(moment))
    return max(Month.of(contract.start_on), min(month, first or month))


def returns_owed(as_at: date, known: int, contract: str | None = None) -> list[facts.ReturnOwed]:
    """Return the months whose return is late on the day, oldest first.

    A contract that others only publish about owes none, nor any month before it is followed, nor
    one in which no KPI is due.
    """
    owed = []
    chosen = [registers.contract(contract, known)] if contract else registers.contracts(known)
    for terms in chosen:
        owing = Owing(contract=terms, followed_from=followed_from(terms, known), as_at=as_at)
        if owing.months is None:
            continue
        come, kpis = months_received(terms.code, known), definitions(terms.code, known)
        last = min(Month.of(as_at).plus(-1), owing.months.last)
        for month in owing.months.first.until(last):
            due = owing.due_on(month)
            is_missing = month not in come and any(kpi.is_due_in(month) for kpi in kpis)
            if is_missing and due < as_at:
                owed.append(facts.ReturnOwed(contract=terms, month=month, due_on=due))
    return sorted(owed, key=lambda item: (item.due_on, item.contract.code))


def load_plan(incoming: facts.IncomingReturn, *, as_at: date, known: int) -> facts.LoadPlan:
    """Return what loading the rows would change; a result that stays the same is unchanged.

    Raises UnknownContract, and UnknownKpi for a row whose KPI the contract does not have.
    """
    contract, month = incoming.contract, incoming.month
    earlier = return_with(contract, month, incoming.file)
    kpis = {kpi.code: kpi for kpi in definitions(contract, known)}
    due_on = judging.return_due_on(registers.contract(contract, known), month)
    stood = standing_results(contract, Span(month.plus(-14), month), known)
    planned = []
    for row in incoming.rows:
        if row.code not in kpis:
            raise UnknownKpi(contract, row.code)
        results = stood.get(row.code, {})
        before = results.get(month)
        after = as_result(row, incoming)
        status = partial(
            judging.status_of,
            kpis[row.code],
            month,
            as_at=as_at,
            due_on=due_on,
            last_year=judging.value_last_year(results, month),
        )
        planned.append(
            facts.PlannedRow(
                code=row.code,
                action=_action(before, after),
                before=before,
                after=row,
                status_before=status(before) if before else None,
                status_after=status(after),
            )
        )
    return facts.LoadPlan(
        contract=contract,
        month=month,
        standing=incoming.standing,
        source=source_of(contract, month, known),
        rows=tuple(planned),
        already_loaded=earlier.reference if earlier else "",
    )


def source_of(contract: str, month: Month, known: int) -> facts.Source:
    """Return what a new file for the month is: the return, or an addendum to it."""
    come = months_received(contract, known)
    return facts.Source.ADDENDUM if month in come else facts.Source.RETURN


def as_result(row: facts.ReturnRow, incoming: facts.IncomingReturn) -> facts.Result:
    """Return the result that the row would become."""
    return facts.Result(
        contract=incoming.contract,
        code=row.code,
        month=incoming.month,
        value=row.value,
        no_value=row.no_value,
        standing=incoming.standing,
        source=facts.Source.RETURN,
        numerator=row.numerator,
        denominator=row.denominator,
        commentary=row.commentary,
        place=row.place,
    )


def _action(before: facts.Result | None, after: facts.Result) -> str:
    """Return new, changed or unchanged; a firmer standing for the same value is a change."""
    if before is None:
        return "new"
    return "unchanged" if _says(before) == _says(after) else "changed"


def _says(result: facts.Result) -> tuple[object, ...]:
    counted = (result.numerator, result.denominator)
    return result.value, result.no_value, result.standing, *counted


def as_received(row: models.ReturnReceived) -> facts.ReturnReceived:
    """Return the stored row as a fact."""
    return facts.ReturnReceived(
        contract=row.contract,
        month=row.month,
        number=row.number,
        source=facts.Source(row.source),
        file=row.file,
        file_name=row.file_name,
        received_at=row.received_at,
        by=row.received_by,
        results=row.results,
        version=row.event,
    )
