"""What a report that asks for a decision is made of, and what keeps it from being issued."""

from collections.abc import Iterator

from scrutable.audit import reads as audit
from scrutable.documents.blocks import Document, Heading
from scrutable.meetings.compose import decision_report
from scrutable.meetings.facts import DecisionPaper
from scrutable.meetings.reads import papers
from scrutable.meetings.rules.papers import lacks
from scrutable.reports import facts
from scrutable.reports.rules.titles import title_on


def title(asked: facts.ReportAsked, known: int) -> str:
    """Return the report's title; raises UnknownDecision."""
    found = papers.paper(asked.decision, known, council=asked.council, dated=asked.as_at)
    return title_on(asked.kind, found.title or found.planned.matter)


def paper(edition: facts.Edition, pin: facts.Pin) -> DecisionPaper:
    """Return everything that is written in the report, as known at the number."""
    return papers.paper(edition.decision, pin.known, council=edition.council, dated=edition.dated)


def compose(found: DecisionPaper) -> Document:
    """Return the report without anything that is exempt."""
    return decision_report.decision_report(found, exempt=False)


def compose_exempt(found: DecisionPaper) -> Document | None:
    """Return the exempt appendices, or None where there are none."""
    if not decision_report.has_exempt(found):
        return None
    return decision_report.decision_report(found, exempt=True)


def faults(found: DecisionPaper, document: Document) -> Iterator[facts.Fault]:
    """Yield what the report lacks, with the page on which it is mended."""
    titles = {block.anchor: block.text for block in document.blocks if isinstance(block, Heading)}
    for lack in lacks(found, final=True):
        if lack.stops:
            yield facts.Fault(
                place=titles.get(lack.part, lack.part.replace("-", " ")),
                fault=lack.fault,
                remedy=lack.remedy,
                section=lack.part,
                mend_at=f"/decisions/{found.planned.code}/report/{lack.part}/",
            )


def written_since(edition: facts.Edition, pin: facts.Pin) -> bool:
    """Test whether anything was recorded of the decision after the number."""
    newest = audit.events(subject=edition.about, most=1)
    return bool(newest) and newest[0].number > pin.known
