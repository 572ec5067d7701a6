"""The head of a project's page: the finding, both slips, status, range, way to green; pure."""

from collections.abc import Mapping
from datetime import date

from scrutable.govuk.facts import KeyFigure, Term
from scrutable.kernel.wording import count_words, date_words, list_words, slip_words
from scrutable.portfolio import rules
from scrutable.portfolio.facts import ForecastRange, HeldBack, Judged, Project, Rating
from scrutable.portfolio.presenters.strategies.words import objective_address
from scrutable.portfolio.presenters.words import (
    NOT_ASSESSED,
    RATING_WORDS,
    STAGE_WORDS,
    THEME_WORDS,
    moved_words,
)

Names = Mapping[str, str]  # words by reference


def title(one: Judged) -> str:
    """Return the finding: how late the project is against the date first set."""
    if one.slip is None:
        return f"{one.project.title}: {STAGE_WORDS[one.project.stage].lower()}"
    return f"{one.project.title}: {slip_words(one.slip.against_original)}"


def summary(one: Judged) -> str:
    """Return both slips in a sentence; a plan made anew takes nothing from the first."""
    slip = one.slip
    if slip is None:
        return (
            "Its go-live has no date." if one.first is None else "Nobody expects its go-live now."
        )
    was = "was reached on" if slip.is_reached else "is expected on"
    said = f"Its go-live {was} {date_words(slip.expected)}"
    if not slip.rebaselines:
        return f"{said}. Its plan was never made anew."
    again = moved_words(slip.rebaselines).lower()
    return (
        f"{said}: {slip_words(slip.against_original)} against the date first set, "
        f"{slip_words(slip.against_current)} against the latest plan. It was planned anew {again}."
    )


def figures(
    one: Judged, latest_only: Rating | None, found: ForecastRange | None, as_at: date
) -> tuple[KeyFigure, ...]:
    """Return the figures at the head; beside ours, what a rule of the latest plan would say."""
    period = date_words(as_at)
    return (
        *_of_slip(one, period),
        _status(one, latest_only, period),
        *_of_range(found, period),
        _green(one, as_at),
        _confidence(one),
    )


def _of_slip(one: Judged, period: str) -> tuple[KeyFigure, ...]:
    """Return both slips in one place, so that neither is read without the other."""
    if one.slip is None:
        return ()
    latest = slip_words(one.slip.against_current)
    return (
        KeyFigure(
            label="Against the first date",
            value=slip_words(one.slip.against_original),
            period=period,
            comparison=f"{latest} against the latest plan",
            href="#dates",
        ),
    )


def _status(one: Judged, latest_only: Rating | None, period: str) -> KeyFigure:
    said = []
    if one.is_overridden:
        said.append("overridden, with its reason below")
    if one.by_dates and latest_only:
        said.append(
            f"{RATING_WORDS[one.by_dates].lower()} by its dates, "
            f"{RATING_WORDS[latest_only].lower()} by the latest plan alone"
        )
    return KeyFigure(
        label="Status",
        value=RATING_WORDS[one.shown] if one.shown else "No status given",
        period=period,
        comparison="; ".join(said),
        href="#status",
    )


def _of_range(found: ForecastRange | None, period: str) -> tuple[KeyFigure, ...]:
    if found is None:
        return ()
    return (
        KeyFigure(
            label="Likely to go live",
            value=date_words(found.likely),
            period=period,
            comparison=f"between {date_words(found.low)} and {date_words(found.high)}",
            href="#range",
        ),
    )


def _green(one: Judged, as_at: date) -> KeyFigure:
    value = "It is green" if one.shown else "No status given"
    if one.is_to_be_green_again:
        value = date_words(one.green_by) if one.green_by else "Nobody has said"
    has_passed = rules.has_green_day_passed(one, as_at)
    return KeyFigure(
        label="Green again by",
        value=value,
        period=date_words(as_at),
        comparison="that day has passed" if has_passed else "",
        href="#status",
    )


def _confidence(one: Judged) -> KeyFigure:
    """Return the delivery confidence, which is apart from the status and never part of it."""
    return KeyFigure(
        label="Delivery confidence",
        value=RATING_WORDS[one.confidence] if one.confidence else NOT_ASSESSED,
        period=f"assessed on {date_words(one.status_on)}" if one.status_on else "no status yet",
    )


def terms(project: Project, firms: Names, objectives: Names, contracts: Names) -> tuple[Term, ...]:
    """Return what the project is, line by line; nothing is blank."""
    place = f"{project.place}: {project.place_reason}" if project.place else "Not on the list"
    return (
        Term(label="Theme", value=THEME_WORDS[project.theme]),
        Term(label="Objective", value=project.objective or "None stated"),
        *_served(project, objectives),
        Term(label="Stage", value=STAGE_WORDS[project.stage]),
        Term(label="Sponsor", value=project.sponsor),
        Term(label="Manager", value=project.manager),
        Term(
            label="Suppliers",
            value=list_words([firms.get(one, one) for one in project.suppliers]) or "None",
        ),
        Term(label="Waits for third parties", value=list_words(project.third_parties) or "None"),
        *_contracts(project, contracts),
        Term(label="Place on the priority list", value=place),
    )


def _served(project: Project, objectives: Names) -> tuple[Term, ...]:
    if not project.objectives:
        return (Term(label="Serves", value="No objective of a strategy"),)
    return tuple(
        Term(
            label=f"Serves {' objective '.join(one.split('/')[1:])}",
            value=objectives.get(one, one),
            href=_address(one),
        )
        for one in project.objectives
    )


def _address(objective: str) -> str:
    _, strategy, number = objective.split("/")
    return objective_address(strategy, int(number))


def _contracts(project: Project, contracts: Names) -> tuple[Term, ...]:
    if not project.contracts:
        return (Term(label="Delivered under", value="No contract"),)
    return tuple(
        Term(
            label="Delivered under",
            value=contracts.get(one, one),
            href=f"/contracts/{one.removeprefix('contract/')}/",
        )
        for one in project.contracts
    )


def range_words(found: ForecastRange | None, checked: HeldBack) -> str:
    """Return between which days the go-live will be, on what that rests, and how far it held."""
    if found is None:
        return (
            "There is no range: the go-live has no date or was reached, or fewer than "
            f"{rules.TOO_FEW} milestones of other projects were."
        )
    own = f"{count_words(found.own, 'earlier forecast')} of its own and " if found.own else ""
    said = (
        f"Between {date_words(found.low)} and {date_words(found.high)}, most likely "
        f"{date_words(found.likely)}: by what became of {own}"
        f"{count_words(found.others, 'forecast')} of "
        f"{count_words(found.of_milestones, 'milestone')} that other projects reached."
    )
    if not checked.tried:
        return f"{said} Too few to be checked against history."
    share = 100 * checked.inside // checked.tried
    return (
        f"{said} Held back in turn, {checked.inside:,} of {checked.tried:,} of those forecasts "
        f"({share}%) came inside such a range; eight in ten should."
    )
