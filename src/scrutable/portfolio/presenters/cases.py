"""A project's business case, its money, what it waits for, what delay has cost, as tables; pure."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from scrutable.govuk.facts import Cell, Column, Row, Table, Tag
from scrutable.govuk.presenters import day_cell, money_cell
from scrutable.kernel.money import money_exact
from scrutable.kernel.wording import count_words, date_words, list_words
from scrutable.portfolio import rules
from scrutable.portfolio.facts import (
    BusinessCase,
    CaseOutcome,
    CasePart,
    CaseStage,
    DelayCost,
    Dependency,
    DependencyState,
    Funding,
    FundingSource,
    FundingSum,
    LateDependency,
)
from scrutable.portfolio.presenters.words import project_address

UNSAID = "Nobody has said"
CASE_STAGE_WORDS = {
    CaseStage.STRATEGIC_OUTLINE: "Strategic outline case",
    CaseStage.OUTLINE: "Outline case",
    CaseStage.FULL: "Full case",
    CaseStage.JUSTIFICATION: "Justification, for a small spend",
}
CASE_PART_WORDS = {
    CasePart.STRATEGIC: "Strategic",
    CasePart.ECONOMIC: "Economic",
    CasePart.COMMERCIAL: "Commercial",
    CasePart.FINANCIAL: "Financial",
    CasePart.MANAGEMENT: "Management",
}
CASE_TAGS = {
    CaseOutcome.IN_PREPARATION: Tag("In preparation", "blue", "○"),
    CaseOutcome.APPROVED: Tag("Approved", "green", "●"),
    CaseOutcome.SENT_BACK: Tag("Sent back", "yellow", "▲"),
    CaseOutcome.REFUSED: Tag("Refused", "red", "■"),
}
SOURCE_WORDS = {
    FundingSource.CAPITAL: "Capital",
    FundingSource.REVENUE: "Revenue",
    FundingSource.GRANT: "Grant",
    FundingSource.RESERVE: "Reserve",
}
DEPENDENCY_TAGS = {
    DependencyState.OPEN: Tag("Waited for", "blue", "○"),
    DependencyState.MET: Tag("Come", "green", "●"),
    DependencyState.DROPPED: Tag("Dropped", "grey", "◆"),
}
LATE_TAG = Tag("Late", "red", "■")


def case_table(cases: Sequence[BusinessCase]) -> Table:
    """Return the stages of the business case in their order."""
    order = list(CaseStage)
    return Table(
        name="cases",
        caption="Business case by stage",
        columns=(
            Column("stage", "Stage"),
            Column("outcome", "Where it stands"),
            Column("decided", "Decided on"),
            Column("by", "Decided by"),
            Column("missing", "Parts not made"),
            Column("cost", "Whole-life cost", numeric=True),
            Column("note", "Note"),
        ),
        rows=tuple(_case(one) for one in sorted(cases, key=lambda one: order.index(one.stage))),
        empty="No business case is recorded. Record the first stage with the link above.",
    )


def _case(one: BusinessCase) -> Row:
    missing = [CASE_PART_WORDS[part] for part in rules.missing_parts(one)]
    stage = one.stage.value.replace("_", "-")
    decided = "Not decided yet"
    return (
        Cell(CASE_STAGE_WORDS[one.stage], href=f"{project_address(one.project)}case/{stage}/"),
        Cell("", tags=(CASE_TAGS[one.outcome],)),
        day_cell(one.decided_on, decided),
        Cell(one.decided_by or decided, href=decision_address(one.decision)),
        Cell(list_words(missing) or "None: all five are made"),
        money_cell(one.cost, UNSAID),
        Cell(one.note or "None"),
    )


def decision_address(reference: str) -> str:
    """Return the address of a decision's page, "" where there is none."""
    return f"/decisions/{reference.removeprefix('decision/')}/" if reference else ""


def year_words(year: int) -> str:
    """Return the financial year that begins in the year.

    >>> year_words(2026), year_words(1999)
    ('2026/27', '1999/00')
    """
    return f"{year}/{(year + 1) % 100:02d}"


def funding_table(lines: Sequence[Funding]) -> Table:
    """Return every line of funding with what is spent and expected, and all of them added up."""
    whole = rules.funding_sum(lines)
    return Table(
        name="funding",
        caption="Funding by source and year",
        columns=(
            Column("source", "Source"),
            Column("year", "Year"),
            Column("approved", "Approved", numeric=True),
            Column("spent", "Spent", numeric=True),
            Column("expected", "Expected by the year’s end", numeric=True),
            Column("variance", "Expected over approved", numeric=True),
            Column("budget", "Budget line"),
        ),
        rows=tuple(_funding(one) for one in lines),
        totals=_funding_total(whole) if lines else (),
        empty="No funding is recorded. Record a line for each source and year.",
    )


