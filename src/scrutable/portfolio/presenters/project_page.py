"""One project: its dates and their history, its status, the range of its go-live; pure."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from scrutable.audit.presenters import event_cell
from scrutable.govuk.facts import Cell, Column, KeyFigure, Table, Term
from scrutable.govuk.presenters import day_cell
from scrutable.kernel.wording import count_words, date_words, list_words
from scrutable.portfolio import rules
from scrutable.portfolio.facts import (
    GO_LIVE,
    DateLine,
    ForecastRange,
    HeldBack,
    Move,
    MoveKind,
    Project,
    Rating,
    Status,
    Tolerance,
)
from scrutable.portfolio.presenters.lists import Judged
from scrutable.portfolio.presenters.words import (
    MOVE_WORDS,
    NOT_ASSESSED,
    RATING_TAGS,
    RATING_WORDS,
    SCALE_WORDS,
    STAGE_WORDS,
    THEME_WORDS,
    moved_words,
    rating_cell,
    slip_words,
)


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


def figures(one: Judged, latest_only: Rating | None, as_at: date) -> tuple[KeyFigure, ...]:
    """Return the figures at the head; beside ours, what a rule of the latest plan would say."""
    period = date_words(as_at)
    shown = RATING_WORDS[one.shown] if one.shown else "No status given"
    found = [
        KeyFigure(
            label="Status",
            value=shown,
            period=period,
            comparison="overridden, with its reason below" if one.is_overridden else "",
        )
    ]
    if one.slip and one.by_dates and latest_only:
        found += [
            KeyFigure(
                label="Against the first date",
                value=slip_words(one.slip.against_original),
                period=period,
            ),
            KeyFigure(
                label="Against the latest plan",
                value=slip_words(one.slip.against_current),
                period=period,
            ),
            KeyFigure(
                label="By its dates",
                value=RATING_WORDS[one.by_dates],
                period=period,
                comparison=f"{RATING_WORDS[latest_only].lower()} by the latest plan alone",
            ),
        ]
    return tuple(found)


def terms(project: Project, names: Mapping[str, str]) -> tuple[Term, ...]:
    """Return what the project is, line by line; nothing is blank."""
    place = f"{project.place}: {project.place_reason}" if project.place else "Not on the list"
    firms = [names.get(one, one) for one in project.suppliers]
    return (
        Term(label="Theme", value=THEME_WORDS[project.theme]),
        Term(label="Objective", value=project.objective or "None stated"),
        Term(label="Stage", value=STAGE_WORDS[project.stage]),
        Term(label="Sponsor", value=project.sponsor),
        Term(label="Manager", value=project.manager),
        Term(label="Suppliers", value=list_words(firms) or "None"),
        Term(label="Waits for third parties", value=list_words(project.third_parties) or "None"),
        Term(label="Place on the priority list", value=place),
    )


def milestone_table(lines: Sequence[DateLine], as_at: date, tolerance: Tolerance) -> Table:
    """Return every milestone with all its dates and both slips."""
    return Table(
        name="milestones",
        caption="Milestones",
        columns=(
            Column("milestone", "Milestone"),
            Column("first", "First date"),
            Column("current", "Latest plan"),
            Column("forecast", "Forecast"),
            Column("actual", "Reached"),
            Column("late_original", "Against the first date", numeric=True),
            Column("late_current", "Against the latest plan", numeric=True),
            Column("rating", "By its dates"),
        ),
        rows=tuple(_milestone(line, as_at, tolerance) for line in lines),
        empty="No milestone has a date. Set the first date of the go-live.",
    )


def _milestone(line: DateLine, as_at: date, tolerance: Tolerance) -> tuple[Cell, ...]:
    slip = rules.slip_of(line, as_at)
    return (
        Cell(line.title),
        day_cell(line.original, ""),
        day_cell(line.current, ""),
        day_cell(line.forecast, "As planned"),
        day_cell(line.actual, "Overdue" if slip.is_overdue else "Not yet"),
        Cell(slip_words(slip.against_original), number=Decimal(slip.against_original)),
        Cell(slip_words(slip.against_current), number=Decimal(slip.against_current)),
        rating_cell(rules.by_both_baselines(slip, tolerance)),
    )


def move_table(moves: Mapping[str, Sequence[Move]], titles: Mapping[str, str]) -> Table:
    """Return everything that was said of every date, the newest first."""
    rows = [
        (move, milestone, days)
        for milestone, said in moves.items()
        for move, days in _with_days(said)
    ]
    rows.sort(key=lambda row: (row[0].on, row[0].version), reverse=True)
    return Table(
        name="moves",
        caption="Every date that was ever given",
        columns=(
            Column("on", "Said on"),
            Column("milestone", "Milestone"),
            Column("what", "What"),
            Column("to", "Date"),
            Column("days", "Moved by", numeric=True),
            Column("approver", "Approved by"),
            Column("reason", "Reason"),
            Column("version", "Version"),
        ),
        rows=tuple(
            (
                day_cell(move.on, ""),
                Cell(titles.get(milestone, milestone)),
                Cell(MOVE_WORDS[move.kind]),
                day_cell(move.to, ""),
                Cell("Not moved") if days is None else _moved(days),
                Cell(move.approver or "Nobody needed to"),
                Cell(move.reason or "None given", note=move.place),
                event_cell(move.version),
            )
            for move, milestone, days in rows
        ),
        empty="No date has been given yet.",
    )


def _with_days(said: Sequence[Move]) -> list[tuple[Move, int | None]]:
    by = {id(move): days for move, days in rules.days_moved(said)}
    return [(move, by.get(id(move))) for move in said]


def _moved(days: int) -> Cell:
    ways = "later" if days > 0 else "earlier"
    return Cell(f"{count_words(abs(days), 'day')} {ways}", number=Decimal(days))


def status_table(statuses: Sequence[Status]) -> Table:
    """Return every status with its parts, who gave it and why, the newest first."""
    return Table(
        name="statuses",
        caption="Status, as assessed",
        columns=(
            Column("on", "On"),
            Column("overall", "Overall"),
            *(Column(name.lower(), name) for name in ("Time", "Cost", "Scope", "Benefits")),
            Column("confidence", "Delivery confidence"),
            Column("reasons", "Reasons"),
            Column("assessor", "Assessed by"),
            Column("scale", "Scale"),
        ),
        rows=tuple(
            (
                day_cell(one.on, ""),
                Cell("", tags=(RATING_TAGS[one.overall],), note=_override(one)),
                *(rating_cell(rating) for rating in one.parts.values()),
                rating_cell(one.confidence),
                Cell(one.reasons, note=one.place),
                Cell(one.assessor),
                Cell(SCALE_WORDS[one.scale]),
            )
            for one in reversed(statuses)
        ),
        empty="Nobody has given a status. Silence is not green.",
    )


def _override(one: Status) -> str:
    return f"Overridden: {one.override_reason}" if one.override_reason else ""


def warning(one: Judged, status: Status | None) -> str:
    """Return what stands between the status given and the dates; "" where nothing does."""
    if status is None or one.by_dates is None:
        return ""
    dates = RATING_WORDS[one.by_dates].lower()
    if one.is_overridden and one.shown is status.overall:
        return f"The overall rating is overridden. Reason: {status.override_reason}"
    if rules.better_than_dates(status, one.by_dates):
        return (
            f"Time was assessed as {RATING_WORDS[status.time or status.overall].lower()}; "
            f"the dates themselves are {dates}, so the project is shown no better than that."
        )
    missing = [name.value for name, rating in status.parts.items() if rating is None]
    return f"{NOT_ASSESSED}: {list_words(missing)}." if missing else ""


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


def trend_table(moves: Mapping[str, Sequence[Move]]) -> Table:
    """Return what was expected of the go-live on each day on which anything was said of it."""
    said = rules.trend(moves.get(GO_LIVE, ()))
    kinds = {move.on: move.kind for move in moves.get(GO_LIVE, ())}
    return Table(
        name="trend",
        caption="What was expected of the go-live, and when",
        columns=(
            Column("on", "Said on"),
            Column("expected", "Expected on"),
            Column("ahead", "Days ahead", numeric=True),
        ),
        rows=tuple(
            (
                day_cell(on, ""),
                Cell(
                    date_words(to),
                    order=to.isoformat(),
                    note="reached" if kinds[on] is MoveKind.ACTUAL else "",
                ),
                Cell(f"{(to - on).days:,}", number=Decimal((to - on).days)),
            )
            for on, to in said
        ),
        empty="Nothing was said of the go-live yet.",
    )
