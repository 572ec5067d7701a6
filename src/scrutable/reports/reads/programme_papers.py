"""What reports on all projects are made of: the overview of IT, the programme update."""

from scrutable.contracts import reads as contracts
from scrutable.contracts.compose import months
from scrutable.documents.blocks import Document
from scrutable.housekeeping import reads as housekeeping
from scrutable.housekeeping.compose import short
from scrutable.kernel.wording import date_words
from scrutable.portfolio import reads as portfolio
from scrutable.portfolio.compose.overview import OverviewPapers
from scrutable.portfolio.compose.programme import UpdatePapers
from scrutable.registers import reads as registers
from scrutable.reports import facts
from scrutable.reports.reads.estate_papers import named_in
from scrutable.reports.reads.portfolio_paper import paper, titles_of
from scrutable.reports.rules.checking_estate import check_words
from scrutable.reports.rules.checking_portfolio import check_portfolio
from scrutable.reports.rules.delivered import delivered, unmeasured
from scrutable.reports.rules.estate_says import estate_says
from scrutable.reports.rules.titles import title_at, title_of

WHOLE = "All projects and strategies"


def overview_title(asked: facts.ReportAsked, _known: int) -> str:
    """Return the overview's title, with the months it looks back over."""
    if asked.span is None:
        raise ValueError("an overview is about months")
    return title_of(asked.kind, asked.span)


def update_title(asked: facts.ReportAsked, _known: int) -> str:
    """Return the title of a report on everything, with its day."""
    return title_at(asked.kind, asked.as_at)


def overview_papers(edition: facts.Edition, pin: facts.Pin) -> OverviewPapers:
    """Return everything that the overview is made of, as known at the numbers."""
    as_at, known, span = edition.as_at, pin.known, edition.months
    programme = portfolio.programme_papers(known, as_at)
    lessons = portfolio.lessons(known, as_at)
    judged = [
        contracts.performance(one.code, span, as_at, known) for one in registers.contracts(known)
    ]
    estate = housekeeping.whole_estate(known, as_at)
    return OverviewPapers(
        **paper(edition, pin, f"{WHOLE}, {span.words}"),
        attention=(
            *portfolio.attention(as_at, known),
            *contracts.attention(as_at, known),
            *housekeeping.attention(as_at, known),
        ),
        span=span,
        programme=programme,
        planned=tuple(portfolio.planned(programme.judged, known, as_at)),
        strategies=tuple(portfolio.strategies_seen(known, as_at)),
        benefits=portfolio.benefits_found(as_at, known),
        transitions=tuple(portfolio.transitions(known, as_at)),
        dependence=portfolio.dependence(as_at, known),
        contracts=months.months_section(judged, span),
        contracts_found=months.finding(judged, span),
        contracts_method=(months.METHOD,),
        estate=short.short_section(estate),
        estate_found=short.finding(estate),
        estate_method=short.METHOD,
        staffing=portfolio.staffing(known, as_at),
        redirections=tuple(portfolio.redirections(known, as_at)),
        reviews=tuple(portfolio.process_reviews(known, as_at)),
        features=tuple(portfolio.features(known, as_at)),
        lessons=tuple(lessons),
        titles=titles_of(lessons, known),
    )


def update_papers(edition: facts.Edition, pin: facts.Pin) -> UpdatePapers:
    """Return everything that an update on the programme is made of."""
    as_at, known = edition.as_at, pin.known
    programme = portfolio.programme_papers(known, as_at)
    return UpdatePapers(
        **paper(edition, pin, f"{WHOLE}, {date_words(as_at)}"),
        attention=tuple(portfolio.attention(as_at, known)),
        programme=programme,
        planned=tuple(portfolio.planned(programme.judged, known, as_at)),
        procurements=tuple(portfolio.procurements(known, as_at)),
        staffing=portfolio.staffing(known, as_at),
        redirections=tuple(portfolio.redirections(known, as_at)),
        benefits=portfolio.benefits_found(as_at, known),
    )


def overview_faults(papers: OverviewPapers, document: Document) -> tuple[facts.Fault, ...]:
    """Return what stops the overview."""
    known = delivered(
        judged=papers.programme.judged,
        benefits=papers.benefits,
        transitions=papers.transitions,
    )
    found = check_portfolio(papers.told, document, known, unmeasured(papers.benefits))
    return (*found, *_of_the_estate(papers, document))


def _of_the_estate(papers: OverviewPapers, document: Document) -> tuple[facts.Fault, ...]:
    """Return what the overview says of the estate that is not so, and whom it names."""
    says = estate_says(housekeeping.whole_estate(papers.known, papers.as_at))
    if not says.days and not says.agreements:
        return ()
    return check_words(papers.told, document, says, named_in(papers.told, document))


def update_faults(papers: UpdatePapers, document: Document) -> tuple[facts.Fault, ...]:
    """Return what stops an update on the programme."""
    known = delivered(judged=papers.programme.judged, benefits=papers.benefits)
    return check_portfolio(papers.told, document, known, unmeasured(papers.benefits))
