"""Forms for charges, credit terms, suspensions and reliefs."""

from collections.abc import Sequence
from typing import Any

from django import forms

from scrutable.contracts.facts import CreditTerms, KpiDefinition, Relief, ReliefKind, Severity
from scrutable.contracts.forms.fields import (
    NumberField,
    choice,
    kpi_choices,
    refuse_crossed,
    sentences,
    words,
)
from scrutable.contracts.presenters.words import RELIEF_WORDS, SEVERITY_WORDS
from scrutable.govuk.forms import DateField, ListedChoices, MonthField, offer
from scrutable.kernel.periods import Span

FAILURES = tuple(severity for severity in Severity if severity is not Severity.NONE)


class ChargeForm(forms.Form):
    """What the supplier charged for a month, before credits."""

    month = MonthField(label="Month")
    pounds = NumberField(
        name="the charge", label="Charge in pounds, before credits", min_value=0, decimal_places=2
    )


class TermsForm(forms.Form):
    """How service points become money; the numbers are the contract's."""

    effective_from = MonthField(label="In force from")
    percent_per_point = NumberField(
        name="the percentage",
        label="Percent of the month’s charge for each service point",
        min_value=0,
        max_value=100,
    )
    cap_percent = NumberField(
        name="the cap",
        label="Cap, as a percentage of the month’s charge",
        min_value=0,
        max_value=100,
    )
    repeat_multiplier = forms.IntegerField(
        label="How many times points count when the KPI failed the month before",
        min_value=1,
        max_value=20,
        error_messages={"required": "Enter how many times points count"},
    )
    mitigation_relieves_points = forms.BooleanField(
        label="A miss under an agreed mitigation carries no points", required=False
    )
    relieved_month_counts = forms.BooleanField(
        label="A relieved month still makes the next failure a repeat", required=False
    )
    gap_resets_repeat = forms.BooleanField(
        label="A month without a value makes the next failure a first one", required=False
    )
    clause = words("Clause", name="the clause", required=False)
    approved_by = words("Approved by", name="who approved the terms")
    groups = (
        ("", "", ("effective_from", "percent_per_point", "cap_percent", "repeat_multiplier")),
        (
            "Service points by severity",
            "For KPIs whose own bands say no points.",
            tuple(f"points_{severity.value}" for severity in FAILURES),
        ),
        (
            "What the contract says",
            "",
            (
                "mitigation_relieves_points",
                "relieved_month_counts",
                "gap_resets_repeat",
                "clause",
                "approved_by",
            ),
        ),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for severity in FAILURES:
            self.fields[f"points_{severity.value}"] = forms.IntegerField(
                label=SEVERITY_WORDS[severity],
                min_value=0,
                max_value=1000,
                initial=0,
                error_messages={"required": "Enter the points, 0 for none"},
            )

    def terms(self, contract: str) -> CreditTerms:
        """Return the terms."""
        given = self.cleaned_data
        return CreditTerms(
            contract=contract,
            effective_from=given["effective_from"],
            percent_per_point=given["percent_per_point"],
            cap_percent=given["cap_percent"],
            repeat_multiplier=given["repeat_multiplier"],
            points={severity: given[f"points_{severity.value}"] for severity in FAILURES},
            mitigation_relieves_points=given["mitigation_relieves_points"],
            relieved_month_counts=given["relieved_month_counts"],
            gap_resets_repeat=given["gap_resets_repeat"],
            clause=given["clause"],
            approved_by=given["approved_by"],
        )


class ReliefForm(forms.Form):
    """Months without credits, or KPIs without points."""

    kind = choice("What is granted", RELIEF_WORDS, name="what is granted")
    first = MonthField(label="From month")
    last = MonthField(label="To month, that month included")
    codes = ListedChoices(
        label="KPIs relieved",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Only for relief from points; a suspension holds for every KPI",
    )
    reason = sentences("Reason", name="the reason")
    granted_by = words("Granted by", name="who granted it")
    granted_on = DateField(label="Granted on")

    def __init__(self, *args: Any, kpis: Sequence[KpiDefinition], **options: Any) -> None:
        super().__init__(*args, **options)
        offer(self, "codes", kpi_choices(kpis))

    def clean(self) -> dict[str, Any]:
        """Refuse a last month before the first, and a relief that names no KPI."""
        given: dict[str, Any] = super().clean() or {}
        refuse_crossed(self, given)
        if given.get("kind") == ReliefKind.RELIEF and not given.get("codes"):
            self.add_error("codes", "Select the KPIs that are relieved")
        return given

    def relief(self, contract: str) -> Relief:
        """Return the relief, not yet numbered; a suspension names no KPI."""
        given = self.cleaned_data
        kind = ReliefKind(given["kind"])
        return Relief(
            contract=contract,
            number=0,
            kind=kind,
            span=Span(given["first"], given["last"]),
            codes=tuple(given["codes"]) if kind is ReliefKind.RELIEF else (),
            reason=given["reason"],
            granted_by=given["granted_by"],
            granted_on=given["granted_on"],
        )
