"""The form by which a register is sent."""

from django import forms

from scrutable.evidence.intake import LIMITS, size_fault


class RegisterForm(forms.Form):
    """The workbook of systems, issues and claims, or one sheet of it."""

    file = forms.FileField(
        label="The workbook",
        help_text="An .xlsx, .ods or .csv file; all of it is taken, or nothing",
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xlsm,.ods,.csv"}),
        error_messages={
            "required": "Select the file",
            "empty": "The file is empty. Select the one that was filled in",
        },
    )

    def clean_file(self) -> object:
        """Refuse a file that is larger than any register."""
        file = self.cleaned_data["file"]
        if faults := size_fault(file.size, LIMITS):
            raise forms.ValidationError([str(fault) for fault in faults])
        return file
