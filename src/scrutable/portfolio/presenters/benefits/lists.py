"""All benefits: the finding, the key figures, by kind, every one, savings claimed twice; pure."""

from collections.abc import Callable, Sequence

from scrutable.govuk.facts import Cell, Column, KeyFigure, Row, Rows, Table
from scrutable.govuk.presenters import count_cell, money_cell
from scrutable.kernel.money import money_exact
from scrutable.kernel.wording import count_words, date_words, list_words
from scrutable.portfolio import rules
from scrutable.portfolio.facts import (
    BenefitKind,
    BenefitsFound,
    BenefitStanding,
    BenefitState,
    BenefitSums,
    Pounds,
)
from scrutable.portfolio.presenters.benefits.words import (
    GOOD,
    KIND_WORDS,
    NOT_MEASURED,
    SHORT,
    STATE_TAGS,
    UNJUDGED,
    benefit_address,
    benefit_name,
    of_words,
    share_words,
    state_cell,
    sum_words,
    value_cell,
)
from scrutable.portfolio.presenters.words import project_address

NONE_YET = "No benefit is recorded"
NO_OWNER = "Nobody"
COLUMNS = (
    Column("benefit", "Benefit"),
    Column("project", "Project"),
    Column("kind", "Kind"),
    Column("owner", "Owner"),
    Column("baseline", "Baseline", numeric=True),
    Column("target", "Target", numeric=True),
    Column("measured", "Measured", numeric=True),
    Column("progress", "Progress", numeric=True),
    Column("standing", "Standing"),
    Column("promised", "Promised a year", numeric=True),
    Column("taken", "Taken a year", numeric=True),
    Column("verified", "Verified a year", numeric=True),
)


def title(found: BenefitsFound) -> str:
    """Return the finding: how much of what was promised arrived."""
    if not found.standings:
        return NONE_YET
    sums = rules.cashable_sums(found)
    if not sums.promised.made_of:
        total = rules.sums_of(found.standings)
        good = total.in_state(*GOOD)
        return f"{good:,} of {count_words(total.count, 'benefit')} realised or as accepted"
    promised = money_exact(sums.promised.pounds)
    if not sums.realised.made_of:
        return f"Of {promised} a year promised, nothing is measured yet"
    taken = money_exact(sums.realised.pounds)
    if sums.realised.pounds > sums.promised.pounds:
        return f"{taken} a year is said to be taken from budgets, more than the {promised} promised"
    return f"{taken} of {promised} a year is taken from budgets"


def summary(found: BenefitsFound) -> str:
    """Return how many stand where, in a sentence; none where there is no benefit."""
    if not found.standings:
        return ""
    total = rules.sums_of(found.standings)
    said = [
        f"{number:,} {STATE_TAGS[state].word.lower()}"
        for state in BenefitState
        if (number := total.in_state(state)) and state is not BenefitState.WITHDRAWN
    ]
    gone = total.in_state(BenefitState.WITHDRAWN)
    more = f" {gone:,} more {'is' if gone == 1 else 'are'} withdrawn." if gone else ""
    return f"Of {count_words(total.count, 'benefit')}: {list_words(said)}.{more}"


def figures(found: BenefitsFound) -> tuple[KeyFigure, ...]:
    """Return pounds promised, taken and verified, and how many benefits nobody measured."""
    period = f"by {date_words(found.as_at)}"
    sums, total = rules.cashable_sums(found), rules.sums_of(found.standings)
    silent = total.in_state(BenefitState.NOT_MEASURED)
    out = sums.left_out
    twice = f"; {money_exact(out.pounds)} claimed twice is left out" if out.made_of else ""
    return (
        KeyFigure(
            label="Cashable, promised a year",
            value=sum_words(sums.promised, "None"),
            period=period,
            comparison=of_words(sums.promised, "stated") + twice,
        ),
        KeyFigure(
            label="Taken from budgets a year",
            value=sum_words(sums.realised, NOT_MEASURED),
            period=period,
            comparison=of_words(sums.realised, "measured"),
        ),
        KeyFigure(
            label="Verified a year",
            value=sum_words(sums.verified, "None"),
            period=period,
            comparison=of_words(sums.verified, "verified by somebody else"),
        ),
        KeyFigure(
            label="Benefits not measured",
            value=f"{silent:,}",
            period=period,
            comparison=f"of {total.count:,}; their day has come",
        ),
    )


