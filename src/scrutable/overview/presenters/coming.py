"""The home page's meetings: what comes next, what is due for it, what was asked and done; pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from scrutable.contracts.presenters.addresses import record_address
from scrutable.govuk.facts import Cell, Column, Table
from scrutable.govuk.presenters import day_cell
from scrutable.kernel.wording import capital, count_words, list_words, number_words
from scrutable.meetings.facts import Commitment, CommitmentState, Scheduled, Standing
from scrutable.meetings.presenters.deadlines import due_cell
from scrutable.meetings.presenters.promises_words import due_words, owner_words, state_tag

MOST_MEETINGS = 5
MOST_COMMITMENTS = 5
TOLD_FIRST = (
    CommitmentState.OVERDUE,
    CommitmentState.CLOSED_UNAGREED,
    CommitmentState.ANSWERED,
    CommitmentState.CLOSURE_PROPOSED,
    CommitmentState.NO_DATE,
    CommitmentState.OPEN,
)
DONE = (CommitmentState.CLOSED,)


@dataclass(frozen=True, slots=True)
class Promised:
    """A commitment, how it stands, and the name of the body it is owed to."""

    commitment: Commitment
    stands: Standing
    body: str


def meeting_table(coming: Sequence[Scheduled], as_at: date, *, with_due: bool) -> Table:
    """Return the next meetings, with what is due for each where asked."""
    columns = [Column("meeting", "Meeting"), Column("on", "Day"), Column("items", "On the agenda")]
    if with_due:
        columns.append(Column("due", "Due next"))
    return Table(
        name="meetings",
        caption="Next meetings",
        columns=tuple(columns),
        rows=tuple(_meeting_row(one, as_at, with_due=with_due) for one in coming[:MOST_MEETINGS]),
        empty="No meeting is planned. Democratic services enter them in the calendar.",
    )


def _meeting_row(one: Scheduled, as_at: date, *, with_due: bool) -> tuple[Cell, ...]:
    items = [item for item in one.items if not item.withdrawn]
    said = count_words(len(items), "item") if items else "Nothing yet"
    row = (
        Cell(one.body.name, record_address(one.meeting.reference), note=one.meeting.code),
        day_cell(one.meeting.on, "No day set"),
        Cell(said, order=f"{len(items):04}"),
    )
    return (*row, due_cell(one.deadlines, as_at)) if with_due else row


def asked_words(found: Sequence[Promised]) -> str:
    """Return in a sentence how much was asked for and what became of it."""
    if not found:
        return "Nothing that a committee asked for is recorded yet."
    counted = {state: sum(one.stands.state is state for one in found) for state in CommitmentState}
    parts = [
        f"{number_words(number)} {words}"
        for number, words in (
            (counted[CommitmentState.OVERDUE], "overdue"),
            (counted[CommitmentState.ANSWERED], "answered"),
            (counted[CommitmentState.CLOSURE_PROPOSED], "proposed for closure"),
            (counted[CommitmentState.CLOSED], "closed by agreement"),
            (counted[CommitmentState.CLOSED_UNAGREED], "closed without agreement"),
            (counted[CommitmentState.OPEN] + counted[CommitmentState.NO_DATE], "not yet due"),
        )
        if number
    ]
    asked = "thing" if len(found) == 1 else "things"
    return f"Of {number_words(len(found))} {asked} that committees asked for: {list_words(parts)}."


def asked_table(found: Sequence[Promised]) -> Table:
    """Return what was asked for and is not closed, what is overdue first."""
    live = [one for one in found if one.stands.state not in DONE]
    live.sort(key=lambda one: (TOLD_FIRST.index(one.stands.state), one.commitment.code))
    return Table(
        name="asked",
        caption="What was asked for and what was done",
        columns=(
            Column("what", "What was asked for"),
            Column("owner", "Of whom"),
            Column("due", "Due"),
            Column("state", "State"),
        ),
        rows=tuple(
            (
                Cell(
                    one.commitment.said,
                    record_address(one.commitment.reference),
                    note=f"By {one.body}",
                ),
                Cell(owner_words(one.stands.owner)),
                Cell(capital(due_words(one.stands.due))),
                Cell("", tags=(state_tag(one.stands.state),)),
            )
            for one in live[:MOST_COMMITMENTS]
        ),
        empty="Nothing that a committee asked for is open.",
    )


def promised(
    standings: Sequence[tuple[Commitment, Standing]], names: Mapping[str, str]
) -> list[Promised]:
    """Return commitments with their standing and the names of their bodies."""
    return [Promised(one, stands, names.get(one.body, one.body)) for one, stands in standings]
