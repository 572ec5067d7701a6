"""Results taken in, verified and corrected; what stood before is kept."""

from dataclasses import replace
from datetime import datetime

from scrutable.audit.writes import Change, change
from scrutable.contracts import facts, models, reads
from scrutable.contracts.rules import fitting
from scrutable.evidence.writes import keep_file
from scrutable.kernel.periods import Month, Span
from scrutable.kernel.wording import london_day


class ReturnAlreadyLoaded(Exception):
    """Another file has been loaded as the month's return."""

    def __init__(self, earlier: facts.ReturnReceived) -> None:
        self.earlier = earlier
        super().__init__(
            f"{earlier.month.words} already has a return, {earlier.file_name}. "
            "If this file replaces figures in it, load it as verified or restated."
        )


class NothingToVerify(Exception):
    """The month has no result that is not verified already."""


class UnfitCorrection(Exception):
    """The correction is no value the KPI can have, or changes nothing."""


def load_return(*, incoming: facts.IncomingReturn, by: str, at: datetime) -> facts.ReturnReceived:
    """Take in a return, all of it or nothing, and return what was received.

    The same bytes for the same month again change nothing and give the earlier return. A second,
    different file for the month is refused while it is provisional (ReturnAlreadyLoaded); as
    verified or restated it is an addendum. Raises UnknownKpi and UnknownContract.
    """
    contract, month, file = incoming.contract, incoming.month, incoming.file
    if earlier := reads.return_with(contract, month, file):
        return earlier
    subject = f"return/{contract}/{month}"
    with change(verb="return_loaded", subject=subject, by=by, at=at) as under_way:
        known = under_way.number - 1
        received = _received(incoming, known)
        under_way.subject = f"{subject}/{received + 1}"
        keep_file(incoming.content, incoming.name, by=by, at=under_way.at, change=under_way)
        plan = reads.load_plan(incoming, as_at=london_day(under_way.at), known=known)
        _store(plan, incoming, by, under_way)
        row = models.ReturnReceived.objects.create(
            contract=contract,
            month=month,
            number=received + 1,
            source=plan.source.value,
            file=file,
            file_name=incoming.name,
            received_at=under_way.at,
            received_by=by,
            results=plan.changes,
            event=under_way.number,
        )
    return reads.as_received(row)


def _received(incoming: facts.IncomingReturn, known: int) -> int:
    """Return how many files the month has had; refuse a second provisional one."""
    earlier = [
        item for item in reads.returns(incoming.contract, known) if item.month == incoming.month
    ]
    if earlier and incoming.standing is facts.Standing.PROVISIONAL:
        raise ReturnAlreadyLoaded(earlier[-1])
    return len(earlier)


def _store(
    plan: facts.LoadPlan, incoming: facts.IncomingReturn, by: str, under_way: Change
) -> None:
    """Keep a row for each result that is new or changed, with its cell in the file."""
    stored = [row for row in plan.rows if row.action != "unchanged"]
    taken = (reads.as_result(row.after, incoming) for row in stored)
    models.Result.objects.bulk_create(
        _row(replace(result, source=plan.source, file=incoming.file), by, under_way)
        for result in taken
    )
    under_way.before = {row.code: _said(row.before) for row in stored if row.before}
    under_way.after = {"file": incoming.file, **{row.code: _said(row.after) for row in stored}}


def _said(row: facts.ReturnRow | facts.Result) -> str:
    return str(row.no_value or "") if row.value is None else f"{row.value:f}"


def verify_results(*, contract: str, month: Month, by: str, at: datetime) -> int:
    """Mark the month's provisional results as verified and return how many.

    Results under review stay so; raises NothingToVerify.
    """
    subject = f"contract/{contract}/{month}"
    with change(verb="results_verified", subject=subject, by=by, at=at) as under_way:
        stood = reads.standing_results(contract, Span(month, month), under_way.number - 1)
        firm = [
            results[month]
            for results in stood.values()
            if results[month].standing is facts.Standing.PROVISIONAL
        ]
        if not firm:
            raise NothingToVerify(f"{contract} has no provisional result for {month.words}.")
        for result in firm:
            _row(replace(result, standing=facts.Standing.VERIFIED), by, under_way).save()
        under_way.after = {"verified": sorted(result.code for result in firm)}
    return len(firm)


def correct_result(*, correction: facts.Correction, by: str, at: datetime) -> facts.Result:
    """Record what the result should have been, and why; what was said before is kept.

    Raises UnknownKpi, and UnfitCorrection where the KPI cannot have the value, it stands
    already, or no reason is given.
    """
    contract, code, month = correction.contract, correction.code, correction.month
    subject = correction.reference
    with change(verb="result_corrected", subject=subject, by=by, at=at) as under_way:
        known = under_way.number - 1
        _refuse_unfit(reads.definition(contract, code, known), correction)
        stood = reads.standing_results(contract, Span(month, month), known).get(code, {})
        before = stood.get(month)
        if before and _says(before) == _says(correction):
            raise UnfitCorrection(f"{subject} already says that. There is nothing to correct.")
        corrected = facts.Result(
            contract=contract,
            code=code,
            month=month,
            value=correction.value,
            no_value=correction.no_value,
            standing=correction.standing,
            source=facts.Source.CORRECTION,
            commentary=before.commentary if before else "",
            why=correction.why.strip(),
        )
        _row(corrected, by, under_way).save()
        under_way.before = {"value": _said(before) if before else "nothing"}
        under_way.after = {"value": _said(corrected), "why": corrected.why}
    return reads.versions(contract, code, month)[-1]


def _says(result: facts.Result | facts.Correction) -> tuple[object, ...]:
    return result.value, result.no_value, result.standing


def _refuse_unfit(kpi: facts.KpiDefinition, correction: facts.Correction) -> None:
    if not correction.why.strip():
        raise UnfitCorrection("Enter why the figure is corrected.")
    if (correction.value is None) == (correction.no_value is None):
        raise UnfitCorrection("Give a value or a reason for having none, not both.")
    if correction.value is not None and (fault := fitting.unfit_value(kpi, correction.value)):
        raise UnfitCorrection(fault)


def _row(result: facts.Result, by: str, under_way: Change) -> models.Result:
    """Return the row of one version of a result, not yet saved."""
    return models.Result(
        contract=result.contract,
        code=result.code,
        month=result.month,
        value=result.value,
        no_value=result.no_value.value if result.no_value else "",
        standing=result.standing.value,
        source=result.source.value,
        numerator=result.numerator,
        denominator=result.denominator,
        commentary=result.commentary,
        file=result.file,
        place=result.place,
        why=result.why,
        recorded_by=by,
        recorded_at=under_way.at,
        event=under_way.number,
    )
