"""The shape of a policy: every setting as a field that fits it."""

import json
from collections.abc import Mapping
from typing import Any

from django import forms

from scrutable.govuk.forms import DateField, ListedChoice, PlainText
from scrutable.registers.facts import Policy
from scrutable.registers.forms.lines import Lines, WholeNumbers
from scrutable.registers.presenters.settings import choices, label


class PolicyForm(forms.Form):
    """A rule of the council's own: from when, approved by whom, and its settings."""

    effective_from = DateField(label="In force from")
    approved_by = PlainText(
        label="Approved by",
        max_length=200,
        help_text="A person or a board, with the date or the minute",
        error_messages={"required": "Enter who approved it"},
    )

    def __init__(self, *args: Any, name: str, now: Mapping[str, object], **options: Any) -> None:
        super().__init__(*args, **options)
        self.name, self.settings = name, dict(spread(now))
        for key, value in self.settings.items():
            self.fields[key] = _field(key, value)

    @property
    def groups(self) -> list[tuple[str, str, tuple[str, ...]]]:
        """Return the form's parts."""
        hint = "What stands here is in force now."
        return [
            ("", "", ("effective_from", "approved_by")),
            ("Settings", hint, tuple(self.settings)),
        ]

    def policy(self) -> Policy:
        """Return the policy; its value is JSON text."""
        given = {key: self._typed(key, value) for key, value in self.settings.items()}
        return Policy(
            name=self.name,
            effective_from=self.cleaned_data["effective_from"],
            value=json.dumps(gathered(given), sort_keys=True),
            approved_by=self.cleaned_data["approved_by"],
        )

    def _typed(self, key: str, before: object) -> object:
        given = self.cleaned_data[key]
        return list(given) if isinstance(before, (list, tuple)) else given


def spread(value: Mapping[str, object], before: str = "") -> list[tuple[str, object]]:
    """Return nested settings as pairs: ("misses.entry_misses", 2)."""
    pairs: list[tuple[str, object]] = []
    for key, inner in value.items():
        name = f"{before}{key}"
        pairs += spread(inner, f"{name}.") if isinstance(inner, Mapping) else [(name, inner)]
    return pairs


def gathered(flat: Mapping[str, object]) -> dict[str, object]:
    """Return the pairs as nested settings again.

    >>> gathered({"misses.entry_misses": 2, "name": "Westmere"})
    {'misses': {'entry_misses': 2}, 'name': 'Westmere'}
    """
    nested: dict[str, object] = {}
    for name, value in flat.items():
        *outer, last = name.split(".")
        place: Any = nested
        for part in outer:
            place = place.setdefault(part, {})
        place[last] = value
    return nested


def _field(key: str, value: object) -> forms.Field:
    """Return the field that fits the setting as it stands."""
    name = label(key)
    said = {"required": f"Enter a value for “{name}”"}
    if isinstance(value, bool):
        return forms.BooleanField(label=name, initial=value, required=False)
    if isinstance(value, int):
        return forms.IntegerField(label=name, initial=value, min_value=0, error_messages=said)
    if isinstance(value, (list, tuple)) and value and all(type(one) is int for one in value):
        return WholeNumbers(label=name, initial=value, required=False)
    if isinstance(value, (list, tuple)):
        return Lines(label=name, initial=value, required=False)
    if options := choices(key):
        return ListedChoice(label=name, initial=value, choices=list(options.items()))
    return PlainText(label=name, initial=value, required=False, max_length=200)
