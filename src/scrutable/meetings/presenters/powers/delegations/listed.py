"""The list of delegations, with what is used of each and what is left; pure."""

from collections.abc import Mapping, Sequence
from datetime import date

from scrutable.govuk.facts import Cell, Column, Row, Table
from scrutable.govuk.presenters import count_cell, day_cell, money_cell
from scrutable.kernel.wording import capital, list_words, number_words
from scrutable.meetings.facts import Delegation, DelegationState, DelegationUse
from scrutable.meetings.presenters.addresses import (
    delegation_address,
)
from scrutable.meetings.presenters.powers.words import (
    DELEGATION_TAGS,
    NO_LIMIT,
)
from scrutable.meetings.rules.powers import left_of, spent_under, state_of_delegation

Uses = Sequence[DelegationUse]
STATES = tuple(DELEGATION_TAGS)  # in the order in which lists show them


def title(delegations: Sequence[Delegation], uses: Mapping[str, Uses], as_at: date) -> str:
    """Return the finding: how many are in force, and how many attempts were refused."""
    states = [state_of_delegation(one, as_at) for one in delegations]
    running = states.count(DelegationState.IN_FORCE)
    if not delegations:
        return "Nothing has been delegated"
    verb = "is" if running == 1 else "are"
    noun = "delegation" if running == 1 else "delegations"
    said = f"{capital(number_words(running))} {noun} {verb} in force"
    refused = sum(use.is_refused for each in uses.values() for use in each)
    if not refused:
        return said
    was = "use was" if refused == 1 else "uses were"
    return f"{said}, and {number_words(refused)} {was} refused"


def delegation_table(
    delegations: Sequence[Delegation],
    uses: Mapping[str, Uses],
    names: Mapping[str, str],
    as_at: date,
) -> Table:
    """Return the delegations: those in force first, the newest of each state first."""
    newest = sorted(delegations, key=lambda one: (one.year, one.number), reverse=True)
    ordered = sorted(newest, key=lambda one: STATES.index(state_of_delegation(one, as_at)))
    return Table(
        name="delegations",
        caption="Delegations",
        columns=(
            Column("delegation", "What it covers"),
            Column("to", "To"),
            Column("state", "State"),
            Column("limit", "Limit", numeric=True),
            Column("used", "Used", numeric=True),
            Column("left", "Left", numeric=True),
            Column("uses", "Uses", numeric=True),
            Column("refused", "Refused", numeric=True),
            Column("expires", "Expires"),
        ),
        rows=tuple(_row(one, uses.get(one.code, ()), names, as_at) for one in ordered),
        empty=(
            "Nothing has been delegated. A delegation that a body resolves on stands here with "
            "its limits, every use and what is left."
        ),
    )


def _row(one: Delegation, uses: Uses, names: Mapping[str, str], as_at: date) -> Row:
    state = state_of_delegation(one, as_at)
    refused = sum(use.is_refused for use in uses)
    return (
        Cell(
            "; ".join(one.acts) or "Nothing named",
            href=delegation_address(one),
            note=f"{one.code}, by {names.get(one.body, one.body)}",
        ),
        Cell(one.to, note=_consulting(one)),
        Cell("", tags=(DELEGATION_TAGS[state],), order=str(STATES.index(state))),
        money_cell(one.limit_pounds, NO_LIMIT),
        money_cell(spent_under(uses), "Nothing"),
        money_cell(left_of(one, uses), NO_LIMIT),
        count_cell(len(uses) - refused),
        count_cell(refused),
        day_cell(one.expires_on, "No day set"),
    )


def _consulting(one: Delegation) -> str:
    return f"in consultation with {list_words(one.consultees)}" if one.consultees else ""
