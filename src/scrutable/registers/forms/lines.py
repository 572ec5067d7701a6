"""A field for several things, one a line."""

from typing import Any

from django import forms

from scrutable.govuk.forms import printable

LONGEST = 100  # letters of a line: a KPI keeps the service that it belongs to


class Lines(forms.CharField):
    """Several things, one a line."""

    def __init__(self, *, longest: int = LONGEST, **options: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": 4}), max_length=4000, **options)
        self.longest = longest

    def prepare_value(self, value: Any) -> Any:
        """Return one a line."""
        return "\n".join(value) if isinstance(value, (list, tuple)) else value

    def to_python(self, value: Any) -> Any:
        """Return each line once, without blanks."""
        if isinstance(value, (list, tuple)):
            return tuple(value)
        lines = (printable(line).strip() for line in str(value or "").splitlines())
        return tuple(dict.fromkeys(line for line in lines if line))

    def validate(self, value: Any) -> None:
        """Ask for at least one line where it must be there."""
        if self.required and not value:
            raise forms.ValidationError(self.error_messages["required"], code="required")

    def run_validators(self, value: Any) -> None:
        """Hold each line to the length that is kept."""
        for line in value:
            if len(line) > self.longest:
                raise forms.ValidationError(f"Each line must be {self.longest} characters or fewer")


class WholeNumbers(Lines):
    """Several whole numbers, one a line."""

    def prepare_value(self, value: Any) -> Any:
        """Return one a line."""
        return "\n".join(map(str, value)) if isinstance(value, (list, tuple)) else value

    def clean(self, value: Any) -> tuple[int, ...]:
        """Return the numbers in their order."""
        lines = super().clean(value)
        if not all(line.isdecimal() for line in lines):
            raise forms.ValidationError("Each line must be a whole number")
        return tuple(int(line) for line in lines)
