"""What of projects needs a person."""

from datetime import date

from scrutable.kernel.attention import Attention
from scrutable.portfolio import facts
from scrutable.portfolio.reads.holding import held
from scrutable.portfolio.reads.judging import judged, tolerance_at
from scrutable.portfolio.rules.attending.projects import ProjectsWatched, projects_attention
from scrutable.records.reads import every
from scrutable.registers import reads as registers


def attention(as_at: date, known: int) -> list[Attention]:
    """Return projects late, silent, red without a way back, over their money, or held up."""
    watched = ProjectsWatched(
        papers=facts.ProgrammePapers(
            as_at=as_at,
            judged=tuple(judged(known, as_at)),
            cases=(),
            funding=tuple(every(facts.Funding, known)),
            dependencies=tuple(every(facts.Dependency, known)),
            delays=(),
        ),
        policy=registers.policy("projects", as_at, known),
        held=held(known, as_at, tolerance_at(as_at, known).red_after),
    )
    return list(projects_attention(watched))
