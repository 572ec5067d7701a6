"""What of councillors' learning, kit and paper needs a person."""

from datetime import date

from scrutable.councillors import rules
from scrutable.councillors.facts import KitFault, Place
from scrutable.councillors.reads.learning import cover, pilots, sessions, skill_areas
from scrutable.councillors.reads.paper import paper
from scrutable.councillors.reads.policy import care
from scrutable.kernel.attention import Attention
from scrutable.records.reads import every


def attention(as_at: date, known: int) -> list[Attention]:
    """Return everything that needs a person; it names nobody and counts nobody who is few."""
    gravity = care(known, as_at)
    areas = {one.code: one for one in skill_areas(known)}
    return [
        *rules.needs_attention(cover(known, as_at), areas, gravity),
        *rules.sessions_attention(sessions(known), every(Place, known), as_at, gravity),
        *rules.pilots_attention(pilots(known), as_at, gravity),
        *rules.paper_attention(paper(known, as_at), as_at, gravity),
        *rules.faults_attention(every(KitFault, known), as_at, gravity),
    ]
