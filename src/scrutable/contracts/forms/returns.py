"""The form that sends a return: which contract, which month, the file, how firm."""

from collections.abc import Sequence
from typing import Any

from django import forms

from scrutable.contracts.facts import Standing
from scrutable.contracts.forms.fields import contract_choices
from scrutable.evidence.intake import LIMITS, size_fault
from scrutable.govuk.forms import ChoicesWithHints, ListedChoice, MonthField, offer
from scrutable.registers.facts import Contract

STANDINGS = {
    Standing.PROVISIONAL: "Provisional",
    Standing.VERIFIED: "Verified",
    Standing.RESTATED: "Restated",
}
HINTS = {
    Standing.PROVISIONAL.value: "The month’s first return, not checked by the council yet",
    Standing.VERIFIED.value: "Checked by the council against the supplier’s records",
    Standing.RESTATED.value: "Figures of an earlier return that turned out to be otherwise",
}


class SendForm(forms.Form):
    """A return to be looked at before anything is loaded."""

    contract = ListedChoice(label="Contract", error_messages={"required": "Select the contract"})
    month = MonthField(label="Month the return is for", help_text="For example, 9 2026")
    file = forms.FileField(
        label="The workbook",
        help_text="An .xlsx, .ods or .csv file, as downloaded from here or by your own template",
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xlsm,.ods,.csv"}),
        error_messages={
            "required": "Select the workbook",
            "empty": "The file is empty. Select the workbook that was filled in",
        },
    )
    standing = ListedChoice(
        label="How firm the figures are",
        choices=[(value.value, text) for value, text in STANDINGS.items()],
        initial=Standing.PROVISIONAL.value,
        widget=ChoicesWithHints(HINTS),
        error_messages={"required": "Select how firm the figures are"},
    )

    def __init__(
        self, *args: Any, contracts: Sequence[Contract], may_load: bool, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        offer(
            self, "contract", contract_choices([one for one in contracts if not one.published_only])
        )
        if not may_load:
            del self.fields["standing"]

    def clean_file(self) -> Any:
        """Refuse a file that is larger than any return, before it is read."""
        file = self.cleaned_data["file"]
        if faults := size_fault(file.size, LIMITS):
            raise forms.ValidationError([str(fault) for fault in faults])
        return file

    @property
    def how_firm(self) -> Standing:
        """Return how firm the figures are; what a supplier sends is provisional."""
        return Standing(self.cleaned_data.get("standing") or Standing.PROVISIONAL)
