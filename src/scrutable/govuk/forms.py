"""Fields and widgets that `govuk/fields.jinja` shows as the design system's components."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, ClassVar, TypeVar

from django import forms

from scrutable.kernel.periods import Month

UNPRINTABLE = re.compile(
    "[\\x00-\\x09\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069\\ufffe\\uffff]"
)
Kind = TypeVar("Kind", bound=StrEnum)
YEARS = range(1970, 2200)  # in which a day may lie; beyond them it is a slip of the hand


class Boxes(forms.Widget):
    """Several small boxes for one value, such as day, month and year.

    The boxes are called `name_0`, `name_1`…; a program may send the whole value as `name`.
    """

    component = "parts"
    boxes: Sequence[tuple[str, int]] = ()

    def value_from_datadict(self, data: Mapping[str, Any], files: object, name: str) -> object:  # noqa: ARG002  (Django's)
        """Return the texts of the boxes, or the whole value where it came as one."""
        if name in data:
            return data[name]
        return [str(data.get(f"{name}_{at}", "")).strip() for at in range(len(self.boxes))]

    def value_omitted_from_data(self, data: Mapping[str, Any], files: object, name: str) -> bool:  # noqa: ARG002  (Django's)
        """Test whether none of the boxes came."""
        return name not in data and f"{name}_0" not in data

    def spread(self, value: object) -> list[str]:
        """Return what stands in each box."""
        if isinstance(value, list):
            return [*map(str, value), *[""] * len(self.boxes)][: len(self.boxes)]
        return self.parts(value) if value else [""] * len(self.boxes)

    def parts(self, value: Any) -> list[str]:
        """Return the parts of a value that is there; each kind of boxes says its own."""
        return [str(value)]


class DateBoxes(Boxes):
    """Day, month and year."""

    boxes = (("Day", 2), ("Month", 2), ("Year", 4))

    def parts(self, value: Any) -> list[str]:
        """Return day, month and year, from a date or from "2026-09-30"."""
        if isinstance(value, str):
            return [part.lstrip("0") for part in reversed(value.split("-"))]
        return [str(value.day), str(value.month), str(value.year)]


class MonthBoxes(Boxes):
    """Month and year."""

    boxes = (("Month", 2), ("Year", 4))

    def parts(self, value: Any) -> list[str]:
        """Return month and year, from a Month or from "2026-09"."""
        return [part.lstrip("0") for part in reversed(str(value).split("-"))]


def printable(text: str) -> str:
    """Return the text with a space for each sign that cannot be printed."""
    return UNPRINTABLE.sub(" ", text)


class PlainText(forms.CharField):
    """Text as people type it; signs that nothing can print or that turn its order are spaces.

    A title of nothing else would be blank in every report, and none could be made of it.
    """

    def to_python(self, value: Any) -> Any:
        """Return the text with spaces in their place; line breaks stay."""
        text = printable(super().to_python(value) or "")
        return text.strip() if self.strip else text


class WrittenNumber(forms.DecimalField):
    """A number as people write it: "£1,200.50", "92.5%", "1 200"."""

    def to_python(self, value: Any) -> Any:
        """Return the number without the signs that people write around it."""
        if isinstance(value, str):
            value = value.translate(str.maketrans("", "", "£%, \u00a0")).strip()
        return super().to_python(value)


class DateField(forms.Field):
    """A day, in three boxes or as "2026-09-30"."""

    widget = DateBoxes
    default_error_messages: ClassVar = {
        "required": "Enter the date",
        "odd": "Date must be a real date, such as 30 9 2026",
    }

    def to_python(self, value: Any) -> date | None:
        """Return the day; None where every box is empty."""
        if isinstance(value, date) and not isinstance(value, datetime):
            return value
        try:
            texts = str(value).split("-")[::-1] if isinstance(value, str) else list(value or ())
            if not any(texts):
                return None
            day, month, year = (int(text) for text in texts)
            return date(year if year in YEARS else -1, month, day)
        except (OverflowError, ValueError) as odd:
            raise forms.ValidationError(self.error_messages["odd"], code="odd") from odd


class MonthField(forms.Field):
    """A calendar month, in two boxes or as "2026-09"."""

    widget = MonthBoxes
    default_error_messages: ClassVar = {
        "required": "Enter the month",
        "odd": "Month must be a real month, such as 9 2026",
    }

    def to_python(self, value: Any) -> Month | None:
        """Return the month; None where every box is empty."""
        if isinstance(value, Month):
            return value
        try:
            if isinstance(value, str):
                return _within_years(Month.parse(value)) if value else None
            if not any(value or ()):
                return None
            number, year = (int(text) for text in value)
            return _within_years(Month(year, number))
        except ValueError as odd:
            raise forms.ValidationError(self.error_messages["odd"], code="odd") from odd


def _within_years(month: Month) -> Month:
    if month.year not in YEARS:
        raise ValueError(month)
    return month


class ListedChoice(forms.ChoiceField):
    """One of the choices listed; a program that sends another is told so in our words."""

    default_error_messages: ClassVar = {"invalid_choice": "Select one of those listed"}


class ListedChoices(forms.MultipleChoiceField):
    """Any of the choices listed."""

    default_error_messages: ClassVar = {"invalid_choice": "Select only those listed"}


def offer(form: forms.Form, name: str, choices: Iterable[tuple[str, str]]) -> None:
    """Set what may be chosen in one field of a form, known only when the form is shown."""
    field = form.fields[name]
    if not isinstance(field, forms.ChoiceField):
        raise TypeError(f"{name} offers no choices")
    field.choices = list(choices)


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


def pounds(label: str, *, hint: str = "", required: bool = False) -> WrittenNumber:
    """Return a field for a sum in pounds and pence."""
    return WrittenNumber(
        label=label,
        help_text=hint,
        required=required,
        min_value=Decimal(0),
        max_digits=15,
        decimal_places=2,
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-10"}),
        error_messages={
            "required": "Enter the sum, 0 where it costs nothing",
            "invalid": "The sum must be in pounds and pence, such as 1200.50",
            "min_value": "The sum must be 0 or more",
            "max_digits": "The sum must be in pounds and pence, such as 1200.50",
            "max_decimal_places": "The sum must be in pounds and pence, such as 1200.50",
            "max_whole_digits": "The sum must be in pounds and pence, such as 1200.50",
        },
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


class ChoicesWithHints(forms.RadioSelect):
    """Radios with a line of explanation below each choice that has one."""

    def __init__(self, hints: Mapping[str, str], **options: Any) -> None:
        super().__init__(**options)
        self.hints = hints


class KeptText(forms.Textarea):
    """A box for commentary that keeps itself: `keep_at` is the address it is sent to."""

    def __init__(self, *, keep_at: str = "", rows: int = 6, **options: Any) -> None:
        super().__init__(**options)
        self.attrs["rows"] = str(rows)
        if keep_at:
            self.attrs["data-autosave"] = keep_at
