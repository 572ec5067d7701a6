"""What of lessons needs a person, by the council's own policy."""

from datetime import date

from scrutable.kernel.attention import Attention
from scrutable.portfolio.reads.lessons import lessons, named_projects
from scrutable.portfolio.rules.attending.lessons import lessons_attention
from scrutable.registers import reads as registers


def attention(as_at: date, known: int) -> list[Attention]:
    """Return lessons that running projects were to apply and have not."""
    found = lessons(known, as_at)
    projects = named_projects({name for one in found for name in one.wanting}, known)
    policy = registers.policy("lessons", as_at, known)
    return list(lessons_attention(found, projects, policy, as_at))
