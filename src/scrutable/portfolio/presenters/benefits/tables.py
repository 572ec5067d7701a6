"""Everything that was measured and expected of a benefit, and its versions, as tables; pure."""

from collections.abc import Mapping, Sequence

from scrutable.audit.presenters import event_cell
from scrutable.govuk.facts import Cell, Column, Table
from scrutable.govuk.presenters import day_cell, money_cell
from scrutable.kernel.wording import date_words
from scrutable.portfolio.facts import (
    Benefit,
    BenefitForecast,
    BenefitKind,
    Measure,
    Measurement,
)
from scrutable.portfolio.presenters.benefits.words import (
    NOT_MEASURED,
    benefit_address,
    unowned_words,
    value_cell,
)

NOBODY = "Nobody yet"


def measurement_table(
    of: Benefit, said: Sequence[Measurement], files: Mapping[str, str], *, may_verify: bool
) -> Table:
    """Return everything that was measured, with its source and who verified it, newest first."""
    none = "Told in words" if of.measure is Measure.WORDS else NOT_MEASURED
    not_theirs = "Not stated" if of.kind is BenefitKind.CASHABLE else "Not cashable"
    return Table(
        name="measurements",
        caption="Measurements",
        columns=(
            Column("on", "Measured on"),
            Column("value", "Value", numeric=True),
            Column("pounds", "Taken a year", numeric=True),
            Column("words", "In words"),
            Column("source", "Source"),
            Column("by", "Measured by"),
            Column("verified", "Verified by"),
            Column("version", "Version"),
        ),
        rows=tuple(
            (
                day_cell(one.on, ""),
                value_cell(of, one.value, none),
                money_cell(one.pounds, not_theirs),
                Cell(one.words or "Nothing beside the value"),
                Cell(one.source or "None", note=_place(one, files)),
                Cell(one.measured_by),
                _verified(of, one, may_verify=may_verify),
                event_cell(one.version),
            )
            for one in reversed(said)
        ),
        empty="Nobody has measured it yet. That is not nought: it is not known.",
    )


def _place(one: Measurement, files: Mapping[str, str]) -> str:
    return " ".join(text for text in (files.get(one.file, one.file[:12]), one.place) if text)


def _verified(of: Benefit, one: Measurement, *, may_verify: bool) -> Cell:
    if one.verified_by and one.verified_on:
        return Cell(f"{one.verified_by}, {date_words(one.verified_on)}")
    if one.value is None and one.pounds is None and of.measure is not Measure.WORDS:
        return Cell("Nothing to verify")
    return Cell(NOBODY, href=f"{benefit_address(of.code)}verify/{one.on}/" if may_verify else "")


def forecast_table(of: Benefit, said: Sequence[BenefitForecast]) -> Table:
    """Return everything that was ever expected of it, the newest first."""
    return Table(
        name="forecasts",
        caption="What was expected, and when that was said",
        columns=(
            Column("on", "Said on"),
            Column("value", "Expected", numeric=True),
            Column("by_when", "By"),
            Column("why", "Why"),
            Column("by", "Said by"),
            Column("version", "Version"),
        ),
        rows=tuple(
            (
                day_cell(one.on, ""),
                value_cell(of, one.value, ""),
                day_cell(one.by_when, ""),
                Cell(one.why),
                Cell(one.said_by),
                event_cell(one.version),
            )
            for one in reversed(said)
        ),
        empty="Nobody has said what is expected of it.",
    )


def version_table(versions: Sequence[Benefit]) -> Table:
    """Return the profile as it stood after each change: what was promised then."""
    return Table(
        name="versions",
        caption="The profile as it was promised",
        columns=(
            Column("version", "Version"),
            Column("title", "Benefit"),
            Column("baseline", "Baseline", numeric=True),
            Column("target", "Target", numeric=True),
            Column("target_on", "By"),
            Column("pounds", "Promised a year", numeric=True),
            Column("owner", "Owner"),
        ),
        rows=tuple(
            (
                event_cell(one.version),
                Cell(one.title),
                value_cell(one, one.baseline, "Not set"),
                value_cell(one, one.target, "Not set"),
                day_cell(one.target_on, "No day"),
                money_cell(one.yearly_pounds, "Not stated"),
                Cell(one.owner or unowned_words(one)),
            )
            for one in reversed(versions)
        ),
        empty="No version is known.",
    )
