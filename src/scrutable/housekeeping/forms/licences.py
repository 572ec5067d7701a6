"""Forms by which a statement of licences is signed, and a product is told."""

from datetime import date

from django import forms

from scrutable.govuk.forms import DateField, ListedChoices, choice, sentences, words
from scrutable.housekeeping import facts
from scrutable.housekeeping.presenters.licences.words import METRIC_WORDS, VERDICT_WORDS
from scrutable.housekeeping.rules import licences as rules
from scrutable.records.forms import RecordForm, whole
from scrutable.registers.forms.lines import Lines

LONGEST_NAME = 200


class StatementForm(forms.Form):
    """What somebody signs of the position that they looked at."""

    position = forms.IntegerField(
        widget=forms.HiddenInput,
        min_value=1,
        max_value=2**62,
        error_messages={"required": "Look at the position first, then sign"},
    )
    verdict = choice("Statement", VERDICT_WORDS, name="what the statement says")
    not_assessed = sentences(
        "What was not assessed",
        name="what was not assessed",
        hint="What was left out and why; that nothing was, where nothing was",
    )
    signed_by = words("Signed by", name="who signs it", hint="A person by name")
    post = words("Post", name="the post of whoever signs it", hint="Such as Director of Finance")
    signed_on = DateField(label="Signed on", error_messages={"required": "Enter the day"})

    def statement(self, position: facts.Licences) -> facts.LicenceStatement:
        """Return what is signed of the position."""
        given = self.cleaned_data
        signed: tuple[str, str, date] = (given["signed_by"], given["post"], given["signed_on"])
        return rules.statement(
            position,
            verdict=facts.Verdict(given["verdict"]),
            not_assessed=given["not_assessed"],
            signed=signed,
        )


class ProductForm(RecordForm):
    """A product, as it is known from now on."""

    name = words("Name", name="the name", hint="As the vendor calls it")
    other_names = Lines(
        label="Other names",
        required=False,
        longest=LONGEST_NAME,
        help_text="As extracts call it, one a line; case and spaces do not matter",
    )
    metrics = ListedChoices(
        label="Licensed by",
        required=False,
        choices=[(metric.value, said) for metric, said in METRIC_WORDS.items()],
        widget=forms.CheckboxSelectMultiple,
        help_text="With a single one, deployments that name none count by it",
    )
    least_cores = whole(
        "Least cores a device", name="the least cores", hint="The vendor’s minimum; 0 for none"
    )
    why_none = words(
        "Why it needs no licence",
        name="why it needs no licence",
        hint="Such as: free to use. Leave empty if it needs one",
        required=False,
    )

    def product(self) -> facts.SoftwareProduct:
        """Return the product."""
        said = self.said("name", "other_names", "why_none")
        return facts.SoftwareProduct(
            **{**said, "other_names": tuple(said["other_names"] or ())},
            metrics=tuple(facts.Metric(one) for one in self.cleaned_data["metrics"]),
            least_cores=self.cleaned_data["least_cores"] or 0,
        )
