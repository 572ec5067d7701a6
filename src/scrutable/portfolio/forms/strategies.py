"""Forms by which strategies, their objectives and what became of them are recorded."""

from collections.abc import Sequence
from typing import Any

from django import forms

from scrutable.govuk.forms import DateField, ListedChoice, choice, offer, sentences, words
from scrutable.portfolio.facts import Objective, ObjectiveReview, ObjectiveVerdict, Strategy, Theme
from scrutable.portfolio.presenters.strategies.looking_back import carried_words
from scrutable.portfolio.presenters.strategies.words import VERDICT_WORDS, objective_name
from scrutable.portfolio.presenters.words import THEME_WORDS
from scrutable.records.forms import RecordForm, code_field
from scrutable.registers.forms.lines import Lines

LONG_LINE = 300
LOOKED_AT = ("verdict", "planned", "delivered", "delivered_on", "evidence", "reasons", "carries_to")
SAID_WITH_A_VERDICT = ("delivered", "evidence", "reasons")


class StrategyForm(RecordForm):
    """A strategy, as it is from now on."""

    code = code_field("Such as IT-2026")
    title = words("Title", name="the title")
    starts_on = DateField(label="From", error_messages={"required": "Enter the first day"})
    ends_on = DateField(label="To", error_messages={"required": "Enter the last day"})
    purpose = sentences("Purpose", name="the purpose")
    owner = words("Owner", name="the owner", hint="Who answers for it")
    principles = Lines(
        label="Principles", required=False, help_text="One a line", longest=LONG_LINE
    )
    sub_strategies = Lines(
        label="Sub-strategies",
        required=False,
        help_text="One a line, such as “Technical: what the services run on”",
        longest=LONG_LINE,
    )
    approved_by = words("Approved by", name="who approved it", required=False, hint="The body")
    approved_on = DateField(label="Approved on", required=False)
    decision = words(
        "Approving decision",
        name="the decision",
        required=False,
        hint="Its reference, such as decision/I017909",
    )
    review_on = DateField(label="To be looked at again by", required=False)
    follows = ListedChoice(label="Follows", widget=forms.Select, required=False)

    def __init__(self, *args: Any, strategies: Sequence[Strategy], **options: Any) -> None:
        super().__init__(*args, **options)
        others = [one for one in strategies if one != self.known]
        listed = [(one.code, f"{one.code} {one.title}") for one in others]
        offer(self, "follows", [("", "No strategy before it"), *listed])

    @property
    def groups(self) -> list[tuple[str, str, tuple[str, ...]]]:
        """Return the form's parts."""
        head = ("title", "starts_on", "ends_on", "purpose", "owner")
        return [
            ("", "", ("based_on", *head) if self.known else ("based_on", "code", *head)),
            ("What guides it", "", ("principles", "sub_strategies")),
            ("Approval", "", ("approved_by", "approved_on", "decision")),
            ("Before and after", "", ("follows", "review_on")),
        ]

    def record(self) -> Strategy:
        """Return the strategy."""
        said = self.said(*(name for name in self.base_fields if name != "based_on"))
        lines = {name: tuple(said[name] or ()) for name in ("principles", "sub_strategies")}
        return Strategy(**(said | lines))


class ObjectiveForm(RecordForm):
    """An objective, as it is from now on."""

    text = sentences("What is to be achieved", name="what is to be achieved")
    theme = choice("Theme", THEME_WORDS, name="the theme")
    corporate_outcome = words(
        "Outcome of the council’s own plan that it serves", name="the corporate outcome"
    )
    measure = sentences("How anybody will know", name="the measure", required=False)
    due_on = DateField(label="Due by", required=False)
    owner = words("Owner", name="the owner", hint="Who answers for it")

    def record(self, strategy: str) -> Objective:
        """Return the objective; a new one is given the next number."""
        said = self.said("text", "corporate_outcome", "measure", "due_on", "owner")
        theme = Theme(self.cleaned_data["theme"])
        return Objective(strategy=strategy, number=self.number, theme=theme, **said)


