"""The form that asks modern.gov for the meetings of some days."""

import re
from typing import Any

from django import forms

from scrutable.govuk.forms import DateField, PlainText
from scrutable.meetings.intake.asking import Asked

NUMBER = re.compile(r"[0-9]{1,9}")


class ImportForm(forms.Form):
    """The first and last day, and of which committees."""

    first = DateField(label="First day")
    last = DateField(label="Last day")
    committees = PlainText(
        label="Committees",
        required=False,
        max_length=200,
        help_text="Their numbers in modern.gov, separated by commas; none for all that still meet",
    )

    def clean_committees(self) -> tuple[int, ...]:
        """Return the numbers that were written."""
        written = str(self.cleaned_data["committees"]).replace(",", " ").split()
        if strange := [text for text in written if not NUMBER.fullmatch(text)]:
            raise forms.ValidationError(f"“{strange[0]}” is no number. Enter numbers such as 137")
        return tuple(int(text) for text in written)

    def clean(self) -> dict[str, Any]:
        """Refuse days that stand the wrong way round."""
        said = super().clean() or {}
        first, last = said.get("first"), said.get("last")
        if first and last and last < first:
            self.add_error("last", "Enter a day that is not before the first day")
        return said

    def asked(self) -> Asked:
        """Return what is asked for."""
        said = self.cleaned_data
        return Asked(said["first"], said["last"], said["committees"])
