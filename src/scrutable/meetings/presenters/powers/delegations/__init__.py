"""Delegations with their uses and what is left, as pages show them; pure."""

from scrutable.meetings.presenters.powers.delegations.listed import delegation_table, title
from scrutable.meetings.presenters.powers.delegations.page import (
    delegation_terms,
    figures,
    kept_words,
    one_summary,
    one_title,
    scope_words,
    use_table,
    version_table,
)

__all__ = [
    "delegation_table",
    "delegation_terms",
    "figures",
    "kept_words",
    "one_summary",
    "one_title",
    "scope_words",
    "title",
    "use_table",
    "version_table",
]
