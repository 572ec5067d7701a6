"""Forms of the portfolio."""

from scrutable.portfolio.forms.projects import MoveForm, ProjectForm, StatusForm

__all__ = ["MoveForm", "ProjectForm", "StatusForm"]
