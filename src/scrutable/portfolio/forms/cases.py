"""Forms by which a project's business case, money, dependencies and cost of delay are recorded."""

from django import forms

from scrutable.govuk.forms import DateField, ListedChoices, choice, pounds, sentences, words
from scrutable.portfolio import facts
from scrutable.portfolio.presenters.cases import (
    CASE_PART_WORDS,
    CASE_STAGE_WORDS,
    CASE_TAGS,
    SOURCE_WORDS,
)
from scrutable.portfolio.presenters.depending import DEPENDENCY_TAGS
from scrutable.records.forms import RecordForm

FIRST_YEAR, LAST_YEAR = 2000, 2099


def decision(of: str) -> forms.CharField:
    """Return a field for the reference of a decision."""
    return words(
        f"Decision that approved {of}",
        name="the decision",
        required=False,
        hint="Its reference, such as decision/2026-014, where it is recorded",
    )


class CaseForm(RecordForm):
    """A stage of a project's business case."""

    stage = choice("Stage", CASE_STAGE_WORDS, name="the stage")
    complete = ListedChoices(
        label="Parts that are made",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[(one.value, text) for one, text in CASE_PART_WORDS.items()],
    )
    outcome = choice(
        "Where it stands", {one: tag.word for one, tag in CASE_TAGS.items()}, name="where it stands"
    )
    cost = pounds("Whole-life cost", hint="As the case states it; leave empty where it does not")
    decided_on = DateField(label="Decided on", required=False)
    decided_by = words("Decided by", name="who decided it", required=False, hint="The body")
    decision = decision("it")
    note = sentences(
        "Note", name="the note", required=False, hint="Wanted where parts are missing at approval"
    )

    def record(self, project: str) -> facts.BusinessCase:
        """Return the case."""
        given = self.said("cost", "decided_on", "decided_by", "decision", "note")
        return facts.BusinessCase(
            **given,
            project=project,
            stage=facts.CaseStage(self.said("stage")["stage"]),
            outcome=facts.CaseOutcome(self.cleaned_data["outcome"]),
            complete=tuple(facts.CasePart(one) for one in self.cleaned_data["complete"]),
        )


class FundingForm(RecordForm):
    """A line of a project's funding."""

    source = choice("Source", SOURCE_WORDS, name="the source")
    year = forms.IntegerField(
        label="Financial year",
        help_text="The year in which it begins: 2026 for 2026/27",
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-4"}),
        error_messages={
            "required": "Enter the year",
            "invalid": "Enter the year in four digits",
            "min_value": f"Enter {FIRST_YEAR} or later",
            "max_value": f"Enter {LAST_YEAR} or earlier",
        },
    )
    approved = pounds("Approved", required=True)
    spent = pounds("Spent", hint="Leave empty where nobody has said; enter 0 for nothing")
    spent_by = DateField(label="Spent by", required=False)
    expected = pounds("Expected by the year’s end", hint="Leave empty where nobody has said")
    budget_line = words("Budget line", name="the budget line", required=False)
    decision = decision("the money")

    def record(self, project: str) -> facts.Funding:
        """Return the line."""
        names = ("year", "approved", "spent", "spent_by", "expected", "budget_line", "decision")
        return facts.Funding(
            **self.said(*names),
            project=project,
            source=facts.FundingSource(self.said("source")["source"]),
        )


class DependencyForm(RecordForm):
    """Something that a project waits for."""

    on_whom = words(
        "On whom it waits",
        name="on whom it waits",
        hint="A project such as project/301, a supplier such as supplier/norland, or a name",
    )
    what = sentences("For what", name="what it waits for")
    needed_by = DateField(label="Needed by", error_messages={"required": "Enter the day"})
    expected_on = DateField(label="Expected on", required=False)
    state = choice(
        "Where it stands",
        {one: tag.word for one, tag in DEPENDENCY_TAGS.items()},
        name="where it stands",
    )
    settled_on = DateField(label="Came or dropped on", required=False)
    owner = words("Who looks after it", name="who looks after it")
    note = sentences(
        "Note", name="the note", required=False, hint="Wanted where it was dropped: why"
    )

    def record(self, project: str) -> facts.Dependency:
        """Return the dependency; one that is new has the number 0."""
        names = ("on_whom", "what", "needed_by", "expected_on", "settled_on", "owner", "note")
        return facts.Dependency(
            **self.said(*names),
            project=project,
            number=self.number,
            state=facts.DependencyState(self.cleaned_data["state"]),
        )


class DelayForm(RecordForm):
    """Something that a project's delay has cost."""

    what_for = sentences("For what", name="what it was spent on")
    on = DateField(label="Worked out on", error_messages={"required": "Enter the day"})
    pounds = pounds("Cost", required=True, hint="0 takes an item back: say why in “for what”")
    source = words("Source", name="the source", required=False)

    def record(self, project: str) -> facts.DelayCost:
        """Return the item; one that is new has the number 0."""
        return facts.DelayCost(
            **self.said("what_for", "on", "pounds", "source"),
            project=project,
            number=self.number,
        )
