"""Savings that two projects claim, as a table; pure."""

from collections.abc import Sequence

from scrutable.govuk.facts import Cell, Column, Row, Table
from scrutable.kernel.money import money_exact
from scrutable.kernel.wording import capital, date_words
from scrutable.portfolio.facts import BenefitsFound, DoubleClaim
from scrutable.portfolio.presenters.benefits.words import (
    CLAIM_WORDS,
    benefit_address,
    benefit_name,
    claim_address,
    signs_words,
)


def claim_table(found: BenefitsFound, claims: Sequence[DoubleClaim] | None = None) -> Table:
    """Return each two benefits that look like one saving, or those given, and which counts."""
    shown = found.claims if claims is None else claims
    return Table(
        name="claims",
        caption="Savings that two projects claim",
        columns=(
            Column("first", "One benefit"),
            Column("second", "The other"),
            Column("signs", "Both name"),
            Column("counts", "Counted"),
            Column("settled", "Settled"),
        ),
        rows=tuple(_claim(claim, found.left_out) for claim in shown),
        empty="No two projects claim the same saving.",
    )


def _claim(claim: DoubleClaim, left_out: frozenset[str]) -> Row:
    return (
        *(
            Cell(
                benefit_name(one),
                href=benefit_address(one.code),
                note=f"{money_exact(one.yearly_pounds)} a year"
                if one.yearly_pounds is not None
                else "",
            )
            for one in (claim.first, claim.second)
        ),
        Cell(capital(signs_words(claim))),
        Cell(_counted(claim, left_out)),
        _settled(claim),
    )


def _counted(claim: DoubleClaim, left_out: frozenset[str]) -> str:
    kept = [code for code in claim.codes if code not in left_out]
    if len(kept) == len(claim.codes):
        return "Both"
    return f"{kept[0]} alone" if kept else "Neither: each with another"


def _settled(claim: DoubleClaim) -> Cell:
    if claim.settled is None:
        return Cell("Not settled", href=claim_address(claim))
    said = claim.settled
    note = f"{said.said_by}, {date_words(said.on)}: {said.why}"
    return Cell(CLAIM_WORDS[said.outcome], href=claim_address(claim), note=note)
