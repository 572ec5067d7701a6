"""Every project judged by the day, and all that reports say of projects.

Judgements are carried from event to event: only projects that were written of since are judged.
"""

from collections.abc import Collection, Mapping
from datetime import date

from scrutable.audit.reads import Carried
from scrutable.portfolio import facts, models, rules
from scrutable.portfolio.reads.policies import tolerance
from scrutable.portfolio.reads.standings import standings
from scrutable.records.reads import every
from scrutable.registers import reads as registers

JUDGED: Carried[facts.Judged] = Carried(
    {models.Project: "number", models.DateMove: "project", models.Status: "project"}
)


def tolerance_at(as_at: date, known: int) -> facts.Tolerance:
    """Return the council's own limits of the day."""
    return tolerance(registers.policy("projects", as_at, known))


def judged(known: int, as_at: date) -> list[facts.Judged]:
    """Return every project as judged by the day, by number."""
    return list(judged_by(tolerance_at(as_at, known), as_at, known).values())


def judged_by(limits: facts.Tolerance, as_at: date, known: int) -> Mapping[str, facts.Judged]:
    """Return every project as judged by the day and those limits; by number, in that order."""

    def work_out(only: Collection[str] | None) -> dict[str, facts.Judged]:
        found = standings(known, as_at, only)
        return {one.project.number: rules.judged(one, as_at, limits) for one in found}

    return JUDGED.of(known, (as_at, limits), work_out)


def programme_papers(known: int, as_at: date) -> facts.ProgrammePapers:
    """Return all that reports say of projects by the day."""
    return facts.ProgrammePapers(
        as_at=as_at,
        judged=tuple(judged(known, as_at)),
        cases=tuple(every(facts.BusinessCase, known)),
        funding=tuple(every(facts.Funding, known)),
        dependencies=tuple(every(facts.Dependency, known)),
        delays=tuple(every(facts.DelayCost, known, on__lte=as_at)),
        names={one.reference: one.name for one in registers.suppliers(known)},
    )
