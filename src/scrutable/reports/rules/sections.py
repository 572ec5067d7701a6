"""The sections that each kind of report is made of, in reading order; pure."""

from collections.abc import Iterable, Mapping

from scrutable.contracts.compose import EXCEPTIONS, PERFORMANCE
from scrutable.housekeeping.compose import report as estate
from scrutable.meetings.compose.reporting import Section
from scrutable.meetings.facts import Wanted
from scrutable.portfolio.compose import overview, programme, retrospective, review, transition
from scrutable.reports.facts import ReportKind

SECTIONS: Mapping[ReportKind, tuple[Section, ...]] = {
    ReportKind.CONTRACT_PERFORMANCE: PERFORMANCE,
    ReportKind.EXCEPTIONS: EXCEPTIONS,
    ReportKind.IT_OVERVIEW: overview.SECTIONS,
    ReportKind.PROGRAMME_UPDATE: programme.SECTIONS,
    ReportKind.BENEFITS_REVIEW: review.SECTIONS,
    ReportKind.STRATEGY_RETROSPECTIVE: retrospective.SECTIONS,
    ReportKind.TRANSITION_OUTCOMES: transition.SECTIONS,
    ReportKind.ESTATE: estate.SECTIONS,
}
ON_CONTRACTS = frozenset({ReportKind.CONTRACT_PERFORMANCE, ReportKind.EXCEPTIONS})
ON_ESTATE = frozenset({ReportKind.ESTATE})


def wanted_of(kind: ReportKind, wanted: Iterable[Wanted]) -> list[Wanted]:
    """Return what a report of the kind must tell.

    What is wanted of every report, in a section that only reports of another family have, is
    theirs to tell: every mitigation stands in the reports on contracts, every slip in those on
    projects, every agreement in those on the estate.
    """
    own = _anchors(one for one in SECTIONS if _family(one) == _family(kind))
    others = _anchors(SECTIONS) - own
    return [one for one in wanted if one.report_kind or one.section not in others]


def _family(kind: ReportKind) -> frozenset[ReportKind]:
    """Return the kinds that share what is wanted with this one."""
    apart = (ON_CONTRACTS, ON_ESTATE)
    others = frozenset(SECTIONS).difference(*apart)
    return next((family for family in apart if kind in family), others)


def _anchors(kinds: Iterable[ReportKind]) -> set[str]:
    return {section.anchor for kind in kinds for section in SECTIONS[kind]}