def kind_table(found: BenefitsFound) -> Table:
    """Return how many of each kind stand where, with their pounds a year."""
    kinds = rules.sums_by_kind(found)
    rows = tuple(_kind(kind, sums) for kind, sums in kinds.items())
    columns = (
        Column("kind", "Kind"),
        Column("count", "Benefits", numeric=True),
        Column("good", "Realised or as accepted", numeric=True),
        Column("course", "On course", numeric=True),
        Column("short", "Behind or worse", numeric=True),
        Column("unmeasured", "Not measured", numeric=True),
        Column("later", "Not yet due", numeric=True),
        Column("unjudged", "Told in words, or no target", numeric=True),
        Column("promised", "Promised a year", numeric=True),
        Column("taken", "Taken a year", numeric=True),
    )
    return Table(
        name="kinds",
        caption="By kind",
        columns=columns,
        rows=rows,
        empty=f"{NONE_YET}. Record the first from its project’s page or with “Add a benefit”.",
    )


def _kind(kind: BenefitKind, sums: BenefitSums) -> Row:
    return (
        Cell(KIND_WORDS[kind]),
        count_cell(sums.count),
        count_cell(sums.in_state(*GOOD)),
        count_cell(sums.in_state(BenefitState.ON_COURSE)),
        count_cell(sums.in_state(*SHORT)),
        count_cell(sums.in_state(BenefitState.NOT_MEASURED)),
        count_cell(sums.in_state(BenefitState.NOT_YET_DUE)),
        count_cell(sums.in_state(*UNJUDGED)),
        _pounds(sums.promised, "None stated"),
        _pounds(sums.realised, NOT_MEASURED if kind is BenefitKind.CASHABLE else "Not cashable"),
    )


def _pounds(of: Pounds, none: str) -> Cell:
    if not of.made_of:
        return Cell(none)
    note = "" if of.made_of == of.out_of else f"of {of.made_of:,} of {of.out_of:,}"
    return Cell(money_exact(of.pounds), number=of.pounds, note=note)


def table(found: BenefitsFound, shown: Sequence[BenefitStanding] | None = None) -> Table:
    """Return every benefit, or those given, with what was promised and what is measured."""
    those = found.standings if shown is None else shown
    return Table(
        name="benefits",
        caption=f"{count_words(len(those), 'benefit')} by {date_words(found.as_at)}",
        columns=COLUMNS,
        rows=Rows(those, CELLS),
        empty="No benefit is recorded for it. A project promises some good, or needs a reason.",
    )


def _project(one: BenefitStanding) -> Cell:
    return Cell(
        f"{one.benefit.project} {one.project_title}",
        href=project_address(one.benefit.project),
        note="the project is over" if one.is_ended else "",
    )


def _unset(one: BenefitStanding) -> str:
    return "Told in words" if one.benefit.kind is BenefitKind.QUALITATIVE else "Not set"


def _target(one: BenefitStanding) -> Cell:
    of = one.benefit
    by = f"by {date_words(of.target_on)}" if of.target_on else ""
    return value_cell(of, of.target, _unset(one), by)


def _measured(one: BenefitStanding) -> Cell:
    if one.last is None:
        return Cell(NOT_MEASURED)
    return value_cell(one.benefit, one.last.value, "Told in words", f"on {date_words(one.last.on)}")


def _progress(one: BenefitStanding) -> Cell:
    share = rules.percent_of(one.share) if one.share is not None else None
    return Cell(share_words(one), number=share)


CELLS: tuple[Callable[[BenefitStanding], Cell], ...] = (
    lambda one: Cell(benefit_name(one.benefit), href=benefit_address(one.code)),
    _project,
    lambda one: Cell(KIND_WORDS[one.benefit.kind]),
    lambda one: Cell(one.benefit.owner or NO_OWNER),
    lambda one: value_cell(one.benefit, one.benefit.baseline, _unset(one)),
    _target,
    _measured,
    _progress,
    state_cell,
    lambda one: money_cell(one.promised, NOT_MEASURED if one.is_cashable else "None stated"),
    lambda one: money_cell(one.realised, NOT_MEASURED if one.is_cashable else "Not cashable"),
    lambda one: money_cell(one.verified, "Not verified" if one.is_cashable else "Not cashable"),
)
