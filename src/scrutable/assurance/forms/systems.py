"""The forms by which critical systems, public services and tests of recovery are recorded."""

from collections.abc import Sequence
from typing import Any

from django import forms

from scrutable.assurance.facts import CriticalSystem, PublicService, RecoveryOutcome, RecoveryTest
from scrutable.assurance.presenters.systems.words import OUTCOME_WORDS
from scrutable.govuk.forms import (
    DateField,
    ListedChoice,
    ListedChoices,
    choice,
    offer,
    sentences,
    words,
)
from scrutable.records.forms import RecordForm, code_field, whole
from scrutable.registers.forms.lines import Lines

Choices = Sequence[tuple[str, str]]
OF_SYSTEM = ("code", "title", "supplier", "contract", "recovery_hours", "loss_hours")
OF_SERVICE = ("code", "title", "owner", "bearable_hours")


def several(label: str, *, hint: str, required: bool = False) -> ListedChoices:
    """Return a field for any of the systems that are recorded."""
    return ListedChoices(
        label=label,
        help_text=hint,
        required=required,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Select the systems that it needs"},
    )


def listed(label: str) -> ListedChoice:
    """Return a field for one of those recorded, or for none."""
    return ListedChoice(label=label, required=False, widget=forms.Select)


class SystemForm(RecordForm):
    """A critical system, as it is from now on."""

    code = code_field("Such as CARE; reports call it so")
    title = words("Name", name="the name", hint="Such as Social care records")
    owner = words(
        "Owner", name="its owner", required=False, hint="A post; empty where nobody is named"
    )
    supplier = listed("Supplier")
    contract = listed("Contract")
    recovery_hours = whole("Is to work again in, hours", name="the hours", hint="An objective")
    loss_hours = whole("Work that may be lost at most, hours", name="the hours")
    test_months = whole("Its recovery is to be tested every, months", name="the months", least=1)
    stands_on = several("Stands on", hint="Other systems without which it does not work")
    single_points = Lines(
        label="Has no second",
        help_text="A person, a link, a room, one a line; shown only to those who see the detail",
        required=False,
        longest=200,
    )

    def __init__(
        self,
        *args: Any,
        known: CriticalSystem | None = None,
        systems: Choices,
        suppliers: Choices,
        contracts: Choices,
        **options: Any,
    ) -> None:
        super().__init__(*args, known=known, **options)
        own = known.code if known else ""
        offer(self, "stands_on", [one for one in systems if one[0] != own])
        offer(self, "supplier", [("", "The council itself"), *suppliers])
        offer(self, "contract", [("", "None"), *contracts])

    def system(self) -> CriticalSystem:
        """Return the system."""
        said = self.said(*OF_SYSTEM, "test_months", "single_points")
        owner, under = self.cleaned_data["owner"], tuple(self.cleaned_data["stands_on"])
        return CriticalSystem(**said, owner=owner, stands_on=under)


class ServiceForm(RecordForm):
    """A public service, as it is from now on."""

    code = code_field("Such as VISITS; reports call it so")
    title = words("Name", name="the name", hint="Such as Visits to people at home")
    owner = words("Owner", name="its owner", hint="A post")
    needs = several("Needs", hint="Without one of them the service stops", required=True)
    bearable_hours = whole("Can go on without them for, hours", name="the hours")
    meanwhile = sentences(
        "How it is carried on meanwhile",
        name="how",
        required=False,
        hint="As somebody has tried it; empty where no way is known",
    )

    def __init__(
        self, *args: Any, known: PublicService | None = None, systems: Choices, **options: Any
    ) -> None:
        super().__init__(*args, known=known, **options)
        offer(self, "needs", systems)

    def service(self) -> PublicService:
        """Return the service."""
        said = self.said(*OF_SERVICE, "meanwhile")
        return PublicService(**said, needs=tuple(self.cleaned_data["needs"]))


class TestForm(RecordForm):
    """A test of a system’s recovery."""

    __test__ = False  # to pytest, a class that begins so would be one of its own

    on = DateField(label="Tested on", error_messages={"required": "Enter the day"})
    outcome = choice("Outcome", OUTCOME_WORDS, name="how it ended")
    hours = whole("Worked again after, hours", name="the hours")
    witnessed_by = words("Witnessed by", name="who", required=False, hint="A post")
    found = sentences(
        "What was found",
        name="what was found",
        required=False,
        hint="Shown only to those who see the detail",
    )

    def test(self, system: str) -> RecoveryTest:
        """Return the test, with the next number."""
        given = self.cleaned_data
        return RecoveryTest(
            system=system,
            number=self.number,
            on=given["on"],
            outcome=RecoveryOutcome(given["outcome"]),
            hours=given["hours"],
            witnessed_by=given["witnessed_by"],
            found=given["found"],
        )
