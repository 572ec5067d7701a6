"""Money saved: each cashable benefit with its budget line, and savings claimed twice; pure."""

from collections.abc import Iterator

from scrutable.documents.blocks import Block, Cell, Column, Heading, Table
from scrutable.documents.saying import numbered, plain
from scrutable.kernel.money import money_exact
from scrutable.kernel.wording import capital, count_words, date_words, number_words
from scrutable.portfolio import rules
from scrutable.portfolio.compose.benefits.citing import (
    be_words,
    of_measurement,
    of_sum,
    pounds_cell,
    some_words,
)
from scrutable.portfolio.compose.saying import cite, figure, period_at
from scrutable.portfolio.facts import BenefitsFound, BenefitStanding, DoubleClaim
from scrutable.portfolio.presenters.benefits.words import (
    CLAIM_WORDS,
    NOT_MEASURED,
    benefit_name,
    signs_words,
)

HEADING = Heading(1, "Money saved", "cashable")
MOST = 60  # lines of the table; of more, those with the largest promises
CLAIMS = 40


def cashable_section(found: BenefitsFound) -> tuple[Block, ...]:
    """Return what is taken from which budget line, by whom verified, and what is claimed twice."""
    cash = [one for one in found.standings if one.is_cashable and one.is_counted]
    if not cash:
        said = "No cashable benefit is claimed, so no budget is to be cut."
        return (HEADING, plain(said), *_claims(found))
    return (HEADING, *_summed(found), _lines(found, cash), *_claims(found))


def _summed(found: BenefitsFound) -> Iterator[Block]:
    sums, period = rules.cashable_sums(found), period_at(found.as_at)
    cited = of_sum(found)
    out = sums.left_out
    if out.made_of:
        yield numbered(
            figure(f"{money_exact(out.pounds)} a year", cited, period),
            " of what was promised is left out of every sum: it stands for savings that another "
            "project claims too. ",
            figure(capital(number_words(out.made_of)), cited, period),
            f" benefit{'s' if out.made_of > 1 else ''} {be_words(out.made_of)} left out so.",
        )
    silent = sums.realised.out_of - sums.realised.made_of
    if silent:
        yield numbered(
            "Of ",
            figure(count_words(silent, "cashable benefit"), cited, period),
            " nobody has measured what was taken from the budget; that is in no sum.",
        )


def _lines(found: BenefitsFound, cash: list[BenefitStanding]) -> Table:
    period = period_at(found.as_at)
    shown = sorted(cash, key=lambda one: -(one.promised or 0))[:MOST]
    caption = "Cashable benefits"
    if len(shown) < len(cash):
        caption = f"{caption}: the {MOST} of {len(cash):,} that promised most"
    columns = (
        Column("Benefit"),
        Column("Budget line"),
        Column("Promised a year", numeric=True),
        Column("Taken a year", numeric=True),
        Column("Verified a year", numeric=True),
        Column("Verified by"),
    )
    rows = tuple(_line(found, one, period) for one in shown)
    return Table(caption, columns, rows, period=period)


def _line(found: BenefitsFound, one: BenefitStanding, period: str) -> tuple[Cell, ...]:
    of, taken = one.benefit, one.taken
    cited = of_measurement(found, taken) if taken else cite(of)
    on = f"on {date_words(taken.on)}" if taken else period
    checker = taken.verified_by if taken else ""
    return (
        Cell(benefit_name(of)),
        Cell(of.budget_line),
        pounds_cell(one.promised, cite(of), "Not stated", period),
        pounds_cell(one.realised, cited, NOT_MEASURED, on),
        pounds_cell(one.verified, cited, "Not verified", on),
        Cell(checker or "Nobody"),
    )


def _claims(found: BenefitsFound) -> Iterator[Block]:
    """Yield each two benefits that look like one saving, and what was found of them."""
    yield Heading(2, "Claimed twice", "claimed-twice")
    if not found.claims:
        yield plain("No two projects claim the same saving.")
        return
    cited, period = of_sum(found), period_at(found.as_at)
    settled = sum(claim.settled is not None for claim in found.claims)
    yield numbered(
        figure(count_words(len(found.claims), "pair"), cited, period),
        f" of benefits of two projects {be_words(len(found.claims))} likely one saving; ",
        figure(some_words(settled), cited, period),
        f" {be_words(settled)} settled. A pair that is not settled counts once.",
    )
    open_first = sorted(found.claims, key=lambda claim: claim.settled is not None)
    columns = (
        Column("One benefit"),
        Column("The other"),
        Column("Both name"),
        Column("What was found"),
    )
    rows = tuple(_claim(claim, period) for claim in open_first[:CLAIMS])
    more = f": {CLAIMS} of {len(open_first):,}" if len(open_first) > CLAIMS else ""
    yield Table(f"Savings that two projects claim{more}", columns, rows, period=period)


def _claim(claim: DoubleClaim, period: str) -> tuple[Cell, ...]:
    said = claim.settled
    answer = (
        "Not settled"
        if said is None
        else f"{CLAIM_WORDS[said.outcome]}: {said.said_by}, {date_words(said.on)}. {said.why}"
    )
    return (
        *(Cell(benefit_name(one), cite(one), period=period) for one in (claim.first, claim.second)),
        Cell(capital(signs_words(claim))),
        Cell(answer, cite(said or claim.first), period=period),
    )
