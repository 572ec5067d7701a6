"""Forms by which process reviews and features that are paid for are recorded."""

from decimal import Decimal

from django import forms

from scrutable.govuk.forms import DateField, WrittenNumber, choice, pounds, sentences, words
from scrutable.portfolio import facts
from scrutable.portfolio.presenters.processes import STATE_TAGS
from scrutable.records.forms import RecordForm, whole

EMPTY = "Leave empty what nobody has counted"


def days(label: str) -> WrittenNumber:
    """Return a field for days and parts of days."""
    return WrittenNumber(
        label=label,
        required=False,
        min_value=Decimal(0),
        max_digits=8,
        decimal_places=2,
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-5"}),
        error_messages={
            "invalid": "Enter the days as a number, such as 4.5",
            "min_value": "Enter 0 or more",
        },
    )


class ReviewForm(RecordForm):
    """A process that is looked at again."""

    process = words("Process", name="the process")
    area = words("Business area", name="the business area")
    why = sentences("Why it is looked at", name="why it is looked at")
    owner = words("Owner", name="the owner")
    state = choice(
        "State", {value: tag.word for value, tag in STATE_TAGS.items()}, name="the state"
    )
    due_on = DateField(label="Due on", error_messages={"required": "Enter by when it is due"})
    done_on = DateField(label="Done on", required=False, help_text="Only for one that is done")
    ways_before = whole("Ways of doing it before", name="the ways before")
    ways_after = whole("Ways of doing it now", name="the ways now")
    steps_before = whole("Steps before", name="the steps before")
    steps_after = whole("Steps now", name="the steps now")
    days_before = days("Days it took before")
    days_after = days("Days it takes now")
    result = sentences("Result", name="the result", required=False)

    groups = (
        ("", "", ("process", "area", "why", "owner", "state", "due_on", "done_on")),
        ("Standardise", EMPTY, ("ways_before", "ways_after")),
        ("Simplify", EMPTY, ("steps_before", "steps_after", "days_before", "days_after")),
        ("What came of it", "", ("result", "based_on")),
    )

    def review(self) -> facts.ProcessReview:
        """Return the review; a new one is not numbered yet."""
        names = [name for name in self.fields if name not in ("state", "based_on")]
        state = facts.ReviewState(self.cleaned_data["state"])
        return facts.ProcessReview(**self.said(*names), number=self.number, state=state)


class FeatureForm(RecordForm):
    """A feature that is paid for, and by how many it is used."""

    product = words("Product", name="the product")
    title = words("Feature", name="the feature")
    of_what = words(
        "Came with",
        name="what it came with",
        hint="The reference of a contract or project, such as contract/CSS, or words",
    )
    entitled = whole("For how many it is paid", name="for how many", required=True, least=1)
    using = whole("How many use it", name="how many use it", hint=EMPTY)
    counted_on = DateField(label="Counted on", required=False)
    yearly_pounds = pounds("Paid a year, in pounds", hint="Leave empty if not known apart")
    paid_since = DateField(label="Paid since", error_messages={"required": "Enter since when"})
    plan = sentences("What is planned", name="what is planned", required=False)
    owner = words("Owner", name="the owner")

    def feature(self) -> facts.Feature:
        """Return the feature; a new one is not numbered yet."""
        names = [name for name in self.fields if name != "based_on"]
        return facts.Feature(**self.said(*names), number=self.number)
