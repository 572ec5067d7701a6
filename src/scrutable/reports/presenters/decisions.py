"""A decision beside the reports it was taken on: what has been restated since; pure."""

from collections.abc import Mapping, Sequence
from datetime import date

from scrutable.contracts.presenters.addresses import record_address, trace_address
from scrutable.govuk.facts import Cell, Column, Table
from scrutable.govuk.presenters import day_cell, moment_cell
from scrutable.kernel.wording import capital, count_words
from scrutable.meetings.facts import Commitment, DecisionRecord, Delegation
from scrutable.meetings.presenters.addresses import decision_address
from scrutable.meetings.presenters.promises_words import due_words, owner_words, state_tag
from scrutable.meetings.rules.promises import standing
from scrutable.reports import facts
from scrutable.reports.presenters.editions import STATE_TAGS, address

NOT_RESTATED = "No figure of the reports it was taken on has been restated since."


def relied_words(found: Sequence[facts.Restated]) -> str:
    """Return that a decision rests on figures restated since; "" where none is."""
    if not found:
        return ""
    verb = "has" if len(found) == 1 else "have"
    return (
        f"This decision was taken on {count_words(len(found), 'figure')} that {verb} been restated "
        "since."
    )


def restated_table(found: Sequence[facts.Restated]) -> Table:
    """Return the figures that a decision rested on and that were restated since."""
    return Table(
        name="restated",
        caption="Figures restated since it was taken",
        columns=(
            Column("figure", "Figure"),
            Column("then", "As decided on"),
            Column("now", "As known now"),
            Column("since", "Since"),
            Column("why", "Why"),
            Column("edition", "Printed in"),
        ),
        rows=tuple(
            (
                Cell(
                    one.name,
                    trace_address(one.figure.reference),
                    note=one.figure.reference if one.label else "",
                ),
                Cell(one.figure.text_then),
                Cell(one.figure.text_now),
                moment_cell(one.since),
                Cell(one.why or "No reason recorded"),
                Cell(
                    one.figure.edition.removeprefix("edition/"),
                    address(one.figure.edition),
                    note=capital(one.figure.place),
                ),
            )
            for one in found
        ),
        empty=NOT_RESTATED,
    )


def taken_on_table(found: Sequence[facts.Edition]) -> Table:
    """Return the reports that a decision was or is to be taken on."""
    return Table(
        name="editions",
        caption="Reports",
        columns=(Column("title", "Report"), Column("state", "State"), Column("dated", "Dated")),
        rows=tuple(
            (
                Cell(one.title, address(one.name), note=one.reference),
                Cell("", tags=(STATE_TAGS[one.state],)),
                day_cell(one.dated, "Not dated"),
            )
            for one in found
        ),
        empty="No report is named. The record of the decision names those it was taken on.",
    )


def promised_table(found: Sequence[Commitment], as_at: date) -> Table:
    """Return what was promised when the decision was made, and how it stands."""
    standings = [(one, standing(one, as_at)) for one in found]
    return Table(
        name="commitments",
        caption="What was promised with it",
        columns=(
            Column("what", "What is owed"),
            Column("owner", "By whom"),
            Column("due", "Due"),
            Column("state", "State"),
        ),
        rows=tuple(
            (
                Cell(one.said, record_address(one.reference), note=one.reference),
                Cell(owner_words(stands.owner)),
                Cell(due_words(stands.due)),
                Cell("", tags=(state_tag(stands.state),)),
            )
            for one, stands in standings
        ),
        empty="Nothing was promised with it.",
    )


def delegated_table(found: Sequence[Delegation]) -> Table:
    """Return what was delegated when the decision was made."""
    return Table(
        name="delegations",
        caption="What was delegated with it",
        columns=(Column("what", "To do what"), Column("to", "To whom"), Column("until", "Until")),
        rows=tuple(
            (
                Cell("; ".join(one.acts), record_address(one.reference), note=one.reference),
                Cell(one.to),
                day_cell(one.expires_on, "No end set"),
            )
            for one in found
        ),
        empty="Nothing was delegated with it.",
    )


def relying_table(found: Mapping[str, Sequence[DecisionRecord]]) -> Table:
    """Return the decisions that were taken on each edition, by its name."""
    rows = [(name, record) for name, records in found.items() for record in records]
    return Table(
        name="decisions",
        caption="Decisions taken on these reports",
        columns=(
            Column("decision", "Decision"),
            Column("on", "Decided on"),
            Column("edition", "Taken on"),
        ),
        rows=tuple(
            (
                Cell(record.code, decision_address(record.code)),
                day_cell(record.decided_on, "Not recorded"),
                Cell(name, address(name)),
            )
            for name, record in rows
        ),
        empty="No decision is recorded as taken on any of these reports.",
    )
