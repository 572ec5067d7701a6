"""Everything that stops a report on a contract, in the order of its sections; pure."""

from collections.abc import Iterable

from scrutable.contracts.compose.papers import Papers
from scrutable.documents.blocks import Document, Heading
from scrutable.documents.numbering import number
from scrutable.meetings.compose.reporting import Told
from scrutable.reports.facts import Fault
from scrutable.reports.rules import contradictions, printed, told


def check(papers: Papers, document: Document) -> tuple[Fault, ...]:
    """Return every fault with its place; none means that the report may be frozen."""
    sections = section_numbers(document)
    found = [
        *contradictions.in_narrative(papers, sections),
        *contradictions.in_suppliers_words(papers, sections),
        *contradictions.in_reasons(papers, sections),
        *printed.without_reason(papers, sections),
        *printed.without_period(document),
        *printed.written_without_period(papers.narrative, sections),
        *printed.not_adding_up(document),
        *printed.blank_as_nought(papers, document),
        *told.untold(Told(asked=papers.asked, wanted=papers.wanted), document, sections),
    ]
    return in_order(found, sections)


def in_order(found: Iterable[Fault], sections: dict[str, str]) -> tuple[Fault, ...]:
    """Return each fault once, in the order of the sections."""
    order = {anchor: place for place, anchor in enumerate(sections)}
    once = dict.fromkeys(found)
    return tuple(sorted(once, key=lambda fault: (order.get(fault.section, len(order)), fault)))


def section_numbers(document: Document) -> dict[str, str]:
    """Return the number of each section by its anchor, headings of lower levels included."""
    return {
        numbered.block.anchor: numbered.chapter
        for numbered in number(document)
        if isinstance(numbered.block, Heading)
    }
