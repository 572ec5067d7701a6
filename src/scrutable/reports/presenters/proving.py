"""The words and tables of proof: verified, compared, overtaken since; pure."""

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal

from scrutable.contracts.presenters.addresses import trace_address
from scrutable.govuk.facts import Cell, Column, Table, Tag
from scrutable.kernel.wording import capital, count_words, list_words
from scrutable.reports import facts
from scrutable.reports.facts import FormatOutcome
from scrutable.reports.presenters.editions import address
from scrutable.reports.rules.titles import FORMAT_WORDS

MOST_PERIODS = 2

OUTCOME_TAGS = {
    FormatOutcome.SAME: Tag("The same to the byte", "green", "●"),
    FormatOutcome.DIFFERENT: Tag("Different", "red", "■"),
    FormatOutcome.RENDERER_CHANGED: Tag("Renderer changed since", "yellow", "▲"),
    FormatOutcome.DAMAGED: Tag("Stored file damaged", "red", "■"),
}


def differences_table(
    name: str, caption: str, found: Sequence[facts.Difference], empty: str
) -> Table:
    """Return differences, each named by what it is and leading to its trace."""
    columns = (
        Column("figure", "Figure"),
        Column("before", "Before"),
        Column("after", "After"),
        Column("place", "Place"),
        Column("why", "Why"),
    )
    rows = tuple(
        (
            _what(one),
            Cell(one.before),
            Cell(one.after),
            Cell(capital(one.place) or "Throughout", note=one.what),
            Cell(capital(why_words(one)) or "Nothing more to say"),
        )
        for one in found
    )
    return Table(name=name, caption=caption, columns=columns, rows=rows, empty=empty)


def _what(one: facts.Difference) -> Cell:
    href = trace_address(one.reference) if "/" in one.reference else ""
    has_both = bool(one.label) and bool(href)
    return Cell(one.label or one.reference, href, note=one.reference if has_both else "")


def comparison_tables(found: facts.Comparison) -> tuple[Table, ...]:
    """Return what was restated and changed, what one edition alone prints, and forecasts."""
    return (
        differences_table(
            "restated", "Figures restated", found.restated, "No figure was restated."
        ),
        differences_table(
            "statuses", "Statuses changed", found.statuses, "No KPI stands otherwise."
        ),
        differences_table(
            "changed", "Other figures changed", found.changed, "No other figure differs."
        ),
        differences_table(
            "commentary", "Commentary changed", found.narrative, "The commentary is the same."
        ),
        _sections_table(
            "new",
            "Figures that only the second prints",
            found.new,
            "The second has no figure more.",
        ),
        _sections_table(
            "gone",
            "Figures that only the first prints",
            found.gone,
            "The second has no figure less.",
        ),
        differences_table("new_all", "Figures new", found.new, "None."),
        differences_table("gone_all", "Figures gone", found.gone, "None."),
        differences_table("derived", "Forecasts changed", found.derived, "No forecast differs."),
    )


def _sections_table(
    name: str, caption: str, found: Sequence[facts.Difference], empty: str
) -> Table:
    rows = tuple(
        (Cell(section), Cell(str(number), number=Decimal(number)), Cell(periods))
        for section, number, periods in sections_of(found)
    )
    columns = (
        Column("section", "Section"),
        Column("figures", "Figures", numeric=True),
        Column("periods", "Of"),
    )
    return Table(name=name, caption=caption, columns=columns, rows=rows, empty=empty)


def sections_of(found: Sequence[facts.Difference]) -> list[tuple[str, int, str]]:
    """Return each section with how many of the figures stand in it, and of which periods."""
    by_section: dict[str, list[str]] = {}
    for one in found:
        by_section.setdefault(one.section or "Cover", []).append(one.period)
    return [(name, len(of), _periods(of)) for name, of in by_section.items()]


def _periods(found: Sequence[str]) -> str:
    """Return the periods that most of the figures are of, and how many more there are."""
    often = [period for period, _ in Counter(found).most_common() if period]
    named, more = often[:MOST_PERIODS], len(often) - MOST_PERIODS
    if more > 0:
        named.append(count_words(more, "other period"))
    return list_words(named) or "No period"


