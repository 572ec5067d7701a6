"""What of projects needs a person."""

from datetime import date

from scrutable.kernel.attention import Attention
from scrutable.portfolio.reads.judging import programme_papers
from scrutable.portfolio.rules.attending.projects import ProjectsWatched, projects_attention
from scrutable.registers import reads as registers


def attention(as_at: date, known: int) -> list[Attention]:
    """Return projects late, silent, red without a way back, over their money, or held up."""
    watched = ProjectsWatched(
        papers=programme_papers(known, as_at),
        policy=registers.policy("projects", as_at, known),
    )
    return list(projects_attention(watched))
