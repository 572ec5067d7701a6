"""Forms that correct a result, or say why it moved."""

from decimal import Decimal
from typing import Any

from django import forms

from scrutable.contracts.facts import Correction, NoValue, Standing
from scrutable.contracts.forms.fields import NumberField, sentences
from scrutable.contracts.presenters.words import NO_VALUE_WORDS
from scrutable.govuk.forms import ListedChoice
from scrutable.kernel.periods import Month


class CorrectionForm(forms.Form):
    """What the result should have been, and why."""

    value = NumberField(
        name="the right value",
        label="The right value",
        required=False,
        help_text="Leave empty where there is no value, and say why below",
    )
    no_value = ListedChoice(
        label="Why there is no value",
        required=False,
        choices=[("", "There is a value"), *((r.value, w) for r, w in NO_VALUE_WORDS.items())],
    )
    why = sentences(
        "Why it is corrected",
        name="why it is corrected",
        hint="Shown beside the figure from now on, and in the next report’s “what changed”",
    )

    def clean(self) -> dict[str, Any]:
        """Refuse both, and refuse neither."""
        given: dict[str, Any] = super().clean() or {}
        has_value, reason = given.get("value") is not None, given.get("no_value")
        if "value" not in self.errors and has_value == bool(reason):
            self.add_error("value", "Enter the right value, or select why there is none")
        return given

    def correction(self, contract: str, code: str, month: Month) -> Correction:
        """Return what is asked for."""
        value: Decimal | None = self.cleaned_data["value"]
        reason = self.cleaned_data["no_value"]
        return Correction(
            contract=contract,
            code=code,
            month=month,
            value=value,
            no_value=NoValue(reason) if reason else None,
            why=self.cleaned_data["why"],
            standing=Standing.RESTATED,
        )


class ReasonForm(forms.Form):
    """Why a KPI got better or worse in a month."""

    reason = sentences(
        "Why it got better or worse",
        name="the reason",
        hint="In plain words: what happened, and what is being done. Reports print it.",
    )
