"""The retrospective of a strategy; pure."""

from dataclasses import dataclass

from scrutable.documents.blocks import Document
from scrutable.meetings.compose.papers import SUMMARY, Content, Paper, document
from scrutable.meetings.compose.reporting import ASKED, Section
from scrutable.portfolio import facts
from scrutable.portfolio.compose import strategies

SECTIONS = (
    SUMMARY,
    ASKED,
    Section("objectives", "Every objective"),
    Section("delivered", "What was delivered"),
    Section("lessons", "Lessons"),
    Section("carries-over", "What carries over"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RetrospectivePapers(Paper):
    """A strategy that is looked back on."""

    found: facts.Retrospective


def strategy_retrospective(papers: RetrospectivePapers) -> Document:
    """Return every objective with what became of it, the lessons, and what carries over."""
    found = papers.found
    content = Content(
        findings=(strategies.finding(found),),
        key_figures=strategies.key_figures(found),
        sections=(
            strategies.objectives_section(found),
            strategies.delivered_section(found),
            strategies.retrospective_lessons(found),
            strategies.carried_section(found),
        ),
        method=strategies.METHOD,
    )
    return document(papers, content, SECTIONS)
