"""A project's business case and its money, as tables; pure."""

from collections.abc import Sequence
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
    Funding,
    FundingSource,
    FundingSum,
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
        partial_cell(whole.spent, whole.spent_unsaid, whole.lines),
        partial_cell(whole.expected, whole.expected_unsaid, whole.lines),
        variance_cell(whole.variance),
        Cell(count_words(whole.lines, "line")),
    )


def partial_cell(pounds: Decimal, unsaid: int, lines: int) -> Cell:
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
