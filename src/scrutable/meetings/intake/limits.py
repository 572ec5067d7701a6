"""How much of a file of minutes is read before it is refused, in one table; pure."""

from dataclasses import dataclass, field

from scrutable.evidence.intake.limits import Limits


@dataclass(frozen=True, slots=True, kw_only=True)
class PackLimits:
    """The most that is read of what somebody sent; a pack of 300 pages needs a third of it."""

    most_bytes: int = 50_000_000  # of the file as sent
    most_characters: int = 5_000_000  # of its text
    most_pages: int = 2_000  # of a PDF
    most_page_characters: int = 100_000  # of one page of a PDF; a full one has 5,000
    most_markup: int = 10_000_000  # characters of a saved page
    most_memory: int = 1_500_000_000  # bytes that reading a PDF may take
    most_seconds: int = 60  # of computing that it may take
    most_depth: int = 200  # of elements within elements of a Word document
    most_page_depth: int = 500  # of those of a saved page, whose parser is slow with more
    most_attributes: int = 1_000  # of one tag of a saved page, whose parser compares each with all
    fewest_letters: int = 20  # of a text that can be minutes
    parts: Limits = field(  # of a Word document, which is a zip file
        default_factory=lambda: Limits(most_bytes=50_000_000, most_tags=3_000_000)
    )


PACKS = PackLimits()
