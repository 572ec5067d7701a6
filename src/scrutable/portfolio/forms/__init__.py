"""Forms of the portfolio."""

from scrutable.portfolio.forms.projects import MoveForm, ProjectForm
from scrutable.portfolio.forms.statuses import StatusForm

__all__ = ["MoveForm", "ProjectForm", "StatusForm"]
