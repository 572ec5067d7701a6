"""A licensed product, and the names under which it is known; pure."""

from collections.abc import Sequence

from scrutable.govuk.facts import Cell, Column, Row, Table, Term
from scrutable.govuk.presenters import count_cell
from scrutable.housekeeping.facts import LicenceProduct, SoftwareProduct
from scrutable.housekeeping.presenters.licences.words import (
    METRIC_WORDS,
    change_address,
    cost_words,
    short_words,
)
from scrutable.kernel.wording import capital, count_words, date_words, list_words


def title(own: LicenceProduct) -> str:
    """Return the finding: what of it is short or over."""
    if not own.positions:
        needs_none = own.recorded is not None and not own.recorded.needs_licence
        return f"{own.title} needs no licence" if needs_none else f"{own.title} is not assessed"
    found = [short_words(one) for one in own.positions if one.short or one.over]
    return f"{own.title}: {list_words(found)}" if found else f"{own.title} is covered"


def summary(own: LicenceProduct) -> str:
    """Return what it costs, and as at which day."""
    if not own.positions:
        return "It stands in no position of licences; what is known of it is below."
    sums, said = own.sums, []
    if sums.short:
        cost = cost_words(sums.liability_pence, sums.short_unpriced)
        said.append(f"to put it right costs {cost}")
    if sums.over:
        cost = cost_words(sums.surplus_pence, sums.over_unpriced, " a year")
        said.append(f"what nothing uses costs {cost}")
    day = date_words(own.positions[0].as_at)
    return f"As at {day}: {list_words(said) or 'what is used is what there is'}."


def terms(own: LicenceProduct) -> tuple[Term, ...]:
    """Return how the product is known, line by line."""
    one = own.recorded
    if one is None:
        return (Term(label="Recorded", value="Not recorded; it is known by its own name alone"),)
    return (
        Term(label="Also called", value=list_words(one.other_names) or "Nothing else"),
        Term(label="Licensed by", value=_metrics(one)),
        Term(label="Least cores a device", value=_least(one)),
        Term(label="Needs a licence", value=one.why_none or "Yes"),
    )


def _metrics(one: SoftwareProduct) -> str:
    said = list_words([METRIC_WORDS[metric].lower() for metric in one.metrics], joint="or")
    return capital(said) or "As its entitlements say"


def _least(one: SoftwareProduct) -> str:
    return count_words(one.least_cores, "core") if one.least_cores else "None"


def list_title(found: Sequence[SoftwareProduct]) -> str:
    """Return how many products are recorded."""
    if not found:
        return "No product is recorded"
    return f"{count_words(len(found), 'product')} known by name"


def product_table(found: Sequence[SoftwareProduct]) -> Table:
    """Return every product that is recorded, with its other names."""
    return Table(
        name="products",
        caption="Products",
        columns=(
            Column("name", "Product"),
            Column("others", "Also called"),
            Column("metrics", "Licensed by"),
            Column("least", "Least cores a device", numeric=True),
            Column("needs", "Needs a licence"),
        ),
        rows=tuple(_row(one) for one in found),
        empty=(
            "No product is recorded. Record one whose name differs from system to system, that "
            "has a vendor’s minimum of cores, or that needs no licence."
        ),
    )


def _row(one: SoftwareProduct) -> Row:
    return (
        Cell(one.name, href=change_address(one.name)),
        Cell(list_words(one.other_names) or "Nothing else"),
        Cell(_metrics(one)),
        count_cell(one.least_cores) if one.least_cores else Cell("None"),
        Cell(one.why_none or "Yes"),
    )
