"""The form that takes a file of minutes."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from scrutable.govuk.forms import ListedChoice, offer
from scrutable.kernel.wording import date_words
from scrutable.meetings import facts
from scrutable.meetings.forms.calendar.closures import CLOSURE, ClosureForm
from scrutable.meetings.intake.limits import PACKS
from scrutable.meetings.intake.refusals import too_large

ACCEPTED = ".txt,.html,.htm,.mhtml,.docx,.pdf,.xml"


class LoadForm(ClosureForm):
    """Minutes to be read: of which meeting, the file, and who may see them."""

    meeting = ListedChoice(
        label="Meeting", widget=forms.Select, error_messages={"required": "Select the meeting"}
    )
    item = forms.IntegerField(
        label="Agenda item",
        required=False,
        min_value=1,
        help_text="Its number, where the file holds the minutes of one item alone",
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-4"}),
        error_messages={
            "invalid": "Enter the item’s number, such as 5",
            "min_value": "Enter the item’s number, such as 5",
        },
    )
    file = forms.FileField(
        label="The minutes",
        help_text="Word (.docx), PDF, text, a saved web page or modern.gov XML, in English",
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
        error_messages={
            "required": "Select the file",
            "empty": "The file is empty. Select the minutes themselves",
        },
    )

    def __init__(self, *args: Any, meetings: Sequence[facts.Meeting], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["openness"].help_text = ""
        held = [(one.code, f"{one.body}, {date_words(one.on)}") for one in meetings]
        offer(self, "meeting", [("", "Select a meeting"), *held])

    @property
    def groups(self) -> list[tuple[str, str, tuple[str, ...]]]:
        """Return the form's parts."""
        return [
            ("", "", ("meeting", "item", "file")),
            ("Who may see them", "", CLOSURE),
        ]

    def clean_file(self) -> Any:
        """Refuse a file that is larger than any pack, before it is read."""
        file = self.cleaned_data["file"]
        if file.size > PACKS.most_bytes:
            raise forms.ValidationError(str(too_large(file.size, PACKS.most_bytes)))
        return file

    def incoming(self) -> facts.IncomingMinutes:
        """Return the file with the meeting whose minutes it holds."""
        given: Mapping[str, Any] = self.cleaned_data
        return facts.IncomingMinutes(
            content=given["file"].read(),
            name=given["file"].name,
            meeting=given["meeting"],
            item=given["item"],
            closure=self.closure(),
        )
