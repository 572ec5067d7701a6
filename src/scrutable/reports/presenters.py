"""The words and tables of reports' pages and commands; pure."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from scrutable.govuk.facts import Cell, Column, Table, Tag, Term
from scrutable.kernel.wording import capital, count_words, date_words, moment_words
from scrutable.reports import facts
from scrutable.reports.facts import EditionState, FormatOutcome
from scrutable.reports.rules.titles import KIND_TITLES

STATE_TAGS = {
    EditionState.DRAFT: Tag("Draft", "yellow", "○"),
    EditionState.FROZEN: Tag("Frozen", "green", "●"),
}
OUTCOME_TAGS = {
    FormatOutcome.SAME: Tag("The same to the byte", "green", "●"),
    FormatOutcome.DIFFERENT: Tag("Different", "red", "■"),
    FormatOutcome.RENDERER_CHANGED: Tag("Renderer changed since", "yellow", "▲"),
    FormatOutcome.DAMAGED: Tag("Stored file damaged", "red", "■"),
}
FORMAT_WORDS = {
    facts.Format.HTML: "Web page",
    facts.Format.DOCX: "Word",
    facts.Format.PDF: "PDF",
    facts.Format.XLSX: "Spreadsheet annex",
}
NO_REPORTS = (
    "Reports stand here once somebody has begun one. Choose “Begin a report”, a contract and its "
    "months; the report is then made from the records, and frozen when it is right."
)
NO_FROZEN = "Reports stand here once they are frozen. The officers are still writing."


def address(edition: str) -> str:
    """Return the address of the edition's page, from its name or its reference."""
    return f"/reports/{edition.removeprefix('edition/')}/"


def editions_table(found: Sequence[facts.Edition], *, sees_drafts: bool) -> Table:
    """Return the list of editions, the newest first."""
    columns = (
        Column("title", "Report"),
        Column("contract", "Contract"),
        Column("months", "Months"),
        Column("as_at", "As at"),
        Column("state", "State"),
        Column("author", "Author"),
    )
    return Table(
        name="reports",
        caption="Editions",
        columns=columns,
        rows=tuple(_edition_row(one) for one in found),
        empty=NO_REPORTS if sees_drafts else NO_FROZEN,
    )


def _edition_row(one: facts.Edition) -> tuple[Cell, ...]:
    frozen = f"{date_words(one.dated)}" if one.is_frozen else ""
    return (
        Cell(one.title, address(one.name), note=one.reference),
        Cell(one.contract),
        Cell(one.span.words, order=str(one.span.last)),
        Cell(date_words(one.as_at), order=one.as_at.isoformat()),
        Cell("", tags=(STATE_TAGS[one.state],), note=frozen),
        Cell(one.author),
    )


def edition_terms(one: facts.Edition) -> tuple[Term, ...]:
    """Return what is known of the edition besides its text."""
    issued = (
        f"{one.frozen_by}, {moment_words(one.frozen_at)}" if one.frozen_at else "Not frozen yet"
    )
    known = f"event {one.pinned}" if one.pinned is not None else "What is known now"
    return (
        Term(label="Reference", value=one.reference),
        Term(label="Kind", value=KIND_TITLES[one.kind]),
        Term(label="As at", value=date_words(one.as_at)),
        Term(label="Records as known at", value=capital(known)),
        Term(label="Begun", value=f"{one.opened_by}, {moment_words(one.opened_at)}"),
        Term(label="Frozen", value=issued),
    )


def faults_title(faults: Sequence[facts.Fault]) -> str:
    """Return the finding of a check."""
    if not faults:
        return "Nothing stops this report"
    verb = "stops" if len(faults) == 1 else "stop"
    return f"{count_words(len(faults), 'fault')} {verb} this report"


def faults_table(faults: Sequence[facts.Fault], edition: str) -> Table:
    """Return the faults, each with its place leading to the section's commentary."""
    return Table(
        name="faults",
        caption="What to mend",
        columns=(Column("place", "Place"), Column("fault", "Fault"), Column("remedy", "Remedy")),
        rows=tuple(
            (
                Cell(capital(fault.place), f"{address(edition)}#{fault.section}"),
                Cell(capital(fault.fault)),
                Cell(capital(fault.remedy)),
            )
            for fault in faults
        ),
        empty="No fault was found. The report may be frozen.",
    )


def differences_table(
    name: str, caption: str, found: Sequence[facts.Difference], empty: str
) -> Table:
    """Return differences by reference, each leading to its trace."""
    columns = (
        Column("reference", "Reference"),
        Column("before", "Before"),
        Column("after", "After"),
        Column("place", "Place"),
    )
    rows = tuple(
        (
            Cell(one.reference, f"/trace/{one.reference}" if "/" in one.reference else ""),
            Cell(one.before),
            Cell(one.after),
            Cell(capital(one.place) or "Throughout", note=one.what),
        )
        for one in found
    )
    return Table(name=name, caption=caption, columns=columns, rows=rows, empty=empty)


def comparison_tables(found: facts.Comparison) -> tuple[Table, ...]:
    """Return what changed, came and went between two editions."""
    return (
        differences_table(
            "statuses", "Statuses changed", found.statuses, "No KPI stands otherwise."
        ),
        differences_table(
            "changed", "Figures changed", found.changed, "No figure of both says something else."
        ),
        differences_table(
            "commentary", "Commentary changed", found.narrative, "The commentary is the same."
        ),
        differences_table("new", "Figures new", found.new, "The second has no figure more."),
        differences_table("gone", "Figures gone", found.gone, "The second has no figure less."),
    )


def comparison_title(found: facts.Comparison) -> str:
    """Return the finding of a comparison."""
    if found.is_same:
        return "The two editions say the same"
    statuses = count_words(len(found.statuses), "status", "statuses")
    figures = count_words(len(found.changed), "figure")
    return f"{statuses} and {figures} differ"


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
                Cell(FORMAT_WORDS[check.format]),
                Cell("", tags=(OUTCOME_TAGS[check.outcome],)),
                Cell(renderers_words(check.renderers)),
                Cell(check.sha256),
            )
            for check in found.formats
        ),
        empty="No file is stored.",
    )


def renderers_words(changed: Mapping[str, tuple[str, str]]) -> str:
    """Return which renderers have changed, from which version to which."""
    parts = [f"{name}: {then}, now {now}" for name, (then, now) in changed.items()]
    return "; ".join(parts) or "Nothing"


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
        Cell(one.reference, f"/trace/{one.reference}"),
        Cell(one.text_then),
        Cell(one.text_now),
        Cell(capital(one.place)),
        Cell(str(one.used_version), number=Decimal(one.used_version)),
        Cell(str(one.newest_version), number=Decimal(one.newest_version)),
    )


def narrative_hint(text: facts.Narrative | None) -> str:
    """Return who wrote the section last, or that nobody has."""
    if text is None:
        return "Nobody has written here yet."
    return f"Last written by {text.by}, {moment_words(text.at)}."
