"""Reports on a contract: its performance, and its exceptions; pure.

Facts go in as `Papers`, a document tree comes out; every figure carries what it rests on.
"""

from scrutable.contracts.compose import (
    asking,
    attention,
    changed,
    counting,
    method,
    mitigating,
    money,
    published,
    services,
    standing,
    summary,
)
from scrutable.contracts.compose.arrows import PrintedArrow, printed_arrows
from scrutable.contracts.compose.asking import sections_wanted
from scrutable.contracts.compose.papers import Papers, Since
from scrutable.contracts.compose.sections import EXCEPTIONS, PERFORMANCE
from scrutable.documents.blocks import Block, Contents, Document, Heading, PageBreak, Sources
from scrutable.documents.figures import with_sources
from scrutable.meetings.compose.reporting import ASKED, Cover, Section

__all__ = [
    "ASKED",
    "EXCEPTIONS",
    "PERFORMANCE",
    "Cover",
    "Papers",
    "PrintedArrow",
    "Section",
    "Since",
    "contract_performance",
    "exceptions",
    "printed_arrows",
    "sections_wanted",
]


def contract_performance(papers: Papers) -> Document:
    """Return the quarterly report: plain summary, what needs attention, then everything."""
    if papers.performance.contract.published_only:
        return _document(papers, _as_published(papers))
    blocks = (
        *summary.section(papers),
        PageBreak(),
        *attention.section(papers),
        *changed.section(papers),
        *services.section(papers),
        *counting.section(papers),
        *standing.section(papers),
        *mitigating.section(papers),
        *money.section(papers),
        *method.matters(papers),
        *(published.section(papers) if published.in_span(papers) else ()),
    )
    return _document(papers, blocks)


def exceptions(papers: Papers) -> Document:
    """Return only what needs a member's eye, what changed, and the mitigations in force."""
    if papers.performance.contract.published_only:
        return _document(papers, _as_published(papers))
    blocks = (
        *summary.section(papers),
        *attention.section(papers),
        *changed.section(papers),
        *mitigating.section(papers),
        *method.matters(papers),
    )
    return _document(papers, blocks)


def _as_published(papers: Papers) -> tuple[Block, ...]:
    """Return a report on statements alone: no month is judged, since none was returned."""
    return (
        *published.summary(papers),
        *changed.section(papers),
        *published.section(papers),
        *method.matters(papers),
    )


def _document(papers: Papers, blocks: tuple[Block, ...]) -> Document:
    cover = papers.cover
    contract = papers.performance.contract
    document = Document(
        title=cover.title,
        reference=cover.reference,
        council=cover.council,
        meeting=cover.meeting,
        author=cover.author,
        subject=f"{contract.title}, {contract.supplier.name}, {papers.span.words}",
        dated=cover.dated,
        blocks=(
            Contents(1),
            PageBreak(),
            *asking.with_asked(papers, blocks),
            *method.section(papers),
            Heading(1, "Sources", "sources"),
            Sources(()),
        ),
    )
    return with_sources(document, {})
