"""Forms by which benefits are promised, measured, expected, verified, withdrawn and settled."""

from dataclasses import replace
from decimal import Decimal

from django import forms

from scrutable.govuk.forms import (
    DateField,
    WrittenNumber,
    choice,
    pounds,
    sentences,
    words,
)
from scrutable.portfolio import facts
from scrutable.portfolio.presenters.benefits.words import (
    CLAIM_WORDS,
    KIND_WORDS,
    MEASURE_WORDS,
)
from scrutable.records.forms import Days, RecordForm

ODD = ("required", "invalid", "max_digits", "max_decimal_places", "max_whole_digits")
PROFILE = (
    "title",
    "category",
    "description",
    "service",
    "metric",
    "lower_is_better",
    "baseline",
    "baseline_on",
    "target",
    "target_on",
    "begins_on",
    "yearly_pounds",
    "budget_line",
    "data_source",
    "costs",
    "activities",
    "owner",
    "unowned_since",
    "towards",
    "measured_by",
)


def value(label: str, *, hint: str = "", required: bool = False) -> WrittenNumber:
    """Return a field for a value in the benefit's own unit; an empty one is not nought."""
    return WrittenNumber(
        label=label,
        help_text=hint,
        required=required,
        max_digits=15,
        decimal_places=4,
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-10"}),
        error_messages=dict.fromkeys(ODD, "Enter the value as a number, such as 92.5"),
    )


class BenefitForm(RecordForm):
    """A benefit's profile, as it is from now on."""

    project = words("Project", name="the project’s number", hint="Such as 203", most=40)
    title = words("Name", name="the name", hint="Such as Less printing")
    kind = choice("Kind", KIND_WORDS, name="the kind")
    category = words("Category", name="the category", required=False)
    description = sentences("What it is", name="what it is")
    service = words(
        "What brings it about",
        name="what brings it about",
        required=False,
        hint="The part of the service that the project changes",
    )
    metric = words(
        "Measure", name="the measure", hint="What is counted, or asked where nothing can be"
    )
    measure = choice("Unit", MEASURE_WORDS, name="the unit")
    lower_is_better = forms.BooleanField(label="Less of it is better", required=False)
    baseline = value("Baseline", hint="The value before")
    baseline_on = DateField(label="Day of the baseline", required=False)
    target = value("Target", hint="Of a dis-benefit: the most that is accepted")
    target_on = DateField(label="To be reached by", required=False)
    begins_on = DateField(
        label="Expected to come in from",
        required=False,
        help_text="Leave empty where it begins with the baseline",
    )
    measure_on = Days(
        label="Days on which it is measured",
        required=False,
        help_text="One a line, such as 2026-04-01; the day of the target is always one",
    )
    yearly_pounds = pounds("Full-year value, in pounds", hint="Of a cashable one always")
    budget_line = words(
        "Budget line", name="the budget line", required=False, most=60,
        hint="The code of the line that a cashable saving is taken from",
    )  # fmt: skip
    data_source = words("Data source", name="the data source", required=False)
    costs = sentences("Costs", name="the costs", required=False)
    activities = sentences("What has to be done", name="what has to be done", required=False)
    owner = words(
        "Owner",
        name="the owner",
        required=False,
        hint="On the business side, never the project’s manager",
    )
    unowned_since = DateField(
        label="Nobody answers for it since", required=False, help_text="Only where it has no owner"
    )
    towards = words(
        "Towards",
        name="the objective",
        required=False,
        hint="An objective or outcome, such as objective/IMT/2",
    )
    measured_by = words(
        "KPI that measures it", name="the KPI", required=False, hint="Such as kpi/CSS/CSC_KPI_04"
    )

    @property
    def groups(self) -> list[tuple[str, str, tuple[str, ...]]]:
        """Return the form's parts."""
        head = ("title", "kind", "category", "description", "service")
        levels = ("baseline", "baseline_on", "target", "target_on", "begins_on", "measure_on")
        return [
            ("", "", ("based_on", *head) if self.known else ("based_on", "project", *head)),
            ("How it is measured", "", ("metric", "measure", "lower_is_better", *levels)),
            ("Money", "", ("yearly_pounds", "budget_line", "costs")),
            ("Who and how", "", ("owner", "unowned_since", "data_source", "activities")),
            ("What it serves", "", ("towards", "measured_by")),
        ]

    def benefit(self) -> facts.Benefit:
        """Return the benefit; a new one is not numbered yet, a known one stays withdrawn."""
        given = self.cleaned_data
        known = self.known if isinstance(self.known, facts.Benefit) else None
        return facts.Benefit(
            project=known.project if known else given["project"],
            number=known.number if known else 0,
            kind=facts.BenefitKind(given["kind"]),
            measure=facts.Measure(given["measure"]),
            measure_on=given["measure_on"],
            withdrawn_on=known.withdrawn_on if known else None,
            withdrawn_reason=known.withdrawn_reason if known else "",
            **{name: given[name] for name in PROFILE},
        )


