"""Business cases, money, what projects wait for, and what delay has cost."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated

from django.http import HttpRequest
from ninja import Query, Router
from ninja.pagination import paginate

from scrutable.audit import clock
from scrutable.kernel.wording import london_day
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
)
from scrutable.portfolio import facts, reads, rules
from scrutable.portfolio.api.shapes import (
    CHANGE,
    VIEW,
    BudgetLine,
    Key,
    Sent,
    Sentences,
    Year,
    kept,
    named,
)

router = Router(tags=["Business cases and money"])
BusinessCase = shown(facts.BusinessCase, "reference", missing=tuple[facts.CasePart, ...])
Funding = shown(facts.Funding, "reference")
Dependency = shown(facts.Dependency, "reference", is_waited_for=bool, days_late=int)
DelayCost = shown(facts.DelayCost, "reference")


class OfProject(When):
    """Of which project something is asked for; of all, where none is named."""

    project: str | None = None

    @property
    def only(self) -> dict[str, str]:
        """Return what a read is narrowed by."""
        return {} if self.project is None else {"project": self.project}


class BusinessCaseIn(Sent):
    """A stage of a project's business case."""

    project: Key
    stage: facts.CaseStage
    outcome: facts.CaseOutcome
    complete: tuple[facts.CasePart, ...] = ()
    cost: Pounds | None = None
    decided_on: Day | None = None
    decided_by: Words = ""
    decision: Reference = ""
    note: Sentences = ""


class FundingIn(Sent):
    """Money for a project in a financial year."""

    project: Key
    source: facts.FundingSource
    year: Year
    approved: Pounds
    spent: Pounds | None = None
    spent_by: Day | None = None
    expected: Pounds | None = None
    budget_line: BudgetLine = ""
    decision: Reference = ""


class DependencyIn(Sent):
    """Something that a project waits for; number 0 is a new one."""

    project: Key
    number: Count = 0
    on_whom: Words
    what: Sentences
    needed_by: Day
    expected_on: Day | None = None
    state: facts.DependencyState
    settled_on: Day | None = None
    owner: Words
    note: Sentences = ""


class DelayCostIn(Sent):
    """What delay has cost a project; number 0 is a new one."""

    project: Key
    number: Count = 0
    on: Day
    pounds: Pounds
    what_for: Words
    source: Words = ""


@router.get("/business-cases", response=lists(BusinessCase), url_name="business_cases", auth=VIEW)
@paginate
def business_cases(
    request: HttpRequest, asked: Annotated[OfProject, Query()]
) -> list[Mapping[str, object]]:
    """List the stages of business cases, each with the parts that are not made yet."""
    found = reads.every(facts.BusinessCase, asked.of(request).known, **asked.only)
    return [_case(one) for one in found]


@router.post(
    "/business-cases", response=answers(BusinessCase), url_name="business_cases", auth=CHANGE
)
def record_case(request: HttpRequest, sent: BusinessCaseIn) -> Mapping[str, object]:
    """Record a stage of a business case as it is from now on."""
    return _case(kept(request, facts.BusinessCase, sent))


@router.get(
    "/business-cases/{project}/{stage}",
    response=answers(BusinessCase),
    url_name="business_case",
    auth=VIEW,
)
def business_case(
    request: HttpRequest, project: str, stage: facts.CaseStage, when: WhenAsked
) -> Mapping[str, object]:
    """Show one stage of a business case."""
    known = when.of(request).known
    return _case(reads.one(facts.BusinessCase, known, project=project, stage=stage))


@router.get("/funding", response=lists(Funding), url_name="funding", auth=VIEW)
@paginate
def funding(request: HttpRequest, asked: Annotated[OfProject, Query()]) -> list[facts.Funding]:
    """List lines of funding, by project, source and year."""
    return reads.every(facts.Funding, asked.of(request).known, **asked.only)


@router.post("/funding", response=answers(Funding), url_name="funding", auth=CHANGE)
def record_funding(request: HttpRequest, sent: FundingIn) -> facts.Funding:
    """Record a line of funding as it is from now on."""
    return kept(request, facts.Funding, sent)


@router.get(
    "/funding/{project}/{source}/{int:year}",
    response=answers(Funding),
    url_name="line_of_funding",
    auth=VIEW,
)
def line_of_funding(
    request: HttpRequest, project: str, source: facts.FundingSource, year: int, when: WhenAsked
) -> facts.Funding:
    """Show one line of funding."""
    key = {"project": project, "source": source, "year": year}
    return reads.one(facts.Funding, when.of(request).known, **key)


@router.get("/dependencies", response=lists(Dependency), url_name="dependencies", auth=VIEW)
@paginate
def dependencies(
    request: HttpRequest,
    asked: Annotated[OfProject, Query()],
    state: facts.DependencyState | None = None,
) -> list[Mapping[str, object]]:
    """List what projects wait for, each with the days by which it comes late."""
    at = asked.of(request)
    found = reads.every(facts.Dependency, at.known, **asked.only)
    return [_dependency(one, at.as_at) for one in found if state in (None, one.state)]


@router.post("/dependencies", response=answers(Dependency), url_name="dependencies", auth=CHANGE)
def record_dependency(request: HttpRequest, sent: DependencyIn) -> Mapping[str, object]:
    """Record what a project waits for as it is from now on."""
    return _dependency(kept(request, facts.Dependency, sent), london_day(clock.now()))


@router.get(
    "/dependencies/{project}/{int:number}",
    response=answers(Dependency),
    url_name="dependency",
    auth=VIEW,
)
def dependency(
    request: HttpRequest, project: str, number: int, when: WhenAsked
) -> Mapping[str, object]:
    """Show one thing that a project waits for."""
    at = when.of(request)
    found = reads.one(facts.Dependency, at.known, project=project, number=number)
    return _dependency(found, at.as_at)


@router.get("/delay-costs", response=lists(DelayCost), url_name="delay_costs", auth=VIEW)
@paginate
def delay_costs(
    request: HttpRequest, asked: Annotated[OfProject, Query()]
) -> list[facts.DelayCost]:
    """List what delay has cost by the day, one item each."""
    at = asked.of(request)
    return reads.every(facts.DelayCost, at.known, on__lte=at.as_at, **asked.only)


@router.post("/delay-costs", response=answers(DelayCost), url_name="delay_costs", auth=CHANGE)
def record_delay_cost(request: HttpRequest, sent: DelayCostIn) -> facts.DelayCost:
    """Record what delay has cost, or correct an item."""
    return kept(request, facts.DelayCost, sent)


@router.get(
    "/delay-costs/{project}/{int:number}",
    response=answers(DelayCost),
    url_name="delay_cost",
    auth=VIEW,
)
def delay_cost(request: HttpRequest, project: str, number: int, when: WhenAsked) -> facts.DelayCost:
    """Show one item of what delay has cost."""
    known = when.of(request).known
    return reads.one(facts.DelayCost, known, project=project, number=number)


def _case(one: facts.BusinessCase) -> Mapping[str, object]:
    return named(one, missing=rules.missing_parts(one))


def _dependency(one: facts.Dependency, as_at: date) -> Mapping[str, object]:
    waited, late = rules.is_open(one, as_at), rules.days_late(one, as_at)
    return named(one, is_waited_for=waited, days_late=late)
