"""Which commitments a list is to show; pure."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from scrutable.meetings.facts import Commitment, CommitmentState, Keeping, Standing
from scrutable.meetings.rules.promises import OPEN_STATES, made_by, standing

Stood = tuple[Commitment, Standing]


class Show(StrEnum):
    """The parts of the list that can be asked for."""

    LIVE = "live"  # not closed, or closed without the body's agreement
    ALL = "all"
    MINE = "mine"
    OVERDUE = "overdue"
    OPEN = "open"
    ANSWERED = "answered"  # and not yet closed by the committee
    CLOSED = "closed"


STATES = {
    Show.LIVE: tuple(state for state in CommitmentState if state is not CommitmentState.CLOSED),
    Show.OVERDUE: (CommitmentState.OVERDUE,),
    Show.OPEN: OPEN_STATES,
    Show.ANSWERED: (CommitmentState.ANSWERED, CommitmentState.CLOSURE_PROPOSED),
    Show.CLOSED: (CommitmentState.CLOSED, CommitmentState.CLOSED_UNAGREED),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What is asked for; "" and None leave it open.

    `mine` are the owners, in small letters, that are whoever looks: their name and their posts.
    """

    show: Show = Show.ALL
    body: str = ""
    owner: str = ""
    keeping: Keeping | None = None
    mine: Collection[str] = ()


def standings(commitments: Iterable[Commitment], as_at: date) -> list[Stood]:
    """Return those made by the day, each with where it stood then."""
    return [(one, standing(one, as_at)) for one in made_by(commitments, as_at)]


def chosen(found: Iterable[Stood], choice: Choice) -> list[Stood]:
    """Return those that are asked for, in their order."""
    return [(one, stands) for one, stands in found if _is_chosen(one, stands, choice)]


def _is_chosen(commitment: Commitment, stands: Standing, choice: Choice) -> bool:
    owner = stands.owner.casefold()
    return (
        choice.body in ("", commitment.body)
        and choice.owner.casefold() in ("", owner)
        and choice.keeping in (None, stands.keeping)
        and (choice.show is not Show.MINE or (owner != "" and owner in choice.mine))
        and (choice.show not in STATES or stands.state in STATES[choice.show])
    )
