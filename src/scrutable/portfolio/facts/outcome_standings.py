"""How the outcomes of a transition stand on a day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from scrutable.portfolio.facts.outcomes import (
    Bearing,
    HandOver,
    HandOverState,
    Look,
    Outcome,
    OutcomeEvidence,
    OutcomeJudgement,
    OutcomeVerdict,
    Transition,
)


class OutcomeState(StrEnum):
    """Where an outcome stands: as it was last judged, unless no evidence stands at all."""

    EVIDENCED = "evidenced"
    PARTLY = "partly"
    NOT_EVIDENCED = "not_evidenced"
    NO_EVIDENCE = "no_evidence"  # none for it and none against it, whatever was judged
    NOT_JUDGED = "not_judged"


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeStanding:
    """One outcome by a day: its judgements, the oldest first, and all evidence by number."""

    outcome: Outcome
    judgements: tuple[OutcomeJudgement, ...] = ()
    evidence: tuple[OutcomeEvidence, ...] = ()
    next_look: date | None = None

    @property
    def last(self) -> OutcomeJudgement | None:
        """Return the last judgement."""
        return self.judgements[-1] if self.judgements else None

    @property
    def before(self) -> OutcomeJudgement | None:
        """Return the judgement before the last."""
        return self.judgements[-2] if len(self.judgements) > 1 else None

    @property
    def speaking_for(self) -> tuple[OutcomeEvidence, ...]:
        """Return the evidence for it that stands."""
        return self._standing(Bearing.FOR)

    @property
    def speaking_against(self) -> tuple[OutcomeEvidence, ...]:
        """Return the evidence against it that stands."""
        return self._standing(Bearing.AGAINST)

    @property
    def withdrawn(self) -> tuple[OutcomeEvidence, ...]:
        """Return the evidence that was withdrawn; it is never deleted."""
        return tuple(one for one in self.evidence if one.withdrawn_reason)

    @property
    def since(self) -> tuple[OutcomeEvidence, ...]:
        """Return the evidence that came, or was withdrawn, after the last judgement."""
        last = self.last
        if last is None:
            return ()
        return tuple(one for one in self.evidence if one.version > last.version or one.on > last.on)

    @property
    def state(self) -> OutcomeState:
        """Return where it stands."""
        if len(self.withdrawn) == len(self.evidence):
            return OutcomeState.NO_EVIDENCE
        return state_of(self.last.verdict) if self.last else OutcomeState.NOT_JUDGED

    def _standing(self, bearing: Bearing) -> tuple[OutcomeEvidence, ...]:
        return tuple(
            one for one in self.evidence if one.bearing is bearing and not one.withdrawn_reason
        )


def state_of(verdict: OutcomeVerdict) -> OutcomeState:
    """Return the state in which a verdict leaves an outcome."""
    return OutcomeState(verdict.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class TransitionStanding:
    """A transition by a day: its outcomes by number, its hand-overs, the looks put forward.

    `titles` are those of the projects handed over that are recorded here, by their number.
    """

    transition: Transition
    outcomes: tuple[OutcomeStanding, ...] = ()
    hand_overs: tuple[HandOver, ...] = ()
    looks: tuple[Look, ...] = ()
    titles: Mapping[str, str]

    def count(self, *states: OutcomeState) -> int:
        """Return how many outcomes stand in any of the states."""
        return sum(one.state in states for one in self.outcomes)

    @property
    def next_look(self) -> date | None:
        """Return the first day on which any outcome is to be looked at again."""
        days = [one.next_look for one in self.outcomes if one.next_look]
        return min(days, default=None) if self.outcomes else self.first_look

    @property
    def first_look(self) -> date | None:
        """Return the first of the days set at the outset."""
        return min(self.transition.judged_on, default=None)

    def late(self, as_at: date) -> tuple[HandOver, ...]:
        """Return the hand-overs whose day has passed while they wait."""
        return tuple(
            one
            for one in self.hand_overs
            if one.state is HandOverState.WAITING and one.due_on < as_at
        )
