"""What verdicts, gaps and lateness of objectives are called, and where their pages lie; pure."""

from datetime import date, timedelta

from scrutable.govuk.facts import Cell, Tag
from scrutable.kernel.wording import count_words
from scrutable.portfolio.facts import Gap, Objective, ObjectiveReview, ObjectiveVerdict, Rung

STRATEGIES = "/strategies/"
VERDICT_WORDS = {
    ObjectiveVerdict.DELIVERED: "Delivered",
    ObjectiveVerdict.PARTLY: "Partly delivered",
    ObjectiveVerdict.NOT_DELIVERED: "Not delivered",
    ObjectiveVerdict.SUPERSEDED: "Superseded",
}
VERDICT_TAGS = {
    ObjectiveVerdict.DELIVERED: Tag("Delivered", "green", "●"),
    ObjectiveVerdict.PARTLY: Tag("Partly delivered", "yellow", "▲"),
    ObjectiveVerdict.NOT_DELIVERED: Tag("Not delivered", "red", "■"),
    ObjectiveVerdict.SUPERSEDED: Tag("Superseded", "grey", "○"),
}
NOT_LOOKED_BACK = "Not looked back on"
NO_DUE_DAY = "No day set"
RUNG_WORDS = {
    Rung.OBJECTIVE: "Objective",
    Rung.PROJECT: "Project",
    Rung.CONTRACT: "Contract",
    Rung.KPI: "KPI",
    Rung.BENEFIT: "Benefit",
}
RUNG_MANY = {
    Rung.OBJECTIVE: "objectives",
    Rung.PROJECT: "projects",
    Rung.CONTRACT: "contracts",
    Rung.KPI: "KPIs",
    Rung.BENEFIT: "benefits",
}
GAP_WORDS = {
    Gap.NO_PROJECT: "no project",
    Gap.NO_BENEFIT: "no benefit",
    Gap.NO_KPI: "no KPI named",
    Gap.MEASURES_NOTHING: "measures no benefit",
    Gap.NOT_MEASURED: "not measured",
}
GAP_SENTENCES = {
    Gap.NO_PROJECT: "Nothing is under it: no project is done for it.",
    Gap.NO_BENEFIT: "Nothing comes of it: it promises no benefit.",
    Gap.NO_KPI: "Nothing is under it: no KPI is named that the project is to move.",
    Gap.MEASURES_NOTHING: "Nothing is under it: no benefit of the project is measured by it.",
    Gap.NOT_MEASURED: "Nobody has measured it, and no KPI does.",
}
MONTHS_A_YEAR, IN_DAYS, IN_MONTHS = 12, 2, 24  # under two months in days, under two years in months


def strategy_address(code: str) -> str:
    """Return the address of a strategy's page."""
    return f"{STRATEGIES}{code}/"


def objective_address(code: str, number: int) -> str:
    """Return the address of an objective's page."""
    return f"{strategy_address(code)}objectives/{number}/"


def objective_name(objective: Objective) -> str:
    """Return number and words of an objective."""
    return f"{objective.number}. {objective.text}"


def span_words(first: date, last: date) -> str:
    """Return how long it is from a day to a later one, as people say it.

    >>> span_words(date(2015, 6, 30), date(2019, 6, 30))
    '4 years'
    >>> [span_words(date(2020, 1, 31), last) for last in (date(2020, 3, 30), date(2021, 4, 30))]
    ['59 days', '14 months']
    >>> span_words(date(2015, 6, 30), date(2019, 8, 31))
    '4 years and 2 months'
    """
    months = (last.year - first.year) * MONTHS_A_YEAR + last.month - first.month
    months -= last.day < first.day
    if months < IN_DAYS:
        return count_words((last - first).days, "day")
    if months < IN_MONTHS:
        return count_words(months, "month")
    years, rest = divmod(months, MONTHS_A_YEAR)
    more = f" and {count_words(rest, 'month')}" if rest else ""
    return f"{count_words(years, 'year')}{more}"


def lateness_words(due_on: date, days: int, review: ObjectiveReview | None) -> str:
    """Return how late an objective was delivered, or how long it is overdue.

    >>> lateness_words(date(2015, 6, 30), 40, None)
    '40 days overdue'
    """
    if not days:
        return "on its day"
    other = due_on + timedelta(days=days)
    if days < 0:
        return f"{span_words(other, due_on)} early"
    is_part = review is not None and review.verdict is ObjectiveVerdict.PARTLY
    is_done = review is not None and review.delivered_on is not None and not is_part
    return f"{span_words(due_on, other)} {'late' if is_done else 'overdue'}"


def verdict_cell(review: ObjectiveReview | None) -> Cell:
    """Return what the last look found, or that there was none."""
    if review is None:
        return Cell(NOT_LOOKED_BACK)
    return Cell("", tags=(VERDICT_TAGS[review.verdict],))
