"""Why a measurement, a forecast or a settlement cannot be recorded as it is told; pure."""

from collections.abc import Iterator, Sequence
from datetime import date

from scrutable.evidence.facts import RowError
from scrutable.kernel.wording import date_words
from scrutable.portfolio.facts import (
    Benefit,
    BenefitForecast,
    BenefitKind,
    ClaimSettled,
    Measure,
    Measurement,
)
from scrutable.portfolio.rules.benefits.profiles import same_words
from scrutable.records.rules import refusals_of, refusals_on, to_come


@refusals_of.register
def of_measurement(of: Measurement) -> Sequence[RowError]:
    """Return what a measurement lacks, whatever else is known."""
    found = []
    says = of.value is not None or of.pounds is not None
    if not says and not of.words.strip():
        found.append(
            RowError("words", "Nothing was found", "give a value, or why none could be had")
        )
    if says and not of.source.strip():
        found.append(RowError("source", "The value has no source", "say where it is from"))
    if not of.measured_by.strip():
        found.append(RowError("measured_by", "Nobody measured it", "name who did"))
    return [*found, *_verified(of)]


def _verified(of: Measurement) -> Iterator[RowError]:
    if bool(of.verified_by.strip()) != (of.verified_on is not None):
        yield RowError(
            "verified_on", "It is half verified", "say who verified it and on which day, or neither"
        )
    if of.verified_by.strip() and same_words(of.verified_by, of.measured_by):
        yield RowError(
            "verified_by",
            f"{of.verified_by.strip()} measured it too",
            "have somebody else verify it",
        )
    if of.verified_on is not None and of.verified_on < of.on:
        yield RowError(
            "verified_on",
            f"It was verified before it was measured on {date_words(of.on)}",
            "give that day or a later one",
        )


@refusals_on.register
def of_measurement_on(of: Measurement, today: date) -> Sequence[RowError]:
    """Return which days of a measurement have not come yet."""
    return [*to_come("on", of.on, today), *to_come("verified_on", of.verified_on, today)]


def refusals_in_benefit(
    of: Measurement | BenefitForecast, benefit: Benefit | None
) -> Iterator[RowError]:
    """Yield what does not go together with the benefit, None where there is none."""
    if benefit is None:
        fault = f"There is no benefit {of.project}-{of.benefit}"
        yield RowError("benefit", fault, "check it in the list of benefits")
        return
    if benefit.measure is Measure.WORDS and of.value is not None:
        yield RowError("value", "A qualitative benefit has no values", "say in words what is found")
    has_pounds = isinstance(of, Measurement) and of.pounds is not None
    if has_pounds and benefit.kind is not BenefitKind.CASHABLE:
        yield RowError(
            "pounds", "It is not cashable, so no budget was cut", "leave out the pounds taken"
        )


@refusals_of.register
def of_forecast(of: BenefitForecast) -> Sequence[RowError]:
    """Return what a forecast lacks."""
    found = []
    if not of.why.strip():
        found.append(RowError("why", "The forecast has no reason", "say why it is expected"))
    if not of.said_by.strip():
        found.append(RowError("said_by", "Nobody said it", "name who did"))
    if of.by_when < of.on:
        found.append(
            RowError(
                "by_when",
                f"It is expected before the day on which that was said, {date_words(of.on)}",
                "give a later day",
            )
        )
    return found


@refusals_on.register
def of_forecast_on(of: BenefitForecast, today: date) -> Sequence[RowError]:
    """Return whether it is said in the future."""
    return to_come("on", of.on, today)


@refusals_of.register
def of_settlement(of: ClaimSettled) -> Sequence[RowError]:
    """Return what the settlement of a saving claimed twice lacks."""
    found = []
    if of.first.rpartition("-")[0] == of.second.rpartition("-")[0]:
        found.append(
            RowError("second", "Both benefits are of one project", "name two of two projects")
        )
    if not of.why.strip():
        found.append(RowError("why", "There is no reason", "say what speaks for it"))
    if not of.said_by.strip():
        found.append(RowError("said_by", "Nobody said it", "name who did"))
    return found


@refusals_on.register
def of_settlement_on(of: ClaimSettled, today: date) -> Sequence[RowError]:
    """Return whether it is settled in the future."""
    return to_come("on", of.on, today)
