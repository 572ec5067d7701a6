"""Approvals, commitments, and the money of a decision; pure."""

from collections.abc import Mapping, Sequence

from scrutable.govuk.facts import Cell, Column, KeyFigure, Row, Rows, Table, Tag, Term
from scrutable.govuk.presenters import count_cell, day_cell
from scrutable.kernel.wording import count_words, date_words, list_words
from scrutable.money.facts import Approval, Commitment, Decided, DecisionMoney, Tie, TieKind
from scrutable.money.presenters.words import (
    EXEMPT,
    TIE_TAGS,
    decision_address,
    decision_cell,
    exact,
    line_address,
    pence_cell,
    shows_order,
    shows_sum,
)
from scrutable.money.rules import year_words

WITHDRAWN = Tag("Withdrawn", "grey", "○")
NO_LIMIT = "No limit known"
Tags = Mapping[str, tuple[Tag, ...]]
KIND_WORDS = {
    TieKind.WRONG_YEAR: "{} of a year other than the spending’s",
    TieKind.COMMITTED_BEYOND: "{} beyond what was approved",
    TieKind.AFTER_SPENDING: "{} after the spending",
}


def title(ties: Sequence[Tie], number: int, what: str) -> str:
    """Return what is wrong with how many of them, or that nothing is."""
    if not number:
        return f"No {what} is recorded"
    counts = {kind: sum(one.kind is kind for one in ties) for kind in KIND_WORDS}
    parts = [KIND_WORDS[kind].format(many) for kind, many in counts.items() if many]
    total = count_words(number, what)
    return f"{total}: {list_words(parts)}" if parts else f"{total}, each as it was decided"


def tags_of(ties: Sequence[Tie]) -> Tags:
    """Return the tags of each approval and commitment by its reference."""
    found: dict[str, tuple[Tag, ...]] = {}
    for one in ties:
        found[one.reference] = (*found.get(one.reference, ()), TIE_TAGS[one.kind])
    return found


def approval_table(
    found: Sequence[Approval], tags: Tags, decided: Mapping[str, Decided], *, closed: bool
) -> Table:
    """Return approvals, the newest first; what a decision hides is not shown."""

    def shows(one: Approval) -> bool:
        return shows_sum(decided.get(one.decision), closed=closed)

    return Table(
        name="approvals",
        caption="Approvals",
        columns=(
            Column("approval", "Approval"),
            Column("on", "Date"),
            Column("line", "Budget line"),
            Column("year", "Financial year"),
            Column("sum", "Sum", numeric=True),
            Column("limit", "Decision allows", numeric=True),
            Column("decision", "Decision"),
            Column("why", "Why afterwards"),
        ),
        rows=Rows(
            found,
            (
                lambda one: _numbered(one, "Approval", tags),
                lambda one: day_cell(one.on, "No day"),
                lambda one: Cell(one.line, href=line_address(one.line, one.year)),
                lambda one: Cell(year_words(one.year)),
                lambda one: _sum(one.pence, shows=shows(one)),
                lambda one: _limit(one, decided.get(one.decision), closed=closed),
                lambda one: decision_cell(one.decision),
                lambda one: Cell(one.reason or "Given before the spending or not explained"),
            ),
        ),
        empty="No approval is recorded. Each names the decision that allows it.",
    )


def _numbered(one: Approval | Commitment, what: str, tags: Tags) -> Cell:
    found = tags.get(one.reference, ())
    if not one.pence:
        found = (*found, WITHDRAWN)
    note = "As found in a register" if one.found_in else ""
    return Cell(f"{what} {one.number}", tags=found, order=f"{one.number:06}", note=note)


def _sum(pence: int, *, shows: bool) -> Cell:
    return pence_cell(pence) if shows else Cell(EXEMPT)


def _limit(one: Approval, decided: Decided | None, *, closed: bool) -> Cell:
    if not shows_sum(decided, closed=closed):
        return Cell(EXEMPT)
    if decided is not None and decided.pence is not None:
        return pence_cell(decided.pence)
    if one.limit is None:
        return Cell(NO_LIMIT)
    cell = pence_cell(one.limit)
    return Cell(cell.text, number=cell.number, note=one.source)


