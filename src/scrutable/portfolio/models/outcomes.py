"""Tables of transitions, their outcomes, evidence, judgements and hand-overs."""

from django.db import models

from scrutable.audit.models import Kept, choices_of, one_per_event
from scrutable.portfolio import facts


class Transition(Kept):
    """A transition as known from one event on."""

    KEY = facts.Transition.KEY

    code = models.CharField(max_length=40)
    title = models.CharField(max_length=200)
    from_whom = models.CharField(max_length=200)
    to_whom = models.CharField(max_length=200)
    on = models.DateField()
    owner = models.CharField(max_length=200)
    judged_on = models.JSONField()
    body = models.CharField(max_length=20, blank=True)

    class Meta:
        constraints = [one_per_event("portfolio_transition", "code")]

    def __str__(self) -> str:
        return f"{self.code}"


class Outcome(Kept):
    """An outcome as known from one event on."""

    KEY = facts.Outcome.KEY

    transition = models.CharField(max_length=40)
    number = models.PositiveIntegerField()
    text = models.TextField()
    owner = models.CharField(max_length=200)

    class Meta:
        constraints = [one_per_event("portfolio_outcome", "transition", "number")]

    def __str__(self) -> str:
        return f"{self.transition} {self.number}"


class OutcomeEvidence(Kept):
    """A piece of evidence as known from one event on."""

    KEY = facts.OutcomeEvidence.KEY

    transition = models.CharField(max_length=40)
    outcome = models.PositiveIntegerField()
    number = models.PositiveIntegerField()
    on = models.DateField()
    bearing = models.CharField(max_length=20, choices=choices_of(facts.Bearing))
    what = models.TextField()
    source = models.CharField(max_length=200)
    withdrawn_reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            one_per_event("portfolio_outcomeevidence", "transition", "outcome", "number")
        ]

    def __str__(self) -> str:
        return f"{self.transition} {self.outcome} {self.number}"


class OutcomeJudgement(Kept):
    """A judgement of an outcome as known from one event on."""

    KEY = facts.OutcomeJudgement.KEY

    transition = models.CharField(max_length=40)
    outcome = models.PositiveIntegerField()
    on = models.DateField()
    verdict = models.CharField(max_length=20, choices=choices_of(facts.OutcomeVerdict))
    reasons = models.TextField()
    judge = models.CharField(max_length=200)
    answer = models.TextField(blank=True)
    next_look = models.DateField(null=True)

    class Meta:
        constraints = [one_per_event("portfolio_outcomejudgement", "transition", "outcome", "on")]

    def __str__(self) -> str:
        return f"{self.transition} {self.outcome} {self.on}"


class HandOver(Kept):
    """A hand-over as known from one event on."""

    KEY = facts.HandOver.KEY

    transition = models.CharField(max_length=40)
    project = models.CharField(max_length=40)
    for_whom = models.CharField(max_length=200)
    state = models.CharField(max_length=20, choices=choices_of(facts.HandOverState))
    due_on = models.DateField()
    on = models.DateField(null=True)
    accepted_by = models.CharField(max_length=200, blank=True)
    note = models.TextField(blank=True)

    class Meta:
        constraints = [one_per_event("portfolio_handover", "transition", "project")]

    def __str__(self) -> str:
        return f"{self.transition} {self.project}"


class Look(Kept):
    """A look as known from one event on."""

    KEY = facts.Look.KEY

    transition = models.CharField(max_length=40)
    on = models.DateField()
    entry = models.CharField(max_length=100)

    class Meta:
        constraints = [one_per_event("portfolio_look", "transition", "on")]

    def __str__(self) -> str:
        return f"{self.transition} {self.on}"
