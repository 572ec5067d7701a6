"""Forms by which budget lines, virements, approvals, commitments and forecasts are recorded."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.core.validators import MinValueValidator

from scrutable.govuk.forms import DateField, ListedChoice, choice, offer, pounds, sentences, words
from scrutable.money.facts import (
    MONTHS,
    Approval,
    BudgetLine,
    Commitment,
    Decided,
    Forecast,
    Fund,
    Virement,
)
from scrutable.money.intake.cells import year_in
from scrutable.money.presenters.words import FUND_WORDS, pounds_of
from scrutable.money.presenters.words import MONTHS as MONTH_NAMES
from scrutable.money.rules import year_words
from scrutable.records.facts import Record
from scrutable.records.forms import RecordForm, code_field

PENNY = 100


class YearField(forms.CharField):
    """A financial year, written 2026/27 or as the year in whose April it begins."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("label", "Financial year")
        super().__init__(
            help_text="Such as 2026/27",
            widget=forms.TextInput(attrs={"class": "govuk-input--width-5"}),
            error_messages={"required": "Enter the financial year"},
            **options,
        )

    def prepare_value(self, value: Any) -> Any:
        """Return the year as people write it."""
        return year_words(value) if isinstance(value, int) else value

    def clean(self, value: Any) -> int:
        """Return the year in whose April it begins."""
        found = year_in(str(super().clean(value)))
        if found is None:
            raise forms.ValidationError("Enter the financial year such as 2026/27")
        return found


def line_field(label: str = "Budget line") -> forms.CharField:
    """Return a field for the code of a line."""
    return words(label, name="the code of the line", hint="Its code", most=60)


def day_field(label: str) -> DateField:
    """Return a field for a day that must be told."""
    return DateField(label=label, error_messages={"required": "Enter the day"})


class MoneyForm(RecordForm):
    """A form whose sums are shown in pounds and kept in pence."""

    SUMS: Sequence[str] = ()

    def __init__(self, *args: Any, known: Record | None = None, **options: Any) -> None:
        super().__init__(*args, known=known, **options)
        for name in self.SUMS if known is not None else ():
            said = getattr(known, name, None)
            if said is not None:
                self.initial[name] = f"{pounds_of(said):f}"

    def in_pence(self, name: str) -> int | None:
        """Return a sum as pence, None where it is left empty."""
        said: Decimal | None = self.cleaned_data.get(name)
        return None if said is None else int(said * PENNY)


def offer_decisions(form: forms.Form, decided: Sequence[Decided]) -> None:
    """Offer the decisions that were taken, the newest first."""
    found = sorted(decided, key=lambda one: (-one.on.toordinal(), one.reference))
    named = [
        (one.reference, f"{one.reference.removeprefix('decision/')}: {one.matter[:80]}")
        for one in found
    ]
    offer(form, "decision", [("", "Choose a decision"), *named])


class LineForm(MoneyForm):
    """A budget line of a year, as it is from now on."""

    SUMS = ("pence",)
    code = code_field("As the ledger has it, such as CAP-NET")
    year = YearField()
    title = words("Name", name="the name")
    fund = choice("Fund", FUND_WORDS, name="the fund")
    area = words("Business area", name="the business area")
    pence = pounds("Budget of the year, in pounds", required=True)
    owner = words("Owner", name="the owner", required=False, hint="A post")
    decision = words(
        "Decision by which it was set",
        name="the decision",
        required=False,
        hint="Such as decision/I026033, or where it can be read",
    )

    def line(self) -> BudgetLine:
        """Return the line."""
        said = self.said("code", "year", "title", "area", "owner", "decision")
        fund = Fund(self.cleaned_data["fund"])
        return BudgetLine(**said, fund=fund, pence=self.in_pence("pence") or 0)


