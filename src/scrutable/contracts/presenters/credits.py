"""Service credits as pages show them, with the sum worked through line by line; pure."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from scrutable.contracts.facts import (
    CreditSum,
    CreditTerms,
    KpiDefinition,
    PointsLine,
    Relief,
    Severity,
)
from scrutable.contracts.presenters import cells, words
from scrutable.contracts.presenters.addresses import (
    contract_address,
    credits_address,
    kpi_address,
    trace_address,
)
from scrutable.documents.charts.facts import Waterfall, WaterfallStep
from scrutable.govuk.facts import Cell, Column, Row, Table, Term
from scrutable.kernel.money import money_exact
from scrutable.kernel.wording import count_words, date_words, list_words

NO_CHARGE = "Charge not known"
NO_TERMS = "No terms set"


def credit_words(worked: CreditSum) -> str:
    """Return the month's credit, or why there is no figure."""
    if worked.credit_pounds is not None:
        return money_exact(worked.credit_pounds)
    return NO_TERMS if worked.terms is None else NO_CHARGE


def title(worked: CreditSum) -> str:
    """Return the finding of a month's credits."""
    month = worked.month.words
    if worked.suspended_by:
        return f"Service credits were suspended in {month}"
    if worked.credit_pounds is None:
        return f"The credit for {month} cannot be worked out yet"
    if not worked.credit_pounds:
        return f"No service credit is due for {month}"
    capped = ", held to the cap" if worked.is_capped else ""
    return f"{money_exact(worked.credit_pounds)} of service credit is due for {month}{capped}"


def steps(worked: CreditSum) -> tuple[Term, ...]:
    """Return the sum in the order in which it is worked out; a missing number says so."""
    terms, charge = worked.terms, worked.charge
    charged = money_exact(charge.pounds) if charge else NO_CHARGE
    rate = f"{terms.percent_per_point.normalize():f}% of the charge a point" if terms else NO_TERMS
    cap = f"{terms.cap_percent.normalize():f}% of the charge" if terms else NO_TERMS
    return (
        Term(label="Service points counted", value=f"{worked.points:,}"),
        Term(label="Charge for the month", value=charged),
        Term(label="Credit rate", value=rate),
        Term(label="Points × rate × charge", value=_sum(worked.uncapped_pounds)),
        Term(label=f"Cap: {cap}", value=_sum(worked.cap_pounds)),
        Term(label="Held to the cap", value="Yes" if worked.is_capped else "No"),
        Term(label="Suspended", value=worked.suspended_by or "No"),
        Term(label="Service credit", value=credit_words(worked)),
    )


def _sum(pounds: Decimal | None) -> str:
    return "Cannot be worked out yet" if pounds is None else money_exact(pounds)


def waterfall(worked: CreditSum) -> Waterfall | None:
    """Return the sum as a picture, or None where there is nothing to draw."""
    if not worked.uncapped_pounds or worked.credit_pounds is None:
        return None
    held = worked.credit_pounds - worked.uncapped_pounds
    why = "Suspended" if worked.suspended_by else "Over the cap"
    over = (WaterfallStep(why, held, money_exact(held)),) if held else ()
    return Waterfall(
        title=f"How is the credit for {worked.month.words} made up?",
        description=(
            f"{count_words(worked.points, 'point')} come to {money_exact(worked.uncapped_pounds)}; "
            f"the credit due is {money_exact(worked.credit_pounds)}."
        ),
        unit="£",
        steps=(
            WaterfallStep("Points", worked.uncapped_pounds, money_exact(worked.uncapped_pounds)),
            *over,
            WaterfallStep("Credit", worked.credit_pounds, money_exact(worked.credit_pounds), True),  # noqa: FBT003  (the chart's own field)
        ),
    )


def points_table(worked: CreditSum, definitions: Mapping[str, KpiDefinition]) -> Table:
    """Return how each KPI's points came about, and their sum."""
    lines = [line for line in worked.lines if line.severity is not Severity.NONE]
    return Table(
        name="points",
        caption=f"Service points in {worked.month.words}, KPI by KPI",
        columns=(
            Column("kpi", "KPI"),
            Column("severity", "Severity"),
            Column("points", "Points", numeric=True),
            Column("repeat", "Failed the month before"),
            Column("multiplier", "Times", numeric=True),
            Column("relief", "Relieved by"),
            Column("counted", "Points counted", numeric=True),
        ),
        rows=tuple(_points_row(worked, line, definitions) for line in lines),
        totals=_points_totals(worked, lines) if lines else (),
        empty=f"No KPI failed in a way that carries points in {worked.month.words}.",
    )