def commitment_table(
    found: Sequence[Commitment], tags: Tags, decided: Mapping[str, Decided], *, closed: bool
) -> Table:
    """Return commitments, the newest first; of an exempt matter neither price nor supplier."""

    def shows(one: Commitment) -> bool:
        return shows_order(decided.get(one.decision), closed=closed)

    return Table(
        name="commitments",
        caption="Commitments of money",
        columns=(
            Column("commitment", "Commitment"),
            Column("on", "Date"),
            Column("line", "Budget line"),
            Column("year", "Financial year"),
            Column("sum", "Sum", numeric=True),
            Column("what", "What"),
            Column("supplier", "Supplier"),
            Column("decision", "Decision"),
        ),
        rows=Rows(
            found,
            (
                lambda one: _numbered(one, "Commitment", tags),
                lambda one: day_cell(one.on, "No day"),
                lambda one: Cell(one.line, href=line_address(one.line, one.year)),
                lambda one: Cell(year_words(one.year)),
                lambda one: _sum(one.pence, shows=shows(one)),
                lambda one: Cell(one.what or "Not said") if shows(one) else Cell(EXEMPT),
                lambda one: Cell(one.supplier or "Not said") if shows(one) else Cell(EXEMPT),
                lambda one: decision_cell(one.decision),
            ),
        ),
        empty="No commitment is recorded. Each names the decision under which it was made.",
    )


def decisions_table(found: Sequence[DecisionMoney], *, closed: bool) -> Table:
    """Return every decision under which money was approved or promised."""
    return Table(
        name="decisions",
        caption="Decisions and their money",
        columns=(
            Column("decision", "Decision"),
            Column("matter", "Matter"),
            Column("on", "Decided on"),
            Column("limit", "Allows", numeric=True),
            Column("approved", "Approved", numeric=True),
            Column("committed", "Committed", numeric=True),
            Column("approvals", "Approvals", numeric=True),
            Column("commitments", "Commitments", numeric=True),
        ),
        rows=tuple(_decision(one, closed=closed) for one in found),
        empty="Nothing is approved under any decision yet.",
    )


def _decision(one: DecisionMoney, *, closed: bool) -> Row:
    of = one.decided
    sums, orders = shows_sum(of, closed=closed), shows_order(of, closed=closed)
    return (
        Cell(of.reference.removeprefix("decision/"), href=decision_address(of.reference)),
        Cell(of.matter),
        day_cell(of.on, "No day"),
        pence_cell(one.limit, NO_LIMIT) if sums else Cell(EXEMPT),
        _sum(one.approved, shows=sums),
        _sum(one.committed, shows=orders),
        count_cell(one.approvals),
        count_cell(one.commitments),
    )


def decision_title(one: DecisionMoney, *, closed: bool) -> str:
    """Return how what was promised stands to what the decision allows."""
    if not shows_order(one.decided, closed=closed):
        return "An exempt part of the matter keeps its orders from being shown"
    if one.limit is not None and one.approved > one.limit:
        return f"{exact(one.approved - one.limit)} more is approved than was decided"
    if one.committed > one.approved:
        return f"{exact(one.committed - one.approved)} more is promised than was approved"
    return f"{exact(one.approved - one.committed)} of what was approved is not promised yet"


def decision_figures(one: DecisionMoney, *, closed: bool) -> tuple[KeyFigure, ...]:
    """Return what the decision allows, what was approved and what was promised."""
    period = f"decided on {date_words(one.decided.on)}"
    sums = shows_sum(one.decided, closed=closed)
    orders = shows_order(one.decided, closed=closed)
    limit = NO_LIMIT if one.limit is None else exact(one.limit)
    return (
        KeyFigure(label="The decision allows", value=limit if sums else "Exempt", period=period),
        KeyFigure(
            label="Approved",
            value=exact(one.approved) if sums else "Exempt",
            period=count_words(one.approvals, "approval"),
        ),
        KeyFigure(
            label="Committed",
            value=exact(one.committed) if orders else "Exempt",
            period=count_words(one.commitments, "commitment"),
        ),
    )


def decision_terms(one: Decided) -> tuple[Term, ...]:
    """Return the matter, and the way to the record of the decision."""
    code = one.reference.removeprefix("decision/")
    return (
        Term(label="Matter", value=one.matter),
        Term(label="Record", value=code, href=f"/decisions/{code}/"),
    )


def decisions_title(found: Sequence[DecisionMoney], beyond: Sequence[DecisionMoney]) -> str:
    """Return of how many decisions more was approved than they allow."""
    if not found:
        return "Nothing is approved under any decision"
    total = count_words(len(found), "decision")
    if not beyond:
        return f"{total}, none with more approved than it allows"
    return f"More is approved than allowed under {len(beyond):,} of {total}"
