"""Tables of the portfolio; every row is kept."""

from scrutable.audit.models import Kept
from scrutable.portfolio import facts
from scrutable.portfolio.models.benefits import (
    Benefit,
    BenefitForecast,
    ClaimSettled,
    Measurement,
)
from scrutable.portfolio.models.capacity import Post, Procurement, Redirection
from scrutable.portfolio.models.cases import BusinessCase, DelayCost, Dependency, Funding
from scrutable.portfolio.models.lessons import Lesson, LessonApplied
from scrutable.portfolio.models.outcomes import (
    HandOver,
    Look,
    Outcome,
    OutcomeEvidence,
    OutcomeJudgement,
    Transition,
)
from scrutable.portfolio.models.processes import Feature, ProcessReview
from scrutable.portfolio.models.projects import DateMove, Project, Status, UpdateReceived
from scrutable.portfolio.models.strategies import Objective, ObjectiveReview, Strategy
from scrutable.portfolio.models.updates import CellMap, UpdateLine
from scrutable.records import models as records

TABLES: dict[type[facts.Record], type[Kept]] = {
    facts.Benefit: Benefit,
    facts.BenefitForecast: BenefitForecast,
    facts.BusinessCase: BusinessCase,
    facts.CellMap: CellMap,
    facts.ClaimSettled: ClaimSettled,
    facts.DelayCost: DelayCost,
    facts.Dependency: Dependency,
    facts.Feature: Feature,
    facts.Funding: Funding,
    facts.HandOver: HandOver,
    facts.Lesson: Lesson,
    facts.LessonApplied: LessonApplied,
    facts.Look: Look,
    facts.Measurement: Measurement,
    facts.Objective: Objective,
    facts.ObjectiveReview: ObjectiveReview,
    facts.Outcome: Outcome,
    facts.OutcomeEvidence: OutcomeEvidence,
    facts.OutcomeJudgement: OutcomeJudgement,
    facts.Post: Post,
    facts.ProcessReview: ProcessReview,
    facts.Procurement: Procurement,
    facts.Redirection: Redirection,
    facts.Strategy: Strategy,
    facts.Transition: Transition,
}
records.TABLES.update(TABLES)

__all__ = [
    "TABLES",
    "Benefit",
    "BenefitForecast",
    "BusinessCase",
    "CellMap",
    "ClaimSettled",
    "DateMove",
    "DelayCost",
    "Dependency",
    "Feature",
    "Funding",
    "HandOver",
    "Lesson",
    "LessonApplied",
    "Look",
    "Measurement",
    "Objective",
    "ObjectiveReview",
    "Outcome",
    "OutcomeEvidence",
    "OutcomeJudgement",
    "Post",
    "ProcessReview",
    "Procurement",
    "Project",
    "Redirection",
    "Status",
    "Strategy",
    "Transition",
    "UpdateLine",
    "UpdateReceived",
]
