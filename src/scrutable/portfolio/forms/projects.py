"""Forms by which projects are recorded and their dates moved."""

import re
from collections.abc import Sequence
from typing import Any

from django import forms

from scrutable.govuk.forms import (
    DateField,
    ListedChoice,
    ListedChoices,
    choice,
    offer,
    sentences,
    words,
)
from scrutable.kernel.references import slug
from scrutable.portfolio import facts
from scrutable.portfolio.presenters.words import (
    STAGE_WORDS,
    THEME_WORDS,
)
from scrutable.registers.facts import Contract, Supplier
from scrutable.registers.forms.lines import Lines

NUMBER = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
FOR = ("objectives", "contracts", "kpis")
SHOWN_MOVES = {
    facts.MoveKind.FORECAST: "A forecast: the day now expected",
    facts.MoveKind.REBASELINE: "A new plan, approved by somebody",
    facts.MoveKind.ACTUAL: "It was reached",
    facts.MoveKind.BASELINE: "The first date of a new milestone",
}


class ProjectForm(forms.Form):
    """A project, as it is from now on."""

    based_on = forms.IntegerField(widget=forms.HiddenInput, required=False)
    number = words("Number", name="the number", hint="Such as 277 or 16-BCM-07", most=40)
    title = words("Title", name="the title")
    theme = choice("Theme", THEME_WORDS, name="the theme")
    objective = sentences("Objective", name="the objective", required=False)
    stage = choice("Stage", STAGE_WORDS, name="the stage")
    sponsor = words("Sponsor", name="the sponsor")
    manager = words("Manager", name="the manager")
    suppliers = ListedChoices(
        label="Suppliers", required=False, widget=forms.CheckboxSelectMultiple
    )
    third_parties = Lines(
        label="Third parties that it waits for", required=False, help_text="One a line"
    )
    objectives = ListedChoices(
        label="Objectives that it serves", required=False, widget=forms.CheckboxSelectMultiple
    )
    contracts = ListedChoices(
        label="Contracts that it is delivered under",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    kpis = Lines(
        label="KPIs that it is to move",
        required=False,
        help_text="One a line, such as kpi/CSS/CSC_KPI_04",
    )
    place = forms.IntegerField(
        label="Place on the priority list",
        required=False,
        min_value=1,
        max_value=999,
        help_text="Leave empty if it is not on the list",
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-4"}),
        error_messages={
            "invalid": "The place must be a whole number",
            "min_value": "The place must be 1 or more",
            "max_value": "The place must be 999 or less",
        },
    )
    place_reason = sentences("Why it has this place", name="why it has this place", required=False)

    def __init__(
        self,
        *args: Any,
        suppliers: Sequence[Supplier],
        objectives: Sequence[facts.Objective] = (),
        contracts: Sequence[Contract] = (),
        number: str = "",
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        offer(self, "suppliers", [(one.reference, one.name) for one in suppliers])
        self._offer_if_any("objectives", [(one.reference, one.text) for one in objectives])
        self._offer_if_any("contracts", [(one.reference, one.title) for one in contracts])
        self.known = number
        if number:
            del self.fields["number"]

    def _offer_if_any(self, name: str, choices: Sequence[tuple[str, str]]) -> None:
        if choices:
            offer(self, name, choices)
        else:
            del self.fields[name]

    @property
    def groups(self) -> list[tuple[str, str, tuple[str, ...]]]:
        """Return the form's parts."""
        head = ("title", "theme", "objective", "stage")
        return [
            ("", "", ("based_on", *(() if self.known else ("number",)), *head)),
            ("Who", "", ("sponsor", "manager", "suppliers", "third_parties")),
            ("What it is for", "", tuple(one for one in FOR if one in self.fields)),
            ("Priority list", "", ("place", "place_reason")),
        ]

    def clean_number(self) -> str:
        """Refuse what no reference could carry."""
        number: str = self.cleaned_data["number"]
        if not NUMBER.fullmatch(number):
            raise forms.ValidationError(
                "The number must be letters and digits, with dots or hyphens between them"
            )
        return number

    def project(self) -> facts.Project:
        """Return the project; one that is known keeps its number."""
        given = self.cleaned_data
        return facts.Project(
            number=self.known or given["number"],
            title=given["title"],
            theme=facts.Theme(given["theme"]),
            objective=given["objective"],
            sponsor=given["sponsor"],
            manager=given["manager"],
            stage=facts.ProjectStage(given["stage"]),
            suppliers=tuple(given["suppliers"]),
            third_parties=tuple(given["third_parties"] or ()),
            objectives=tuple(given.get("objectives") or ()),
            contracts=tuple(given.get("contracts") or ()),
            kpis=tuple(given["kpis"] or ()),
            place=given["place"],
            place_reason=given["place_reason"],
        )


class MoveForm(forms.Form):
    """What is said of a milestone's date."""

    milestone = ListedChoice(
        label="Milestone", widget=forms.Select, error_messages={"required": "Select the milestone"}
    )
    new_title = words(
        "Name of the new milestone",
        name="the name",
        required=False,
        most=40,
        hint="Only for the first date of a milestone that is not listed",
    )
    kind = choice("What is said", SHOWN_MOVES, name="what is said")
    to = DateField(label="Date", error_messages={"required": "Enter the date"})
    on = DateField(label="Said or approved on", error_messages={"required": "Enter the day"})
    approver = words(
        "Approved by",
        name="who approved it",
        required=False,
        hint="For a first date and for a new plan",
    )
    reason = sentences("Reason", name="the reason", required=False)

    def __init__(self, *args: Any, lines: Sequence[facts.DateLine], **options: Any) -> None:
        super().__init__(*args, **options)
        self.titles = {facts.GO_LIVE: "Go-live", **{one.milestone: one.title for one in lines}}
        offer(self, "milestone", [*self.titles.items(), ("new", "Another, named below")])

    def clean(self) -> dict[str, Any]:
        """Ask for the name of a milestone that is new."""
        given = self.cleaned_data
        if given.get("milestone") == "new" and not slug(given.get("new_title") or ""):
            self.add_error("new_title", "Enter the name of the new milestone")
        return given

    def milestone_named(self) -> tuple[str, str]:
        """Return the milestone's name in references and in words."""
        given = self.cleaned_data
        if given["milestone"] == "new":
            return slug(given["new_title"]), given["new_title"]
        return given["milestone"], self.titles[given["milestone"]]

    def move(self) -> facts.Move:
        """Return what is said."""
        given = self.cleaned_data
        return facts.Move(
            kind=facts.MoveKind(given["kind"]),
            on=given["on"],
            to=given["to"],
            approver=given["approver"],
            reason=given["reason"],
        )
