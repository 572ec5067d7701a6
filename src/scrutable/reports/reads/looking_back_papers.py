"""What reports that look back are made of: on a strategy, a transition, on benefits."""

from scrutable.documents.blocks import Document
from scrutable.kernel.wording import date_words
from scrutable.portfolio import reads as portfolio
from scrutable.portfolio.compose.retrospective import RetrospectivePapers
from scrutable.portfolio.compose.review import ReviewPapers
from scrutable.portfolio.compose.transition import TransitionPapers
from scrutable.portfolio.facts import Strategy, Transition
from scrutable.reports import facts
from scrutable.reports.reads.portfolio_paper import lessons_of, paper, titles_of
from scrutable.reports.rules.checking_portfolio import check_portfolio
from scrutable.reports.rules.delivered import delivered, unmeasured
from scrutable.reports.rules.titles import title_at, title_on


def strategy_title(asked: facts.ReportAsked, known: int) -> str:
    """Return the title of a retrospective; raises UnknownRecord."""
    return title_on(asked.kind, portfolio.one(Strategy, known, code=asked.code).title)


def transition_title(asked: facts.ReportAsked, known: int) -> str:
    """Return the title of the report on a transition; raises UnknownRecord."""
    return title_on(asked.kind, portfolio.one(Transition, known, code=asked.code).title)


def review_title(asked: facts.ReportAsked, known: int) -> str:
    """Return the title of a review of all benefits or of one project's; raises UnknownProject."""
    if not asked.project:
        return title_at(asked.kind, asked.as_at)
    project = portfolio.project(asked.project, known)
    return title_on(asked.kind, f"{project.number} {project.title}")


def retrospective_papers(edition: facts.Edition, pin: facts.Pin) -> RetrospectivePapers:
    """Return everything that a retrospective is made of."""
    found = portfolio.retrospective(edition.code, pin.known, edition.as_at)
    strategy = found.strategy
    ended = f"{date_words(strategy.starts_on)} to {date_words(strategy.ends_on)}"
    return RetrospectivePapers(
        **paper(edition, pin, f"{strategy.title}, {ended}"),
        found=found,
    )


def transition_papers(edition: facts.Edition, pin: facts.Pin) -> TransitionPapers:
    """Return everything that the report on a transition is made of."""
    as_at, known = edition.as_at, pin.known
    found = portfolio.transition(edition.code, known, as_at)
    of = found.transition
    over = [f"project/{one.project}" for one in found.hand_overs]
    lessons = lessons_of([of.reference, *over], edition, known)
    return TransitionPapers(
        **paper(edition, pin, f"{of.title}, from {of.from_whom} to {of.to_whom}"),
        found=found,
        lessons=tuple(lessons),
        titles=titles_of(lessons, known),
    )


def review_papers(edition: facts.Edition, pin: facts.Pin) -> ReviewPapers:
    """Return everything that a review of benefits is made of."""
    as_at, known = edition.as_at, pin.known
    found = portfolio.benefits_found(as_at, known, project=edition.project)
    projects = {f"project/{one.benefit.project}" for one in found.standings}
    lessons = lessons_of(projects | {edition.about}, edition, known)
    about = f"Project {edition.project}" if edition.project else "All projects"
    return ReviewPapers(
        **paper(edition, pin, f"{about}, {date_words(as_at)}"),
        found=found,
        lessons=tuple(lessons),
        titles=titles_of(lessons, known),
    )


def retrospective_faults(
    papers: RetrospectivePapers, document: Document
) -> tuple[facts.Fault, ...]:
    """Return what stops a retrospective."""
    judged = {one.project.number: one for looked in papers.found.looked for one in looked.projects}
    known = delivered(judged=judged.values())
    return check_portfolio(papers.told, document, known, frozenset())


def transition_faults(papers: TransitionPapers, document: Document) -> tuple[facts.Fault, ...]:
    """Return what stops the report on a transition."""
    known = delivered(transitions=(papers.found,))
    return check_portfolio(papers.told, document, known, frozenset())


def review_faults(papers: ReviewPapers, document: Document) -> tuple[facts.Fault, ...]:
    """Return what stops a review of benefits."""
    known = delivered(benefits=papers.found)
    return check_portfolio(papers.told, document, known, unmeasured(papers.found))
