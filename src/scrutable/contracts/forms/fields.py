"""Fields that this app's forms share."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any, TypeVar

from django import forms

from scrutable.contracts.facts import KpiDefinition
from scrutable.contracts.rules.fitting import is_kept_exactly
from scrutable.govuk.forms import ListedChoice, PlainText, WrittenNumber
from scrutable.registers.facts import Contract

Kind = TypeVar("Kind", bound=StrEnum)


class NumberField(WrittenNumber):
    """A number as people write it, named in what is said about it."""

    def __init__(self, *, name: str, **options: Any) -> None:
        options.setdefault("widget", forms.NumberInput(attrs={"class": "govuk-input--width-10"}))
        said = {
            "required": f"Enter {name}",
            "invalid": f"{name[:1].upper()}{name[1:]} must be a number, such as 92.5",
        }
        super().__init__(error_messages=said, **options)

    def validate(self, value: Any) -> None:
        """Refuse what cannot be kept exactly, such as 1e999."""
        super().validate(value)
        if value is not None and not is_kept_exactly(value):
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")


def words(
    label: str, *, name: str, hint: str = "", required: bool = True, most: int = 200
) -> forms.CharField:
    """Return a field for one line of words, of so many letters at most."""
    return PlainText(
        label=label,
        help_text=hint,
        required=required,
        max_length=most,
        error_messages={"required": f"Enter {name}"},
    )


def sentences(label: str, *, name: str, hint: str = "", required: bool = True) -> forms.CharField:
    """Return a field for a few sentences."""
    return PlainText(
        label=label,
        help_text=hint,
        required=required,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": f"Enter {name}"},
    )


def choice(label: str, of: Mapping[Kind, str], *, name: str, hint: str = "") -> forms.ChoiceField:
    """Return radios for the values of an enum, each with its word."""
    return ListedChoice(
        label=label,
        help_text=hint,
        choices=[(value.value, text) for value, text in of.items()],
        widget=forms.RadioSelect,
        error_messages={"required": f"Select {name}"},
    )


def kpi_choices(kpis: Sequence[KpiDefinition]) -> list[tuple[str, str]]:
    """Return code and title of each KPI, to choose from."""
    return [(kpi.code, f"{kpi.code}: {kpi.title}") for kpi in kpis]


def contract_choices(contracts: Sequence[Contract]) -> list[tuple[str, str]]:
    """Return code and title of each contract, to choose from."""
    return [(one.code, f"{one.title} ({one.code})") for one in contracts]


def refuse_crossed(form: forms.Form, given: Mapping[str, Any]) -> None:
    """Say on the form that its last month comes before its first."""
    first, last = given.get("first"), given.get("last")
    if first and last and last < first:
        form.add_error("last", f"Last month must be {first.words} or later")
