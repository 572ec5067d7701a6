"""The forms by which issues are recorded, moved on and closed, and phases recorded."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from django import forms

from scrutable.assurance.facts import Issue, Phase, Priority, Visibility
from scrutable.assurance.presenters.assessments.words import VISIBILITY_WORDS
from scrutable.assurance.presenters.issues.words import PRIORITY_WORDS
from scrutable.govuk.forms import DateField, ListedChoice, choice, offer, sentences, words
from scrutable.records.forms import RecordForm, code_field
from scrutable.registers.forms.lines import Lines

SAID = ("number", "source", "found_on", "found_while", "what", "recommendation", "owner", "due",
        "phase", "progress", "evidence", "said_closed_on")  # fmt: skip
AS_IT_IS = "as-it-is"
Choices = Sequence[tuple[str, str]]


class Accepted(StrEnum):
    """What somebody else says of a closure."""

    YES = "yes"
    NO = "no"


class IssueForm(RecordForm):
    """An issue, as it is from now on; whether its closure is accepted is said elsewhere."""

    source = words(
        "Source", name="the source", hint="Such as assessment/CAF-2025, or Internal audit 2026/03"
    )
    found_on = DateField(label="Found on", error_messages={"required": "Enter the day"})
    found_while = words(
        "Found while",
        name="while what",
        required=False,
        hint="Only for another matter, found after the report: while what was it found?",
    )
    what = sentences("What was found", name="what was found")
    recommendation = sentences("Recommendation", name="the recommendation", required=False)
    priority = choice("Priority", PRIORITY_WORDS, name="the priority")
    visibility = choice("Who may read it", VISIBILITY_WORDS, name="who may read it")
    owner = words("Owner", name="its owner", hint="A post")
    due = DateField(label="Due", required=False, help_text="Empty where no day is set")
    phase = ListedChoice(label="Phase", required=False, widget=forms.Select)
    progress = sentences("Progress", name="the progress", required=False)
    evidence = Lines(
        label="Evidence of its closure",
        help_text="What shows it, one a line",
        required=False,
        longest=200,
    )
    said_closed_on = DateField(
        label="Said to be closed on",
        required=False,
        help_text="It is closed once somebody other than its owner accepts that",
    )

    def __init__(
        self, *args: Any, known: Issue | None = None, phases: Choices, **options: Any
    ) -> None:
        super().__init__(*args, known=known, **options)
        offer(self, "phase", [("", "None"), *phases])

    def issue(self) -> Issue:
        """Return the issue; what was accepted of one that is changed no longer holds."""
        said = self.said(*SAID) | {"number": self.number}
        return Issue(
            **said,
            priority=Priority(self.cleaned_data["priority"]),
            visibility=Visibility(self.cleaned_data["visibility"]),
        )


class AcceptForm(forms.Form):
    """Whether the closure of an issue is accepted, by whom, and when."""

    based_on = forms.IntegerField(widget=forms.HiddenInput, required=False)
    decision = choice(
        "Is its closure accepted?",
        {Accepted.YES: "Yes, it is closed", Accepted.NO: "No, it is open again"},
        name="whether it is accepted",
    )
    accepted_by = words(
        "Accepted by",
        name="who",
        required=False,
        hint="Another than its owner, such as Internal audit; only where it is",
    )
    on = DateField(label="Accepted on", required=False)
    why = sentences("Why it is not", name="why", required=False, hint="Only where it is not")

    def clean(self) -> dict[str, Any]:
        """Ask for who and when of one accepted, and for the reason of one that is not."""
        given = super().clean() or self.cleaned_data
        if given.get("decision") == Accepted.YES:
            for name, words_of in (("accepted_by", "Enter who accepts it"), ("on", "Enter when")):
                if not given.get(name) and name not in self.errors:
                    self.add_error(name, words_of)
        elif given.get("decision") == Accepted.NO and not given.get("why"):
            self.add_error("why", "Enter why it is not accepted")
        return given


class ProgressForm(forms.Form):
    """Progress of several issues at once."""

    progress = sentences("Progress", name="the progress", hint="The same is said of each of them")
    phase = ListedChoice(label="Phase", required=False, widget=forms.Select)
    due = DateField(label="New day due", required=False, help_text="Empty where theirs stay")

    def __init__(self, *args: Any, phases: Choices, **options: Any) -> None:
        super().__init__(*args, **options)
        offer(self, "phase", [(AS_IT_IS, "Theirs stay"), ("", "None"), *phases])

    @property
    def new_phase(self) -> str | None:
        """Return the phase that they go into, "" for none, None where theirs stay."""
        given: str = self.cleaned_data["phase"]
        return None if given == AS_IT_IS else given


class PhaseForm(RecordForm):
    """A phase of an improvement programme, as it is from now on."""

    code = code_field("Such as P1; issues name it")
    programme = words("Programme", name="the programme", hint="Such as ICT improvement programme")
    title = words("Name", name="the name", hint="Such as Make safe")
    begins_on = DateField(label="Begins on", error_messages={"required": "Enter the day"})
    ends_on = DateField(label="Ends on", error_messages={"required": "Enter the day"})
    decision = words(
        "Decision", name="the decision", required=False, hint="Such as decision/2026-12"
    )

    def phase(self) -> Phase:
        """Return the phase."""
        return Phase(**self.said("code", "programme", "title", "begins_on", "ends_on", "decision"))
