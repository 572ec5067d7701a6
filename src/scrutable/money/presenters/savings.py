"""Savings planned, forecast, achieved and verified; pure."""

from collections.abc import Sequence

from scrutable.govuk.facts import Cell, Column, KeyFigure, Row, Table, Tag, Term
from scrutable.govuk.presenters import day_cell
from scrutable.kernel.wording import capital, count_words
from scrutable.money.facts import Doubled, SavingProof, SavingSeen, SavingStage
from scrutable.money.presenters.words import (
    SAVINGS,
    STAGE_TAGS,
    STAGE_WORDS,
    decision_term,
    exact,
    line_address,
    pence_cell,
    rounded,
)
from scrutable.money.rules import doubled_words, year_words

TWICE = Tag("Counted twice", "red", "■")
NOT_SAID = "Nobody has said"


def saving_address(code: str, year: int) -> str:
    """Return the address of a saving."""
    return f"{SAVINGS}{code}/{year}/"


def title(found: Sequence[SavingSeen], twice: Sequence[Doubled]) -> str:
    """Return how much of what was planned is verified, and what counts twice."""
    if not found:
        return "No saving is recorded"
    planned = sum(one.saving.planned for one in found)
    sure = sum(one.verified.pence for one in found if one.verified)
    said = f"{rounded(sure)} of {rounded(planned)} planned is verified"
    if not twice:
        return said
    verb = "line is" if len(twice) == 1 else "lines are"
    return f"{said}; {len(twice)} budget {verb} counted twice"


def figures(found: Sequence[SavingSeen]) -> tuple[KeyFigure, ...]:
    """Return what each stage comes to; none without savings."""
    if not found:
        return ()
    years = sorted({one.saving.year for one in found})
    period = year_words(years[0])
    if len(years) > 1:
        period = f"{period} to {year_words(years[-1])}"
    rows = [("Planned", [one.saving.planned for one in found])]
    rows += [
        (STAGE_WORDS[stage], [p.pence for one in found if (p := proof(one, stage)) is not None])
        for stage in SavingStage
    ]
    return tuple(
        KeyFigure(
            label=label,
            value=exact(sum(sums)),
            period=period,
            comparison=f"Of {count_words(len(sums), 'saving')}",
        )
        for label, sums in rows
    )


def proof(one: SavingSeen, stage: SavingStage) -> SavingProof | None:
    """Return the last word of a stage."""
    return {
        SavingStage.FORECAST: one.forecast,
        SavingStage.ACHIEVED: one.achieved,
        SavingStage.VERIFIED: one.verified,
    }[stage]


def saving_table(found: Sequence[SavingSeen], twice: Sequence[Doubled]) -> Table:
    """Return every saving from planned to verified, with its line; the sums add up."""
    doubled = {(one.line, one.year) for one in twice}
    return Table(
        name="savings",
        caption="Savings",
        columns=(
            Column("saving", "Saving"),
            Column("year", "Financial year"),
            Column("line", "From line"),
            Column("planned", "Planned", numeric=True),
            Column("forecast", "Forecast", numeric=True),
            Column("achieved", "Achieved", numeric=True),
            Column("verified", "Verified", numeric=True),
            Column("owner", "Owner"),
        ),
        rows=tuple(_saving(one, doubled) for one in found),
        totals=_totals(found) if found else (),
        empty="No saving is recorded. Record what is to be saved, by whom, and from which line.",
    )


def _saving(one: SavingSeen, doubled: set[tuple[str, int]]) -> Row:
    of = one.saving
    tags: tuple[Tag, ...] = (STAGE_TAGS[one.stage],)
    if (of.line, of.year) in doubled:
        tags = (*tags, TWICE)
    return (
        Cell(f"{of.code}: {of.title}", href=saving_address(of.code, of.year), tags=tags),
        Cell(year_words(of.year)),
        Cell(of.line, href=line_address(of.line, of.year)),
        pence_cell(of.planned),
        *(
            pence_cell(said.pence if (said := proof(one, stage)) else None, NOT_SAID)
            for stage in SavingStage
        ),
        Cell(of.owner),
    )


def _totals(found: Sequence[SavingSeen]) -> Row:
    sums = [
        sum(said.pence for one in found if (said := proof(one, stage))) for stage in SavingStage
    ]
    return (
        Cell("All savings"),
        Cell("Every year"),
        Cell("Every line"),
        pence_cell(sum(one.saving.planned for one in found)),
        *(pence_cell(pence) for pence in sums),
        Cell("Each owner"),
    )


def doubled_table(twice: Sequence[Doubled]) -> Table:
    """Return the lines from which savings take more than they shrank."""
    return Table(
        name="doubled",
        caption="Lines that may be counted twice",
        columns=(
            Column("line", "Budget line"),
            Column("year", "Financial year"),
            Column("savings", "Savings"),
            Column("claimed", "They take", numeric=True),
            Column("shrank", "Its budget fell by", numeric=True),
            Column("why", "What is wrong"),
        ),
        rows=tuple(
            (
                Cell(one.line, href=line_address(one.line, one.year)),
                Cell(year_words(one.year)),
                Cell(", ".join(one.codes)),
                pence_cell(one.claimed),
                pence_cell(one.shrank, "Not recorded"),
                Cell(capital(doubled_words(one))),
            )
            for one in twice
        ),
        empty="No line is counted by savings for more than it shrank.",
    )


def one_title(one: SavingSeen) -> str:
    """Return how far the saving has come."""
    stage = STAGE_WORDS[one.stage].lower()
    planned = exact(one.saving.planned)
    if one.stage is None:
        return f"{one.saving.title}: {planned} is planned, and nothing found yet"
    return f"{one.saving.title}: {exact(one.claimed)} of {planned} is {stage}"


def terms(one: SavingSeen) -> tuple[Term, ...]:
    """Return from which line it was taken, who owns it, and what it rests on."""
    of = one.saving
    return (
        Term(label="Financial year", value=year_words(of.year)),
        Term(label="From line", value=of.line, href=line_address(of.line, of.year)),
        Term(label="Planned", value=exact(of.planned)),
        Term(label="Owner", value=of.owner),
        decision_term(of.decision),
        Term(label="Benefit", value=of.benefit or "Of no project", href=_benefit(of.benefit)),
    )


def _benefit(reference: str) -> str:
    return f"/trace/{reference}/" if reference else ""


def proof_table(found: Sequence[SavingProof]) -> Table:
    """Return everything that was found of a saving, the newest first."""
    return Table(
        name="found",
        caption="What was found of it",
        columns=(
            Column("number", "Finding"),
            Column("on", "Date"),
            Column("sum", "Sum", numeric=True),
            Column("by", "By"),
            Column("evidence", "Evidence"),
        ),
        rows=tuple(
            (
                Cell(f"Finding {one.number}", tags=(STAGE_TAGS[one.stage],)),
                day_cell(one.on, "No day"),
                pence_cell(one.pence),
                Cell(one.by),
                Cell(one.evidence or "None named"),
            )
            for one in reversed(found)
        ),
        empty="Nobody has found anything of it yet.",
    )
