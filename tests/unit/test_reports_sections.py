"""What a body wants to be told, and which kinds of report it is for."""

from datetime import date

import pytest

from scrutable.meetings.facts import Wanted
from scrutable.reports.facts import ReportKind
from scrutable.reports.rules.sections import SECTIONS, wanted_of


def wanted(section, kind=""):
    return Wanted(
        body="OSMB",
        number=1,
        words="Tell us",
        section=section,
        report_kind=kind,
        from_on=date(2026, 1, 1),
        asked_in="OSMB-2026-01-15",
    )


@pytest.mark.parametrize(
    ("kind", "section", "of_kind", "is_told"),
    [
        (ReportKind.IT_OVERVIEW, "mitigations", "", False),
        (ReportKind.CONTRACT_PERFORMANCE, "mitigations", "", True),
        (ReportKind.EXCEPTIONS, "credits", "", True),
        (ReportKind.CONTRACT_PERFORMANCE, "slips", "", False),
        (ReportKind.PROGRAMME_UPDATE, "slips", "", True),
        (ReportKind.BENEFITS_REVIEW, "summary", "", True),
        (ReportKind.BENEFITS_REVIEW, "carbon", "", True),
        (ReportKind.BENEFITS_REVIEW, "mitigations", "benefits-review", True),
    ],
)
def test_what_is_wanted_of_every_report_is_told_where_it_belongs(kind, section, of_kind, is_told):
    assert bool(wanted_of(kind, [wanted(section, of_kind)])) is is_told


def test_no_kind_has_a_section_twice():
    for sections in SECTIONS.values():
        anchors = [one.anchor for one in sections]
        assert len(anchors) == len(set(anchors))
