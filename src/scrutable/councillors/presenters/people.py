"""Councillors, named officers and access forms; pure."""

from collections.abc import Mapping, Sequence
from datetime import date

from scrutable.councillors.facts import (
    AccessForm,
    AccessLook,
    AccessNeeds,
    Councillor,
    NamedOfficer,
)
from scrutable.councillors.presenters.words import ACCESS, FORM_WORDS, PEOPLE
from scrutable.govuk.facts import Cell, Column, Table, Tag, Term
from scrutable.govuk.presenters import day_cell, moment_cell

NOTHING = "Nothing said"


def name_of(one: Councillor) -> str:
    """Return what a councillor is called."""
    return one.name or f"Councillor {one.number}"


def councillor_table(found: Sequence[Councillor]) -> Table:
    """Return every councillor, for who looks after them."""
    return Table(
        name="councillors",
        caption="Councillors",
        columns=(
            Column("number", "Number", numeric=True),
            Column("name", "Name"),
            Column("account", "Signs in as"),
            Column("since", "Since"),
            Column("until", "Until"),
        ),
        rows=tuple(
            (
                Cell(f"{one.number}", href=f"{PEOPLE}{one.number}/change/"),
                Cell(one.name or "Not given"),
                Cell(one.person or "No account"),
                day_cell(one.since, ""),
                day_cell(one.until, "Still a councillor"),
            )
            for one in found
        ),
        empty="No councillor is recorded. Each has a number, and a link to an account if any.",
    )


def form_table(forms: Sequence[AccessForm], names: Mapping[int, str]) -> Table:
    """Return who filled in a form, for the officers named; nothing of what it holds."""
    return Table(
        name="forms",
        caption="Forms filled in",
        columns=(Column("councillor", "Councillor"), Column("told", "Last told")),
        rows=tuple(
            (
                Cell(names[one.councillor], href=f"{ACCESS}{one.councillor}/"),
                day_cell(one.told_on, ""),
            )
            for one in forms
        ),
        empty="No councillor has filled in the form yet.",
    )


def need_terms(needs: AccessNeeds) -> tuple[Term, ...]:
    """Return what somebody needs, line by line."""
    return (
        Term(label="Reports", value=FORM_WORDS[needs.report_form]),
        Term(label="What they need", value=needs.needs or NOTHING),
        Term(label="Adjustments agreed", value=needs.adjustments or NOTHING),
        Term(label="At meetings", value=needs.at_meetings or NOTHING),
    )


def look_table(looks: Sequence[AccessLook], names: Mapping[str, str]) -> Table:
    """Return who looked at a form and when."""
    return Table(
        name="looks",
        caption="Who has looked",
        columns=(Column("at", "When"), Column("by", "Who")),
        rows=tuple((moment_cell(one.at), Cell(names.get(one.by, one.by))) for one in looks),
        empty="Nobody has looked.",
    )


def officer_table(
    found: Sequence[NamedOfficer], names: Mapping[str, str], as_at: date, *, may_change: bool
) -> Table:
    """Return the officers named to see what councillors need."""
    return Table(
        name="officers",
        caption="Officers named to see what councillors need",
        columns=(
            Column("officer", "Officer"),
            Column("state", "State"),
            Column("since", "Since"),
            Column("until", "Until"),
            Column("why", "Why"),
        ),
        rows=tuple(
            (
                Cell(
                    names.get(one.username, one.username),
                    href=f"{ACCESS}officers/{one.username}/change/" if may_change else "",
                ),
                Cell("", tags=(_named_tag(one, as_at),)),
                day_cell(one.since, ""),
                day_cell(one.until, "No end set"),
                Cell(one.why),
            )
            for one in found
        ),
        empty="No officer is named: nobody but the councillors themselves can see what they need.",
    )


def _named_tag(one: NamedOfficer, as_at: date) -> Tag:
    if one.until is not None and one.until < as_at:
        return Tag("Ended", "grey", "○")
    return Tag("Named", "green", "●") if one.since <= as_at else Tag("To begin", "blue", "○")
