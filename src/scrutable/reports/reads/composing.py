"""A report's papers and its tree, from the records as known at its numbers."""

from scrutable.audit.reads import number_at
from scrutable.contracts.compose import Section
from scrutable.documents.blocks import Document
from scrutable.reports import facts
from scrutable.reports.reads.kinds import KINDS, AnyPapers
from scrutable.reports.rules.coming import to_come


def pin_of(edition: facts.Edition) -> facts.Pin:
    """Return the numbers an edition is composed at: its own, or for a draft those of now."""
    now = number_at()
    known = now if edition.pinned is None else edition.pinned
    words = now if edition.words_pinned is None else edition.words_pinned
    return facts.Pin(known=known, words_known=words)


def tree(edition: facts.Edition, pin: facts.Pin) -> Document:
    """Return the report as it reads with what was known at the numbers."""
    return compose(edition, papers(edition, pin))


def papers(edition: facts.Edition, pin: facts.Pin) -> AnyPapers:
    """Return everything that the report is made of, as known at the numbers."""
    found: AnyPapers = KINDS[edition.kind].read(edition, pin)
    return found


def compose(edition: facts.Edition, found: AnyPapers) -> Document:
    """Return the tree of papers that were read: what the public may see of it."""
    return KINDS[edition.kind].compose(found)


def compose_exempt(edition: facts.Edition, found: AnyPapers) -> Document | None:
    """Return the tree of the part that is not for the public, or None where all is open."""
    return KINDS[edition.kind].compose_exempt(found)


def faults(edition: facts.Edition, found: AnyPapers, document: Document) -> list[facts.Fault]:
    """Return every fault that stops the report, in the order of its sections."""
    return [*to_come(edition), *KINDS[edition.kind].check(found, document)]


def sections(edition: facts.Edition, pin: facts.Pin) -> tuple[Section, ...]:
    """Return the sections that an officer may comment on, in reading order."""
    return KINDS[edition.kind].sections(edition, pin)
