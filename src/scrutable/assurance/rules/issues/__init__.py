"""How issues stand, who may close them, which need a person, and what is none; pure."""

from scrutable.assurance.rules.issues import refusing  # noqa: F401  (register refusals)
from scrutable.assurance.rules.issues.attending import IssueGravity, issues_attention, name_of
from scrutable.assurance.rules.issues.closing import is_known, is_same, names_in
from scrutable.assurance.rules.issues.refusing import own_closure
from scrutable.assurance.rules.issues.standing import (
    LOUD,
    PRESSING,
    ages,
    by_phase,
    issue_standing,
    standings,
)

__all__ = [
    "LOUD",
    "PRESSING",
    "IssueGravity",
    "ages",
    "by_phase",
    "is_known",
    "is_same",
    "issue_standing",
    "issues_attention",
    "name_of",
    "names_in",
    "own_closure",
    "standings",
]
