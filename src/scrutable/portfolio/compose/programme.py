"""The update on an improvement programme: money, projects, people, what they wait for; pure."""

from dataclasses import dataclass

from scrutable.documents.blocks import Document
from scrutable.meetings.compose.attending import attention_section
from scrutable.meetings.compose.papers import ATTENTION, SUMMARY, Content, Paper, document
from scrutable.meetings.compose.reporting import ASKED, Section
from scrutable.portfolio import facts
from scrutable.portfolio.compose import benefits, capacity, charts, projects
from scrutable.portfolio.compose.finding import money_found, project_figures, projects_found

SECTIONS = (
    SUMMARY,
    ATTENTION,
    ASKED,
    Section("money", "Money"),
    Section("cases", "Business cases"),
    Section("status", "Status of projects"),
    Section("timeline", "The projects side by side"),
    Section("procurements", "Procurements"),
    Section("capacity", "Capacity"),
    Section("dependencies", "What projects wait for"),
    Section("delay", "What delay has cost"),
    Section("redirections", "People taken off projects"),
    Section("benefits", "Benefits"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdatePapers(Paper):
    """All that the update says."""

    programme: facts.ProgrammePapers
    planned: tuple[facts.Planned, ...]
    procurements: tuple[facts.ProcurementJudged, ...]
    staffing: facts.Staffing
    redirections: tuple[facts.RedirectionJudged, ...]
    benefits: facts.BenefitsFound


def programme_update(papers: UpdatePapers) -> Document:
    """Return the update."""
    as_at, programme = papers.as_at, papers.programme
    content = Content(
        findings=(
            money_found(programme),
            projects_found(programme),
            capacity.finding(papers.staffing),
            benefits.finding(papers.benefits),
        ),
        key_figures=(
            *project_figures(programme),
            *capacity.key_figures(papers.staffing),
            *benefits.key_figures(papers.benefits),
        ),
        opening=attention_section(papers.attention, as_at),
        sections=(
            projects.money_section(programme),
            projects.cases_section(programme),
            projects.status_section(programme),
            charts.timeline_section(papers.planned, as_at, of_all=len(programme.judged)),
            capacity.procurement_section(papers.procurements, as_at),
            capacity.capacity_section(papers.staffing),
            projects.dependencies_section(programme),
            projects.delay_section(programme),
            capacity.redirection_section(papers.redirections, as_at),
            benefits.benefits_section(papers.benefits),
        ),
        method=(*projects.METHOD, *capacity.METHOD, *benefits.METHOD),
    )
    return document(papers, content, SECTIONS)
