"""What was promised and what arrived, over all benefits: sentences, figures, by project; pure."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from scrutable.documents.blocks import Block, Cell, Column, Heading, KeyFigure, Run, Table
from scrutable.documents.saying import count_cell, numbered, plain
from scrutable.kernel.money import money_exact
from scrutable.kernel.wording import capital, number_words, share_words
from scrutable.portfolio import rules
from scrutable.portfolio.compose.benefits.citing import (
    be_words,
    of_project,
    of_sum,
    some_words,
    sum_cell,
)
from scrutable.portfolio.compose.saying import figure, period_at
from scrutable.portfolio.facts import (
    BenefitKind,
    BenefitsFound,
    BenefitStanding,
    BenefitState,
    BenefitSums,
)
from scrutable.portfolio.presenters.benefits.words import (
    GOOD,
    KIND_WORDS,
    NOT_MEASURED,
    SHORT,
    UNJUDGED,
    of_words,
    sum_words,
)

NOTHING = "No benefit is recorded, so nobody can say what good was promised or arrived."
MOST = 40  # projects of which each has a line; of more, those with the largest promises
STATES = (
    ("Realised or as accepted", GOOD),
    ("On course", (BenefitState.ON_COURSE,)),
    ("Behind or worse", SHORT),
    ("Not measured", (BenefitState.NOT_MEASURED,)),
    ("Not yet due", (BenefitState.NOT_YET_DUE,)),
    ("In words, or no target", UNJUDGED),
)


def finding(found: BenefitsFound) -> tuple[Run, ...]:
    """Return in two or three sentences what arrived of what was promised; none of nothing."""
    if not found.standings:
        return ()
    total, cited, period = rules.sums_of(found.standings), of_sum(found), period_at(found.as_at)
    good, silent = total.in_state(*GOOD), total.in_state(BenefitState.NOT_MEASURED)
    short = total.in_state(*SHORT)
    return (
        *_pounds(found),
        figure(capital(share_words(good, total.count)), cited, period),
        f" benefit{'s' if total.count > 1 else ''} {be_words(good)} realised or as accepted; ",
        figure(some_words(short), cited, period),
        f" {be_words(short)} behind or worse. ",
        figure(capital(some_words(silent)), cited, period),
        f" that should have been measured went unmeasured{_silence(silent)}.",
    )


def _silence(count: int) -> str:
    return ", which is not nought" if count else ""


def _pounds(found: BenefitsFound) -> tuple[Run, ...]:
    sums, cited, period = rules.cashable_sums(found), of_sum(found), period_at(found.as_at)
    if not sums.promised.made_of:
        return ()
    taken = sum_words(sums.realised, "nothing that was measured")
    checked = sum_words(sums.verified, "none")
    over = sums.realised.pounds - sums.promised.pounds if sums.realised.made_of else Decimal(0)
    more = (
        (", ", figure(money_exact(over), cited, period), " more than was promised")
        if over > 0
        else ()
    )
    return (
        "Of ",
        figure(f"{money_exact(sums.promised.pounds)} a year", cited, period),
        " promised in money, ",
        figure(taken, cited, period),
        " is taken from budgets",
        *more,
        "; of that, ",
        figure(checked, cited, period),
        " is verified by somebody other than who measured it. ",
    )


def key_figures(found: BenefitsFound) -> tuple[KeyFigure, ...]:
    """Return the pounds taken, and how many benefits nobody measured; none of nothing."""
    if not found.standings:
        return ()
    sums, total = rules.cashable_sums(found), rules.sums_of(found.standings)
    cited, period = of_sum(found), period_at(found.as_at)
    promised = sum_words(sums.promised, "Nothing")
    return (
        KeyFigure(
            "Taken from budgets a year",
            sum_words(sums.realised, NOT_MEASURED),
            period,
            f"{promised} promised; {of_words(sums.realised, 'measured')}",
            cited,
        ),
        KeyFigure(
            "Benefits not measured",
            f"{total.in_state(BenefitState.NOT_MEASURED):,}",
            period,
            f"of {total.count:,}; their day has come",
            cited,
        ),
    )


def benefits_section(found: BenefitsFound, *, heading: str = "Benefits") -> tuple[Block, ...]:
    """Return what was promised and what arrived: by kind, then project by project."""
    head = Heading(1, heading, "benefits")
    if not found.standings:
        return (head, plain(NOTHING))
    return (head, numbered(*finding(found)), _kinds(found), *_over(found), _projects(found))


def _kinds(found: BenefitsFound) -> Table:
    period = period_at(found.as_at)
    rows = []
    for kind, sums in rules.sums_by_kind(found).items():
        cited = of_sum(found)
        counts = [sums.in_state(*states) for _, states in STATES]
        cells = [count_cell(count, cited, period) for count in (sums.count, *counts)]
        none = _unsaid(kind)
        money = [sum_cell(sum_, cited, none, period) for sum_ in (sums.promised, sums.realised)]
        rows.append((Cell(KIND_WORDS[kind]), *cells, *money))
    columns = (
        Column("Kind"),
        Column("Benefits", numeric=True),
        *(Column(title, numeric=True) for title, _ in STATES),
        Column("Promised a year", numeric=True),
        Column("Taken a year", numeric=True),
    )
    return Table("Benefits by kind", columns, tuple(rows), period=period)


def _unsaid(kind: BenefitKind) -> str:
    return NOT_MEASURED if kind is BenefitKind.CASHABLE else "Not in pounds"


def _over(found: BenefitsFound) -> Iterator[Block]:
    """Yield that benefits live on, where some belong to a project that is over."""
    over = [one for one in found.standings if one.is_ended and one.is_counted]
    if not over:
        return
    cited, period = of_sum(found), period_at(found.as_at)
    waits = [one for one in over if one.overdue_since is not None]
    yield numbered(
        figure(capital(number_words(len(over))), cited, period),
        f" benefit{'s belong' if len(over) > 1 else ' belongs'} to projects that are over and "
        f"{be_words(len(over))} followed all the same; ",
        figure(some_words(len(waits)), cited, period),
        f" of them {'wait' if len(waits) > 1 else 'waits'} for a measurement that is overdue.",
    )


def _projects(found: BenefitsFound) -> Table:
    """Return each project's benefits and pounds; of many, those that promised most."""
    period = period_at(found.as_at)
    held = list(rules.by_project(found))
    shown = sorted(held, key=lambda item: -_promise(item[1]))[:MOST]
    caption = "Benefits by project"
    if len(shown) < len(held):
        caption = f"{caption}: the {MOST} of {len(held):,} that promised most"
    rows = []
    for number, standings in shown:
        sums, cited = rules.sums_of(standings, found.left_out), of_project(number, standings)
        cash = rules.sums_of([one for one in standings if one.is_cashable], found.left_out)
        counts = (
            sums.count,
            sums.in_state(*GOOD),
            sums.in_state(*SHORT),
            sums.in_state(BenefitState.NOT_MEASURED),
        )
        money = (
            sum_cell(cash.promised, cited, _unpromised(cash), period),
            sum_cell(cash.realised, cited, _nothing(cash), period),
            sum_cell(cash.verified, cited, _nothing(cash, "Not verified"), period),
        )
        name = f"{number} {standings[0].project_title}"
        rows.append((Cell(name), *(count_cell(n, cited, period) for n in counts), *money))
    columns = (
        Column("Project"),
        Column("Benefits", numeric=True),
        Column("Realised or as accepted", numeric=True),
        Column("Behind or worse", numeric=True),
        Column("Not measured", numeric=True),
        Column("Promised a year", numeric=True),
        Column("Taken a year", numeric=True),
        Column("Verified a year", numeric=True),
    )
    return Table(caption, columns, tuple(rows), period=period)


def _promise(standings: Sequence[BenefitStanding]) -> Decimal:
    pounds = (one.promised for one in standings if one.is_counted and one.promised is not None)
    return sum(pounds, Decimal(0))


def _unpromised(cash: BenefitSums) -> str:
    return "Counted with another" if cash.left_out.made_of else "None"


def _nothing(cash: BenefitSums, none: str = NOT_MEASURED) -> str:
    return none if cash.promised.out_of else _unpromised(cash)
