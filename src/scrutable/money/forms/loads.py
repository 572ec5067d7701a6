"""Forms by which an extract of the ledger, and registers of money, are loaded."""

from django import forms

from scrutable.govuk.forms import pounds

ACCEPTED = ".csv,.txt,.tsv,.xlsx,.ods"


class LedgerForm(forms.Form):
    """An extract of the ledger, and what finance says that it comes to."""

    file = forms.FileField(
        label="The extract",
        help_text="csv, .xlsx or Parquet, with the budget line, the posting date and the amount",
        widget=forms.FileInput(attrs={"accept": f"{ACCEPTED},.parquet"}),
        error_messages={
            "required": "Select the extract",
            "empty": "The file is empty. Export it again",
        },
    )
    control = pounds(
        "What finance says that the ledger holds, in pounds",
        hint="Of an extract of one financial year; it is held against the extract to the penny",
    )

    @property
    def control_pence(self) -> int | None:
        """Return what finance says, in pence."""
        said = self.cleaned_data.get("control")
        return None if said is None else int(said * 100)


class RegistersForm(forms.Form):
    """A workbook of registers of money."""

    file = forms.FileField(
        label="The workbook",
        help_text="The template, filled, or a table with its headings",
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
        error_messages={
            "required": "Select the workbook",
            "empty": "The file is empty. Fill the template",
        },
    )
