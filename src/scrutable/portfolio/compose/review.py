"""The benefits realisation review; pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from scrutable.documents.blocks import Document
from scrutable.meetings.compose.papers import SUMMARY, Content, Paper, document
from scrutable.meetings.compose.reporting import ASKED, Section
from scrutable.portfolio import facts
from scrutable.portfolio.compose import benefits, lessons

SECTIONS = (
    SUMMARY,
    ASKED,
    Section("benefits", "Benefits"),
    Section("measured", "What was measured"),
    Section("cashable", "Money saved"),
    Section("dis-benefits", "Dis-benefits"),
    Section("lessons", "Lessons"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewPapers(Paper):
    """Benefits, of all projects or of one, and the lessons that were learned there."""

    found: facts.BenefitsFound
    lessons: tuple[facts.LessonStanding, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)


def benefits_review(papers: ReviewPapers) -> Document:
    """Return what was promised, measured, taken from budgets, and what got worse."""
    found, as_at = papers.found, papers.as_at
    content = Content(
        findings=(benefits.finding(found), lessons.finding(papers.lessons, as_at)),
        key_figures=benefits.key_figures(found),
        sections=(
            *benefits.review_sections(found),
            lessons.lessons_section(papers.lessons, as_at, papers.titles),
        ),
        method=(*benefits.METHOD, *lessons.METHOD),
    )
    return document(papers, content, SECTIONS)