def comparison_title(found: facts.Comparison) -> str:
    """Return the finding of a comparison."""
    if found.is_same:
        return "The two editions say the same"
    restated = count_words(len(found.restated), "figure")
    statuses = count_words(len(found.statuses), "status", "statuses")
    said = f"{restated} restated, {statuses} changed"
    of_days = sum(one.is_of_another_day for one in found.changed)
    told = [said]
    if of_days:
        moved = count_words(of_days, "figure reads", "figures read")
        told.append(f"{moved} otherwise because the editions are of other days")
    if left := len(found.changed) - of_days:
        moved = count_words(left, "other figure", "other figures")
        told.append(f"{moved} changed with the records")
    return "; ".join(told)


def why_words(one: facts.Difference) -> str:
    """Return why a figure that both editions print is another; "" where that is said already."""
    if one.versions is None:
        return ""
    if one.is_of_another_day:
        return f"{one.period_before}, then {one.period}"
    then, now = one.versions
    if then != now:
        return f"the record was changed: event {then}, then {now}"
    return "worked out otherwise of the same records"


def verification_title(found: facts.Verification) -> str:
    """Return the finding of a verification."""
    if found.is_proved:
        return "Made again to the byte in every format"
    if found.has_faults:
        return "Not proved: something differs"
    if found.differences:
        return "The text differs: what composes reports has changed since"
    return "Made again alike; a renderer has changed since"


def verification_words(found: facts.Verification) -> str:
    """Return in a sentence what was done and what came out."""
    start = f"The report was composed again from the records as known at event {found.known}"
    if found.differences:
        return f"{start}, and {count_words(len(found.differences), 'difference')} came out."
    return f"{start}, and its text came out the same."


def formats_table(found: facts.Verification) -> Table:
    """Return what became of each format."""
    return Table(
        name="formats",
        caption="Files",
        columns=(
            Column("format", "File"),
            Column("outcome", "Outcome"),
            Column("changed", "What has changed since"),
            Column("sha256", "SHA-256"),
        ),
        rows=tuple(
            (
                Cell(format_words(check)),
                Cell("", tags=(OUTCOME_TAGS[check.outcome],)),
                Cell(renderers_words(check.renderers)),
                Cell(check.sha256),
            )
            for check in found.formats
        ),
        empty="No file is stored.",
    )


def format_words(check: facts.FormatCheck) -> str:
    """Return which file was checked."""
    words = FORMAT_WORDS[check.format]
    return f"{words}, exempt part" if check.is_exempt else words


def renderers_words(changed: Mapping[str, tuple[str, str]]) -> str:
    """Return which renderers have changed, from which version to which."""
    parts = [f"{name}: {then}, now {now}" for name, (then, now) in changed.items()]
    return "; ".join(parts) or "Nothing"


def restated_words(found: Sequence[facts.Superseded]) -> str:
    """Return how many figures of a frozen report have been restated since; "" for none."""
    if not found:
        return ""
    verb = "has" if len(found) == 1 else "have"
    return f"{count_words(len(found), 'figure')} printed here {verb} been restated since."


def superseded_table(found: Sequence[facts.Superseded]) -> Table:
    """Return figures of frozen reports that were restated since."""
    columns = (
        Column("edition", "Edition"),
        Column("reference", "Reference"),
        Column("then", "As printed"),
        Column("now", "As known now"),
        Column("place", "Place"),
        Column("version", "Version used", numeric=True),
        Column("newest", "Version now", numeric=True),
    )
    return Table(
        name="superseded",
        caption="Figures restated since they were printed",
        columns=columns,
        rows=tuple(_superseded_row(one) for one in found),
        empty="No figure of a frozen report has been restated since.",
    )


def _superseded_row(one: facts.Superseded) -> tuple[Cell, ...]:
    return (
        Cell(one.edition, address(one.edition)),
        Cell(one.reference, trace_address(one.reference)),
        Cell(one.text_then),
        Cell(one.text_now),
        Cell(capital(one.place)),
        Cell(str(one.used_version), number=Decimal(one.used_version)),
        Cell(str(one.newest_version), number=Decimal(one.newest_version)),
    )
