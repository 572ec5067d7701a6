from datetime import date

import pytest
from django import forms

from scrutable.govuk.forms import DateBoxes, DateField, KeptText, MonthBoxes, MonthField, PlainText
from scrutable.kernel.periods import Month


class Asked(forms.Form):
    day = DateField()
    month = MonthField(required=False)


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        ({"day_0": "30", "day_1": "9", "day_2": "2026"}, date(2026, 9, 30)),
        ({"day_0": " 1 ", "day_1": "02", "day_2": "2024"}, date(2024, 2, 1)),
        ({"day": "2026-09-30"}, date(2026, 9, 30)),
    ],
)
def test_a_day_in_boxes_or_whole(sent, expected):
    form = Asked(sent)

    assert form.is_valid()
    assert form.cleaned_data["day"] == expected
    assert form.cleaned_data["month"] is None


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        ({}, "Enter the date"),
        ({"day_0": "", "day_1": "", "day_2": ""}, "Enter the date"),
        ({"day_0": "30", "day_1": "2", "day_2": "2026"}, "Date must be a real date, such as 30 9"),
        ({"day_0": "3", "day_1": "2", "day_2": "26"}, "Date must be a real date, such as 30 9"),
        ({"day_0": "3", "day_1": "", "day_2": "2026"}, "Date must be a real date, such as 30 9"),
        ({"day": "9999-12-31"}, "Date must be a real date, such as 30 9"),
        ({"day_0": "1", "day_1": "1", "day_2": "1969"}, "Date must be a real date, such as 30 9"),
        (
            {"day_0": "3000000000", "day_1": "2", "day_2": "2026"},
            "Date must be a real date, such as 30 9",
        ),
        ({"day": f"2026-{10**30}-01"}, "Date must be a real date, such as 30 9"),
        ({"day": "yesterday"}, "Date must be a real date, such as 30 9"),
    ],
)
def test_a_day_that_is_none(sent, expected):
    assert Asked(sent).errors["day"][0].startswith(expected)


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        ({"month_0": "9", "month_1": "2026"}, Month(2026, 9)),
        ({"month": "2026-09"}, Month(2026, 9)),
        ({"month_0": "", "month_1": ""}, None),
    ],
)
def test_a_month(sent, expected):
    form = Asked({"day": "2026-09-30"} | sent)

    assert form.is_valid()
    assert form.cleaned_data["month"] == expected


@pytest.mark.parametrize("sent", [{"month_0": "13", "month_1": "2026"}, {"month": "September"}])
def test_a_month_that_is_none(sent):
    form = Asked({"day": "2026-09-30"} | sent)

    assert form.errors["month"] == ["Month must be a real month, such as 9 2026"]


@pytest.mark.parametrize(
    ("widget", "value", "expected"),
    [
        (DateBoxes(), date(2026, 9, 3), ["3", "9", "2026"]),
        (DateBoxes(), "2026-09-03", ["3", "9", "2026"]),
        (DateBoxes(), ["3", "", "x"], ["3", "", "x"]),
        (DateBoxes(), None, ["", "", ""]),
        (MonthBoxes(), Month(2026, 9), ["9", "2026"]),
    ],
)
def test_what_stands_in_the_boxes(widget, value, expected):
    assert widget.spread(value) == expected


def test_commentary_says_where_it_is_kept():
    assert KeptText(keep_at="/keep").attrs["data-autosave"] == "/keep"
    assert "data-autosave" not in KeptText().attrs


@pytest.mark.parametrize("month", ["1900-01", "2999-12", "9999-12", "1969-12", "2200-01"])
def test_a_month_of_another_age_is_a_slip(month):
    year, number = month.split("-")

    for sent in ({"month": month}, {"month_0": number, "month_1": year}):
        assert Asked({"day": "2026-09-30"} | sent).errors["month"][0].startswith("Month must be")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Calls\x0b abandoned", "Calls  abandoned"),
        ("\u202eneddih\x00", "neddih"),
        ("two\r\nlines", "two\r\nlines"),
        ("\u202e\x1b", ""),
        ("Ålesund 東京 שלום", "Ålesund 東京 שלום"),
    ],
)
def test_what_cannot_be_printed_is_a_space(typed, kept):
    assert PlainText(required=False).clean(typed) == kept


def test_a_title_of_nothing_that_can_be_printed_is_none():
    with pytest.raises(forms.ValidationError):
        PlainText().clean("\u202e\x1b")
