"""The form by which an initiative is recorded."""

from decimal import Decimal
from typing import Any

from django import forms

from scrutable.govuk.forms import (
    DateField,
    ListedChoice,
    WrittenNumber,
    choice,
    offer,
    pounds,
    sentences,
    words,
)
from scrutable.housekeeping.facts import Counts, Initiative, PartOfEstate
from scrutable.housekeeping.presenters.initiatives import COUNTS_WORDS
from scrutable.housekeeping.presenters.words import PART_WORDS, fault_words, line_words
from scrutable.housekeeping.rules.initiatives import FAULTS, LINES, PENCE
from scrutable.records.forms import RecordForm, code_field

SAID = ("code", "title", "owner", "baseline_on", "due", "saving_pounds", "each_pounds",
        "priced_by", "decision", "stopped_on", "stopped_why")  # fmt: skip
ODD = ("invalid", "max_digits", "max_decimal_places", "max_whole_digits")


def value(label: str, *, name: str) -> WrittenNumber:
    """Return a field for a value of the measure: a count, or pounds where a cost is measured."""
    return WrittenNumber(
        label=label,
        help_text="A count, or pounds where a cost is measured",
        min_value=Decimal(0),
        max_digits=15,
        decimal_places=2,
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-10"}),
        error_messages={
            "required": f"Enter {name}",
            "min_value": "Enter nought or more",
            **dict.fromkeys(ODD, "Enter it as a number, such as 412"),
        },
    )


def measures(part: PartOfEstate) -> list[tuple[str, str]]:
    """Return every line and fault of a part, each with its words."""
    lines = [(f"line:{name}", line_words(part, name)) for name in sorted(LINES[part])]
    faults = [
        (f"fault:{name}", f"Wrong: {fault_words(part, name)}") for name in sorted(FAULTS[part])
    ]
    return lines + faults


class InitiativeForm(RecordForm):
    """An initiative, as it is from now on."""

    code = code_field("Such as ACC-1; reports call it so")
    title = words("Name", name="the name", hint="Such as Fewer accounts of people who left")
    part = choice("Part of the estate", PART_WORDS, name="the part of the estate")
    counts = choice("Measured by", COUNTS_WORDS, name="what it is measured by")
    name = ListedChoice(
        label="Line or fault",
        required=False,
        widget=forms.Select,
        help_text="None where everything of the part counts",
    )
    owner = words("Owner", name="its owner", hint="A post")
    baseline = value("Baseline", name="the baseline")
    baseline_on = DateField(
        label="Day of the baseline",
        help_text="Where a snapshot of that day is kept, it must say the same",
        error_messages={"required": "Enter the day of the baseline"},
    )
    target = value("Target", name="the target")
    due = DateField(label="Due", error_messages={"required": "Enter the day it is due"})
    saving_pounds = pounds("Saving expected a year, in pounds")
    each_pounds = pounds(
        "What one less saves a year, in pounds", hint="Only where a price is written somewhere"
    )
    priced_by = words(
        "Where the price is written", name="where", required=False, hint="Such as contract/M365"
    )
    decision = words(
        "Decision",
        name="the decision",
        required=False,
        hint="Such as decision/2026-12",
    )
    stopped_on = DateField(label="Stopped on", required=False)
    stopped_why = sentences("Why it was stopped", name="why it was stopped", required=False)

    def __init__(self, *args: Any, known: Initiative | None = None, **options: Any) -> None:
        super().__init__(*args, known=known, **options)
        every = {
            (f"{part.value}:{key}", f"{PART_WORDS[part]}: {text}")
            for part in PartOfEstate
            for key, text in measures(part)
        }
        offer(self, "name", [("", "None"), *sorted(every, key=lambda pair: pair[1])])
        if known is not None:
            self.initial.update(_as_entered(known))
        for name in ("stopped_on", "stopped_why") if known is None else ():
            del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """Refuse a line of another part, and a count that is no whole number."""
        given = super().clean() or self.cleaned_data
        part, kind = given.get("part", ""), given.get("counts", "")
        chosen = given.get("name") or ""
        is_line = chosen.startswith(f"{part}:line:")
        is_fault = chosen.startswith(f"{part}:fault:")
        fits = {
            Counts.ALL.value: not chosen,
            Counts.LINE.value: is_line,
            Counts.FAULT.value: is_fault,
            Counts.COST.value: is_line or is_fault,
        }
        if part and kind and not fits[kind]:
            said = "Choose none" if kind == Counts.ALL.value else "Choose one that fits the part"
            self.add_error("name", f"{said}, and what it is measured by")
        for at in ("baseline", "target"):
            number = given.get(at)
            if number is not None and kind != Counts.COST.value and number != int(number):
                self.add_error(at, "Enter it as a whole number")
        return given

    def initiative(self) -> Initiative:
        """Return the initiative."""
        given = self.cleaned_data
        counts = Counts(given["counts"])
        unit = PENCE if counts is Counts.COST else 1
        said = self.said(*SAID) | {"stopped_why": given.get("stopped_why") or ""}
        return Initiative(
            **{name: said[name] for name in SAID},
            part=PartOfEstate(given["part"]),
            counts=counts,
            name=(given["name"] or "").rpartition(":")[2],
            baseline=int(given["baseline"] * unit),
            target=int(given["target"] * unit),
        )


def _as_entered(one: Initiative) -> dict[str, Any]:
    """Return what the form shows of a known initiative where that is not what is kept."""
    unit = Decimal(PENCE) if one.counts is Counts.COST else Decimal(1)
    is_line = one.name in LINES[one.part] and one.counts is not Counts.FAULT
    sort = "line" if is_line else "fault"
    return {
        "part": one.part.value,
        "counts": one.counts.value,
        "name": f"{one.part.value}:{sort}:{one.name}" if one.name else "",
        "baseline": f"{one.baseline / unit:f}",
        "target": f"{one.target / unit:f}",
    }
