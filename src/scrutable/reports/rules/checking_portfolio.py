"""Everything that stops a report on the portfolio, in the order of its sections; pure."""

from collections.abc import Collection, Iterator

from scrutable.documents.blocks import Document
from scrutable.meetings.compose.reporting import Told
from scrutable.reports.facts import Fault
from scrutable.reports.rules import printed, told
from scrutable.reports.rules.checking import in_order, section_numbers
from scrutable.reports.rules.delivering import Delivered, contradicted

SUMMARY = "summary"


def check_portfolio(
    said: Told, document: Document, known: Delivered, unmeasured: Collection[str]
) -> tuple[Fault, ...]:
    """Return every fault with its place; none means that the report may be frozen."""
    sections = section_numbers(document)
    found = [
        *without_summary(said, sections),
        *contradicted(said.narrative, known, sections),
        *printed.without_period(document),
        *printed.written_without_period(said.narrative, sections),
        *printed.not_adding_up(document),
        *printed.unmeasured_as_nought(document, unmeasured),
        *told.untold(said, document, sections),
    ]
    return in_order(found, sections)


def without_summary(said: Told, sections: dict[str, str]) -> Iterator[Fault]:
    """Yield that nobody has said in plain words what the report comes to."""
    if not said.narrative.get(SUMMARY, "").strip():
        yield Fault(
            place=f"section {sections[SUMMARY]}",
            fault="no officer has said in plain words what the report comes to",
            remedy="write it in the commentary of “Summary”",
            section=SUMMARY,
            mend_at=f"commentary/{SUMMARY}/",
        )
