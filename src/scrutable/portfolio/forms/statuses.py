"""The form by which a project's status is given."""

from django import forms

from scrutable.govuk.forms import DateField, ListedChoice, choice, sentences, words
from scrutable.portfolio import facts
from scrutable.portfolio.presenters.words import PART_WORDS, RATING_WORDS, SCALE_WORDS


def rating(label: str, *, hint: str = "") -> forms.ChoiceField:
    """Return a list of ratings, of which none may be chosen."""
    every = [("", "Not assessed"), *((one.value, text) for one, text in RATING_WORDS.items())]
    return ListedChoice(
        label=label, help_text=hint, choices=every, widget=forms.Select, required=False
    )


class StatusForm(forms.Form):
    """What somebody found of a project."""

    on = DateField(label="Assessed on", error_messages={"required": "Enter the day"})
    scale = choice("Scale", SCALE_WORDS, name="the scale")
    overall = choice("Overall", RATING_WORDS, name="the overall rating")
    time, cost, scope, benefits = (rating(text) for text in PART_WORDS.values())
    confidence = rating(
        "Delivery confidence", hint="How likely it is to deliver at all; kept apart from the status"
    )
    assessor = words("Assessed by", name="who assessed it")
    reasons = sentences("Reasons", name="the reasons")
    override_reason = sentences(
        "Reason for an overall rating better than the worst part",
        name="the reason",
        required=False,
        hint="It is printed wherever the status is",
    )
    to_green = sentences(
        "What it takes to be green again",
        name="what it takes",
        required=False,
        hint="Wanted where it is not green; until then pages say that nobody has said",
    )
    green_by = DateField(label="Green again by", required=False)

    def status(self, project: str) -> facts.Status:
        """Return the status."""
        given = self.cleaned_data
        return facts.Status(
            project=project,
            on=given["on"],
            scale=facts.Scale(given["scale"]),
            overall=facts.Rating(given["overall"]),
            time=_rating(given["time"]),
            cost=_rating(given["cost"]),
            scope=_rating(given["scope"]),
            benefits=_rating(given["benefits"]),
            confidence=_rating(given["confidence"]),
            assessor=given["assessor"],
            reasons=given["reasons"],
            override_reason=given["override_reason"],
            to_green=given["to_green"],
            green_by=given["green_by"],
        )


def _rating(text: str) -> facts.Rating | None:
    return facts.Rating(text) if text else None
