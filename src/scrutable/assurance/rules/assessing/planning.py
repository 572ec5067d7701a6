"""How a step of a remediation plan stands by a day; pure.

Its owner's word that it is done only makes it wait: done is what another has accepted.
"""

from collections.abc import Iterable
from datetime import date

from scrutable.assurance.facts import Plan, Remediation, StepStanding, StepState


def step_standing(step: Remediation, as_at: date) -> StepStanding:
    """Return how the step stands by the day; on its due day it is not overdue."""
    if step.accepted_on is not None and step.accepted_on <= as_at:
        return StepStanding(step=step, state=StepState.DONE)
    over = max((as_at - step.due).days, 0)
    if step.said_done_on is not None and step.said_done_on <= as_at:
        return StepStanding(step=step, state=StepState.WAITING, days_over=over)
    state = StepState.OVERDUE if over else StepState.OPEN
    return StepStanding(step=step, state=state, days_over=over)


def plan_of(steps: Iterable[Remediation], as_at: date) -> Plan:
    """Return the plan by the day, in the order of its numbers."""
    found = sorted(steps, key=lambda one: one.number)
    return Plan(as_at=as_at, steps=tuple(step_standing(one, as_at) for one in found))
