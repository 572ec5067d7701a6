"""The six-monthly overview of IT: everything a board follows, over half a year; pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from scrutable.documents.blocks import Block, Document, Run
from scrutable.kernel.periods import Span
from scrutable.meetings.compose.attending import attention_section
from scrutable.meetings.compose.papers import ATTENTION, SUMMARY, Content, Paper, document
from scrutable.meetings.compose.reporting import ASKED, Section
from scrutable.portfolio import facts
from scrutable.portfolio.compose import (
    benefits,
    capacity,
    charts,
    dependence,
    lessons,
    outcomes,
    processes,
    projects,
    strategies,
)
from scrutable.portfolio.compose.finding import project_figures, projects_found

SECTIONS = (
    SUMMARY,
    ATTENTION,
    ASKED,
    Section("priority", "Priority list"),
    Section("timeline", "The projects side by side"),
    Section("slips", "How late projects are"),
    Section("strategy", "Strategy and its line of sight"),
    Section("benefits", "Benefits"),
    Section("outcomes", "Outcomes of transitions"),
    Section("dependence", "Dependence on suppliers"),
    Section("contracts", "How the contracts did"),
    Section("estate", "Accounts, devices, licences, agreements and orders"),
    Section("capacity", "Capacity"),
    Section("redirections", "People taken off projects"),
    Section("processes", "Processes standardised and simplified"),
    Section("unused", "Paid for and not used"),
    Section("lessons", "Lessons"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewPapers(Paper):
    """All that the overview says. What is of other apps, contracts and the estate, comes composed.

    `reviews` and `features` are of the processes and the features as they stand; `titles` are
    those of the projects that lessons name.
    """

    span: Span
    programme: facts.ProgrammePapers
    planned: tuple[facts.Planned, ...]
    strategies: tuple[facts.StrategySeen, ...]
    benefits: facts.BenefitsFound
    transitions: tuple[facts.TransitionStanding, ...]
    dependence: facts.Dependence
    contracts: tuple[Block, ...]
    contracts_found: tuple[Run, ...]
    contracts_method: tuple[str, ...]
    estate: tuple[Block, ...]
    estate_found: tuple[Run, ...]
    estate_method: tuple[str, ...]
    staffing: facts.Staffing
    redirections: tuple[facts.RedirectionJudged, ...]
    reviews: tuple[facts.ReviewJudged, ...]
    features: tuple[facts.FeatureJudged, ...]
    lessons: tuple[facts.LessonStanding, ...]
    titles: Mapping[str, str] = field(default_factory=dict)


def it_overview(papers: OverviewPapers) -> Document:
    """Return the overview."""
    as_at, programme = papers.as_at, papers.programme
    content = Content(
        findings=(
            projects_found(programme),
            papers.contracts_found,
            benefits.finding(papers.benefits),
            dependence.finding(papers.dependence),
            papers.estate_found,
            capacity.finding(papers.staffing),
        ),
        key_figures=(
            *project_figures(programme),
            *benefits.key_figures(papers.benefits),
            *dependence.key_figures(papers.dependence),
        ),
        opening=attention_section(papers.attention, as_at),
        sections=(
            projects.priority_section(programme),
            charts.timeline_section(papers.planned, as_at, of_all=len(programme.judged)),
            projects.slips_section(programme),
            strategies.strategy_sections(papers.strategies),
            benefits.benefits_section(papers.benefits),
            outcomes.transitions_section(papers.transitions, as_at),
            dependence.dependence_section(papers.dependence),
            papers.contracts,
            papers.estate,
            capacity.capacity_section(papers.staffing),
            capacity.redirection_section(papers.redirections, as_at),
            processes.processes_section(papers.reviews, as_at),
            processes.features_section(papers.features, as_at),
            lessons.lessons_section(papers.lessons, as_at, papers.titles),
        ),
        method=(
            *projects.METHOD,
            *strategies.METHOD,
            *benefits.METHOD,
            *outcomes.METHOD,
            *dependence.METHOD,
            *papers.contracts_method,
            *papers.estate_method,
            *capacity.METHOD,
            *processes.METHOD,
            *lessons.METHOD,
        ),
    )
    return document(papers, content, SECTIONS)
