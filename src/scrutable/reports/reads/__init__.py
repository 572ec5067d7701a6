"""Questions about reports: editions, what they print, what stops them, how they differ."""

from scrutable.reports.reads.checking import (
    Standing,
    check,
    document_of,
    frozen_json,
    frozen_tree,
    standing,
)
from scrutable.reports.reads.composing import SECTIONS, compose, papers, pin_of, tree
from scrutable.reports.reads.editions import (
    NotFrozen,
    UnknownEdition,
    draft_like,
    edition,
    edition_for,
    editions,
    editions_for,
    last_frozen,
    name_of,
    narrative,
    sees_drafts,
    word_template,
)
from scrutable.reports.reads.rendering import content_of, drawing_of, rendered, rendition
from scrutable.reports.reads.using import (
    all_superseded,
    figures_used,
    superseded_figures,
    used_by,
)
from scrutable.reports.reads.verifying import compare, verify

__all__ = [
    "SECTIONS",
    "NotFrozen",
    "Standing",
    "UnknownEdition",
    "all_superseded",
    "check",
    "compare",
    "compose",
    "content_of",
    "document_of",
    "draft_like",
    "drawing_of",
    "edition",
    "edition_for",
    "editions",
    "editions_for",
    "figures_used",
    "frozen_json",
    "frozen_tree",
    "last_frozen",
    "name_of",
    "narrative",
    "papers",
    "pin_of",
    "rendered",
    "rendition",
    "sees_drafts",
    "standing",
    "superseded_figures",
    "tree",
    "used_by",
    "verify",
    "word_template",
]