def _points_totals(worked: CreditSum, lines: Sequence[PointsLine]) -> Row:
    repeated = sum(line.is_repeat for line in lines)
    relieved = sum(bool(line.relieved_by) for line in lines)
    return (
        Cell("All KPIs"),
        Cell(count_words(len(lines), "failure")),
        cells.count_cell(sum(line.points for line in lines)),
        Cell(f"{repeated} of {len(lines)}"),
        Cell("As above"),
        Cell(f"{relieved} of {len(lines)}"),
        cells.count_cell(worked.points),
    )


def _points_row(
    worked: CreditSum, line: PointsLine, definitions: Mapping[str, KpiDefinition]
) -> Row:
    known = definitions.get(line.code)
    relief = Cell("Nothing")
    if line.relieved_by:
        relief = Cell(line.relieved_by, href=trace_address(line.relieved_by))
    return (
        Cell(
            line.code,
            href=kpi_address(worked.contract, line.code),
            note=known.title if known else "",
        ),
        Cell(words.SEVERITY_WORDS[line.severity]),
        cells.count_cell(line.points),
        Cell("Yes" if line.is_repeat else "No"),
        cells.count_cell(line.multiplier),
        relief,
        cells.count_cell(line.counted),
    )


def month_table(sums: Sequence[CreditSum]) -> Table:
    """Return each month's points and credit, newest first."""
    return Table(
        name="credits",
        caption="Service credits month by month",
        columns=(
            Column("month", "Month"),
            Column("contract", "Contract"),
            Column("points", "Points counted", numeric=True),
            Column("charge", "Charge", numeric=True),
            Column("credit", "Credit due", numeric=True),
            Column("note", "Held back"),
            Column("missing", "KPIs not judged", numeric=True),
        ),
        rows=tuple(_month_row(worked) for worked in sums),
        empty=(
            "No month of any contract can be shown yet. Set the contract’s credit terms and record "
            "each month’s charge; the credits are then worked out from the results."
        ),
    )


def _month_row(worked: CreditSum) -> Row:
    held = "Suspended" if worked.suspended_by else "Held to the cap" if worked.is_capped else "No"
    charge = worked.charge.pounds if worked.charge else None
    return (
        cells.month_cell(worked.month, credits_address(worked.contract, worked.month)),
        Cell(worked.contract, href=contract_address(worked.contract)),
        cells.count_cell(worked.points),
        cells.money_cell(charge, "Not known"),
        Cell(credit_words(worked), number=worked.credit_pounds),
        Cell(held),
        cells.count_cell(len(worked.not_judged)),
    )


def terms_lines(terms: CreditTerms | None) -> tuple[Term, ...]:
    """Return the terms that credits are worked out by."""
    if terms is None:
        return ()
    points = [f"{words.SEVERITY_WORDS[s].lower()} {n}" for s, n in terms.points.items()]
    return (
        Term(label="In force from", value=terms.effective_from.words),
        Term(label="Percent a point", value=f"{terms.percent_per_point.normalize():f}%"),
        Term(label="Cap", value=f"{terms.cap_percent.normalize():f}% of the month’s charge"),
        Term(
            label="Failed the month before", value=f"Points count {terms.repeat_multiplier} times"
        ),
        Term(label="Points", value=list_words(points) or "As each KPI’s bands say"),
        Term(label="Clause", value=terms.clause or "Not stated"),
        Term(label="Approved by", value=terms.approved_by or "Not stated"),
    )


def relief_table(reliefs: Sequence[Relief]) -> Table:
    """Return suspensions of credits and reliefs from points."""
    return Table(
        name="reliefs",
        caption="Suspensions and reliefs",
        columns=(
            Column("kind", "Kind"),
            Column("months", "Months"),
            Column("kpis", "KPIs"),
            Column("reason", "Reason"),
            Column("granted", "Granted by"),
        ),
        rows=tuple(
            (
                Cell(words.RELIEF_WORDS[relief.kind], href=trace_address(relief.reference)),
                Cell(relief.span.words, order=str(relief.span.first)),
                Cell(list_words(relief.codes) or "All"),
                Cell(relief.reason),
                Cell(relief.granted_by, note=date_words(relief.granted_on)),
            )
            for relief in reliefs
        ),
        empty="No month has been suspended and no KPI relieved.",
    )
