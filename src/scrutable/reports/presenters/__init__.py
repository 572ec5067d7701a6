"""The words and tables of reports' pages and commands; pure."""

from scrutable.reports.presenters.editions import (
    STATE_TAGS,
    address,
    edition_terms,
    editions_table,
    faults_table,
    faults_title,
    lacking_words,
    narrative_hint,
)
from scrutable.reports.presenters.proving import (
    OUTCOME_TAGS,
    comparison_tables,
    comparison_title,
    differences_table,
    formats_table,
    renderers_words,
    restated_words,
    sections_of,
    superseded_table,
    verification_title,
    verification_words,
)

__all__ = [
    "OUTCOME_TAGS",
    "STATE_TAGS",
    "address",
    "comparison_tables",
    "comparison_title",
    "differences_table",
    "edition_terms",
    "editions_table",
    "faults_table",
    "faults_title",
    "formats_table",
    "lacking_words",
    "narrative_hint",
    "renderers_words",
    "restated_words",
    "sections_of",
    "superseded_table",
    "verification_title",
    "verification_words",
]
