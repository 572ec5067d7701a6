"""The tables that each answer rests on: it is right until one of them is written into."""

from scrutable.audit.models import Kept
from scrutable.portfolio import models
from scrutable.registers.models import Contract, Policy, Supplier

Tables = tuple[type[Kept], ...]
ON_PROJECTS: Tables = (models.Project, models.DateMove, models.Status, Policy)
ON_BENEFITS: Tables = (
    models.Project,
    models.Benefit,
    models.Measurement,
    models.BenefitForecast,
    models.ClaimSettled,
    Policy,
)
ON_STRATEGIES: Tables = (
    *ON_PROJECTS,
    *ON_BENEFITS,
    models.Strategy,
    models.Objective,
    models.ObjectiveReview,
)
ON_OBJECTIVES: Tables = (
    models.Project,
    models.Strategy,
    models.Objective,
    models.ObjectiveReview,
    Policy,
)
ON_CAPACITY: Tables = (
    models.Project,
    models.DateMove,
    models.Post,
    models.Procurement,
    models.Redirection,
    Policy,
)
ON_DEPENDENCE: Tables = (models.Project, Contract, Supplier, Policy)
ON_LESSONS: Tables = (models.Project, models.Lesson, models.LessonApplied, Policy)
ON_OUTCOMES: Tables = (
    models.Project,
    models.Transition,
    models.Outcome,
    models.OutcomeEvidence,
    models.OutcomeJudgement,
    models.HandOver,
    models.Look,
    Policy,
)
ON_PROCESSES: Tables = (models.Project, models.ProcessReview, models.Feature, Policy)
ON_DEPENDENCIES: Tables = (models.Project, models.Dependency, Supplier)
