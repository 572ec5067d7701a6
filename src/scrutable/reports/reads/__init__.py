"""Questions about reports: editions, what they print, what stops them, how they differ."""

from scrutable.reports.reads.attending import attending_decisions
from scrutable.reports.reads.checking import (
    Standing,
    check,
    document_of,
    exempt_document_of,
    frozen_json,
    frozen_tree,
    standing,
)
from scrutable.reports.reads.composing import (
    compose,
    compose_exempt,
    faults,
    papers,
    pin_of,
    sections,
    tree,
)
from scrutable.reports.reads.decisions import (
    Consequences,
    decisions_by_edition,
    made_in,
    relied_on,
    restated_in,
    restated_under,
    taken_on,
)
from scrutable.reports.reads.destinations import Destination, NotItsMeeting, destination
from scrutable.reports.reads.editions import (
    NotFrozen,
    UnknownEdition,
    draft_like,
    edition,
    editions,
    last_frozen,
    name_of,
    narrative,
    word_template,
)
from scrutable.reports.reads.forms import FURTHER_FORMS, content_in, own_form
from scrutable.reports.reads.kinds import KINDS
from scrutable.reports.reads.line_of_sight import (
    kpis_named,
)
from scrutable.reports.reads.projects import decisions_using, kpis_moved, printed
from scrutable.reports.reads.rendering import (
    NothingExempt,
    content_of,
    drawing_of,
    exempt_content_of,
    exempt_drawing_of,
    exempt_rendition,
    rendered,
    rendition,
)
from scrutable.reports.reads.seeing import edition_for, editions_for, makes, sees, sees_drafts
from scrutable.reports.reads.subjects import subject_of, whole_estate, whole_portfolio
from scrutable.reports.reads.using import (
    all_superseded,
    figures_used,
    superseded_figures,
    used_by,
)
from scrutable.reports.reads.verifying import compare, verify

__all__ = [
    "FURTHER_FORMS",
    "KINDS",
    "Consequences",
    "Destination",
    "NotFrozen",
    "NotItsMeeting",
    "NothingExempt",
    "Standing",
    "UnknownEdition",
    "all_superseded",
    "attending_decisions",
    "check",
    "compare",
    "compose",
    "compose_exempt",
    "content_in",
    "content_of",
    "decisions_by_edition",
    "decisions_using",
    "destination",
    "document_of",
    "draft_like",
    "drawing_of",
    "edition",
    "edition_for",
    "editions",
    "editions_for",
    "exempt_content_of",
    "exempt_document_of",
    "exempt_drawing_of",
    "exempt_rendition",
    "faults",
    "figures_used",
    "frozen_json",
    "frozen_tree",
    "kpis_moved",
    "kpis_named",
    "last_frozen",
    "made_in",
    "makes",
    "name_of",
    "narrative",
    "own_form",
    "papers",
    "pin_of",
    "printed",
    "relied_on",
    "rendered",
    "rendition",
    "restated_in",
    "restated_under",
    "sections",
    "sees",
    "sees_drafts",
    "standing",
    "subject_of",
    "superseded_figures",
    "taken_on",
    "tree",
    "used_by",
    "verify",
    "whole_estate",
    "whole_portfolio",
    "word_template",
]
