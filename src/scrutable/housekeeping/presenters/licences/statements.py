"""What was signed of the licence position, and whether it still agrees; pure."""

from collections.abc import Sequence

from scrutable.govuk.facts import Cell, Column, Row, Table, Tag, Term
from scrutable.govuk.presenters import day_cell
from scrutable.housekeeping.facts import (
    Disagreement,
    Licences,
    LicenceStatement,
    LicenceSums,
    Verdict,
)
from scrutable.housekeeping.presenters.licences.words import (
    VERDICT_WORDS,
    cost_words,
    device_share,
    names_words,
    position_address,
    product_share,
    statement_address,
    sums_words,
)
from scrutable.kernel.wording import capital, count_words, date_words, ended

AGREES = Tag("Still agrees", "green", "●")
AGREES_NO_LONGER = Tag("No longer agrees", "red", "■")
Standing = tuple[LicenceStatement, tuple[Disagreement, ...]]


def verdict_words(one: LicenceStatement) -> str:
    """Return what was signed, as a sentence without its stop."""
    if one.verdict is Verdict.NONE:
        return "No licensing liabilities in what was assessed"
    cost = cost_words(one.liability_pence, one.short_unpriced)
    kinds = count_words(one.short, "kind of licence", "kinds of licence")
    return f"Licensing liabilities: {kinds} short, {cost}"


def statement_words(one: LicenceStatement) -> str:
    """Return the statement as its signatory said it."""
    opening, share = f"As at {date_words(one.as_at)},", product_share(one)
    if one.verdict is Verdict.NONE:
        none = "the council has no licensing liabilities in what was assessed"
        return f"{opening} {none}, which is {share}."
    kinds = count_words(one.short, "kind of licence is", "kinds of licence are")
    cost = cost_words(one.liability_pence, one.short_unpriced)
    return f"{opening} {kinds} short, which would cost {cost} to put right. Assessed: {share}."


def terms(one: LicenceStatement) -> tuple[Term, ...]:
    """Return the statement line by line, as it was signed."""
    return (
        Term(label="Says", value=VERDICT_WORDS[one.verdict]),
        Term(
            label="Position",
            value=f"As at {date_words(one.as_at)}, kept by event {one.position:,}",
            href=position_address(one.as_at),
        ),
        Term(
            label="Short",
            value=count_words(one.short, "kind of licence", "kinds of licence"),
        ),
        Term(
            label="To put right",
            value=capital(cost_words(one.liability_pence, one.short_unpriced))
            if one.short
            else "Nothing",
        ),
        Term(label="Products assessed", value=product_share(one)),
        Term(label="Devices inventoried", value=device_share(one)),
        Term(label="What was not assessed", value=one.not_assessed),
        Term(label="Signed by", value=f"{one.signed_by}, {one.post}"),
        Term(label="Signed on", value=date_words(one.signed_on)),
    )


def disagreement_words(
    one: LicenceStatement, told: Sequence[Disagreement], now: Licences, sums: LicenceSums
) -> str:
    """Return in what the statement no longer agrees; "" where it still does."""
    if not told:
        return ""
    coverage = now.coverage
    pairs = {
        Disagreement.SHORT: (f"{one.short:,} short", f"{sums.short:,}"),
        Disagreement.LIABILITY: (
            f"{cost_words(one.liability_pence, one.short_unpriced)} to put right",
            cost_words(sums.liability_pence, sums.short_unpriced),
        ),
        Disagreement.PRODUCTS: (
            f"{one.products_assessed:,} of {one.products:,} products assessed",
            f"{coverage.products_assessed:,} of {coverage.products:,}",
        ),
        Disagreement.DEVICES: (
            f"devices inventoried: {_devices(one.devices_inventoried, one.devices)}",
            _devices(coverage.devices_inventoried, coverage.devices),
        ),
    }
    said = "; ".join(f"{then}, now {today}" for then, today in (pairs[what] for what in told))
    day = date_words(now.as_at)
    return f"It no longer agrees with the position as at {day}. It said {ended(said)}"


def _devices(some: int | None, of_all: int | None) -> str:
    return "not known" if some is None or of_all is None else f"{some:,} of {of_all:,}"


def statement_table(found: Sequence[Standing]) -> Table:
    """Return what was signed, the last first, and whether it still agrees."""
    return Table(
        name="statements",
        caption="Signed statements",
        columns=(
            Column("statement", "Statement"),
            Column("agrees", "With the position now"),
            Column("as_at", "Position as at"),
            Column("covered", "Products assessed"),
            Column("signed", "Signed on"),
            Column("by", "Signed by"),
        ),
        rows=tuple(_row(*one) for one in found),
        empty="Nobody has signed a statement of licensing liabilities.",
    )


def _row(one: LicenceStatement, told: tuple[Disagreement, ...]) -> Row:
    return (
        Cell(verdict_words(one), href=statement_address(one.number), order=f"{one.number:06}"),
        Cell("", tags=(AGREES_NO_LONGER if told else AGREES,)),
        day_cell(one.as_at, ""),
        Cell(product_share(one)),
        day_cell(one.signed_on, ""),
        Cell(one.signed_by, note=one.post),
    )


def before_signing(found: Licences | None, sums: LicenceSums) -> str:
    """Return what somebody is about to sign: the position, its coverage, what was left out."""
    if found is None:
        return "There is no position to sign: reconcile entitlements and deployments first."
    left = names_words(list(dict.fromkeys(one.title for one in found.gaps)))
    return (
        f"As at {date_words(found.as_at)}. {sums_words(sums)} "
        f"Assessed: {product_share(found.coverage)}. "
        f"Inventoried: {device_share(found.coverage)}. "
        f"Left out: {left or 'no product in use'}."
    )
