"""Forms by which updates and cell maps are sent."""

from collections.abc import Sequence
from typing import Any

from django import forms

from scrutable.evidence.intake import LIMITS, size_fault
from scrutable.govuk.forms import DateField, ListedChoice, offer, sentences, words
from scrutable.kernel.references import slug
from scrutable.portfolio import facts
from scrutable.portfolio.writes import Sent

ACCEPTED = {"accept": ".xlsx,.xlsm,.ods,.csv"}
NOT_OURS = "Our own workbook, as downloaded from here"


def workbook(label: str, hint: str) -> forms.FileField:
    """Return a field for a workbook."""
    return forms.FileField(
        label=label,
        help_text=hint,
        widget=forms.FileInput(attrs=ACCEPTED),
        error_messages={
            "required": "Select the file",
            "empty": "The file is empty. Select the one that was filled in",
        },
    )


class _WithFile(forms.Form):
    """A form with a file, refused before it is read where it is too large."""

    def clean_file(self) -> Any:
        """Refuse a file that is larger than any update."""
        file = self.cleaned_data["file"]
        if faults := size_fault(file.size, LIMITS):
            raise forms.ValidationError([str(fault) for fault in faults])
        return file


class SendUpdateForm(_WithFile):
    """An update, or a register of projects, to be looked at before anything is loaded."""

    file = workbook("The workbook", "An .xlsx, .ods or .csv file")
    cell_map = ListedChoice(
        label="How it is read",
        required=False,
        widget=forms.Select,
        help_text="A register of your own is read by its cell map",
    )
    on = DateField(
        label="As it stood on",
        required=False,
        help_text="Only for a register that is read by a map; today, if left empty",
    )

    def __init__(self, *args: Any, maps: Sequence[facts.CellMap], **options: Any) -> None:
        super().__init__(*args, **options)
        offer(self, "cell_map", [("", NOT_OURS), *((one.code, one.title) for one in maps)])

    def sent(self) -> Sent:
        """Return what was sent."""
        given = self.cleaned_data
        return Sent(
            content=given["file"].read(),
            name=given["file"].name,
            cell_map=given["cell_map"],
            on=given["on"],
        )


class SendMapForm(_WithFile):
    """A cell map: its file, and who approved it."""

    title = words("Name", name="the name", hint="Such as “Capital programme register”")
    code = words("Code", name="the code", hint="Such as capital; commands call it so", most=40)
    file = workbook(
        "The map", "A table (.csv, .xlsx or .ods) whose first line says line, ours, theirs"
    )
    approver = words("Approved by", name="who approved it")
    approved_on = DateField(label="Approved on", error_messages={"required": "Enter the day"})
    note = sentences("What it is for", name="what it is for", required=False)

    def __init__(self, *args: Any, code: str = "", **options: Any) -> None:
        super().__init__(*args, **options)
        self.known = code
        if code:
            del self.fields["code"]

    def cell_map(self, parts: dict[str, Any]) -> facts.CellMap:
        """Return the map that the file's parts and the form's words make."""
        given = self.cleaned_data
        return facts.CellMap(
            code=self.known or slug(given["code"]),
            title=given["title"],
            approver=given["approver"],
            approved_on=given["approved_on"],
            note=given["note"],
            **parts,
        )
