"""The forms that correct, strike and add limbs of minutes."""

from collections.abc import Mapping
from dataclasses import replace
from operator import itemgetter
from typing import Any

from django import forms

from scrutable.govuk.forms import (
    DateField,
    ListedChoice,
    PlainText,
    choice,
    pounds,
    sentences,
    words,
)
from scrutable.meetings import facts
from scrutable.meetings.presenters.minutes import KIND_WORDS, WORDING_WORDS
from scrutable.meetings.rules.quoting import places_of
from scrutable.registers.forms.lines import Lines

KINDS = sorted([(kind.value, text) for kind, text in KIND_WORDS.items()], key=itemgetter(1))


class OutcomeForm(forms.Form):
    """What one limb says: shared by the forms that add and that correct."""

    quoted = PlainText(
        label="Words of the text",
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="As they stand in the minutes; spaces and line ends do not matter",
        error_messages={"required": "Quote the words of the text"},
    )
    kind = ListedChoice(
        label="Kind",
        choices=KINDS,
        widget=forms.Select,
        error_messages={"required": "Select the kind"},
    )
    owner = words(
        "Owner", name="the owner", required=False, hint="A post, a department or a body outside"
    )
    consultees = Lines(
        label="In consultation with", required=False, help_text="One a line, such as Leader"
    )
    due = words(
        "Due, in the words of the text",
        name="the words",
        required=False,
        hint="Such as quarter 3 2022/23, or next meeting",
    )
    due_from = DateField(label="Due from", required=False, help_text="Leave empty for a single day")
    due_to = DateField(
        label="Due by", required=False, help_text="Leave empty where only a meeting will tell"
    )
    amount = pounds("Amount, in pounds")
    condition = sentences("Condition", name="the condition", required=False)
    wording = choice("Wording", WORDING_WORDS, name="how the words are given")
    is_tracked = forms.BooleanField(
        label="Track it: confirming the minutes makes a commitment of it", required=False
    )
    reason = sentences("Reason", name="the reason", hint="Kept with the limb")

    def __init__(self, *args: Any, minutes: facts.Minutes, **options: Any) -> None:
        super().__init__(*args, **options)
        self.minutes = minutes
        self.before: facts.Outcome | None = None

    @property
    def groups(self) -> list[tuple[str, str, tuple[str, ...]]]:
        """Return the form's parts."""
        return [
            ("", "", ("quoted", "kind", "wording")),
            ("Who, when and how much", "", ("owner", "consultees", "due", "due_from", "due_to")),
            ("", "", ("amount", "condition")),
            ("What becomes of it", "", ("is_tracked", "reason")),
        ]

    def clean(self) -> dict[str, Any]:
        """Find the quoted words in the text, and hold the days to one another."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if given.get("quoted"):
            self._find(given)
        first, last = given.get("due_from"), given.get("due_to")
        if first and (last is None or last < first):
            self.add_error("due_to", "Due by must be on or after due from")
        if (first or last) and not given.get("due"):
            self.add_error("due", "Enter the words of the text that set the day")
        return given

    def _find(self, given: dict[str, Any]) -> None:
        before = self.before
        if before and " ".join(given["quoted"].split()) == before.text:
            given["span"] = before.span
            return
        places = places_of(self.minutes.text, given["quoted"])
        if not places:
            self.add_error("quoted", "These words are not in the text. Copy them from it")
        elif len(places) > 1:
            said = f"These words stand in the text {len(places)} times. Quote more of them"
            self.add_error("quoted", said)
        else:
            given["span"] = places[0]

    def outcome(self) -> facts.Outcome:
        """Return the outcome as the officer says it is."""
        given: Mapping[str, Any] = self.cleaned_data
        base = self.before or facts.Outcome(kind=facts.OutcomeKind.AGREE, text="", span=(0, 0))
        due = None
        if given["due"]:
            last = given["due_to"]
            due = facts.Due(words=given["due"], first=given["due_from"] or last, last=last)
        return replace(
            base,
            kind=facts.OutcomeKind(given["kind"]),
            text=" ".join(given["quoted"].split()),
            span=given["span"],
            owner=given["owner"],
            consultees=given["consultees"],
            due=due,
            amount_pounds=given["amount"],
            condition=given["condition"],
            wording=facts.Wording(given["wording"]),
            certainty=facts.Certainty.CERTAIN,
        )


class AddForm(OutcomeForm):
    """A limb that the reader missed."""

    def limb(self) -> facts.Limb:
        """Return the limb, not yet numbered."""
        given: Mapping[str, Any] = self.cleaned_data
        return facts.Limb(
            minutes=self.minutes.code,
            number=0,
            outcome=self.outcome(),
            state=facts.LimbState.ADDED,
            reason=given["reason"],
            is_tracked=given["is_tracked"],
        )


class SettleForm(OutcomeForm):
    """A limb that was read, corrected."""

    def __init__(self, *args: Any, limb: facts.Limb, **options: Any) -> None:
        super().__init__(*args, **options)
        self.settled = limb
        self.before = limb.outcome

    def limb(self) -> facts.Limb:
        """Return the limb as corrected."""
        given: Mapping[str, Any] = self.cleaned_data
        return replace(
            self.settled,
            outcome=self.outcome(),
            state=facts.LimbState.CORRECTED,
            reason=given["reason"],
            is_tracked=given["is_tracked"],
        )


class StrikeForm(forms.Form):
    """Why there is no outcome where the reader saw one."""

    reason = sentences(
        "Why it is struck",
        name="the reason",
        hint="Such as: it was the officer’s proposal, and was not decided",
    )


def begun_with(limb: facts.Limb) -> dict[str, object]:
    """Return what the form that corrects a limb begins with."""
    outcome, due = limb.outcome, limb.outcome.due
    return {
        "quoted": outcome.text,
        "kind": outcome.kind.value,
        "owner": outcome.owner,
        "consultees": outcome.consultees,
        "due": due.words if due else "",
        "due_from": due.first if due else None,
        "due_to": due.last if due else None,
        "amount": outcome.amount_pounds,
        "condition": outcome.condition,
        "wording": outcome.wording.value,
        "is_tracked": limb.is_tracked,
    }
