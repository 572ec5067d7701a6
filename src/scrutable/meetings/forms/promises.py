"""Forms by which commitments are made and take their steps."""

from collections.abc import Sequence
from typing import Any

from django import forms

from scrutable.govuk.forms import (
    DateField,
    ListedChoice,
    PlainText,
    choice,
    offer,
    sentences,
    words,
)
from scrutable.kernel.wording import date_words
from scrutable.meetings import facts
from scrutable.meetings.facts import CommitmentSource, OutcomeKind, StepKind
from scrutable.meetings.rules.promises import told_due
from scrutable.meetings.rules.stepping import NEEDS_A_REASON
from scrutable.registers.facts import Contract

OWED_WORDS = {
    OutcomeKind.REPORT_BACK: "A report",
    OutcomeKind.REQUEST: "Information",
    OutcomeKind.ACTION: "An action",
}
MADE_FROM = {
    CommitmentSource.PROMISE: "A promise made in discussion",
    CommitmentSource.RESOLUTION: "A resolution",
    CommitmentSource.REPORT: "A report",
}
ON = "The day on which it happened"
FIELDS_OF: dict[StepKind, tuple[str, ...]] = {
    StepKind.ANSWERED: ("on", "words", "paper"),
    StepKind.EXTENDED: ("on", "words", "due_on", "due_meeting", "agreed_in"),
    StepKind.DEFERRED: ("on", "words", "due_meeting", "due_words", "agreed_in"),
    StepKind.CLOSURE_PROPOSED: ("on", "words"),
    StepKind.CLOSED: ("agreed_in", "on", "words"),
    StepKind.CLOSED_UNAGREED: ("on", "words"),
    StepKind.REOPENED: ("on", "words", "due_on"),
    StepKind.REASSIGNED: ("on", "owner", "words"),
    StepKind.CHASED: ("on", "words"),
}
WORDS_OF: dict[StepKind, tuple[str, str]] = {
    StepKind.ANSWERED: ("Answer", "What was done, in words that the committee can use"),
    StepKind.CLOSURE_PROPOSED: ("Why it may be closed", "Needed where it has no answer"),
    StepKind.CLOSED: ("What was agreed", "Needed where it has no answer"),
    StepKind.CHASED: ("How", "For example by telephone"),
    StepKind.REASSIGNED: ("Why", ""),
}


def meeting_choices(
    meetings: Sequence[facts.Meeting], names: dict[str, str], none: str
) -> list[tuple[str, str]]:
    """Return code, day and body of each meeting to choose from, the newest first."""
    newest = sorted(meetings, key=lambda one: (one.on, one.code), reverse=True)
    return [
        ("", none),
        *((one.code, f"{date_words(one.on)}, {names.get(one.body, one.body)}") for one in newest),
    ]


def meeting_field(label: str, hint: str = "") -> ListedChoice:
    """Return a list of meetings to choose from, or none of them."""
    return ListedChoice(label=label, help_text=hint, required=False, widget=forms.Select)


def event_field(label: str, hint: str) -> PlainText:
    """Return a line for when something is due in words."""
    return PlainText(label=label, help_text=hint, required=False, max_length=300)


