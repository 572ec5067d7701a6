"""Forms by which savings, and what is found of them, are recorded."""

from django import forms

from scrutable.govuk.forms import DateField, choice, pounds, words
from scrutable.money.facts import Saving, SavingProof, SavingStage
from scrutable.money.forms.money import MoneyForm, YearField, day_field, line_field
from scrutable.money.presenters.words import STAGE_WORDS
from scrutable.records.forms import code_field

STAGES = {stage: STAGE_WORDS[stage] for stage in SavingStage}


class SavingForm(MoneyForm):
    """A saving that is promised for a year."""

    SUMS = ("planned",)
    code = code_field("Such as S-12; reports call it so")
    year = YearField()
    title = words("Name", name="the name")
    line = line_field("Budget line that is to shrink")
    planned = pounds("Planned, in pounds", required=True)
    owner = words("Owner", name="the owner", hint="A username or a post")
    decision = words("Decision", name="the decision", required=False)
    benefit = words(
        "Benefit of a project",
        name="the benefit",
        required=False,
        hint="Its reference, where a project promised it",
    )

    def saving(self) -> Saving:
        """Return the saving."""
        said = self.said("code", "year", "title", "line", "owner", "decision", "benefit")
        return Saving(**said, planned=self.in_pence("planned") or 0)


class ProofForm(MoneyForm):
    """What somebody found of a saving; whoever is signed in found it."""

    stage = choice("How sure it is", STAGES, name="how sure it is")
    pence = pounds("Sum, in pounds", required=True)
    on: DateField = day_field("As at")
    evidence = forms.CharField(
        label="Evidence",
        required=False,
        max_length=400,
        help_text="To verify it, the ledger’s line that it was taken from",
    )

    def proof(self, saving: Saving, by: str) -> SavingProof:
        """Return what was found."""
        given = self.cleaned_data
        return SavingProof(
            saving=saving.code,
            year=saving.year,
            number=0,
            stage=SavingStage(given["stage"]),
            pence=self.in_pence("pence") or 0,
            on=given["on"],
            by=by,
            evidence=given["evidence"],
        )
