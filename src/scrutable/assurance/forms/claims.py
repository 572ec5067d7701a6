"""The forms by which claims and the evidence under them are recorded."""

from collections.abc import Sequence
from typing import Any

from django import forms

from scrutable.assurance.facts import Claim, Evidence, Line
from scrutable.assurance.presenters.claims.words import LINE_MEANS
from scrutable.govuk.forms import DateField, ListedChoice, offer, sentences, words
from scrutable.records.forms import RecordForm, code_field, whole

LINES = {str(line.value): words for line, words in LINE_MEANS.items()}


def line_field(label: str, *, name: str) -> ListedChoice:
    """Return radios for the three lines."""
    return ListedChoice(
        label=label,
        choices=list(LINES.items()),
        widget=forms.RadioSelect,
        error_messages={"required": f"Select {name}"},
    )


class ClaimForm(RecordForm):
    """A claim, as it is from now on."""

    code = code_field("Such as RESTORE; reports call it so")
    text = sentences(
        "The claim", name="the claim", hint="As a board is asked to accept it, in one sentence"
    )
    body = ListedChoice(
        label="Asked to accept it",
        widget=forms.Select,
        error_messages={"required": "Select the body"},
    )
    owner = words("Owner", name="its owner", hint="A post")
    shelf_days = whole("Evidence is fresh for, days", name="the days", required=True, least=1)
    wants = line_field("The surest line that it wants", name="the line")
    withdrawn_on = DateField(label="Withdrawn on", required=False)

    def __init__(
        self,
        *args: Any,
        known: Claim | None = None,
        bodies: Sequence[tuple[str, str]],
        **options: Any,
    ) -> None:
        super().__init__(*args, known=known, **options)
        offer(self, "body", bodies)

    def claim(self) -> Claim:
        """Return the claim."""
        said = self.said("code", "text", "body", "owner", "shelf_days", "withdrawn_on")
        return Claim(**said, wants=Line(int(self.cleaned_data["wants"])))


class EvidenceForm(RecordForm):
    """Evidence under a claim."""

    what = sentences("What was found", name="what was found")
    on = DateField(label="On", error_messages={"required": "Enter the day"})
    line = line_field("Who checked", name="who checked")
    checked_by = words("Checked by", name="who checked", hint="A post or a body")
    bears_out = ListedChoice(
        label="Does it bear the claim out?",
        choices=[("yes", "Yes"), ("no", "No, it is against it")],
        widget=forms.RadioSelect,
        error_messages={"required": "Select whether it does"},
    )
    source = words(
        "Source",
        name="the source",
        required=False,
        hint="A reference such as system/CARE/test/2, or where it can be read",
    )

    def evidence(self, claim: str) -> Evidence:
        """Return the evidence, with the next number."""
        given = self.cleaned_data
        return Evidence(
            claim=claim,
            number=self.number,
            what=given["what"],
            on=given["on"],
            checked_by=given["checked_by"],
            line=Line(int(given["line"])),
            bears_out=given["bears_out"] == "yes",
            source=given["source"],
        )
