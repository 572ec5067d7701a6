"""Cover of skills without giving anybody away, needs and sessions, and paper beside its target."""

from scrutable.councillors.rules.covering import cover, needs, withheld
from scrutable.councillors.rules.printing import paper_standing

__all__ = ["cover", "needs", "paper_standing", "withheld"]
