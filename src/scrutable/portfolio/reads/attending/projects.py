"""What of projects needs a person."""

from datetime import date

from scrutable.kernel.attention import Attention
from scrutable.portfolio.facts import ProgrammePapers
from scrutable.portfolio.reads.cases import every_dependency, every_funding
from scrutable.portfolio.reads.holding import held
from scrutable.portfolio.reads.judging import judged, tolerance_at
from scrutable.portfolio.rules.attending.projects import ProjectsWatched, projects_attention
from scrutable.registers import reads as registers


def attention(as_at: date, known: int) -> list[Attention]:
    """Return projects late, silent, red without a way back, over their money, or held up."""
    watched = ProjectsWatched(
        papers=ProgrammePapers(
            as_at=as_at,
            judged=tuple(judged(known, as_at)),
            cases=(),
            funding=tuple(every_funding(known)),
            dependencies=tuple(every_dependency(known)),
            delays=(),
        ),
        policy=registers.policy("projects", as_at, known),
        held=held(known, as_at, tolerance_at(as_at, known).red_after),
    )
    return list(projects_attention(watched))
