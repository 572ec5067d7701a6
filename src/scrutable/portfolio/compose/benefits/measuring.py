"""Each benefit of each project: promised, measured, expected, verified, and what is next; pure."""

from collections.abc import Iterator, Sequence
from datetime import date

from scrutable.documents.blocks import Block, Cell, Chart, Column, Heading, Table
from scrutable.documents.saying import numbered, plain
from scrutable.kernel.references import slug
from scrutable.kernel.wording import capital, count_words, date_words
from scrutable.portfolio import rules
from scrutable.portfolio.compose.benefits.citing import (
    measured_cell,
    of_measurement,
    of_standing,
    of_sum,
    state_cell,
)
from scrutable.portfolio.compose.saying import cite, figure, period_at
from scrutable.portfolio.facts import BenefitKind, BenefitsFound, BenefitStanding
from scrutable.portfolio.presenters.benefits.chart import chart
from scrutable.portfolio.presenters.benefits.words import (
    KIND_WORDS,
    NOT_MEASURED,
    SHORT,
    benefit_name,
    share_words,
    state_words,
    value_words,
)

HEADING = Heading(1, "What was measured", "measured")
MOST = 25  # projects told one by one; of more, those with something wrong, then the first
COLUMNS = (
    Column("Benefit"),
    Column("Baseline", numeric=True),
    Column("Target", numeric=True),
    Column("Measured", numeric=True),
    Column("Progress", numeric=True),
    Column("Standing"),
    Column("Verified by"),
    Column("Expected"),
    Column("Next"),
)


def measured_section(found: BenefitsFound) -> tuple[Block, ...]:
    """Return every benefit of every project; of many projects those that most need a look."""
    held = list(rules.by_project(found))
    if not held:
        return (HEADING, plain("There is no benefit to be measured."))
    shown = sorted(held, key=lambda item: -_wanting(item[1]))[:MOST]
    blocks: list[Block] = [HEADING]
    if len(shown) < len(held):
        cited, period = of_sum(found), period_at(found.as_at)
        blocks.append(
            numbered(
                "Of ",
                figure(count_words(len(held), "project"), cited, period),
                f" with benefits the {MOST} are told here of which most is behind, worse or "
                "not measured. The list of benefits has all.",
            )
        )
    for number, standings in shown:
        blocks += _project(found, number, standings)
    return tuple(blocks)


def _wanting(standings: Sequence[BenefitStanding]) -> int:
    """Return how many of a project's benefits need a look."""
    return sum(one.is_counted and _is_wanting(one) for one in standings)


def _is_wanting(one: BenefitStanding) -> bool:
    return one.overdue_since is not None or one.state in SHORT


def _project(
    found: BenefitsFound, number: str, standings: Sequence[BenefitStanding]
) -> Iterator[Block]:
    title = f"{number} {standings[0].project_title}"
    yield Heading(2, title, f"measured-{slug(number)}")
    if standings[0].is_ended:
        yield plain("The project is over. Its benefits are followed until they have come in.")
    period = period_at(found.as_at)
    rows = tuple(_row(found, one, period) for one in standings)
    yield Table(f"Benefits of project {number}", COLUMNS, rows, period=period)
    for one in standings:
        yield from _told(found, one)
        yield from _history(found, one)


def _row(found: BenefitsFound, one: BenefitStanding, period: str) -> tuple[Cell, ...]:
    of = one.benefit
    none = "Told in words" if of.kind is BenefitKind.QUALITATIVE else "Not set"
    cited = cite(of)
    levels = (
        Cell(value_words(of, level, none), cited, number=level, period=_on(on, period))
        for level, on in ((of.baseline, of.baseline_on), (of.target, of.target_on))
    )
    share = rules.percent_of(one.share) if one.share is not None else None
    return (
        Cell(f"{benefit_name(of)} ({KIND_WORDS[of.kind].lower()})"),
        *levels,
        measured_cell(found, one, NOT_MEASURED),
        Cell(share_words(one), of_standing(found, one), number=share, period=period),
        state_cell(found, one, period),
        _verified(found, one),
        _expected(one),
        Cell(_next(one)),
    )


def _on(day: date | None, period: str) -> str:
    return period if day is None else f"on {date_words(day)}"


def _verified(found: BenefitsFound, one: BenefitStanding) -> Cell:
    if one.last is None:
        return Cell("Nothing to verify")
    cited = of_measurement(found, one.last)
    if one.last.verified_on is None:
        return Cell("Nobody", cited)
    return Cell(f"{one.last.verified_by}, {date_words(one.last.verified_on)}", cited)


def _expected(one: BenefitStanding) -> Cell:
    told = one.forecast
    if told is None:
        return Cell("Nobody has said")
    value = value_words(one.benefit, told.value)
    return Cell(
        f"{value} by {date_words(told.by_when)}", cite(told), period=f"on {date_words(told.on)}"
    )


def _next(one: BenefitStanding) -> str:
    """Return what is to be done about the benefit next, and by whom."""
    owner = one.benefit.owner or "Nobody answers for it: name an owner"
    if not one.is_counted:
        return "Nothing: withdrawn"
    if one.overdue_since is not None:
        return f"{owner}: measure it, overdue since {date_words(one.overdue_since)}"
    if one.next_due is not None:
        return f"{owner}: measure it by {date_words(one.next_due)}"
    return f"{owner}: say when it is looked at again"


def _told(found: BenefitsFound, one: BenefitStanding) -> Iterator[Block]:
    """Yield what the table cannot: words said, why it is withdrawn, what came of a late look."""
    name, of = benefit_name(one.benefit), one.benefit
    period = period_at(found.as_at)
    if not one.is_counted:
        reason = of.withdrawn_reason
        yield numbered(f"{name}: ", figure(state_words(one), cite(of), period), f". {reason}")
    if one.last is not None and one.last.words:
        on = f"on {date_words(one.last.on)}"
        said = figure(f"“{one.last.words}”", of_measurement(found, one.last), on)
        yield numbered(f"{name}, {on}: ", said)
    if one.tried is not None:
        cited = of_measurement(found, one.tried)
        said = figure("could not be measured", cited, f"on {date_words(one.tried.on)}")
        why = one.tried.words or "nobody said why"
        yield numbered(f"{name} ", said, f" on {date_words(one.tried.on)}: {why}")
    if one.short_by:
        yield plain(f"{name}: {state_words(one).lower()}.")


def _history(found: BenefitsFound, one: BenefitStanding) -> Iterator[Block]:
    """Yield every measurement of a benefit with its chart, where all were read."""
    said, of = found.histories.get(one.code, ()), one.benefit
    drawn = chart(one, said)
    if len(said) < 2 or drawn is None:
        return
    rows = tuple(
        (
            Cell(date_words(each.on)),
            Cell(
                value_words(of, each.value),
                of_measurement(found, each),
                number=each.value,
                period=f"on {date_words(each.on)}",
            ),
            Cell(each.source or "No source"),
            Cell(each.measured_by),
            Cell(each.verified_by or "Nobody"),
        )
        for each in said
    )
    columns = (
        Column("Measured on"),
        Column(capital(of.metric), numeric=True),
        Column("Source"),
        Column("Measured by"),
        Column("Verified by"),
    )
    table = Table(f"Measurements of {benefit_name(of)}", columns, rows)
    yield Chart(drawn.title, drawn.description, drawn, table)
