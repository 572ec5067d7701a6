"""A project as a timeline shows it."""

from dataclasses import dataclass
from datetime import date

from scrutable.portfolio.facts.dates import DateLine, Slip
from scrutable.portfolio.facts.projects import Project


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A project with its go-live, how late that is, and the dates to which it was planned anew.

    `slip` is None where no date was set and where nobody expects the go-live any more.
    """

    project: Project
    line: DateLine | None
    slip: Slip | None
    notches: tuple[date, ...] = ()

    @property
    def reference(self) -> str:
        """Return the reference of what the row rests on."""
        return self.line.reference if self.line else self.project.reference

    @property
    def version(self) -> int:
        """Return its version."""
        return self.line.version if self.line else self.project.version