def _funding(one: Funding) -> Row:
    here = f"{project_address(one.project)}funding/{one.source}-{one.year}/"
    spent = money_cell(one.spent, UNSAID)
    if one.spent is not None and one.spent_by:
        spent = Cell(spent.text, number=spent.number, note=f"by {date_words(one.spent_by)}")
    return (
        Cell(SOURCE_WORDS[one.source], href=here),
        Cell(year_words(one.year), order=str(one.year)),
        money_cell(one.approved, UNSAID),
        spent,
        money_cell(one.expected, UNSAID),
        variance_cell(rules.variance(one)),
        Cell(one.budget_line or "None named", href=decision_address(one.decision)),
    )


def _funding_total(whole: FundingSum) -> Row:
    return (
        Cell("All sources"),
        Cell("All years"),
        money_cell(whole.approved, UNSAID),
        _partial(whole.spent, whole.spent_unsaid, whole.lines),
        _partial(whole.expected, whole.expected_unsaid, whole.lines),
        variance_cell(whole.variance),
        Cell(count_words(whole.lines, "line")),
    )


def _partial(pounds: Decimal, unsaid: int, lines: int) -> Cell:
    """Return a sum with how many lines it leaves out since nobody has said."""
    if unsaid == lines:
        return Cell(UNSAID)
    note = f"{unsaid:,} of {count_words(lines, 'line')} unsaid" if unsaid else ""
    return Cell(money_exact(pounds), number=pounds, note=note)


def variance_cell(pounds: Decimal | None) -> Cell:
    """Return how much more or less is expected than was approved."""
    if pounds is None:
        return Cell(UNSAID)
    if not pounds:
        return Cell("As approved", number=pounds)
    return Cell(f"{money_exact(abs(pounds))} {'over' if pounds > 0 else 'under'}", number=pounds)


def dependency_table(found: Sequence[Dependency], names: Mapping[str, str], as_at: date) -> Table:
    """Return what the project waits for; `names` are those of suppliers and projects."""
    return Table(
        name="dependencies",
        caption="What it waits for",
        columns=(
            Column("whom", "On whom"),
            Column("what", "For what"),
            Column("needed", "Needed by"),
            Column("expected", "Expected"),
            Column("late", "Days late", numeric=True),
            Column("state", "Where it stands"),
            Column("owner", "Who looks after it"),
        ),
        rows=tuple(_dependency(one, names, as_at) for one in found),
        empty="It waits for nobody, as far as anybody has said. Record what it waits for.",
    )


def _dependency(one: Dependency, names: Mapping[str, str], as_at: date) -> Row:
    here = f"{project_address(one.project)}dependency/{one.number}/"
    days = rules.days_late(one, as_at)
    is_late = bool(rules.days_over(one, as_at))
    tags = (DEPENDENCY_TAGS[one.state], *((LATE_TAG,) if is_late else ()))
    expected = "Dropped" if one.state is DependencyState.DROPPED else UNSAID
    return (
        Cell(names.get(one.on_whom, one.on_whom), href=whom_address(one.on_whom)),
        Cell(one.what, href=here, note=one.note),
        day_cell(one.needed_by, ""),
        day_cell(one.settled_on or one.expected_on, expected),
        Cell(f"{days:,}", number=Decimal(days)) if days > 0 else Cell("Not late"),
        Cell("", tags=tags),
        Cell(one.owner),
    )


def whom_address(on_whom: str) -> str:
    """Return the page of whom a project waits for, "" where there is none."""
    if on_whom.startswith("project/"):
        return project_address(on_whom.removeprefix("project/"))
    return ""


def held_up_words(late: Sequence[LateDependency]) -> list[str]:
    """Return what each late dependency holds up beside the project that waits for it."""
    return [
        f"{one.dependency.what} is {count_words(one.days, 'day')} late and holds up "
        f"{list_words([f'project {other}' for other in one.holds_up[1:]])} too."
        for one in late
        if len(one.holds_up) > 1
    ]


def cycle_words(circles: Sequence[Sequence[str]]) -> list[str]:
    """Return each circle of projects that wait for one another, in words.

    >>> cycle_words([("1", "2")])
    ['Project 1 waits for 2, and 2 waits for 1: none of them can come first.']
    """
    return [f"Project {_round(way)}: none of them can come first." for way in circles]


def _round(way: Sequence[str]) -> str:
    pairs = zip(way, (*way[1:], way[0]), strict=True)
    return ", and ".join(f"{one} waits for {other}" for one, other in pairs)


def delay_table(costs: Sequence[DelayCost], total: Decimal) -> Table:
    """Return what delay has cost, item by item, and all of it."""
    return Table(
        name="delays",
        caption="What delay has cost",
        columns=(
            Column("what", "For what"),
            Column("on", "Worked out on"),
            Column("pounds", "Cost", numeric=True),
            Column("source", "Source"),
        ),
        rows=tuple(
            (
                Cell(
                    one.what_for,
                    href=f"{project_address(one.project)}delay-cost/{one.number}/",
                ),
                day_cell(one.on, ""),
                money_cell(one.pounds, UNSAID),
                Cell(one.source or "None named"),
            )
            for one in costs
        ),
        totals=(Cell("All of it"), Cell("By then"), money_cell(total, UNSAID), Cell("Added up"))
        if costs
        else (),
        empty="Nobody has said what delay has cost. Record each item with its source.",
    )
