"""What the report on the estate is made of, from the records as known at its numbers."""

from scrutable.documents.blocks import Document
from scrutable.documents.plain import render_plain
from scrutable.housekeeping import reads as housekeeping
from scrutable.housekeeping.compose.report import EstatePapers
from scrutable.housekeeping.facts.whole import EstateBefore
from scrutable.kernel.wording import date_words
from scrutable.meetings.compose.reporting import Told
from scrutable.reports import facts
from scrutable.reports.reads.editions import last_frozen
from scrutable.reports.reads.portfolio_paper import paper
from scrutable.reports.rules.checking_estate import RECORDS, check_estate
from scrutable.reports.rules.estate_says import estate_says
from scrutable.reports.rules.titles import title_at

WHOLE = "Accounts, devices, licences, agreements, orders and initiatives"


def estate_title(asked: facts.ReportAsked, _known: int) -> str:
    """Return the report's title, with its day."""
    return title_at(asked.kind, asked.as_at)


def estate_papers(edition: facts.Edition, pin: facts.Pin) -> EstatePapers:
    """Return everything that the report is made of."""
    as_at, known = edition.as_at, pin.known
    return EstatePapers(
        **paper(edition, pin, f"{WHOLE}, {date_words(as_at)}"),
        attention=tuple(housekeeping.attention(as_at, known)),
        whole=housekeeping.whole_estate(known, as_at),
        before=_before(edition, known),
    )


def _before(edition: facts.Edition, known: int) -> EstateBefore | None:
    """Return what the report before told, as it was known when that was frozen."""
    before = last_frozen(edition, known)
    if before is None or before.pinned is None:
        return None
    return housekeeping.estate_before(
        before.reference,
        before.title,
        then=(before.pinned, before.as_at),
        now=(known, edition.as_at),
    )


def estate_faults(papers: EstatePapers, document: Document) -> tuple[facts.Fault, ...]:
    """Return what stops the report."""
    return check_estate(
        papers.told, document, estate_says(papers.whole), named_in(papers.told, document)
    )


def named_in(said: Told, document: Document) -> dict[str, bool]:
    """Return by section whether an officer's words name somebody; under "" the report's others."""
    found = {anchor: housekeeping.names_somebody(text) for anchor, text in said.narrative.items()}
    if not any(found.values()):
        found[RECORDS] = housekeeping.names_somebody(render_plain(document))
    return found
