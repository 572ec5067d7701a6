"""Fields that this app's forms share."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from scrutable.contracts.facts import KpiDefinition
from scrutable.contracts.rules.fitting import is_kept_exactly
from scrutable.govuk.forms import WrittenNumber, choice, sentences, words
from scrutable.registers.facts import Contract

__all__ = [
    "NumberField",
    "choice",
    "contract_choices",
    "kpi_choices",
    "refuse_crossed",
    "sentences",
    "words",
]


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
