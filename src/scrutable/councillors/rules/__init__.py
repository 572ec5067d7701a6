"""Cover of skills without giving anybody away, sessions, kit, paper, and who may see what."""

from scrutable.councillors.rules import refusing
from scrutable.councillors.rules.attending import (
    CareGravity,
    faults_attention,
    needs_attention,
    paper_attention,
    pilots_attention,
    sessions_attention,
)
from scrutable.councillors.rules.covering import (
    cover,
    lacking,
    lacks,
    meets,
    needs,
    released,
    totals,
    withheld,
)
from scrutable.councillors.rules.kit import is_open, is_out, kit_totals
from scrutable.councillors.rules.learning import (
    bookable,
    is_full,
    is_to_be_asked,
    programme,
    session_totals,
)
from scrutable.councillors.rules.naming import NEVER_NAMED, is_named, seen_by_name, serves
from scrutable.councillors.rules.printing import paper_standing

__all__ = [
    "NEVER_NAMED",
    "CareGravity",
    "bookable",
    "cover",
    "faults_attention",
    "is_full",
    "is_named",
    "is_open",
    "is_out",
    "is_to_be_asked",
    "kit_totals",
    "lacking",
    "lacks",
    "meets",
    "needs",
    "needs_attention",
    "paper_attention",
    "paper_standing",
    "pilots_attention",
    "programme",
    "refusing",
    "released",
    "seen_by_name",
    "serves",
    "session_totals",
    "sessions_attention",
    "totals",
    "withheld",
]
