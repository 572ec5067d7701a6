"""The report on the estate: what it comes to, what is wrong, what is signed, bought, promised."""

from dataclasses import dataclass

from scrutable.documents.blocks import Document
from scrutable.housekeeping.compose import (
    agreements,
    estate,
    findings,
    initiatives,
    licences,
    orders,
    since,
)
from scrutable.housekeeping.facts.whole import EstateBefore, WholeEstate
from scrutable.meetings.compose.attending import attention_section
from scrutable.meetings.compose.papers import ATTENTION, SUMMARY, Content, Paper, document
from scrutable.meetings.compose.reporting import ASKED, Section

SECTIONS = (
    SUMMARY,
    ATTENTION,
    ASKED,
    Section(since.ANCHOR, since.TITLE),
    Section(estate.ANCHOR, "The estate"),
    Section("findings", "Findings"),
    Section("licences", "Licences"),
    Section("agreements", "Agreements"),
    Section(orders.ANCHOR, "Orders and suppliers"),
    Section(initiatives.ANCHOR, "Initiatives"),
)
METHOD = (
    "No report names a person whose account or device a finding is of, nor a supplier that is, or "
    "may be, one person trading alone. Names stand on the pages of findings alone, and whoever "
    "looks at one is in the event log."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class EstatePapers(Paper):
    """All that the report on the estate says; `before` is None of the first."""

    whole: WholeEstate
    before: EstateBefore | None = None


def estate_report(papers: EstatePapers) -> Document:
    """Return the report."""
    whole = papers.whole
    content = Content(
        findings=(
            estate.finding(whole.estate),
            findings.finding(whole.findings),
            licences.finding(whole.licences),
            agreements.finding(whole.agreements),
            orders.finding(whole.orders),
            initiatives.finding(whole.initiatives),
        ),
        key_figures=(
            *findings.key_figures(whole.findings)[:1],
            *licences.key_figures(whole.licences)[:1],
            *agreements.key_figures(whole.agreements)[:1],
            *orders.key_figures(whole.orders)[:1],
            *initiatives.key_figures(whole.initiatives)[:1],
        ),
        opening=attention_section(papers.attention, papers.as_at),
        sections=(
            since.since_section(whole, papers.before),
            estate.estate_section(whole.estate),
            findings.findings_section(whole.findings),
            licences.licences_section(whole.licences),
            agreements.agreements_section(whole.agreements),
            orders.orders_section(whole.orders),
            initiatives.initiatives_section(whole.initiatives),
        ),
        method=(
            *estate.METHOD,
            *findings.METHOD,
            *licences.METHOD,
            *agreements.METHOD,
            *orders.METHOD,
            *initiatives.METHOD,
            since.METHOD,
            METHOD,
        ),
    )
    return document(papers, content, SECTIONS)