class CommitmentForm(forms.Form):
    """Something that somebody owes a body."""

    body = ListedChoice(
        label="Owed to", widget=forms.Select, error_messages={"required": "Select the body"}
    )
    text = sentences("What is owed", name="what is owed")
    kind = choice("It is", OWED_WORDS, name="what kind of thing it is")
    owner = words(
        "Owner",
        name="the owner",
        hint="A post, a department or a body outside. Leave it empty where nobody is named yet.",
        required=False,
    )
    source = choice("It comes from", MADE_FROM, name="what it comes from")
    made_in = meeting_field("Made at")
    made_on = DateField(
        label="Made on", required=False, help_text="Only where no meeting is selected above"
    )
    due_on = DateField(label="Due by", required=False)
    due_meeting = meeting_field("Or due at a meeting")
    due_words = event_field(
        "Or due in words", "For example next meeting, or when the work has been fully assessed"
    )
    contract = ListedChoice(
        label="Answered in the report on a contract",
        required=False,
        widget=forms.Select,
    )

    groups = (
        ("", "", ("body", "text", "kind", "owner")),
        ("Where it comes from", "", ("source", "made_in", "made_on")),
        ("When it is due", "", ("due_on", "due_meeting", "due_words")),
        ("Where it is answered", "", ("contract",)),
    )

    def __init__(
        self,
        *args: Any,
        bodies: Sequence[facts.Body],
        meetings: Sequence[facts.Meeting],
        contracts: Sequence[Contract],
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        names = {one.code: one.name for one in bodies}
        held = [one for one in meetings if one.state is facts.MeetingState.HELD]
        planned = [one for one in meetings if one.state is facts.MeetingState.PLANNED]
        self.days = {one.code: one.on for one in meetings}
        sitting = [(one.code, one.name) for one in bodies if not one.ended_on]
        offer(self, "body", [("", "Select a body"), *sitting])
        offer(self, "made_in", meeting_choices(held, names, "Not at a meeting"))
        offer(self, "due_meeting", meeting_choices(planned, names, "Not at a meeting"))
        titles = [(one.code, one.title) for one in contracts]
        offer(self, "contract", [("", "Any report to the body"), *titles])

    def clean(self) -> dict[str, Any]:
        """Refuse what was made on no day."""
        given = super().clean() or {}
        if not given.get("made_in") and not given.get("made_on"):
            self.add_error("made_on", "Select the meeting, or enter the day it was made on")
        return given

    def commitment(self) -> facts.Commitment:
        """Return the commitment, its number still to be given."""
        given = self.cleaned_data
        made_on = self.days.get(given["made_in"]) or given["made_on"]
        return facts.Commitment(
            year=made_on.year,
            number=0,
            body=given["body"],
            text=given["text"],
            kind=OutcomeKind(given["kind"]),
            source=CommitmentSource(given["source"]),
            source_reference="",
            made_in=given["made_in"],
            made_on=made_on,
            owner=given["owner"],
            due=told_due(given["due_words"], given["due_on"], made_on),
            due_meeting=given["due_meeting"],
            contract=given["contract"],
        )


class StepForm(forms.Form):
    """One step of a commitment; each kind shows the fields that it has."""

    agreed_in = meeting_field("Meeting that agreed", "Only meetings that were held are listed")
    on = DateField(label="On", help_text=ON)
    owner = words("New owner", name="the new owner", hint="A post, a department or a body outside")
    words = sentences("Reason", name="the reason", required=False)
    paper = PlainText(
        label="Report or decision that answers it",
        help_text="A reference such as edition/CSS-2026-4 or decision/I017909",
        required=False,
        max_length=100,
    )
    due_on = DateField(label="Now due by", required=False)
    due_meeting = meeting_field("Or at a meeting")
    due_words = event_field("Or after an event", "For example when the work has been assessed")

    def __init__(
        self,
        *args: Any,
        kind: StepKind,
        meetings: Sequence[facts.Meeting] = (),
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.kind = kind
        keep = FIELDS_OF[kind]
        self.fields = {name: self.fields[name] for name in keep}
        label, hint = WORDS_OF.get(kind, ("Reason", ""))
        self.fields["words"].label = label
        self.fields["words"].help_text = hint
        self.fields["words"].required = kind in NEEDS_A_REASON
        for name, state in (
            ("agreed_in", facts.MeetingState.HELD),
            ("due_meeting", facts.MeetingState.PLANNED),
        ):
            if name in keep:
                listed = [one for one in meetings if one.state is state]
                offer(self, name, meeting_choices(listed, {}, "Select a meeting"))

    def step(self, by: str) -> facts.Step:
        """Return the step, taken by whoever is named."""
        given = self.cleaned_data
        return facts.Step(
            kind=self.kind,
            on=given["on"],
            by=by,
            words=given["words"],
            due=told_due(given.get("due_words", ""), given.get("due_on"), given["on"]),
            due_meeting=given.get("due_meeting", ""),
            owner=given.get("owner", ""),
            agreed_in=given.get("agreed_in", ""),
            paper=given.get("paper", ""),
        )


class OwnerForm(forms.Form):
    """Where letters to an owner go."""

    owner = words("Owner", name="the owner", hint="As commitments name it")
    address = forms.EmailField(
        label="E-mail address",
        required=False,
        max_length=254,
        help_text="Leave it empty to take the address away",
        error_messages={"invalid": "Enter an address such as finance@council.example"},
    )
