"""The kinds of report, in one table: what each is about, who makes it, and how it comes about."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from scrutable.access.facts import Permission
from scrutable.contracts import compose as of_contract
from scrutable.contracts.compose import Papers, Section
from scrutable.documents.blocks import Document
from scrutable.housekeeping.compose import report as estate
from scrutable.meetings.compose.papers import Paper
from scrutable.meetings.facts import DecisionPaper
from scrutable.portfolio.compose import overview, programme, retrospective, review, transition
from scrutable.reports.facts import Edition, Fault, Pin, ReportAsked, ReportKind, Subject
from scrutable.reports.reads import (
    contract_papers,
    decision_papers,
    estate_papers,
    portfolio_paper,
    programme_papers,
)
from scrutable.reports.reads import looking_back_papers as looking_back
from scrutable.reports.rules.checking import check
from scrutable.reports.rules.sections import SECTIONS

AnyPapers = Papers | DecisionPaper | Paper


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """How reports of a kind come about; what `read` returns is what the others take.

    `title` raises UnknownContract or UnknownDecision. `written_since` tells whether somebody has
    written in the report after the numbers.
    """

    about: tuple[Subject, ...]
    begun_by: tuple[Permission, ...]
    frozen_by: Permission
    title: Callable[[ReportAsked, int], str]
    read: Callable[[Edition, Pin], Any]
    compose: Callable[[Any], Document]
    compose_exempt: Callable[[Any], Document | None]
    check: Callable[[Any, Document], Iterable[Fault]]
    sections: Callable[[Edition, Pin], tuple[Section, ...]]
    written_since: Callable[[Edition, Pin], bool]


def _on_contract(composed: Callable[[Papers], Document], sections: tuple[Section, ...]) -> Kind:
    return Kind(
        about=(Subject.CONTRACT,),
        begun_by=(Permission.BUILD_REPORTS,),
        frozen_by=Permission.FREEZE_REPORTS,
        title=contract_papers.title,
        read=contract_papers.papers,
        compose=composed,
        compose_exempt=lambda _papers: None,
        check=check,
        sections=lambda edition, pin: contract_papers.sections(edition, pin, sections),
        written_since=contract_papers.written_since,
    )


def _on_portfolio(
    about: tuple[Subject, ...],
    title: Callable[[ReportAsked, int], str],
    read: Callable[[Edition, Pin], Paper],
    composed: Callable[[Any], Document],
    faults: Callable[[Any, Document], Iterable[Fault]],
    sections: tuple[Section, ...],
) -> Kind:
    return Kind(
        about=about,
        begun_by=(Permission.BUILD_REPORTS,),
        frozen_by=Permission.FREEZE_REPORTS,
        title=title,
        read=read,
        compose=composed,
        compose_exempt=lambda _papers: None,
        check=faults,
        sections=lambda edition, pin: portfolio_paper.sections(edition, pin, sections),
        written_since=contract_papers.written_since,
    )


KINDS: Mapping[ReportKind, Kind] = {
    ReportKind.CONTRACT_PERFORMANCE: _on_contract(
        of_contract.contract_performance, SECTIONS[ReportKind.CONTRACT_PERFORMANCE]
    ),
    ReportKind.EXCEPTIONS: _on_contract(of_contract.exceptions, SECTIONS[ReportKind.EXCEPTIONS]),
    ReportKind.DECISION_REPORT: Kind(
        about=(Subject.DECISION,),
        begun_by=(Permission.WRITE_DECISION_REPORTS, Permission.ISSUE_DECISION_REPORTS),
        frozen_by=Permission.ISSUE_DECISION_REPORTS,
        title=decision_papers.title,
        read=decision_papers.paper,
        compose=decision_papers.compose,
        compose_exempt=decision_papers.compose_exempt,
        check=decision_papers.faults,
        sections=lambda _edition, _pin: (),  # its parts are written with the decision
        written_since=decision_papers.written_since,
    ),
    ReportKind.IT_OVERVIEW: _on_portfolio(
        (Subject.PORTFOLIO,),
        programme_papers.overview_title,
        programme_papers.overview_papers,
        overview.it_overview,
        programme_papers.overview_faults,
        SECTIONS[ReportKind.IT_OVERVIEW],
    ),
    ReportKind.PROGRAMME_UPDATE: _on_portfolio(
        (Subject.PORTFOLIO,),
        programme_papers.update_title,
        programme_papers.update_papers,
        programme.programme_update,
        programme_papers.update_faults,
        SECTIONS[ReportKind.PROGRAMME_UPDATE],
    ),
    ReportKind.BENEFITS_REVIEW: _on_portfolio(
        (Subject.PORTFOLIO, Subject.PROJECT),
        looking_back.review_title,
        looking_back.review_papers,
        review.benefits_review,
        looking_back.review_faults,
        SECTIONS[ReportKind.BENEFITS_REVIEW],
    ),
    ReportKind.STRATEGY_RETROSPECTIVE: _on_portfolio(
        (Subject.STRATEGY,),
        looking_back.strategy_title,
        looking_back.retrospective_papers,
        retrospective.strategy_retrospective,
        looking_back.retrospective_faults,
        SECTIONS[ReportKind.STRATEGY_RETROSPECTIVE],
    ),
    ReportKind.TRANSITION_OUTCOMES: _on_portfolio(
        (Subject.TRANSITION,),
        looking_back.transition_title,
        looking_back.transition_papers,
        transition.transition_outcomes,
        looking_back.transition_faults,
        SECTIONS[ReportKind.TRANSITION_OUTCOMES],
    ),
    ReportKind.ESTATE: _on_portfolio(
        (Subject.ESTATE,),
        estate_papers.estate_title,
        estate_papers.estate_papers,
        estate.estate_report,
        estate_papers.estate_faults,
        SECTIONS[ReportKind.ESTATE],
    ),
}
