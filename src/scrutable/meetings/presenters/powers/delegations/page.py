"""One delegation with its uses, its limits and its versions; pure."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from scrutable.audit.presenters import event_cell
from scrutable.govuk.facts import Cell, Column, KeyFigure, Row, Table, Term
from scrutable.govuk.presenters import count_cell, day_cell, money_cell
from scrutable.kernel.money import money_exact
from scrutable.kernel.wording import count_words, date_words, list_words
from scrutable.meetings.facts import Delegation, DelegationState, DelegationUse
from scrutable.meetings.presenters.addresses import (
    decision_address,
    meeting_address,
    reference_address,
    trace_address,
)
from scrutable.meetings.presenters.powers.words import (
    NO_LIMIT,
    use_tag,
)
from scrutable.meetings.presenters.references import reference_words
from scrutable.meetings.rules.powers import left_of, spent_under, state_of_delegation

Uses = Sequence[DelegationUse]


def one_title(one: Delegation, uses: Uses, as_at: date) -> str:
    """Return what is left to the post, or why nothing is."""
    state, left = state_of_delegation(one, as_at), left_of(one, uses)
    if state is DelegationState.NOT_BEGUN:
        return f"{one.to} may act from {date_words(one.from_on)}"
    if state is DelegationState.EXPIRED and one.expires_on is not None:
        return f"The delegation to {one.to} expired on {date_words(one.expires_on)}"
    if state is DelegationState.ENDED and one.ended_on is not None:
        return f"The delegation to {one.to} was ended on {date_words(one.ended_on)}"
    if left is None or one.limit_pounds is None:
        return f"{one.to} may act without a limit in pounds"
    return f"{one.to} has {money_exact(left)} of {money_exact(one.limit_pounds)} left"


def one_summary(one: Delegation, uses: Uses, as_at: date) -> str:
    """Return what the post may still do, or once it may no longer, what it was for."""
    if state_of_delegation(one, as_at) is DelegationState.IN_FORCE:
        return scope_words(one, uses)
    return f"It was for: {'; '.join(one.acts).rstrip('.')}."


def scope_words(one: Delegation, uses: Uses) -> str:
    """Return in one sentence what the post may do, for the form that records a use."""
    said = f"{one.to} may use it"
    if one.consultees:
        said = f"{said} after consulting {list_words(one.consultees)}"
    left = left_of(one, uses)
    if left is not None:
        said = f"{said}, for {money_exact(left)} more"
    if one.each_pounds is not None:
        said = f"{said}, at most {money_exact(one.each_pounds)} each time"
    if one.expires_on is not None:
        said = f"{said}, until {date_words(one.expires_on)}"
    return f"{said}."


def kept_words(attempt: DelegationUse) -> str:
    """Return that a refused attempt was kept, and what that means."""
    return (
        f"The attempt is kept as number {attempt.number} and shown to whoever looks after "
        "delegations. It counts against no limit."
    )


def figures(one: Delegation, uses: Uses, as_at: date) -> tuple[KeyFigure, ...]:
    """Return limit, used, left and refused, each with its period."""
    accepted = [use for use in uses if not use.is_refused]
    refused = [use for use in uses if use.is_refused]
    left = left_of(one, uses)
    since = f"since {date_words(one.from_on)}"
    return (
        KeyFigure(
            label="Limit",
            value=NO_LIMIT if one.limit_pounds is None else money_exact(one.limit_pounds),
            period="for all uses together",
            comparison=_each_words(one),
        ),
        KeyFigure(
            label="Used",
            value=money_exact(spent_under(uses)),
            period=since,
            comparison=f"in {count_words(len(accepted), 'use')}",
            href="#uses",
        ),
        KeyFigure(
            label="Left",
            value=NO_LIMIT if left is None else money_exact(left),
            period=f"on {date_words(as_at)}",
        ),
        KeyFigure(
            label="Refused",
            value=count_words(len(refused), "attempt"),
            period=since,
            comparison="these count against no limit" if refused else "",
            href="#uses" if refused else "",
        ),
    )


def _each_words(one: Delegation) -> str:
    return f"{money_exact(one.each_pounds)} for each" if one.each_pounds is not None else ""


def delegation_terms(one: Delegation, names: Mapping[str, str]) -> tuple[Term, ...]:
    """Return one delegation line by line."""
    ended = f"{date_words(one.ended_on)}: {one.ended_because}" if one.ended_on else "No"
    return (
        Term(label="To", value=one.to),
        Term(label="By", value=names.get(one.body, one.body)),
        Term(label="What it covers", value="; ".join(one.acts)),
        Term(label="In consultation with", value=list_words(one.consultees) or "Nobody"),
        Term(label="Limit for all uses", value=_sum_words(one.limit_pounds)),
        Term(label="Limit for each use", value=_sum_words(one.each_pounds)),
        Term(label="From", value=date_words(one.from_on)),
        Term(label="Expires", value=date_words(one.expires_on) if one.expires_on else "No day set"),
        Term(label="Ended before its time", value=ended),
        Term(
            label="Given at",
            value=one.made_in or "No meeting named",
            href=meeting_address(one.made_in) if one.made_in else "",
        ),
        Term(
            label="Minute or decision",
            value=reference_words(one.source_reference) or "None named",
            href=reference_address(one.source_reference),
        ),
        Term(label="Recorded", value=f"Event {one.version}", href=trace_address(one.reference)),
    )


def _sum_words(pounds: Decimal | None) -> str:
    return NO_LIMIT if pounds is None else money_exact(pounds)


def use_table(one: Delegation, uses: Uses) -> Table:
    """Return every use and every refused attempt, newest first, with what was left after it."""
    rows = [_use_row(one, use, uses[:at]) for at, use in enumerate(uses, start=1)]
    return Table(
        name="uses",
        caption="Uses and refused attempts",
        columns=(
            Column("number", "Number", numeric=True),
            Column("on", "Day"),
            Column("outcome", "Outcome"),
            Column("what", "What was done"),
            Column("by", "By"),
            Column("pounds", "Sum", numeric=True),
            Column("left", "Left after it", numeric=True),
            Column("consulted", "Consulted"),
            Column("decision", "Decision"),
            Column("version", "Recorded"),
        ),
        rows=tuple(reversed(rows)),
        empty=(
            "It has not been used. Each use stands here with what was done, what it cost and what "
            "is left; one that lies outside the delegation is refused, and the attempt stands "
            "here too."
        ),
    )


def _use_row(one: Delegation, use: DelegationUse, until: Uses) -> Row:
    consulted = list_words(use.consulted) or "Nobody"
    return (
        count_cell(use.number),
        day_cell(use.on, "No day"),
        Cell("", tags=(use_tag(use),), note=" ".join(use.refused_because)),
        Cell(use.what, note=f"under “{use.act}”"),
        Cell(use.used_by),
        money_cell(use.pounds, "No sum"),
        money_cell(left_of(one, until), NO_LIMIT),
        Cell(consulted, note=date_words(use.consulted_on) if use.consulted_on else ""),
        Cell(
            use.decision or "None named",
            href=decision_address(use.decision) if use.decision else "",
        ),
        event_cell(use.version),
    )


def version_table(versions: Sequence[Delegation]) -> Table:
    """Return every version of one delegation, newest first."""
    return Table(
        name="versions",
        caption="How the delegation read, and when",
        columns=(
            Column("version", "Version"),
            Column("to", "To"),
            Column("acts", "What it covers"),
            Column("consultees", "In consultation with"),
            Column("limit", "Limit", numeric=True),
            Column("each", "For each use", numeric=True),
            Column("expires", "Expires"),
            Column("ended", "Ended"),
        ),
        rows=tuple(
            (
                event_cell(one.version),
                Cell(one.to),
                Cell("; ".join(one.acts)),
                Cell(list_words(one.consultees) or "Nobody"),
                money_cell(one.limit_pounds, NO_LIMIT),
                money_cell(one.each_pounds, NO_LIMIT),
                day_cell(one.expires_on, "No day set"),
                day_cell(one.ended_on, "Not ended"),
            )
            for one in reversed(versions)
        ),
        empty="Nothing has been recorded yet.",
    )
