"""Forms by which agreements, renewals, causes and cures are recorded, and registers loaded."""

from collections.abc import Sequence
from typing import Any

from django import forms

from scrutable.govuk.forms import (
    DateField,
    ListedChoice,
    PlainText,
    choice,
    offer,
    pounds,
    sentences,
    words,
)
from scrutable.housekeeping.facts.agreements import Agreement, Cure, NoticeUnit, Renewal
from scrutable.housekeeping.intake.agreements.cells import several_months_in
from scrutable.housekeeping.presenters.agreements.words import UNIT_WORDS
from scrutable.records.forms import RecordForm, code_field, whole
from scrutable.registers.facts import Supplier

DECISION = "A reference, such as decision/I017909, or where it can be read"
POST = "A post or a body, nobody by name"
Groups = tuple[tuple[str, str, tuple[str, ...]], ...]


class SeveralMonths(PlainText):
    """The months of several options, with commas between them."""

    def prepare_value(self, value: Any) -> Any:
        """Return the months as people write them."""
        return ", ".join(map(str, value)) if isinstance(value, tuple) else value

    def clean(self, value: Any) -> Any:
        """Return the months of each option, none where nothing is said."""
        text = super().clean(value)
        found = several_months_in(text) if text else ()
        if found is None:
            raise forms.ValidationError("Enter the months of each option, such as 12, 12")
        return found


class AgreementForm(RecordForm):
    """An agreement, as it stands from now on."""

    code = code_field("Such as MS-EA; it stays")
    title = words("Title", name="the title")
    supplier = ListedChoice(label="Supplier", error_messages={"required": "Select the supplier"})
    owner = words("Owner", name="its owner", hint="The post that watches over its dates")
    contract = words(
        "Contract", name="the contract", required=False,
        hint="If it belongs to one: a reference such as contract/CSS",
    )  # fmt: skip
    yearly_pounds = pounds("Yearly value", hint="Leave it empty where nobody has said")
    starts_on = DateField(label="First day", error_messages={"required": "Enter the day"})
    months = whole("Months of the first term", name="the months", required=True, least=1)
    extensions = SeveralMonths(
        label="Extensions it allows",
        required=False,
        max_length=100,
        help_text="The months of each option, such as 12, 12",
    )
    notice_count = whole("Notice", name="the notice", hint="Such as 3; empty for none", least=1)
    notice_unit = choice("Notice is counted in", UNIT_WORDS, name="in what notice is counted")
    renews_itself_by = whole(
        "Months by which it renews itself", name="the months", least=1,
        hint="Unless notice is given; empty for one that simply ends",
    )  # fmt: skip
    approved_on = DateField(label="First term approved on", required=False)
    approved_by = words("Approved by", name="who approved it", required=False, hint=POST)
    decision = words("Decision", name="the decision", required=False, hint=DECISION)
    notice_given_on = DateField(label="Notice given on", required=False)
    closed_on = DateField(
        label="Last day on which it was used",
        required=False,
        help_text="Only once it is used no more",
    )

    groups: Groups = (
        ("", "", ("based_on", "code", "title", "supplier", "owner", "contract", "yearly_pounds")),
        ("Term", "", ("starts_on", "months", "extensions")),
        ("Notice", "", ("notice_count", "notice_unit", "renews_itself_by")),
        ("Approval of the first term", "", ("approved_on", "approved_by", "decision")),
        ("Its end", "", ("notice_given_on", "closed_on")),
    )

    def __init__(
        self,
        *args: Any,
        suppliers: Sequence[Supplier],
        known: Agreement | None = None,
        **options: Any,
    ) -> None:
        super().__init__(*args, known=known, **options)
        offer(self, "supplier", ((firm.reference, firm.name) for firm in suppliers))

    def agreement(self) -> Agreement:
        """Return the agreement."""
        names = [name for name in self.base_fields if name not in ("based_on", "notice_unit")]
        said = self.said(*names)
        return Agreement(**said, notice_unit=NoticeUnit(self.cleaned_data["notice_unit"]))


class RenewalForm(RecordForm):
    """Further months of an agreement."""

    months = whole("Months", name="the months", required=True, least=1)
    agreed_on = DateField(label="Agreed on", error_messages={"required": "Enter the day"})
    yearly_pounds = pounds("Yearly value", hint="Leave it empty where it stays as before")
    approved_on = DateField(
        label="Approved on",
        required=False,
        help_text="Leave it empty where nobody has approved it: that is shown",
    )
    approved_by = words("Approved by", name="who approved it", required=False, hint=POST)
    decision = words("Decision", name="the decision", required=False, hint=DECISION)

    groups: Groups = (
        ("", "", ("based_on", "months", "agreed_on", "yearly_pounds")),
        ("Approval", "", ("approved_on", "approved_by", "decision")),
    )

    def renewal(self, agreement: str) -> Renewal:
        """Return the renewal; a new one is not numbered yet."""
        given = self.cleaned_data
        names = ("months", "agreed_on", "yearly_pounds", "approved_on", "approved_by", "decision")
        said = {name: given[name] for name in names}
        return Renewal(agreement=agreement, number=self.number, **said)


class CureForm(RecordForm):
    """Why an agreement ran on, and what was done."""

    cause = sentences("Cause", name="the cause", hint="Why nobody approved it in time")
    cure = sentences(
        "Cure", name="the cure", required=False, hint="What is done so that none runs on again"
    )
    owner = words("Owner of the cure", name="its owner", required=False, hint="A post")
    cured_on = DateField(
        label="Cure done on", required=False, help_text="Leave it empty until it is done"
    )

    def found(self, of: Cure) -> Cure:
        """Return what was found and done of the time."""
        given = {name: self.cleaned_data[name] for name in ("cause", "cure", "owner", "cured_on")}
        return Cure(agreement=of.agreement, since=of.since, **given)


class RegisterForm(forms.Form):
    """The register of agreements that the council keeps in a spreadsheet."""

    file = forms.FileField(
        label="The register",
        help_text="An .xlsx, .ods or .csv file; the row of headings names the columns",
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xlsm,.ods,.csv"}),
        error_messages={
            "required": "Select the file",
            "empty": "The file is empty. Select the register",
        },
    )
