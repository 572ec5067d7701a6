"""What a body asked to be told and a report to it does not say; pure."""

from collections.abc import Iterator

from scrutable.documents.blocks import Document, Heading, PageBreak
from scrutable.kernel.wording import date_words
from scrutable.meetings.compose.reporting import Told
from scrutable.reports.facts import Fault


def untold(told: Told, document: Document, sections: dict[str, str]) -> Iterator[Fault]:
    """Yield each thing that the body asked to be told and whose section says nothing."""
    if told.asked is None:
        return
    silent = _empty_sections(document)
    for wanted in told.wanted:
        if wanted.section in silent:
            day = told.asked.meetings.get(wanted.asked_in)
            when = f" on {date_words(day)}" if day else ""
            yield Fault(
                place=f"section {sections[wanted.section]}",
                fault=f"{told.asked.body_name} agreed{when} to be told "
                f"“{wanted.words}”; the report has no section that says it",
                remedy=f"write it in the commentary of “{silent[wanted.section]}”",
                section=wanted.section,
                mend_at=f"commentary/{wanted.section}/",
            )


def _empty_sections(document: Document) -> dict[str, str]:
    """Return anchor and title of each heading that nothing stands below."""
    empty: dict[str, str] = {}
    open_headings: list[Heading] = []
    for block in document.blocks:
        if isinstance(block, Heading):
            open_headings = [one for one in open_headings if one.level < block.level]
            open_headings.append(block)
            empty[block.anchor] = block.text
        elif not isinstance(block, PageBreak):
            for heading in open_headings:
                empty.pop(heading.anchor, None)
    return empty
