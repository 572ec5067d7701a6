"""The form of a service matter."""

from collections.abc import Sequence
from typing import Any

from django import forms

from scrutable.contracts.facts import KpiDefinition, Matter, MatterState
from scrutable.contracts.forms.fields import choice, kpi_choices, sentences, words
from scrutable.contracts.presenters.words import MATTER_WORDS
from scrutable.govuk.forms import DateField, ListedChoices, offer


class MatterForm(forms.Form):
    """A service matter: what, whose, by when, where it stands, which KPIs it touches."""

    title = words("What the matter is", name="what the matter is")
    owner = words("Owner", name="the owner", hint="A person or a post")
    state = choice("Where it stands", MATTER_WORDS, name="where it stands")
    raised_on = DateField(label="Raised on")
    due = DateField(label="Due", required=False)
    codes = ListedChoices(
        label="KPIs it touches", required=False, widget=forms.CheckboxSelectMultiple
    )
    note = sentences("What is being done", name="what is being done", required=False)

    def __init__(self, *args: Any, kpis: Sequence[KpiDefinition], **options: Any) -> None:
        super().__init__(*args, **options)
        offer(self, "codes", kpi_choices(kpis))
        if not kpis:
            del self.fields["codes"]

    def matter(self, contract: str, number: int) -> Matter:
        """Return the matter; number 0 is a new one."""
        given = self.cleaned_data
        return Matter(
            contract=contract,
            number=number,
            title=given["title"],
            owner=given["owner"],
            state=MatterState(given["state"]),
            raised_on=given["raised_on"],
            due=given["due"],
            codes=tuple(given.get("codes", ())),
            note=given["note"],
        )
