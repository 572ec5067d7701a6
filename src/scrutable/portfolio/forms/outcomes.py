"""Forms by which transitions, outcomes, evidence, judgements and hand-overs are recorded."""

from collections.abc import Sequence
from typing import Any

from django import forms

from scrutable.govuk.forms import DateField, ListedChoice, choice, offer, sentences, words
from scrutable.meetings.facts import Body
from scrutable.portfolio import facts
from scrutable.portfolio.presenters.outcomes.words import (
    BEARING_WORDS,
    HAND_OVER_WORDS,
    VERDICT_WORDS,
)
from scrutable.records.forms import Days, RecordForm, code_field


class TransitionForm(RecordForm):
    """A transition, as it is from now on."""

    code = code_field("Such as INFRA; it stands in the addresses of its pages")
    title = words("Service", name="the service", hint="Such as Infrastructure support")
    from_whom = words("From whom", name="from whom it came")
    to_whom = words("To whom", name="to whom it came")
    on = DateField(label="Came over on", error_messages={"required": "Enter the day"})
    owner = words("Owner", name="its owner", hint="A post, such as Head of Infrastructure")
    judged_on = Days(
        label="Days on which the outcomes are judged",
        help_text="One a line, such as 2026-10-12",
        required=False,
    )
    body = ListedChoice(
        label="Body that looks at it",
        help_text="Its work programme takes the looks",
        required=False,
        widget=forms.Select,
    )

    def __init__(self, *args: Any, bodies: Sequence[Body], **options: Any) -> None:
        super().__init__(*args, **options)
        offer(self, "body", [("", "None"), *((one.code, one.name) for one in bodies)])

    def transition(self) -> facts.Transition:
        """Return the transition."""
        names = ("code", "title", "from_whom", "to_whom", "on", "owner", "judged_on", "body")
        return facts.Transition(**self.said(*names))


class OutcomeForm(RecordForm):
    """An outcome, as it is stated from now on."""

    text = sentences("Statement", name="the statement", hint="Such as: Have no licence liabilities")
    owner = words("Owner", name="its owner", hint="A post")

    def outcome(self, transition: str) -> facts.Outcome:
        """Return the outcome; a new one is not numbered yet."""
        said = self.said("text", "owner")
        return facts.Outcome(transition=transition, number=self.number, **said)


class EvidenceForm(RecordForm):
    """A piece of evidence."""

    bearing = choice("It speaks", BEARING_WORDS, name="whether it speaks for it or against it")
    what = sentences("What it shows", name="what it shows")
    source = words(
        "Source",
        name="where it can be seen",
        hint="A reference, such as kpi/CSS/CSC_KPI_04/2026-09 or project/277, or words",
    )
    on = DateField(label="Dated", error_messages={"required": "Enter the day"})

    def evidence(self, of: facts.Outcome) -> facts.OutcomeEvidence:
        """Return the evidence."""
        given = self.cleaned_data
        return facts.OutcomeEvidence(
            transition=of.transition,
            outcome=of.number,
            number=0,
            on=given["on"],
            bearing=facts.Bearing(given["bearing"]),
            what=given["what"],
            source=given["source"],
        )


class WithdrawForm(forms.Form):
    """Why evidence no longer counts."""

    withdrawn_reason = sentences("Why it is withdrawn", name="why it is withdrawn")


class JudgeForm(RecordForm):
    """What somebody judged of an outcome on a day."""

    on = DateField(label="Judged on", error_messages={"required": "Enter the day"})
    verdict = choice("Verdict", VERDICT_WORDS, name="the verdict")
    reasons = sentences("Reasons", name="the reasons")
    answer = sentences(
        "To the evidence against it",
        name="what you found of it",
        required=False,
        hint="Needed where there is any: what was found of it, if only that it was seen",
    )
    judge = words("Judged by", name="who judged it", hint="A person by name, and their post")
    next_look = DateField(label="Next look", required=False, help_text="Leave empty for none")

    def judgement(self, of: facts.Outcome) -> facts.OutcomeJudgement:
        """Return the judgement."""
        given = self.cleaned_data
        return facts.OutcomeJudgement(
            transition=of.transition,
            outcome=of.number,
            on=given["on"],
            verdict=facts.OutcomeVerdict(given["verdict"]),
            reasons=given["reasons"],
            answer=given["answer"],
            judge=given["judge"],
            next_look=given["next_look"],
        )


class HandOverForm(RecordForm):
    """A project in flight, and how far it has come over."""

    project = words("Project", name="the project", hint="Its number here, or its name", most=40)
    for_whom = words("Whose project it is", name="whose project it is")
    due_on = DateField(label="Due", error_messages={"required": "Enter the day it is due"})
    state = choice("State", HAND_OVER_WORDS, name="the state")
    on = DateField(
        label="Settled on",
        required=False,
        help_text="The day on which it was handed over, or not taken over; empty while it waits",
    )
    accepted_by = words("Accepted by", name="who accepted it", required=False)
    note = sentences(
        "Note", name="the note", required=False, hint="Why, where it was not taken over"
    )

    def hand_over(self, transition: str) -> facts.HandOver:
        """Return the hand-over."""
        names = ("project", "for_whom", "due_on", "on", "accepted_by", "note")
        state = facts.HandOverState(self.cleaned_data["state"])
        return facts.HandOver(transition=transition, state=state, **self.said(*names))


class LookForm(forms.Form):
    """That a look is put in the work programme; there is nothing to enter."""
