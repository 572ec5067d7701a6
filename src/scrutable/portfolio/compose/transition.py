"""The report on the outcomes of a transition; pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from scrutable.documents.blocks import Document
from scrutable.meetings.compose.papers import SUMMARY, Content, Paper, document
from scrutable.meetings.compose.reporting import ASKED, Section
from scrutable.portfolio import facts
from scrutable.portfolio.compose import handing_over, lessons, outcomes

SECTIONS = (
    SUMMARY,
    ASKED,
    Section("outcomes", "The outcomes and their evidence"),
    Section("hand-over", "Projects handed over in flight"),
    Section("lessons", "Lessons"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TransitionPapers(Paper):
    """A transition with its outcomes, and the lessons that were learned from it."""

    found: facts.TransitionStanding
    lessons: tuple[facts.LessonStanding, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)


def transition_outcomes(papers: TransitionPapers) -> Document:
    """Return each outcome with the evidence for it and against it, and the projects handed over."""
    found, as_at = papers.found, papers.as_at
    content = Content(
        findings=(outcomes.finding(found, as_at), lessons.finding(papers.lessons, as_at)),
        key_figures=outcomes.key_figures(found, as_at),
        sections=(
            outcomes.outcomes_section(found, as_at),
            handing_over.hand_over_section(found, as_at),
            lessons.lessons_section(papers.lessons, as_at, papers.titles),
        ),
        method=(*outcomes.METHOD, *lessons.METHOD),
    )
    return document(papers, content, SECTIONS)
