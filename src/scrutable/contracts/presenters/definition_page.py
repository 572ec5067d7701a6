"""A KPI's definition as pages show it: its terms, levels and bands; pure."""

from scrutable.contracts.facts import Direction, KpiDefinition
from scrutable.contracts.presenters import cells, words
from scrutable.govuk.facts import Cell, Column, Table, Term
from scrutable.kernel.wording import count_words, date_words, list_words


def definition_terms(known: KpiDefinition) -> tuple[Term, ...]:
    """Return the definition, line by line; nothing is blank."""
    parts = known.formula or _parts(known)
    first = known.first_month.words if known.first_month else "The contract’s start"
    review = date_words(known.review_by) if known.review_by else "No day set"
    return (
        Term(label="Service", value=known.service),
        Term(label="Measures", value=f"{words.KIND_WORDS[known.kind]}, in {known.unit or 'units'}"),
        Term(label="Better", value=words.DIRECTION_WORDS[known.direction]),
        Term(label="Judged by", value=rule_words(known)),
        Term(label="Rounded to", value=count_words(known.decimals, "decimal")),
        Term(label="Worked out from", value=parts),
        Term(label="Critical", value="Yes" if known.critical else "No"),
        Term(label="Why it matters", value=known.why_it_matters or "Not stated"),
        Term(label="Clause", value=known.clause or "Not stated"),
        Term(label="Measured from", value=first),
        Term(label="Ended", value=_ended_words(known)),
        Term(label="Written by", value=known.authored_by or "Not stated"),
        Term(label="Checked by", value=known.checked_by or "Nobody yet"),
        Term(label="To be reviewed by", value=review),
    )


def rule_words(known: KpiDefinition) -> str:
    """Return the rule with its numbers."""
    named = [f"{name.replace('_', ' ')} {number}" for name, number in known.rule_numbers.items()]
    said = words.RULE_WORDS[known.rule]
    return f"{said} ({list_words(named)})" if named else said


def _parts(known: KpiDefinition) -> str:
    if known.numerator and known.denominator:
        return f"{known.numerator} ÷ {known.denominator}"
    return known.numerator or "As the supplier returns it"


def _ended_words(known: KpiDefinition) -> str:
    if known.discontinued_from is None:
        return "Still measured"
    why = f": {known.discontinued_why}" if known.discontinued_why else ""
    return f"From {known.discontinued_from.words}{why}"


def level_table(known: KpiDefinition) -> Table:
    """Return target and minimum by the month from which they hold."""
    return Table(
        name="levels",
        caption="Target and minimum over time",
        columns=(
            Column("from", "From"),
            Column("target", "Target", numeric=True),
            Column("minimum", "Minimum", numeric=True),
        ),
        rows=tuple(
            (
                cells.month_cell(level.effective_from),
                cells.level_cell(known, level.target, "No target set"),
                cells.level_cell(known, level.minimum, "No minimum"),
            )
            for level in sorted(known.levels, key=lambda level: level.effective_from)
        ),
        empty="No target is set yet, so no result can be judged. Set one under “Change”.",
    )


def band_table(known: KpiDefinition) -> Table:
    """Return the severity bands that service points come from."""
    better = "or less" if known.direction is Direction.HIGHER else "or more"
    return Table(
        name="bands",
        caption="Severity of a failure",
        columns=(
            Column("severity", "Severity"),
            Column("from", "At a result of", numeric=True),
            Column("points", "Service points", numeric=True),
        ),
        rows=tuple(
            (
                Cell(words.SEVERITY_WORDS[band.severity]),
                Cell(
                    f"{words.value_words(known, band.from_value)} {better}", number=band.from_value
                ),
                _band_points(band.points),
            )
            for band in known.bands
        ),
        empty="No bands are set: a failure of this KPI carries no service points.",
    )


def _band_points(points: int | None) -> Cell:
    return Cell("As the credit terms say") if points is None else cells.count_cell(points)
