"""What a figure over many records counts: each part with its reference and its version."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from scrutable.contracts import reads as contracts
from scrutable.contracts.presenters import words
from scrutable.kernel.money import money_exact
from scrutable.kernel.periods import Month, Span
from scrutable.kernel.wording import count_words
from scrutable.overview.facts import Counted
from scrutable.portfolio import facts
from scrutable.portfolio import reads as portfolio
from scrutable.portfolio.compose.finding import version_of
from scrutable.portfolio.reads.updates import update_lines, updates
from scrutable.registers import reads as registers

HALF_A_YEAR = 6  # months, of which a report on all of IT counts


def parts_of(reference: str, known: int, as_at: date) -> tuple[Counted, ...]:
    """Return what a figure under the reference counts; nothing where it counts nothing known."""
    read = COUNTED.get(reference)
    return tuple(read(known, as_at)) if read else ()


def benefits_of(known: int, as_at: date, project: str = "") -> Iterable[Counted]:
    """Return the benefits that a sum over all, or over one project, counts."""
    for one in portfolio.benefits_found(as_at, known, project=project).standings:
        yield Counted(one.reference, f"{one.code} {one.benefit.title}", _benefit(one), one.version)


def _benefit(one: facts.BenefitStanding) -> str:
    if not one.is_cashable:
        return "Not in pounds"
    taken = money_exact(one.realised) if one.realised is not None else "Nothing measured"
    checked = "verified" if one.verified is not None else "not verified"
    said = f"{taken} a year taken, {checked}" if one.realised is not None else taken
    return f"{said}, {money_exact(one.promised)} promised" if one.promised is not None else said


def projects_of(known: int, as_at: date) -> Iterable[Counted]:
    """Return the projects that a number of projects counts, the late ones first."""
    for one in sorted(portfolio.judged(known, as_at), key=lambda one: not one.is_late):
        of = one.project
        yield Counted(of.reference, f"{of.number} {of.title}", _project(one), version_of(one))


def _project(one: facts.Judged) -> str:
    if one.slip is None:
        return "No go-live is expected"
    late = one.slip.against_original
    return f"{count_words(late, 'day')} late" if late > 0 else "Not late against the day first set"


def everything_of(known: int, as_at: date) -> Iterable[Counted]:
    """Return what is counted of all of IT: benefits first, then projects."""
    yield from benefits_of(known, as_at)
    yield from projects_of(known, as_at)


def posts_of(known: int, _as_at: date) -> Iterable[Counted]:
    """Return the posts that a number of posts counts."""
    for one in portfolio.every(facts.Post, known):
        yield Counted(one.reference, one.title, "Counted among the posts", one.version)


def procurements_of(known: int, as_at: date) -> Iterable[Counted]:
    """Return the procurements that a number of them counts, the late ones first."""
    for one in sorted(portfolio.procurements(known, as_at), key=lambda one: not one.is_late):
        of = one.procurement
        said = "Late against the day first set" if one.is_late else "Not late"
        yield Counted(of.reference, of.title, said, of.version)


def redirections_of(known: int, as_at: date) -> Iterable[Counted]:
    """Return the times at which people were taken off projects."""
    for one in portfolio.redirections(known, as_at):
        of = one.redirection
        people = count_words(of.people, "person", "people")
        yield Counted(of.reference, f"Project {of.project}", f"{people} taken off", of.version)


def contracts_of(supplier: str, known: int) -> Iterable[Counted]:
    """Return the contracts that a supplier’s share counts."""
    for one in registers.contracts(known):
        if one.supplier.reference == supplier:
            yield Counted(one.reference, one.title, "A contract of the supplier", one.version)


def months_of(contract: str, last: Month, known: int, as_at: date) -> Iterable[Counted]:
    """Return the months of KPIs of the half-year up to the month, the newest first."""
    span = Span(last.plus(1 - HALF_A_YEAR), last)
    found = contracts.performance(contract, span, as_at, known)
    for one in sorted(found.months, key=lambda one: (-one.month.year, -one.month.number, one.code)):
        yield Counted(
            f"kpi/{contract}/{one.code}/{one.month}",
            f"{one.code}, {one.month.words}",
            words.WORDS[one.status],
            one.result.version if one.result else 0,
        )


def cells_of(file: str, known: int) -> Iterable[Counted]:
    """Return every cell of a file that an update took in, in the order of the update."""
    for update in updates(known):
        for line in update_lines(update.number, known) if update.file == file else ():
            said = f"Taken in with update {update.number}"
            yield Counted(line.reference, line.reference, said, line.event, line.place)


COUNTED: Mapping[str, Callable[[int, date], Iterable[Counted]]] = {
    "portfolio/IT": everything_of,
    "portfolio/benefits": benefits_of,
    "portfolio/IT/projects": projects_of,
    "capacity/posts": posts_of,
    "capacity/procurements": procurements_of,
    "capacity/redirections": redirections_of,
}
