"""Forms that grant, renew and withdraw a mitigation."""

from collections.abc import Sequence
from typing import Any

from django import forms

from scrutable.contracts.facts import KpiDefinition, Mitigation
from scrutable.contracts.forms.fields import kpi_choices, refuse_crossed, sentences, words
from scrutable.govuk.forms import DateField, ListedChoice, MonthField, offer
from scrutable.kernel.periods import Span


class GrantForm(forms.Form):
    """A mitigation that the council agrees to."""

    code = ListedChoice(label="KPI", error_messages={"required": "Select the KPI"})
    first = MonthField(label="From month", help_text="For example, 4 2026")
    last = MonthField(label="To month, that month included")
    reason = sentences("Reason", name="the reason", hint="Reports print it beside the misses")
    asked_by = words("Asked for by", name="who asked for it")
    granted_by = words("Granted by", name="who granted it", hint="A person or a board")
    granted_on = DateField(label="Granted on")
    long_term_fix = sentences("Long-term fix", name="the long-term fix", required=False)
    fix_due = DateField(label="Fix due", required=False)

    def __init__(self, *args: Any, kpis: Sequence[KpiDefinition], **options: Any) -> None:
        super().__init__(*args, **options)
        offer(self, "code", kpi_choices(kpis))

    def clean(self) -> dict[str, Any]:
        """Refuse a last month before the first."""
        given: dict[str, Any] = super().clean() or {}
        refuse_crossed(self, given)
        return given

    def mitigation(self, contract: str) -> Mitigation:
        """Return the mitigation, not yet numbered."""
        given = self.cleaned_data
        return Mitigation(
            contract=contract,
            code=given["code"],
            number=0,
            span=Span(given["first"], given["last"]),
            reason=given["reason"],
            asked_by=given["asked_by"],
            granted_by=given["granted_by"],
            granted_on=given["granted_on"],
            long_term_fix=given["long_term_fix"],
            fix_due=given["fix_due"],
        )


class RenewForm(forms.Form):
    """A later end, and a later day for the fix where that has slipped."""

    last = MonthField(label="New last month, that month included")
    fix_due = DateField(
        label="New day for the long-term fix",
        required=False,
        help_text="Leave empty where the day agreed before still holds",
    )


class WithdrawForm(forms.Form):
    """The end of a mitigation before its time."""

    on = DateField(
        label="Withdrawn on", help_text="It no longer holds from the month of this day on"
    )
    why = sentences("Why it is withdrawn", name="why it is withdrawn")
