"""What of benefits, measurements and claims does not go together with the other records."""

from collections.abc import Iterable, Sequence

from scrutable.evidence.facts import RowError
from scrutable.portfolio import facts, reads, rules
from scrutable.records.writes import refusals_among_records

TOWARDS = ("objective/", "outcome/")


@refusals_among_records.register
def _of_benefit(of: facts.Benefit, known: int) -> Sequence[RowError]:
    try:
        project = reads.project(of.project, known)
    except reads.UnknownProject:
        fault = f"There is no project {of.project}"
        return [RowError("project", fault, "give a number of the list of projects")]
    return [
        *rules.refusals_in_project(of, project),
        *_reference("towards", of.towards, TOWARDS, known),
        *_reference("measured_by", of.measured_by, ("kpi/",), known),
    ]


def _reference(place: str, text: str, kinds: Sequence[str], known: int) -> Iterable[RowError]:
    if not text:
        return []
    if not text.startswith(tuple(kinds)):
        example = "kpi/CSS/CSC_KPI_04" if place == "measured_by" else "objective/IMT/2"
        return [RowError(place, f"“{text}” is no such reference", f"give one such as {example}")]
    if reads.is_recorded(text, known):
        return []
    return [RowError(place, f"Nothing is recorded as {text}", "check the reference")]


@refusals_among_records.register
def _of_measurement(of: facts.Measurement, known: int) -> Sequence[RowError]:
    return list(rules.refusals_in_benefit(of, _benefit(of, known)))


@refusals_among_records.register
def _of_forecast(of: facts.BenefitForecast, known: int) -> Sequence[RowError]:
    return list(rules.refusals_in_benefit(of, _benefit(of, known)))


def _benefit(of: facts.Measurement | facts.BenefitForecast, known: int) -> facts.Benefit | None:
    return reads.stands(facts.Benefit, known, project=of.project, number=of.benefit)


@refusals_among_records.register
def _of_settlement(of: facts.ClaimSettled, known: int) -> Sequence[RowError]:
    lacking = []
    for place in ("first", "second"):
        code = getattr(of, place)
        try:
            reads.benefit(code, known)
        except reads.UnknownRecord:
            remedy = "check it in the list of benefits"
            lacking.append(RowError(place, f"There is no benefit {code}", remedy))
    return lacking
