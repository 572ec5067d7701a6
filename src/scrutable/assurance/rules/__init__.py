"""Whether a profile is met, what stops with a system, and what a board may take from a claim."""

from scrutable.assurance.rules import assessing, claims, issues, systems  # noqa: F401  (register refusals)
from scrutable.assurance.rules.profiles import differences, in_scope, moved, profile_judged
from scrutable.assurance.rules.reassuring import claim_judged, issue_state
from scrutable.assurance.rules.stopping import months_since, readiness, what_stops

__all__ = [
    "claim_judged",
    "differences",
    "in_scope",
    "issue_state",
    "months_since",
    "moved",
    "profile_judged",
    "readiness",
    "what_stops",
]