class MeasurementForm(RecordForm):
    """What was measured on a day."""

    field_order = ("on", "value", "pounds", "words", "source", "measured_by")

    on = DateField(label="Measured on", error_messages={"required": "Enter the day"})
    value = value("Value", hint="Leave empty where it could not be measured, and say why below")
    pounds = pounds(
        "Taken from the budget, in pounds a year", hint="Of a cashable benefit, by that day"
    )
    source = words("Source", name="the source", required=False, hint="Such as General ledger")
    measured_by = words("Measured by", name="who measured it")
    words = sentences("In words", name="what was found", required=False)

    def measurement(self, of: facts.Benefit) -> facts.Measurement:
        """Return the measurement; whoever verified another one has not verified this."""
        given = self.cleaned_data
        names = ("on", "value", "pounds", "words", "source", "measured_by")
        return facts.Measurement(
            project=of.project, benefit=of.number, **{name: given[name] for name in names}
        )


class VerificationForm(RecordForm):
    """Who looked at what was measured, and found it so."""

    verified_by = words("Verified by", name="who verified it", hint="Not who measured it")
    verified_on = DateField(label="Verified on", error_messages={"required": "Enter the day"})

    def verified(self, of: facts.Measurement) -> facts.Measurement:
        """Return the measurement as it is once it is verified."""
        given = self.cleaned_data
        return replace(of, verified_by=given["verified_by"], verified_on=given["verified_on"])


class ForecastForm(RecordForm):
    """What the benefit is expected to come to."""

    on = DateField(label="Said on", error_messages={"required": "Enter the day"})
    value = value("Expected value", required=True)
    by_when = DateField(label="By", error_messages={"required": "Enter by when"})
    why = sentences("Why", name="why")
    said_by = words("Said by", name="who says so")

    def forecast(self, of: facts.Benefit) -> facts.BenefitForecast:
        """Return the forecast."""
        given = self.cleaned_data
        expected: Decimal = given["value"]
        names = ("on", "by_when", "why", "said_by")
        return facts.BenefitForecast(
            project=of.project,
            benefit=of.number,
            value=expected,
            **{name: given[name] for name in names},
        )


class WithdrawalForm(RecordForm):
    """That a benefit is claimed no more."""

    withdrawn_on = DateField(label="Withdrawn on", error_messages={"required": "Enter the day"})
    withdrawn_reason = sentences("Reason", name="the reason")

    def withdrawn(self, of: facts.Benefit) -> facts.Benefit:
        """Return the benefit as it is once it is withdrawn."""
        given = self.cleaned_data
        return replace(
            of,
            withdrawn_on=given["withdrawn_on"],
            withdrawn_reason=given["withdrawn_reason"],
        )


class SettlementForm(RecordForm):
    """What two benefits that look like one saving are."""

    outcome = choice("What they are", CLAIM_WORDS, name="what they are")
    why = sentences("Why", name="why")
    said_by = words("Who says so", name="who says so", hint="Such as Portfolio Board")
    on = DateField(label="Said on", error_messages={"required": "Enter the day"})

    def settlement(self, first: str, second: str) -> facts.ClaimSettled:
        """Return the settlement of the two."""
        given = self.cleaned_data
        return facts.ClaimSettled(
            first=first,
            second=second,
            outcome=facts.ClaimOutcome(given["outcome"]),
            **{name: given[name] for name in ("on", "why", "said_by")},
        )