class VirementForm(MoneyForm):
    """Money moved from one line to another."""

    SUMS = ("pence",)
    year = YearField()
    from_line = line_field("From line")
    to_line = line_field("To line")
    pence = pounds("Sum, in pounds", required=True)
    on = day_field("Approved on")
    approved_by = words("Approved by", name="who approved it", hint="A post")
    reason = sentences("Reason", name="the reason")
    decision = words("Decision", name="the decision", required=False)

    def virement(self) -> Virement:
        """Return the virement."""
        names = ("year", "from_line", "to_line", "on", "approved_by", "reason", "decision")
        said = {name: self.cleaned_data[name] for name in names}
        return Virement(**said, number=self.number, pence=self.in_pence("pence") or 0)


class ApprovalForm(MoneyForm):
    """Money that a decision allows to be spent."""

    SUMS = ("pence", "limit")
    decision = ListedChoice(
        label="Decision",
        widget=forms.Select,
        help_text="Taken and recorded; nothing beyond it can be approved",
        error_messages={"required": "Choose the decision"},
    )
    line = line_field()
    year = YearField()
    pence = pounds("Sum, in pounds", required=True)
    on = day_field("Approved on")
    limit = pounds(
        "What the decision allows in all, in pounds",
        hint="Only where its record carries no sum",
    )
    source = words(
        "Where that is written", name="where", required=False, hint="Such as a paper and its table"
    )
    reason = sentences(
        "Why it comes after the spending",
        name="why",
        required=False,
        hint="Only where money was spent before",
    )

    def approval(self) -> Approval:
        """Return the approval; where it was found stays."""
        names = ("decision", "line", "year", "on", "source", "reason")
        said = {name: self.cleaned_data[name] for name in names}
        found_in = self.known.found_in if isinstance(self.known, Approval) else ""
        return Approval(
            **said,
            number=self.number,
            pence=self.in_pence("pence") or 0,
            limit=self.in_pence("limit"),
            found_in=found_in,
        )


class CommitmentForm(MoneyForm):
    """An order or a contract by which money is promised."""

    SUMS = ("pence",)
    decision = ListedChoice(
        label="Decision",
        widget=forms.Select,
        help_text="Nothing beyond what was approved under it can be promised",
        error_messages={"required": "Choose the decision"},
    )
    line = line_field()
    year = YearField()
    pence = pounds("Sum, in pounds", required=True)
    on = day_field("Ordered on")
    what = words("What was ordered", name="what was ordered")
    supplier = words("Supplier", name="the supplier", required=False)

    def commitment(self) -> Commitment:
        """Return the commitment; one that was found in a register is held to its limits now."""
        names = ("decision", "line", "year", "on", "what", "supplier")
        said = {name: self.cleaned_data[name] for name in names}
        return Commitment(**said, number=self.number, pence=self.in_pence("pence") or 0)


class ForecastForm(MoneyForm):
    """What is expected of a line, month by month."""

    on = day_field("As at")
    by = words("Whose forecast it is", name="whose it is", required=False, hint="A post")
    why = sentences("Why it is so", name="why", required=False)

    def __init__(
        self, *args: Any, line: BudgetLine, said: Forecast | None = None, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.of = line
        for at in range(MONTHS):
            field = pounds(f"{MONTH_NAMES[at]}, in pounds", required=True)
            field.min_value = None
            field.validators = [one for one in field.validators if not _is_least(one)]
            field.initial = f"{pounds_of(said.months[at]):f}" if said else "0"
            self.fields[f"month_{at}"] = field
        if said is not None:
            self.initial.update({"by": said.by, "why": said.why, "based_on": said.version})

    def forecast(self) -> Forecast:
        """Return the forecast."""
        months = tuple(self.in_pence(f"month_{at}") or 0 for at in range(MONTHS))
        said = {name: self.cleaned_data[name] for name in ("on", "by", "why")}
        return Forecast(
            line=self.of.code, year=self.of.year, months=months, pence=sum(months), **said
        )


def _is_least(validator: object) -> bool:
    return isinstance(validator, MinValueValidator)
