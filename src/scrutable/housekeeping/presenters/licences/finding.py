"""What the licence position comes to: its finding, its figures, its sums by metric; pure."""

from scrutable.govuk.facts import Cell, Column, KeyFigure, Row, Table
from scrutable.govuk.presenters import count_cell, money_cell
from scrutable.housekeeping.facts import Licences, LicencesSeen, LicenceSums
from scrutable.housekeeping.presenters.licences.words import (
    METRIC_WORDS,
    NOT_PRICED,
    cost_words,
    device_share,
    over_words,
    pounds,
    product_share,
    share,
    short_words,
)
from scrutable.kernel.wording import capital, count_words, date_words, number_words


def title(seen: LicencesSeen) -> str:
    """Return the finding: what is short, and what that would cost."""
    found, sums = seen.found, seen.sums
    if found is None:
        return "No licences are reconciled yet"
    if not sums.short:
        return "No licence is short" if found.positions else "No licence is counted"
    cost = cost_words(sums.liability_pence, sums.short_unpriced)
    if sums.short > 1:
        return f"{capital(number_words(sums.short))} kinds of licence are short: {cost}"
    [one] = (one for one in found.positions if one.short)
    return f"{one.title} is {short_words(one)}: {cost}"


def summary(seen: LicencesSeen) -> str:
    """Return what surpluses come to, or how to get a position."""
    if seen.found is None:
        return (
            "Take an extract of entitlements and one of deployments for the same day, then "
            "reconcile them."
        )
    return f"As at {date_words(seen.found.as_at)}. {over_words(seen.sums)}"


def figures(found: Licences, sums: LicenceSums) -> tuple[KeyFigure, ...]:
    """Return what a shortfall costs, what a surplus costs a year, and what was looked at."""
    period, kinds = f"at {date_words(found.as_at)}", sums.kinds
    coverage = found.coverage
    return (
        KeyFigure(
            label="To put shortfalls right",
            value=_sum(sums.liability_pence, sums.short_unpriced).text,
            period=period,
            comparison=_of_kinds(sums.short, "short", kinds, sums.short_unpriced),
            href="#position",
        ),
        KeyFigure(
            label="Paid a year for what nothing uses",
            value=_sum(sums.surplus_pence, sums.over_unpriced).text,
            period=period,
            comparison=_of_kinds(sums.over, "over", kinds, sums.over_unpriced),
            href="#position",
        ),
        KeyFigure(
            label="Products in use that were assessed",
            value=share(coverage.products_assessed, coverage.products)
            if coverage.products
            else "None in use",
            period=period,
            comparison=product_share(coverage),
            href="#left-out",
        ),
        KeyFigure(
            label="Devices inventoried",
            value=share(coverage.devices_inventoried, coverage.devices)
            if coverage.devices and coverage.devices_inventoried is not None
            else "Not known",
            period=period,
            comparison=device_share(coverage),
        ),
    )


def _of_kinds(some: int, state: str, of_all: int, unpriced: int) -> str:
    said = f"{some:,} {state} of {count_words(of_all, 'kind of licence', 'kinds of licence')}"
    return f"{said}, {number_words(unpriced)} not priced" if unpriced else said


def metric_table(seen: LicencesSeen) -> Table:
    """Return what is short and over by metric, down to all of it."""
    return Table(
        name="metrics",
        caption="By metric",
        columns=(
            Column("metric", "Counted by"),
            Column("kinds", "Kinds of licence", numeric=True),
            Column("short", "Short", numeric=True),
            Column("liability", "To put right", numeric=True),
            Column("short_unpriced", "Short, not priced", numeric=True),
            Column("over", "Over", numeric=True),
            Column("surplus", "Surplus a year", numeric=True),
            Column("over_unpriced", "Over, not priced", numeric=True),
        ),
        rows=tuple((Cell(METRIC_WORDS[metric]), *_summed(own)) for metric, own in seen.by_metric),
        totals=(Cell("All"), *_summed(seen.sums)) if seen.by_metric else (),
        empty="Nothing is counted.",
    )


def _sum(pence: int, unpriced: int) -> Cell:
    """Return a sum; where nothing of it has a price it is not priced, which is not nought."""
    return money_cell(pounds(pence) if pence or not unpriced else None, NOT_PRICED)


def _summed(sums: LicenceSums) -> Row:
    return (
        count_cell(sums.kinds),
        count_cell(sums.short),
        _sum(sums.liability_pence, sums.short_unpriced),
        count_cell(sums.short_unpriced),
        count_cell(sums.over),
        _sum(sums.surplus_pence, sums.over_unpriced),
        count_cell(sums.over_unpriced),
    )
