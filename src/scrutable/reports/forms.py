"""The shape of what people send about reports; nothing here saves."""

from collections.abc import Sequence
from typing import Any

from django import forms

from scrutable.govuk.forms import (
    ChoicesWithHints,
    DateField,
    KeptText,
    MonthField,
    PlainText,
    offer,
)
from scrutable.kernel.periods import Month, Span
from scrutable.kernel.wording import date_words
from scrutable.meetings.facts import Body, Meeting
from scrutable.portfolio.facts import Strategy, Transition
from scrutable.registers.facts import Contract
from scrutable.reports import facts
from scrutable.reports.rules.titles import KIND_TITLES

KIND_HINTS = {
    facts.ReportKind.CONTRACT_PERFORMANCE: "Every KPI, and everything agreed beside them",
    facts.ReportKind.EXCEPTIONS: "Only what needs a member’s eye, and what changed",
}

PORTFOLIO_HINTS = {
    facts.ReportKind.IT_OVERVIEW: "All of IT over six months, for the board",
    facts.ReportKind.PROGRAMME_UPDATE: "Money, projects, people and what they wait for",
    facts.ReportKind.BENEFITS_REVIEW: "What was promised, measured and verified",
    facts.ReportKind.STRATEGY_RETROSPECTIVE: "Every objective of a strategy, and what came of it",
    facts.ReportKind.TRANSITION_OUTCOMES: "Every outcome with the evidence for it and against it",
    facts.ReportKind.ESTATE: "Accounts, devices, licences, agreements and orders",
}
ABOUT_WORDS = {"strategy": "strategy", "transition": "transition", "project": "project"}
NEEDED = {
    facts.ReportKind.STRATEGY_RETROSPECTIVE.value: "strategy",
    facts.ReportKind.TRANSITION_OUTCOMES.value: "transition",
}
OF_ONE_PROJECT = ("project", facts.ReportKind.BENEFITS_REVIEW.value)


