"""The list of assessments: what everybody may know, and beside it what few may; pure."""

from collections.abc import Mapping, Sequence

from scrutable.assurance.facts import OpenAssessment, Standing, StepState, Visibility
from scrutable.assurance.presenters.assessments.one import finding, verdict_tag
from scrutable.assurance.presenters.assessments.words import assessment_address, paragraphs_words
from scrutable.govuk.facts import Cell, Column, Row, Table, Term
from scrutable.govuk.presenters import day_cell
from scrutable.kernel.wording import capital, count_words, date_words, share_words

NO_SUMMARY = "No open summary is written"
NOT_ASSURED = "Nobody has checked it"


def title(found: Sequence[OpenAssessment]) -> str:
    """Return the finding that everybody may read: how many were checked."""
    if not found:
        return "No assessment is recorded"
    checked = sum(one.assured_on is not None for one in found)
    if len(found) == 1:
        return f"One assessment, {'checked' if checked else 'not checked'} by an assurer"
    said = capital(share_words(checked, len(found)))
    return f"{said} assessments {'was' if checked == 1 else 'were'} checked by an assurer"


def plan_words(one: OpenAssessment) -> str:
    """Return whether a plan exists and how much of it is done."""
    if not one.steps:
        return "No plan is recorded"
    return f"{one.done:,} of {count_words(one.steps, 'step')} done"


def assurer_words(one: OpenAssessment) -> str:
    """Return who assured it and when, or who will."""
    if one.assured_on is not None:
        return f"{one.assurer}, {date_words(one.assured_on)}"
    return f"{one.assurer}, not yet" if one.assurer else NOT_ASSURED


def open_table(found: Sequence[OpenAssessment]) -> Table:
    """Return every assessment with what everybody may know of it."""
    return Table(
        name="assessments",
        caption="Assessments",
        columns=(
            Column("assessment", "Assessment"),
            Column("framework", "Framework"),
            Column("begun", "Begun"),
            Column("assured", "Assured by"),
            Column("plan", "Remediation plan"),
            Column("summary", "Open summary"),
        ),
        rows=tuple(_open(one) for one in found),
        empty="No assessment is recorded. Record one, then issue its template.",
    )


def _open(one: OpenAssessment) -> Row:
    return (
        Cell(one.title, href=assessment_address(one.code), note=one.code),
        Cell(one.framework),
        day_cell(one.begun_on, ""),
        Cell(assurer_words(one)),
        Cell(plan_words(one)),
        Cell(one.open_summary or NO_SUMMARY),
    )


def full_table(found: Sequence[OpenAssessment], standings: Mapping[str, Standing]) -> Table:
    """Return every assessment with its finding, for those who may see the detail."""
    opened = open_table(found)
    columns = opened.columns
    return Table(
        name=opened.name,
        caption=opened.caption,
        columns=(
            columns[0],
            Column("verdict", "Profile"),
            Column("finding", "What it found"),
            *columns[1:4],
            Column("plan", "Remediation plan"),
        ),
        rows=tuple(_full(one, standings[one.code]) for one in found if one.code in standings),
        empty=opened.empty,
    )


def _full(one: OpenAssessment, standing: Standing) -> Row:
    name, framework, begun, assured, plan, _ = _open(one)
    overdue = len(standing.plan.of(StepState.OVERDUE))
    note = f"{overdue:,} overdue" if overdue else ""
    return (
        name,
        Cell("", tags=(verdict_tag(standing),)),
        Cell(finding(standing)),
        framework,
        begun,
        assured,
        Cell(plan.text, note=note),
    )


def open_terms(one: OpenAssessment) -> tuple[Term, ...]:
    """Return what everybody may know of one assessment, line by line."""
    return (
        Term(label="Framework", value=one.framework),
        Term(label="Begun", value=date_words(one.begun_on)),
        Term(label="Assured by", value=assurer_words(one)),
        Term(label="Remediation plan", value=plan_words(one)),
        Term(label="Why the detail is not open", value=shut_words(one)),
    )


def shut_words(one: OpenAssessment) -> str:
    """Return why the detail is withheld, as the law wants it said."""
    if one.visibility is Visibility.INTERNAL:
        return "It is kept within the council"
    if one.visibility is Visibility.OPEN:
        return "It was not open on the day that is asked for, or is not now"
    return f"Exempt by {paragraphs_words(one.paragraphs)}. {one.public_interest}"
