"""What projects and their money come to in a sentence or two, and in key figures; pure."""

from collections.abc import Sequence

from scrutable.documents.blocks import Citation, KeyFigure, Run
from scrutable.kernel.money import money_exact
from scrutable.kernel.wording import capital, count_words, number_words
from scrutable.portfolio import rules
from scrutable.portfolio.compose.saying import cite_many, figure, period_at
from scrutable.portfolio.facts import ENDED, Judged, ProgrammePapers, Rating

WHOLE = "portfolio/IT"


def projects_found(papers: ProgrammePapers) -> tuple[Run, ...]:
    """Return how many projects are running, and how many are late against the day first set."""
    found = running(papers)
    if not found:
        return ("No project is running.",)
    late = [one for one in found if one.is_late]
    red = [one for one in found if one.shown is Rating.RED]
    cited, period = _cited(found), period_at(papers.as_at)
    number = capital(number_words(len(found)))
    projects = "project is" if len(found) == 1 else "projects are"
    runs: tuple[Run, ...] = (figure(number, cited, period), f" {projects} running {period}; ")
    if not late:
        return (*runs, "none is late against the day first set.")
    hidden = [one for one in late if one.slip and one.slip.against_current <= 0]
    late_words = "is" if len(late) == 1 else "are"
    runs = (
        *runs,
        figure(number_words(len(late)), cited, period),
        f" {late_words} late against the day first set",
    )
    if hidden:
        held = "holds" if len(hidden) == 1 else "hold"
        what = f", of which {number_words(len(hidden))} {held} to a later plan"
        runs = (*runs, what)
    if red:
        what = f", and {number_words(len(red))} {'is' if len(red) == 1 else 'are'} red"
        runs = (*runs, what)
    return (*runs, ".")


def project_figures(papers: ProgrammePapers) -> tuple[KeyFigure, ...]:
    """Return how many projects are late, and how many are rated worse than green."""
    found = running(papers)
    if not found:
        return ()
    cited, period = _cited(found), period_at(papers.as_at)
    rated = [one for one in found if one.shown is not None]
    worse = [one for one in rated if one.shown is not Rating.GREEN]
    unrated = len(found) - len(rated)
    return (
        KeyFigure(
            "Projects late against the day first set",
            f"{sum(one.is_late for one in found)} of {len(found)}",
            period,
            _latest(found),
            cited,
        ),
        KeyFigure(
            "Projects not green",
            f"{len(worse)} of {len(rated)}",
            period,
            f"{count_words(unrated, 'project')} without a status" if unrated else "All were rated",
            cited,
        ),
    )


def money_found(papers: ProgrammePapers) -> tuple[Run, ...]:
    """Return what was approved, what was spent, and what is expected beside it."""
    if not papers.funding:
        return ()
    total = rules.funding_sum(papers.funding)
    cited, period = cite_many(f"{WHOLE}/funding", papers.funding), period_at(papers.as_at)
    runs: tuple[Run, ...] = (
        "Of ",
        figure(money_exact(total.approved), cited, period),
        " approved for projects, ",
    )
    if total.spent_unsaid == total.lines:
        return (*runs, "nobody has said yet what was spent.")
    runs = (*runs, figure(money_exact(total.spent), cited, period), f" was spent {period}")
    if total.spent_unsaid:
        lines = "line" if total.spent_unsaid == 1 else "lines"
        runs = (*runs, f"; of {number_words(total.spent_unsaid)} {lines} nobody has said")
    if total.variance is None:
        return (*runs, ".")
    what = "more" if total.variance > 0 else "less"
    if not total.variance:
        return (*runs, ". What is expected is what was approved.")
    over = figure(money_exact(abs(total.variance)), cited, period)
    return (*runs, ". ", over, f" {what} than approved is expected, where somebody has said.")


def running(papers: ProgrammePapers) -> list[Judged]:
    """Return the projects that have not ended."""
    return [one for one in papers.judged if one.project.stage not in ENDED]


def version_of(one: Judged) -> int:
    """Return the version of the newest record that a project's standing is worked out of."""
    line = one.line.version if one.line else 0
    return max(one.project.version, line, one.status_version)


def _cited(found: Sequence[Judged]) -> Citation:
    return Citation(f"{WHOLE}/projects", max(map(version_of, found), default=0))


def _latest(found: Sequence[Judged]) -> str:
    """Return which project is latest, and by how much."""
    late = [(one.slip.against_original, one.project.number) for one in found if one.slip]
    days, number = max(late, default=(0, ""))
    if days <= 0:
        return "None is late"
    return f"Project {number} is {count_words(days, 'day')} late"
