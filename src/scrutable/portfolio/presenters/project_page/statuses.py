"""A project's status as it was assessed, and the way back to green; pure."""

from collections.abc import Sequence
from datetime import date

from scrutable.govuk.facts import Cell, Column, Table
from scrutable.govuk.presenters import day_cell
from scrutable.kernel.wording import count_words, date_words, list_words
from scrutable.portfolio import rules
from scrutable.portfolio.facts import Judged, Rating, Status
from scrutable.portfolio.presenters.words import (
    NOT_ASSESSED,
    RATING_TAGS,
    RATING_WORDS,
    SCALE_WORDS,
    rating_cell,
)


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
            Column("green", "To be green again"),
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
                _to_green(one),
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


def _to_green(one: Status) -> Cell:
    by = f"by {date_words(one.green_by)}" if one.green_by else ""
    if one.to_green:
        return Cell(one.to_green, note=by or "no day given")
    return Cell("It is green" if one.overall is Rating.GREEN else "Nobody has said")


def green_words(one: Judged, as_at: date) -> str:
    """Return what it takes to be green again and by when, and whether that day has passed."""
    if not one.is_to_be_green_again:
        return "It is green." if one.shown else "Nobody has given a status. Silence is not green."
    if not one.to_green:
        return "Nobody has said what it takes to be green again, nor by when."
    said = one.to_green.rstrip(". ")
    if one.green_by is None:
        return f"{said}. Nobody has said by when."
    day = date_words(one.green_by)
    if rules.has_green_day_passed(one, as_at):
        late = count_words((as_at - one.green_by).days, "day")
        return f"{said}: by {day}. That day passed {late} ago, and it is not green."
    return f"{said}: by {day}."
