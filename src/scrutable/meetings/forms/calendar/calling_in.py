"""Forms of a call-in, its hearing and the carrying out of a decision."""

from collections.abc import Sequence
from typing import Any

from django import forms

from scrutable.govuk.forms import DateField, ListedChoice, choice, offer, sentences
from scrutable.meetings import facts
from scrutable.meetings.presenters.decisions import CALL_IN_WORDS
from scrutable.registers.forms.lines import Lines


class CallInForm(forms.Form):
    """A request that scrutiny look at a decision before it is carried out."""

    asked_on = DateField(label="Asked on")
    asked_by = Lines(
        label="Asked by",
        help_text="Members, one a line; council policy says how many it takes",
        error_messages={"required": "Enter the members who asked"},
    )
    grounds = sentences("Grounds", name="the grounds")

    def call_in(self, code: str) -> facts.CallIn:
        """Return the call-in."""
        given = self.cleaned_data
        return facts.CallIn(
            decision=code,
            asked_on=given["asked_on"],
            asked_by=given["asked_by"],
            grounds=given["grounds"],
        )


class HearingForm(forms.Form):
    """What scrutiny made of a call-in."""

    heard_in = ListedChoice(
        label="Heard in", widget=forms.Select, error_messages={"required": "Select the meeting"}
    )
    result = choice("Result", CALL_IN_WORDS, name="the result")
    reasons = sentences("Reasons", name="the reasons")

    def __init__(self, *args: Any, meetings: Sequence[facts.Meeting], **options: Any) -> None:
        super().__init__(*args, **options)
        listed = [(one.code, one.code) for one in meetings]
        offer(self, "heard_in", [("", "Select a meeting"), *listed])

    def result_of(self) -> facts.CallInResult:
        """Return the result."""
        return facts.CallInResult(self.cleaned_data["result"])


class CarriedOutForm(forms.Form):
    """When a decision was carried out."""

    on = DateField(label="Carried out on")
