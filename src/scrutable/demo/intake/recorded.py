"""Everything that is recorded whole, as happenings: a folder for each app, a file of each kind."""

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields
from datetime import datetime
from typing import Any, get_type_hints

from pydantic import TypeAdapter

from scrutable.assurance import facts as assurance
from scrutable.councillors import facts as councillors
from scrutable.demo.facts import Council, Happening, LookPut, RecordTold
from scrutable.demo.intake import files
from scrutable.housekeeping import facts as housekeeping
from scrutable.money import facts as money
from scrutable.portfolio import facts
from scrutable.records.facts import Record

BETWEEN = "|"  # several in one field of a CSV file
PORTFOLIO = "portfolio"
RECORDERS = {
    PORTFOLIO: "a.patel",
    "estate": "b.khan",
    "councillors": "a.clerk",
    "assurance": "k.adeyemi",
    "money": "h.brandt",
}  # by folder, where a line does not say
Kinds = Mapping[str, type[Record]]
OF_PORTFOLIO: Kinds = {  # in the order in which they are told of one moment
    "strategies.toml": facts.Strategy,
    "objectives.csv": facts.Objective,
    "objective_reviews.toml": facts.ObjectiveReview,
    "cases.csv": facts.BusinessCase,
    "funding.csv": facts.Funding,
    "dependencies.csv": facts.Dependency,
    "delay_costs.csv": facts.DelayCost,
    "benefits.csv": facts.Benefit,
    "measurements.csv": facts.Measurement,
    "benefit_forecasts.csv": facts.BenefitForecast,
    "transitions.csv": facts.Transition,
    "outcomes.csv": facts.Outcome,
    "outcome_evidence.csv": facts.OutcomeEvidence,
    "outcome_judgements.csv": facts.OutcomeJudgement,
    "hand_overs.csv": facts.HandOver,
    "lessons.toml": facts.Lesson,
    "lessons_applied.csv": facts.LessonApplied,
    "posts.csv": facts.Post,
    "procurements.csv": facts.Procurement,
    "redirections.csv": facts.Redirection,
    "process_reviews.csv": facts.ProcessReview,
    "features.csv": facts.Feature,
    "cell_maps.toml": facts.CellMap,
}


OF_ESTATE: Kinds = {
    "agreements.csv": housekeeping.Agreement,
    "renewals.csv": housekeeping.Renewal,
    "cures.csv": housekeeping.Cure,
    "initiatives.csv": housekeeping.Initiative,
}
OF_MONEY: Kinds = {
    "budget_lines.csv": money.BudgetLine,
    "virements.csv": money.Virement,
    "approvals.csv": money.Approval,
    "commitments.csv": money.Commitment,
    "forecasts.csv": money.Forecast,
    "savings.csv": money.Saving,
    "saving_proofs.csv": money.SavingProof,
    "business_areas.csv": money.BusinessArea,
    "cost_pools.csv": money.CostPool,
    "cost_drivers.toml": money.CostDriver,
    "allocation_steps.csv": money.AllocationStep,
    "unit_counts.csv": money.UnitCount,
    "outside_charges.csv": money.Charge,
    "provisions.csv": money.Provision,
}
OF_ASSURANCE: Kinds = {
    "systems.csv": assurance.CriticalSystem,
    "services.csv": assurance.PublicService,
    "recovery_tests.csv": assurance.RecoveryTest,
    "phases.csv": assurance.Phase,
    "issues.csv": assurance.Issue,
    "claims.csv": assurance.Claim,
    "evidence.csv": assurance.Evidence,
    "assessments.csv": assurance.Assessment,
    "answers.csv": assurance.Answer,
    "remediation.csv": assurance.Remediation,
}
OF_COUNCILLORS: Kinds = {
    "skill_areas.csv": councillors.SkillArea,
    "pilots.csv": councillors.Pilot,
    "sessions.csv": councillors.Session,
    "targets.csv": councillors.PaperTarget,
}
KINDS: Mapping[str, Kinds] = {
    "money": OF_MONEY,
    PORTFOLIO: OF_PORTFOLIO,
    "estate": OF_ESTATE,
    "councillors": OF_COUNCILLORS,
    "assurance": OF_ASSURANCE,
}


def records(council: Council) -> Iterator[Happening]:
    """Yield everything that is recorded, kind by kind; each line says when it was.

    A line may say by whom; else it is the officer who keeps what is in its folder.
    """
    for folder, kinds in KINDS.items():
        for name, kind in kinds.items():
            made = TypeAdapter(kind)
            for row in _rows(council, f"{folder}/{name}", kind):
                at, by = _moment(row.pop("at")), row.pop("recorder", RECORDERS[folder])
                told = RecordTold(record=made.validate_python(row))
                yield Happening(at=at, by=by, what=told)


def looks(council: Council) -> Iterator[Happening]:
    """Yield the looks at transitions that were put into a body's work programme."""
    for row in files.rows(council, f"{PORTFOLIO}/looks.csv"):
        put = LookPut(transition=row["transition"], on=datetime.fromisoformat(row["on"]).date())
        yield Happening(at=_moment(row["at"]), by=RECORDERS[PORTFOLIO], what=put)


def _rows(council: Council, name: str, kind: type[Record]) -> Iterator[dict[str, Any]]:
    """Yield the lines of a file; an empty field of CSV says nothing, or that nobody knows."""
    if name.endswith(".toml"):
        yield from files.table(council, name)["record"]
        return
    hints = get_type_hints(kind)
    for row in files.rows(council, name):
        yield {
            name: _plain(hints.get(name), text)
            for name, text in row.items()
            if text or _must_be_said(kind, name)
        }


def _plain(hint: object, text: str) -> str | list[str] | None:
    if str(hint).startswith("tuple"):
        return text.split(BETWEEN) if text else []
    return text if text or hint is str else None


def _must_be_said(kind: type[Record], name: str) -> bool:
    found = {field.name: field for field in fields(kind)}
    return name in found and found[name].default is MISSING


def _moment(said: str | datetime) -> datetime:
    return files.in_london(said) if isinstance(said, datetime) else files.moment(said)
