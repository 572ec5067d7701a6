"""The words and tables of editions: the list, one edition, what stops it; pure."""

from collections.abc import Sequence

from scrutable.contracts.presenters.addresses import record_address
from scrutable.govuk.facts import Cell, Column, Table, Tag, Term
from scrutable.kernel.wording import capital, count_words, date_words, list_words, moment_words
from scrutable.reports import facts
from scrutable.reports.facts import EditionState, ReportKind, Subject
from scrutable.reports.rules.titles import KIND_TITLES

STATE_TAGS = {
    EditionState.DRAFT: Tag("Draft", "yellow", "○"),
    EditionState.FROZEN: Tag("Frozen", "green", "●"),
}
WRITE_WORDS = {
    ReportKind.CONTRACT_PERFORMANCE: "Write commentary",
    ReportKind.EXCEPTIONS: "Write commentary",
    ReportKind.DECISION_REPORT: "Write its parts",
    ReportKind.IT_OVERVIEW: "Write commentary",
    ReportKind.STRATEGY_RETROSPECTIVE: "Write commentary",
    ReportKind.PROGRAMME_UPDATE: "Write commentary",
    ReportKind.TRANSITION_OUTCOMES: "Write commentary",
    ReportKind.BENEFITS_REVIEW: "Write commentary",
    ReportKind.ESTATE: "Write commentary",
}
LOOKS_FOR_OF_PORTFOLIO = (
    "A plain summary by an officer, officers’ words against dates, status and benefits, a period "
    "for every figure, sums that add up, no blank shown as nought, what the body asked to be told."
)
LOOKS_FOR = {
    Subject.STRATEGY: LOOKS_FOR_OF_PORTFOLIO,
    Subject.TRANSITION: LOOKS_FOR_OF_PORTFOLIO,
    Subject.PROJECT: LOOKS_FOR_OF_PORTFOLIO,
    Subject.PORTFOLIO: LOOKS_FOR_OF_PORTFOLIO,
    Subject.ESTATE: (
        "A plain summary by an officer, officers’ words against licences, accounts, agreements and "
        "orders, nobody named, a period for every figure, sums that add up, what the body asked to "
        "be told."
    ),
    Subject.CONTRACT: (
        "Commentary against the results, a reason for every arrow, a period for every figure, "
        "sums that add up, no blank shown as nought, what the body asked to be told."
    ),
    Subject.DECISION: (
        "Every part that the law or the council asks for, written or said to be none, and every "
        "notice given in time."
    ),
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
        Column("about", "About"),
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
        Cell(one.code, record_address(one.about)),
        _months(one),
        Cell(date_words(one.as_at), order=one.as_at.isoformat()),
        Cell("", tags=(STATE_TAGS[one.state],), note=frozen),
        Cell(one.author),
    )


def _months(one: facts.Edition) -> Cell:
    if one.span is None:
        return Cell("Not of months", order="0000-00")
    return Cell(one.span.words, order=str(one.span.last))


def edition_terms(one: facts.Edition) -> tuple[Term, ...]:
    """Return what is known of the edition besides its text."""
    issued = (
        f"{one.frozen_by}, {moment_words(one.frozen_at)}" if one.frozen_at else "Not frozen yet"
    )
    known = f"event {one.pinned}" if one.pinned is not None else "What is known now"
    return (
        Term(label="Reference", value=one.reference),
        Term(label="Kind", value=KIND_TITLES[one.kind]),
        Term(label="About", value=one.code, href=record_address(one.about)),
        *_put_to(one),
        Term(label="As at", value=date_words(one.as_at)),
        Term(label="Records as known at", value=capital(known)),
        Term(label="Begun", value=f"{one.opened_by}, {moment_words(one.opened_at)}"),
        Term(label="Frozen", value=issued),
    )


def _put_to(one: facts.Edition) -> tuple[Term, ...]:
    """Return the meeting that the report is put to, or the body it is for, if it is for one."""
    if one.put_to:
        return (
            Term(
                label="Put to",
                value=one.meeting or one.put_to,
                href=record_address(f"meeting/{one.put_to}"),
            ),
        )
    if one.body:
        return (
            Term(
                label="For", value=one.meeting or one.body, href=record_address(f"body/{one.body}")
            ),
        )
    return ()


def written_at(one: facts.Edition) -> str:
    """Return where the report's words are written."""
    return (
        f"/decisions/{one.decision}/report/" if one.decision else f"{address(one.name)}commentary/"
    )


def who_freezes(one: facts.Edition) -> str:
    """Return who may freeze such a report."""
    return "Democratic services" if one.decision else "A contract manager"


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
                Cell(capital(fault.remedy), _mend_address(fault, edition)),
            )
            for fault in faults
        ),
        empty="No fault was found. The report may be frozen.",
    )


def _mend_address(fault: facts.Fault, edition: str) -> str:
    if not fault.mend_at or fault.mend_at.startswith("/"):
        return fault.mend_at
    return f"{address(edition)}{fault.mend_at}"


def lacking_words(styles: Sequence[str]) -> str:
    """Return which styles of a Word template ours stand in for.

    >>> lacking_words(["caption"])
    'It lacks 1 style, and ours stands in for it: caption'
    """
    stands = "stands in for it" if len(styles) == 1 else "stand in for them"
    return f"It lacks {count_words(len(styles), 'style')}, and ours {stands}: {list_words(styles)}"


def narrative_hint(text: facts.Narrative | None) -> str:
    """Return who wrote the section last, or that nobody has."""
    if text is None:
        return "Nobody has written here yet."
    return f"Last written by {text.by}, {moment_words(text.at)}."
