"""What a councillor says of themselves: radio buttons, one page, nothing that must be answered."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from scrutable.councillors.facts import (
    AccessNeeds,
    Confidence,
    Helped,
    KitFault,
    KitKind,
    KitOpinion,
    Liking,
    ReportForm,
    SkillArea,
    SkillsSaid,
    Trouble,
)
from scrutable.councillors.presenters.words import (
    CONFIDENCE_WORDS,
    FORM_WORDS,
    HELPED_WORDS,
    KIT_WORDS,
    LIKING_WORDS,
    TROUBLE_WORDS,
)
from scrutable.govuk.forms import ListedChoice, ListedChoices, choice, sentences

LEVELS = [(str(level.value), text) for level, text in CONFIDENCE_WORDS.items()]


class LaterChoice(ListedChoice):
    """A question that can be answered later: it is asked like any other, and may stay blank."""

    def validate(self, value: Any) -> None:
        """Take a blank as not answered yet."""
        if value not in self.empty_values:
            super().validate(value)


class SkillsForm(forms.Form):
    """How a councillor sees each skill of their own, and what help they want."""

    def __init__(
        self, *args: Any, areas: Sequence[SkillArea], known: SkillsSaid | None, **options: Any
    ) -> None:
        told = dict(known.confidence) if known else {}
        initial: dict[str, Any] = {
            f"skill_{area.code}": str(told[area.code].value) for area in areas if area.code in told
        }
        initial["wants"] = list(known.wants) if known else []
        initial["may_see"] = known.may_see if known else False
        super().__init__(*args, **{**options, "initial": initial})
        self.areas = areas
        for area in areas:
            self.fields[f"skill_{area.code}"] = LaterChoice(
                label=area.asks, choices=LEVELS, widget=forms.RadioSelect
            )
        if areas:
            self.fields["wants"] = ListedChoices(
                label="Which of these would you like help with?",
                required=False,
                choices=[(area.code, area.title) for area in areas],
                widget=forms.CheckboxSelectMultiple,
                help_text="Who arranges learning sees these by your name, so that they can help",
            )
        self.fields["may_see"] = forms.BooleanField(
            label="Who arranges learning may see by my name what else I need",
            required=False,
            help_text="Otherwise everything but what you ask help with is seen in totals only",
        )

    def said(self, councillor: int, on: date) -> SkillsSaid:
        """Return what was answered so far."""
        given = self.cleaned_data
        return SkillsSaid(
            councillor=councillor,
            on=on,
            confidence=tuple(
                (area.code, Confidence(int(given[f"skill_{area.code}"])))
                for area in self.areas
                if given.get(f"skill_{area.code}")
            ),
            wants=tuple(given.get("wants") or ()),
            may_see=given["may_see"],
        )


class HelpedForm(forms.Form):
    """Whether a session helped, three months later."""

    helped = choice("Did it help you?", HELPED_WORDS, name="whether it helped")

    def said(self) -> Helped:
        """Return what was answered."""
        return Helped(self.cleaned_data["helped"])


class FaultForm(forms.Form):
    """A fault of kit."""

    trouble = choice("What is it about?", TROUBLE_WORDS, name="what it is about")
    words = sentences(
        "What happens?",
        name="what happens",
        hint="Seen by you and by who mends it",
        required=False,
    )

    def fault(self, councillor: int, on: date) -> KitFault:
        """Return the fault, without its number."""
        given = self.cleaned_data
        return KitFault(
            number=0,
            councillor=councillor,
            trouble=Trouble(given["trouble"]),
            raised_on=on,
            words=given["words"],
        )


class OpinionForm(forms.Form):
    """What a councillor says of a kind of kit."""

    kind = choice("What do you work with?", KIT_WORDS, name="what you work with")
    liking = choice("What do you say of it?", LIKING_WORDS, name="what you say of it")

    def said(self, councillor: int, on: date) -> KitOpinion:
        """Return the opinion."""
        given = self.cleaned_data
        return KitOpinion(
            councillor=councillor,
            kind=KitKind(given["kind"]),
            liking=Liking(given["liking"]),
            on=on,
        )


class NeedsForm(forms.Form):
    """What a councillor needs; who needs nothing can say so in one press."""

    report_form = choice("How do you read reports best?", FORM_WORDS, name="how you read reports")
    needs = sentences(
        "What do you need?",
        name="what you need",
        hint="Such as a screen that can be enlarged. You need not say why",
        required=False,
    )
    adjustments = sentences(
        "Which adjustments were agreed?", name="which adjustments", required=False
    )
    at_meetings = sentences(
        "What do you need at meetings?",
        name="what you need at meetings",
        hint="Such as a seat near the door, or papers a week before",
        required=False,
    )

    def __init__(self, *args: Any, known: AccessNeeds | None = None, **options: Any) -> None:
        told = known or AccessNeeds()
        options["initial"] = {
            "report_form": told.report_form.value,
            "needs": told.needs,
            "adjustments": told.adjustments,
            "at_meetings": told.at_meetings,
        }
        super().__init__(*args, **options)

    def said(self) -> AccessNeeds:
        """Return what is needed."""
        given = self.cleaned_data
        return AccessNeeds(
            report_form=ReportForm(given["report_form"]),
            needs=given["needs"],
            adjustments=given["adjustments"],
            at_meetings=given["at_meetings"],
        )
