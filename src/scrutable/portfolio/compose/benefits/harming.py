"""What got worse: each dis-benefit against the most that was accepted; pure."""

from scrutable.documents.blocks import Block, Cell, Column, Heading, Table
from scrutable.documents.saying import numbered, plain
from scrutable.kernel.wording import capital, share_words
from scrutable.portfolio.compose.benefits.citing import (
    be_words,
    measured_cell,
    of_sum,
    some_words,
    state_cell,
)
from scrutable.portfolio.compose.saying import cite, figure, period_at
from scrutable.portfolio.facts import BenefitKind, BenefitsFound, BenefitStanding, BenefitState
from scrutable.portfolio.presenters.benefits.words import NOT_MEASURED, benefit_name, value_words

HEADING = Heading(1, "Dis-benefits", "dis-benefits")
MOST = 40
FIRST = (BenefitState.WORSE_THAN_ACCEPTED, BenefitState.NOT_MEASURED)


def disbenefits_section(found: BenefitsFound) -> tuple[Block, ...]:
    """Return what each project made worse, the worst first."""
    harms = [
        one
        for one in found.standings
        if one.benefit.kind is BenefitKind.DISBENEFIT and one.is_counted
    ]
    if not harms:
        said = "No dis-benefit is recorded. A project that makes nothing worse is rare: ask."
        return (HEADING, plain(said))
    return (HEADING, _told(found, harms), _table(found, harms))


def _told(found: BenefitsFound, harms: list[BenefitStanding]) -> Block:
    cited, period = of_sum(found), period_at(found.as_at)
    worse = sum(one.state is BenefitState.WORSE_THAN_ACCEPTED for one in harms)
    silent = sum(one.state is BenefitState.NOT_MEASURED for one in harms)
    share = share_words(worse, len(harms))
    return numbered(
        figure(capital(share), cited, period),
        f" dis-benefit{'s' if len(harms) > 1 else ''} {be_words(worse)} worse than was accepted; ",
        figure(some_words(silent), cited, period),
        " that should have been measured went unmeasured. They are taken from no sum of benefits.",
    )


def _table(found: BenefitsFound, harms: list[BenefitStanding]) -> Table:
    period = period_at(found.as_at)
    order = {state: place for place, state in enumerate(FIRST)}
    shown = sorted(harms, key=lambda one: order.get(one.state, len(order)))[:MOST]
    caption = "Dis-benefits against what was accepted"
    if len(shown) < len(harms):
        caption = f"{caption}: {MOST} of {len(harms):,}, the worst first"
    columns = (
        Column("Dis-benefit"),
        Column("Before", numeric=True),
        Column("Accepted up to", numeric=True),
        Column("Measured", numeric=True),
        Column("Standing"),
        Column("Owner"),
    )
    rows = tuple(_row(found, one, period) for one in shown)
    return Table(caption, columns, rows, period=period)


def _row(found: BenefitsFound, one: BenefitStanding, period: str) -> tuple[Cell, ...]:
    of = one.benefit
    levels = (
        Cell(value_words(of, level, "Not set"), cite(of), number=level, period=period)
        for level in (of.baseline, of.target)
    )
    return (
        Cell(benefit_name(of)),
        *levels,
        measured_cell(found, one, NOT_MEASURED),
        state_cell(found, one, period),
        Cell(of.owner or "Nobody"),
    )
