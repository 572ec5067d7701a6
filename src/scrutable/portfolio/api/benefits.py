"""Benefits: what was promised, measured, forecast, verified, withdrawn; savings claimed twice."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated

from django.http import HttpRequest
from ninja import Query, Router, Schema
from ninja.pagination import paginate

from scrutable.audit.reads import number_at
from scrutable.meetings.api.shapes import (
    Count,
    Day,
    Pounds,
    Reference,
    When,
    WhenAsked,
    Words,
    answers,
    lists,
    shown,
    told,
)
from scrutable.portfolio import facts, reads, rules
from scrutable.portfolio.api.shapes import (
    CHANGE,
    VIEW,
    Amount,
    BudgetLine,
    Key,
    Sent,
    Sentences,
    changed,
    kept,
    there,
)

router = Router(tags=["Benefits"])
Benefit = shown(facts.Benefit, "code", "reference")
Measurement = shown(facts.Measurement, "reference")
Forecast = shown(facts.BenefitForecast, "reference")
Settlement = shown(facts.ClaimSettled, "reference")
Standing = shown(
    facts.BenefitStanding,
    "code",
    "reference",
    "realised",
    "verified",
    without=("share",),
    benefit=Benefit,
    last=Measurement | None,
    taken=Measurement | None,
    tried=Measurement | None,
    forecast=Forecast | None,
    percent=Decimal | None,
    is_left_out=bool,
)
Claim = shown(facts.DoubleClaim, first=Benefit, second=Benefit, settled=Settlement | None)


class BenefitsAsked(When):
    """Which benefits are asked for."""

    project: str = ""
    kind: facts.BenefitKind | None = None
    owner: str | None = None
    state: facts.BenefitState | None = None

    def holds(self, one: facts.BenefitStanding) -> bool:
        """Test whether the benefit is among them."""
        return (
            self.kind in (None, one.benefit.kind)
            and self.owner in (None, one.benefit.owner)
            and self.state in (None, one.state)
        )


class BenefitIn(Sent):
    """A benefit's profile; number 0 is a new one."""

    project: Key
    number: Count = 0
    title: Words
    kind: facts.BenefitKind
    category: Words = ""
    description: Sentences = ""
    service: Words
    metric: Words
    measure: facts.Measure
    lower_is_better: bool = False
    baseline: Amount | None = None
    baseline_on: Day | None = None
    target: Amount | None = None
    target_on: Day | None = None
    begins_on: Day | None = None
    yearly_pounds: Pounds | None = None
    budget_line: BudgetLine = ""
    data_source: Words = ""
    costs: Sentences = ""
    activities: Sentences = ""
    owner: Words = ""
    unowned_since: Day | None = None
    towards: Reference = ""
    measured_by: Reference = ""
    measure_on: tuple[Day, ...] = ()
    withdrawn_on: Day | None = None
    withdrawn_reason: Sentences = ""


class WithdrawalIn(Sent):
    """That a benefit is claimed no more; it stays on the list and counts in no sum."""

    withdrawn_on: Day
    withdrawn_reason: Sentences


class MeasurementIn(Sent):
    """What was measured on a day; of the same day again, it corrects."""

    on: Day
    value: Amount | None = None
    pounds: Pounds | None = None
    words: Sentences = ""
    source: Words = ""
    measured_by: Words
    verified_by: Words = ""
    verified_on: Day | None = None


class VerifiedIn(Sent):
    """Who verified what was measured: somebody other than who measured."""

    verified_by: Words
    verified_on: Day


class BenefitForecastIn(Sent):
    """What a benefit is expected to come to, and when."""

    on: Day
    value: Amount
    by_when: Day
    why: Sentences
    said_by: Words


class ClaimSettledIn(Sent):
    """What two benefits that look like one saving were found to be."""

    first: Words
    second: Words
    on: Day
    outcome: facts.ClaimOutcome
    why: Sentences
    said_by: Words


class SumsShown(Schema):
    """Benefits counted and added up: all, and each kind of which there is any."""

    every: facts.BenefitSums
    by_kind: dict[facts.BenefitKind, facts.BenefitSums]


@router.get("/benefits", response=lists(Standing), url_name="benefits", auth=VIEW)
@paginate
def benefits(
    request: HttpRequest, asked: Annotated[BenefitsAsked, Query()]
) -> list[Mapping[str, object]]:
    """List benefits, withdrawn ones too, each with where it stands by the day."""
    found = _found(asked, request, asked.project)
    return [_standing(one, found) for one in found.standings if asked.holds(one)]


@router.post("/benefits", response=answers(Benefit), url_name="benefits", auth=CHANGE)
def record_benefit(request: HttpRequest, sent: BenefitIn) -> facts.Benefit:
    """Record a benefit's profile as it is from now on."""
    return kept(request, facts.Benefit, sent)