class Destined(forms.Form):
    """Whom a report is for: a body, its meeting, and the words that its cover prints."""

    body = forms.ChoiceField(
        label="For", required=False, help_text="It is told what it asked for and what was done"
    )
    put_to = forms.ChoiceField(label="Meeting", required=False)
    meeting = PlainText(
        label="Words for the cover",
        required=False,
        max_length=200,
        help_text="Leave them blank for the body and the day of its meeting",
    )

    def __init__(
        self, *args: Any, bodies: Sequence[Body], meetings: Sequence[Meeting], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        names = {one.code: one.name for one in bodies}
        offer(self, "body", [("", "No body"), *names.items()])
        held = [
            (one.code, f"{names[one.body]}, {date_words(one.on)}")
            for one in meetings
            if one.body in names
        ]
        offer(self, "put_to", [("", "Its next one"), *held])
        self.meeting_bodies = {one.code: one.body for one in meetings}

    def clean_put_to(self) -> str:
        """Return the meeting, which must be one of the body."""
        code: str = self.cleaned_data["put_to"]
        if code and self.meeting_bodies[code] != self.cleaned_data.get("body", ""):
            raise forms.ValidationError("Meeting must be one of the body that the report is for")
        return code


class ReportForm(Destined):
    """Which report on which contract for which months."""

    kind = forms.ChoiceField(
        label="Kind of report",
        choices=[(kind.value, KIND_TITLES[kind]) for kind in KIND_HINTS],
        widget=forms.RadioSelect,
        error_messages={"required": "Select the kind of report"},
    )
    contract = forms.ChoiceField(
        label="Contract", error_messages={"required": "Select the contract"}
    )
    first = MonthField(
        label="First month",
        required=False,
        help_text="Leave it blank to begin with the quarter. For example, 7 2026.",
    )
    last = MonthField(label="Last month", help_text="For example, 9 2026")
    field_order = ("kind", "contract", "first", "last", "body", "put_to", "meeting")

    def __init__(self, *args: Any, contracts: Sequence[Contract], **options: Any) -> None:
        super().__init__(*args, **options)
        offer(self, "contract", ((one.code, f"{one.code} {one.title}") for one in contracts))

    def clean(self) -> dict[str, Any]:
        """Turn the months into a span; the first must not come after the last."""
        said = self.cleaned_data
        last: Month | None = said.get("last")
        if last is None:
            return said
        first = said.get("first") or Span.quarter(last).first
        if first > last:
            self.add_error("first", "First month must not come after the last month")
        else:
            said["span"] = Span(first, last)
        return said


class PortfolioReportForm(Destined):
    """Which report on projects, strategies, transitions or the estate, as at which day."""

    kind = forms.ChoiceField(
        label="Kind of report",
        choices=[(kind.value, KIND_TITLES[kind]) for kind in PORTFOLIO_HINTS],
        widget=ChoicesWithHints({kind.value: said for kind, said in PORTFOLIO_HINTS.items()}),
        error_messages={"required": "Select the kind of report"},
    )
    strategy = forms.ChoiceField(
        label="Strategy", required=False, help_text="For a strategy retrospective alone"
    )
    transition = forms.ChoiceField(
        label="Transition", required=False, help_text="For the outcomes of a transition alone"
    )
    project = PlainText(
        label="Project",
        required=False,
        max_length=20,
        help_text="Its number, for the benefits of one project; leave it blank for those of all",
    )
    as_at = DateField(label="As at", error_messages={"required": "Enter the day"})
    field_order = (
        *("kind", "strategy", "transition", "project", "as_at"),
        *("body", "put_to", "meeting"),
    )

    def __init__(
        self,
        *args: Any,
        strategies: Sequence[Strategy],
        transitions: Sequence[Transition],
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        for name, found in (("strategy", strategies), ("transition", transitions)):
            named = ((one.code, f"{one.code} {one.title}") for one in found)
            offer(self, name, [("", "None"), *named])

    def clean(self) -> dict[str, Any]:
        """Hold what it is to be about against the kind: each has its own, and no other."""
        said = self.cleaned_data
        needed = NEEDED.get(said.get("kind", ""), "")
        for name, words in ABOUT_WORDS.items():
            given = said.get(name, "")
            if name == needed and not given:
                self.add_error(name, f"Select the {words}")
            elif given and name != needed and (name, said.get("kind")) != OF_ONE_PROJECT:
                self.add_error(name, f"Leave the {words} out for this kind of report")
        return said


class CommentaryForm(forms.Form):
    """An officer's text for a section, and the version of it that they saw."""

    text = forms.CharField(label="Commentary", required=False, strip=False)
    based_on = forms.IntegerField(widget=forms.HiddenInput, min_value=0, required=False)

    def __init__(self, *args: Any, keep_at: str = "", hint: str = "", **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["text"].widget = KeptText(keep_at=keep_at, rows=12)
        self.fields["text"].help_text = hint


class CompareForm(forms.Form):
    """Which two editions are held against each other."""

    before = forms.ChoiceField(
        label="Earlier edition", error_messages={"required": "Select the earlier edition"}
    )
    after = forms.ChoiceField(
        label="Later edition", error_messages={"required": "Select the later edition"}
    )

    def __init__(self, *args: Any, editions: Sequence[facts.Edition], **options: Any) -> None:
        super().__init__(*args, **options)
        choices = [(one.name, f"{one.name}: {one.title}") for one in editions]
        for name in ("before", "after"):
            offer(self, name, choices)


class TemplateForm(forms.Form):
    """The council's own Word template."""

    file = forms.FileField(
        label="Word template",
        help_text="A .docx with the council’s styles, header and footer",
        widget=forms.FileInput(attrs={"accept": ".docx"}),
        error_messages={"required": "Select a Word file", "empty": "The file is empty"},
    )
