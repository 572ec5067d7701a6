"""The costs of a year by area: finding, figures, picture and tables; pure."""

from decimal import Decimal

from scrutable.documents.charts.facts import ShareBar, ShareBars
from scrutable.documents.charts.shared import MOST_BARS, MOST_PARTS
from scrutable.govuk.facts import KeyFigure
from scrutable.kernel.wording import capital, count_words, list_words, number_words
from scrutable.money.facts import CostsSeen
from scrutable.money.presenters.costs import words
from scrutable.money.presenters.costs.words import (
    about,
    exact,
    key_figure,
    pounds,
    share,
    tower_words,
    year_words,
)

EMPTY = "No costs are allocated yet"
HOW = (
    "Record areas, pools, drivers and the order in which pools are emptied, load the cost lines "
    "of a year, then allocate them."
)
REST = "Other towers"
MOST = 50  # areas of one page


def title(seen: CostsSeen | None) -> str:
    """Return the finding: a body that does not pay its cost, else what IT costs."""
    if seen is None:
        return EMPTY
    short = [one for one in seen.covers if one.short]
    if len(short) == 1:
        [one] = short
        return f"{one.area.title} is charged {exact(one.short)} less than it costs"
    if short:
        lost = sum(one.short for one in short)
        who = f"{capital(number_words(len(short)))} outside bodies"
        return f"{who} are charged {exact(lost)} less than they cost"
    return f"IT cost {about(seen.run.put_in)} in {year_words(seen.year)}"


def summary(seen: CostsSeen | None) -> str:
    """Return how much came to how many areas, and what did not."""
    if seen is None:
        return HOW
    came = seen.run.put_in - seen.run.stays
    areas = count_words(len(seen.areas), "area")
    said = f"{exact(came)} came to {areas} in {year_words(seen.year)}"
    stays = seen.run.stays
    return f"{said}; {exact(stays)} reached none." if stays else f"{said}, every penny of it."


def figures(seen: CostsSeen) -> tuple[KeyFigure, ...]:
    """Return what IT cost, what one unit cost, what outside bodies pay, what reached no area."""
    load = seen.load
    found = [
        key_figure(
            "Cost of IT",
            about(seen.run.put_in),
            seen.year,
            f"exactly {exact(seen.run.put_in)}; {against_ledger(seen)}",
        ),
        *(
            key_figure(
                f"Cost for each {one.count.unit}",
                words.each_cell(one.each).text,
                seen.year,
                f"{exact(one.pence)} for {words.number_words(one.count.number)}",
                "#units",
            )
            for one in sorted(seen.units, key=lambda unit: -unit.count.number)[:2]
        ),
        key_figure(
            "Reached no area",
            exact(seen.run.stays),
            seen.year,
            f"{share(seen.run.stays, load.pence)} of the cost",
            "#pools",
        ),
    ]
    if seen.covers:
        cost = sum(one.cost for one in seen.covers)
        charged = sum(one.charged for one in seen.covers)
        said = f"exactly {exact(charged)}, of {exact(cost)} that they cost"
        found.append(
            key_figure("Charged to outside bodies", about(charged), seen.year, said, "#bodies")
        )
    return tuple(found)


def against_ledger(seen: CostsSeen) -> str:
    """Return whether the lines agree with the ledger, to the penny."""
    off = seen.load.off
    if off is None:
        return "no ledger of the year to hold it against"
    if not off:
        return "agrees with the ledger to the penny"
    return f"{exact(abs(off))} {'more' if off > 0 else 'less'} than the ledger"


def picture(seen: CostsSeen) -> ShareBars | None:
    """Return the towers of each area as bars; None where a credit leaves a part below nought."""
    areas = seen.areas[:MOST_BARS]
    if not areas or any(pence < 0 for one in areas for pence in one.towers.values()):
        return None
    towers = list(seen.towers)
    shown = towers if len(towers) <= MOST_PARTS else towers[: MOST_PARTS - 1]
    names = [tower_words(one) for one in shown]
    bars = []
    for one in areas:
        amounts = [pounds(one.towers.get(tower, 0)) for tower in shown]
        if len(shown) < len(towers):
            amounts.append(pounds(one.pence) - sum(amounts, Decimal(0)))
        bars.append(ShareBar(one.area.title, tuple(amounts), about(one.pence)))
    parts = (*names, *([REST] if len(shown) < len(towers) else []))
    dearest = areas[0]
    return ShareBars(
        title=f"Which towers come to which areas, {year_words(seen.year)}",
        description=f"{dearest.area.title} costs most, {about(dearest.pence)}. Towers: "
        f"{list_words(parts)}.",
        parts=parts,
        bars=tuple(bars),
    )