def look_fields(objective: Objective, others: Sequence[Objective]) -> dict[str, forms.Field]:
    """Return the fields of a look at one objective, by name."""
    carries = ListedChoice(label="Carries over to", widget=forms.Select, required=False)
    listed = [(one.reference, carried_words(one)) for one in others if one != objective]
    carries.choices = [("", "Nothing carries over"), *listed]
    return {
        "verdict": choice("Verdict", VERDICT_WORDS, name="the verdict"),
        "planned": sentences("What was planned", name="what was planned"),
        "delivered": sentences(
            "What was delivered", name="what was delivered", hint="“Nothing” is an answer"
        ),
        "delivered_on": DateField(label="Delivered on", required=False),
        "evidence": Lines(
            label="Evidence",
            required=False,
            help_text="One a line: a reference such as project/277, or words",
            longest=LONG_LINE,
        ),
        "reasons": sentences("Why this verdict", name="the reasons"),
        "carries_to": carries,
    }


def said_before(review: ObjectiveReview) -> dict[str, Any]:
    """Return what an earlier look said, to be said again or changed."""
    return {f"{review.objective}.{name}": getattr(review, name) for name in LOOKED_AT}


class LookForm(forms.Form):
    """What a look back finds of some objectives; those without a verdict are left out.

    The fields of each objective are named by its number: 3.evidence.
    """

    on = DateField(label="Looked back on", error_messages={"required": "Enter the day"})
    reviewer = words("Who looked back", name="who looked back")

    def __init__(
        self,
        *args: Any,
        objectives: Sequence[Objective],
        others: Sequence[Objective],
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.objectives = objectives
        for one in objectives:
            for name, field in look_fields(one, others).items():
                field.required = field.required and len(objectives) == 1
                self.fields[f"{one.number}.{name}"] = field
        for one in objectives:
            self.initial.setdefault(f"{one.number}.planned", one.text)

    @property
    def groups(self) -> list[tuple[str, str, tuple[str, ...]]]:
        """Return a part for each objective."""
        parts = [
            (objective_name(one), _about(one), tuple(f"{one.number}.{name}" for name in LOOKED_AT))
            for one in self.objectives
        ]
        return [("", "", ("on", "reviewer")), *parts]

    def clean(self) -> dict[str, Any]:
        """Ask for a verdict wherever anything was said, and for one at least."""
        given = super().clean() or self.cleaned_data
        looked = [one for one in self.objectives if given.get(f"{one.number}.verdict")]
        for one in self.objectives:
            said = [given.get(f"{one.number}.{name}") for name in SAID_WITH_A_VERDICT]
            if one not in looked and any(said) and not self.errors.get(f"{one.number}.verdict"):
                self.add_error(f"{one.number}.verdict", "Select the verdict")
        if not looked and not self.errors:
            self.add_error(None, "Give the verdict on one objective at least")
        return given

    def reviews(self) -> list[ObjectiveReview]:
        """Return what was found of each objective that has a verdict."""
        return [
            self._review(one)
            for one in self.objectives
            if self.cleaned_data.get(f"{one.number}.verdict")
        ]

    def _review(self, one: Objective) -> ObjectiveReview:
        given: dict[str, Any] = {
            name: self.cleaned_data.get(f"{one.number}.{name}") for name in LOOKED_AT
        }
        return ObjectiveReview(
            strategy=one.strategy,
            objective=one.number,
            on=self.cleaned_data["on"],
            planned=given["planned"] or "",
            delivered=given["delivered"] or "",
            delivered_on=given["delivered_on"],
            evidence=tuple(given["evidence"] or ()),
            verdict=ObjectiveVerdict(given["verdict"]),
            reasons=given["reasons"] or "",
            carries_to=given["carries_to"] or "",
            reviewer=self.cleaned_data["reviewer"],
        )


def _about(one: Objective) -> str:
    return f"Known by: {one.measure}" if one.measure else ""
