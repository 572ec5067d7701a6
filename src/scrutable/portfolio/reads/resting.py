"""The tables that each answer rests on: it is right until one of them is written into."""

from scrutable.audit.models import Kept
from scrutable.portfolio import models
from scrutable.registers.models import Policy, Supplier

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
ON_DEPENDENCIES: Tables = (models.Project, models.Dependency, Supplier)