@router.get("/benefits/sums", response=answers(SumsShown), url_name="benefit_sums", auth=VIEW)
def sums(request: HttpRequest, when: WhenAsked) -> Mapping[str, object]:
    """Show what was promised, realised and verified a year; a saving claimed twice counts once."""
    found = _found(when, request)
    return {
        "every": rules.sums_of(found.standings, found.left_out),
        "by_kind": rules.sums_by_kind(found),
    }


@router.get("/benefits/{code}", response=answers(Standing), url_name="benefit", auth=VIEW)
def benefit(request: HttpRequest, code: str, when: WhenAsked) -> Mapping[str, object]:
    """Show one benefit with where it stands by the day."""
    of = reads.benefit(code, when.of(request).known)
    found = _found(when, request, of.project)
    return next(_standing(one, found) for one in found.standings if one.code == of.code)


@router.post(
    "/benefits/{code}/withdrawal", response=answers(Benefit), url_name="withdraw", auth=CHANGE
)
def withdraw(request: HttpRequest, code: str, sent: WithdrawalIn) -> facts.Benefit:
    """Withdraw a benefit."""
    of = reads.benefit(code, number_at())
    return changed(request, of, sent)


@router.get(
    "/benefits/{code}/measurements",
    response=lists(Measurement),
    url_name="measurements",
    auth=VIEW,
)
@paginate
def measurements(request: HttpRequest, code: str, when: WhenAsked) -> list[facts.Measurement]:
    """List what was measured of a benefit by the day, as last corrected, the oldest first."""
    at = when.of(request)
    of = _key(reads.benefit(code, at.known))
    return reads.every(facts.Measurement, at.known, on__lte=at.as_at, **of)


@router.post(
    "/benefits/{code}/measurements",
    response=answers(Measurement),
    url_name="measurements",
    auth=CHANGE,
)
def measure(request: HttpRequest, code: str, sent: MeasurementIn) -> facts.Measurement:
    """Record what was measured on a day, or correct it."""
    of = _key(reads.benefit(code, number_at()))
    return kept(request, facts.Measurement, sent, **of)


@router.post(
    "/benefits/{code}/measurements/{on}/verification",
    response=answers(Measurement),
    url_name="verification",
    auth=CHANGE,
)
def verify(request: HttpRequest, code: str, on: Day, sent: VerifiedIn) -> facts.Measurement:
    """Record who verified what was measured on a day."""
    of = _key(reads.benefit(code, number_at()))
    return changed(request, there(facts.Measurement, **of, on=on), sent)


@router.get("/benefits/{code}/forecasts", response=lists(Forecast), url_name="forecasts", auth=VIEW)
@paginate
def forecasts(request: HttpRequest, code: str, when: WhenAsked) -> list[facts.BenefitForecast]:
    """List what a benefit was expected to come to by the day, the oldest first."""
    at = when.of(request)
    of = _key(reads.benefit(code, at.known))
    return reads.every(facts.BenefitForecast, at.known, on__lte=at.as_at, **of)


@router.post(
    "/benefits/{code}/forecasts", response=answers(Forecast), url_name="forecasts", auth=CHANGE
)
def expect(request: HttpRequest, code: str, sent: BenefitForecastIn) -> facts.BenefitForecast:
    """Record what a benefit is expected to come to; what was expected before is kept."""
    of = _key(reads.benefit(code, number_at()))
    return kept(request, facts.BenefitForecast, sent, **of)


@router.get("/claims", response=lists(Claim), url_name="claims", auth=VIEW)
@paginate
def claims(request: HttpRequest, when: WhenAsked, project: str = "") -> list[facts.DoubleClaim]:
    """List pairs of benefits that look like one saving, and why, settled or not."""
    return list(_found(when, request, project).claims)


@router.post("/claims", response=answers(Settlement), url_name="claims", auth=CHANGE)
def settle(request: HttpRequest, sent: ClaimSettledIn) -> facts.ClaimSettled:
    """Settle what two benefits that look like one saving are."""
    return kept(request, facts.ClaimSettled, sent)


def _found(when: When, request: HttpRequest, project: str = "") -> facts.BenefitsFound:
    at = when.of(request)
    return reads.benefits_found(at.as_at, at.known, project=project)


def _key(of: facts.Benefit) -> dict[str, object]:
    return {"project": of.project, "benefit": of.number}


def _standing(one: facts.BenefitStanding, found: facts.BenefitsFound) -> Mapping[str, object]:
    return told(
        one,
        *("code", "reference", "realised", "verified"),
        percent=None if one.share is None else rules.percent_of(one.share),
        is_left_out=one.code in found.left_out,
    )
