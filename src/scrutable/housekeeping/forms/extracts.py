"""Forms by which extracts are taken and reconciled."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from django import forms

from scrutable.govuk.forms import DateField, ListedChoice, offer
from scrutable.housekeeping.facts import ExtractKind, SavedMapping
from scrutable.housekeeping.presenters.words import kind_words

AS_IT_SAYS = ("", "As its name or its headings say")
OUR_HEADINGS = ("", "None: its headings are usual ones")


class TakeForm(forms.Form):
    """An extract as a system exports it, and the day on which it was drawn."""

    file = forms.FileField(
        label="The extract",
        help_text="csv, .xlsx or Parquet, as the system exports it",
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.tsv,.xlsx,.parquet"}),
        error_messages={
            "required": "Select the extract",
            "empty": "The file is empty. Export it again",
        },
    )
    as_at = DateField(
        label="As at",
        help_text="The day on which it was drawn, such as 30 9 2026",
        error_messages={"required": "Enter the day on which it was drawn"},
    )
    kind = ListedChoice(label="What it is an extract of", required=False, widget=forms.Select)
    mapping = ListedChoice(
        label="Saved mapping",
        required=False,
        widget=forms.Select,
        help_text="Under which headings the system exports what",
    )
    month_first = forms.BooleanField(label="Days are written 09/30/2026", required=False)

    def __init__(self, *args: Any, saved: Sequence[SavedMapping], **options: Any) -> None:
        super().__init__(*args, **options)
        self.saved = {one.reference: one for one in saved}
        offer(self, "kind", [AS_IT_SAYS, *((one.value, kind_words(one)) for one in ExtractKind)])
        named = [(key, f"{kind_words(one.kind)}: {one.name}") for key, one in self.saved.items()]
        offer(self, "mapping", [OUR_HEADINGS, *named])

    def clean(self) -> dict[str, Any]:
        """Refuse a mapping of another kind than the extract is said to be."""
        given = super().clean() or self.cleaned_data
        chosen = self.saved.get(given.get("mapping", ""))
        if chosen and given.get("kind") and given["kind"] != chosen.kind.value:
            self.add_error("mapping", f"This is a mapping of {chosen.kind.value}. Choose another")
        return given

    @property
    def chosen(self) -> SavedMapping | None:
        """Return the saved mapping that was chosen, None of none."""
        return self.saved.get(self.cleaned_data["mapping"])

    @property
    def kind_said(self) -> ExtractKind | None:
        """Return what somebody said it is an extract of, None where they left it to the file."""
        if self.chosen:
            return self.chosen.kind
        said = self.cleaned_data["kind"]
        return ExtractKind(said) if said else None

    @property
    def columns(self) -> Mapping[str, str]:
        """Return the headings by column that the saved mapping names."""
        return dict(self.chosen.columns) if self.chosen else {}

    @property
    def is_month_first(self) -> bool:
        """Tell whether days are written the month first."""
        return bool(self.cleaned_data["month_first"] or (self.chosen and self.chosen.month_first))


class ReconcileForm(forms.Form):
    """The day of the extracts that are to be held against each other."""

    as_at = DateField(label="As at", error_messages={"required": "Enter the day of the extracts"})

    @property
    def day(self) -> date:
        """Return the day."""
        found: date = self.cleaned_data["as_at"]
        return found


def file_name(file: Any) -> str:
    """Return the name of a file as it was sent, without any folder."""
    return Path(str(file.name)).name[:200]
