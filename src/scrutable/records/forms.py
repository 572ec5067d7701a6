"""What the forms have in common by which something is recorded whole."""

from datetime import date
from typing import Any

from django import forms

from scrutable.records.facts import Record
from scrutable.registers.forms.lines import Lines

CODE = r"\A[A-Za-z0-9][A-Za-z0-9._-]*\Z"
MOST = 1_000_000
DAYS = 12  # days of which one field may hold so many


def code_field(hint: str) -> forms.RegexField:
    """Return a field for a code that a reference can carry."""
    return forms.RegexField(
        CODE,
        label="Code",
        help_text=hint,
        max_length=40,
        error_messages={
            "required": "Enter the code",
            "invalid": "The code must be letters and digits, with dots or hyphens between them",
        },
    )


def whole(
    label: str, *, name: str, hint: str = "", required: bool = False, least: int = 0
) -> forms.IntegerField:
    """Return a field for a count; an empty one says that nobody has counted."""
    return forms.IntegerField(
        label=label,
        help_text=hint,
        required=required,
        min_value=least,
        max_value=MOST,
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-5"}),
        error_messages={
            "required": f"Enter {name}",
            "invalid": f"Enter {name} as a whole number",
            "min_value": f"Enter {least:,} or more",
            "max_value": f"Enter {MOST:,} or less",
        },
    )


class Days(Lines):
    """Several days, one a line, such as 2026-10-12."""

    def prepare_value(self, value: Any) -> Any:
        """Return one a line."""
        if isinstance(value, tuple):
            return "\n".join(str(day) for day in value)
        return value

    def clean(self, value: Any) -> tuple[date, ...]:
        """Return the days, the first first."""
        try:
            days = sorted({date.fromisoformat(line) for line in super().clean(value)})
        except ValueError as fault:
            said = "Each line must be a day such as 2026-10-12"
            raise forms.ValidationError(said) from fault
        if len(days) > DAYS:
            raise forms.ValidationError(f"Give {DAYS} days or fewer")
        return tuple(days)


class RecordForm(forms.Form):
    """A form of something that is recorded whole; the key of a `known` one is not asked for."""

    based_on = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, known: Record | None = None, **options: Any) -> None:
        if known is not None:
            said = {name: getattr(known, name) for name in self.base_fields if name != "based_on"}
            options["initial"] = {**said, "based_on": known.version}
        super().__init__(*args, **options)
        self.known = known
        for name in known.KEY if known is not None else ():
            self.fields.pop(name, None)

    @property
    def standing(self) -> int:
        """Return the version that stood when the form was shown, 0 where there was none."""
        return (self.cleaned_data.get("based_on") or 0) if self.is_valid() else 0

    @property
    def number(self) -> int:
        """Return the number of one that is known already, 0 of one that has none yet."""
        return getattr(self.known, "number", 0)

    def said(self, *names: str) -> dict[str, Any]:
        """Return what was entered under the names; of a known one its key."""
        key = {} if self.known is None else {n: getattr(self.known, n) for n in self.known.KEY}
        return {name: key.get(name, self.cleaned_data.get(name)) for name in names}
