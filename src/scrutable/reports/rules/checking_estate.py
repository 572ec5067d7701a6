"""Everything that stops a report on the estate, in the order of its sections; pure."""

from collections.abc import Iterator, Mapping

from scrutable.documents.blocks import Document
from scrutable.meetings.compose.reporting import Told
from scrutable.reports.facts import Fault
from scrutable.reports.rules import printed, told
from scrutable.reports.rules.checking import in_order, section_numbers
from scrutable.reports.rules.checking_portfolio import without_summary
from scrutable.reports.rules.estate_says import EstateSays
from scrutable.reports.rules.keeping_house import contradicted_estate

RECORDS = ""  # under which what names somebody stands that no officer wrote in this report
NAMES = "an account, a device, a person or somebody who trades alone"


def check_estate(
    said: Told, document: Document, says: EstateSays, named: Mapping[str, bool]
) -> tuple[Fault, ...]:
    """Return every fault with its place; `named` tells by section whether its words name anybody.

    Under "" it tells that of the report's other words.
    """
    sections = section_numbers(document)
    found = [
        *without_summary(said, sections),
        *contradicted_estate(said.narrative, says, sections),
        *naming(named, sections),
        *printed.without_period(document),
        *printed.written_without_period(said.narrative, sections),
        *printed.not_adding_up(document),
        *told.untold(said, document, sections),
    ]
    return in_order(found, sections)


def check_words(
    said: Told, document: Document, says: EstateSays, named: Mapping[str, bool]
) -> tuple[Fault, ...]:
    """Return what a report on more than the estate says of it that is not so, and whom it names."""
    sections = section_numbers(document)
    found = [*contradicted_estate(said.narrative, says, sections), *naming(named, sections)]
    return in_order(found, sections)


def naming(named: Mapping[str, bool], sections: Mapping[str, str]) -> Iterator[Fault]:
    """Yield each place where the report names somebody whom no report names."""
    for anchor, names_somebody in named.items():
        if names_somebody and anchor == RECORDS:
            yield Fault(
                place="the report",
                fault=f"a title, an owner or another word of a record names {NAMES}",
                remedy="change that word in the record: a report names nobody",
            )
        elif names_somebody:
            yield Fault(
                place=f"section {sections.get(anchor, anchor)}, commentary",
                fault=f"the commentary names {NAMES}",
                remedy="say it without: a report names nobody",
                section=anchor,
                mend_at=f"commentary/{anchor}/",
            )
