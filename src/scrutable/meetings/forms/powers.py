"""Forms by which delegations are made, used and ended, and recommendations go their way."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms

from scrutable.govuk.forms import (
    DateField,
    ListedChoice,
    ListedChoices,
    choice,
    offer,
    pounds,
    sentences,
    words,
)
from scrutable.kernel.wording import date_words
from scrutable.meetings import facts
from scrutable.meetings.presenters.powers.words import ANSWER_WORDS
from scrutable.registers.forms.lines import Lines

OTHER_ACT = "other"  # none of those that the delegation covers


def bodies_field(label: str, said: str) -> ListedChoice:
    """Return a list of bodies to choose from."""
    return ListedChoice(label=label, error_messages={"required": said}, widget=forms.Select)


def body_choices(bodies: Sequence[facts.Body]) -> list[tuple[str, str]]:
    """Return code and name of each body that still sits, to choose from."""
    return [("", "Select a body"), *((one.code, one.name) for one in bodies if not one.ended_on)]


class DelegationForm(forms.Form):
    """A delegation that a body resolved on."""

    body = bodies_field("Body that delegates", "Select the body that delegates")
    to = words("To", name="the post", hint="A post, such as Director of Finance")
    acts = Lines(
        label="What it covers",
        help_text="One act a line. Each use names one of them.",
        error_messages={"required": "Enter at least one act"},
    )
    consultees = Lines(
        label="In consultation with",
        required=False,
        help_text="One a line. Each must be consulted before the delegation is used.",
    )
    limit_pounds = pounds("Limit for all uses together, in pounds")
    each_pounds = pounds("Limit for each use, in pounds")
    from_on = DateField(label="From", help_text="The first day on which it may be used")
    expires_on = DateField(
        label="Expires on", required=False, help_text="The last day on which it may be used"
    )
    made_in = words(
        "Given at",
        name="the meeting",
        required=False,
        most=40,
        hint="The meeting’s code, such as OSMB-2026-09-24",
    )
    source_reference = words(
        "Minute or decision",
        name="the minute",
        required=False,
        most=100,
        hint="Such as limb/OSMB-2026-09-24-1/3 or decision/I017909",
    )

    def __init__(self, *args: Any, bodies: Sequence[facts.Body], **options: Any) -> None:
        super().__init__(*args, **options)
        offer(self, "body", body_choices(bodies))

    @property
    def groups(self) -> list[tuple[str, str, tuple[str, ...]]]:
        """Return the form's parts."""
        return [
            ("", "", ("body", "to", "acts", "consultees")),
            ("Limits", "Leave empty what was not limited.", ("limit_pounds", "each_pounds")),
            ("When", "", ("from_on", "expires_on")),
            ("Where it was given", "", ("made_in", "source_reference")),
        ]

    def delegation(self, number: int = 0, year: int | None = None) -> facts.Delegation:
        """Return the delegation, not yet numbered unless it is one recorded again."""
        given: Mapping[str, Any] = self.cleaned_data
        from_on: date = given["from_on"]
        return facts.Delegation(
            year=year or from_on.year,
            number=number,
            body=given["body"],
            to=given["to"],
            acts=given["acts"],
            consultees=given["consultees"],
            limit_pounds=given["limit_pounds"],
            each_pounds=given["each_pounds"],
            from_on=from_on,
            expires_on=given["expires_on"],
            made_in=given["made_in"],
            source_reference=given["source_reference"],
        )


class UseForm(forms.Form):
    """A use of a delegation, whether or not it turns out to lie within it."""

    act = ListedChoice(
        label="Under which act",
        widget=forms.RadioSelect,
        help_text="What the delegation covers",
        error_messages={"required": "Select the act"},
    )
    what = sentences("What was done", name="what was done")
    on = DateField(label="Day", help_text="The day on which it was decided")
    used_by = words("By", name="the post", hint="The post that decided")
    pounds = pounds("Sum, in pounds", hint="0 where it costs nothing")
    consulted = ListedChoices(
        label="Consulted", required=False, widget=forms.CheckboxSelectMultiple
    )
    consulted_on = DateField(label="Consulted on", required=False)
    decision = words(
        "Decision",
        name="the decision",
        required=False,
        most=20,
        hint="The code of its record, such as I017909",
    )

    def __init__(self, *args: Any, delegation: facts.Delegation, **options: Any) -> None:
        super().__init__(*args, **options)
        self.of = delegation
        acts = [(act, act) for act in delegation.acts]
        offer(self, "act", [*acts, (OTHER_ACT, "None of these")])
        offer(self, "consulted", [(name, name) for name in delegation.consultees])
        if not delegation.consultees:
            del self.fields["consulted"], self.fields["consulted_on"]
        limited = (delegation.limit_pounds, delegation.each_pounds) != (None, None)
        self.fields["pounds"].required = limited

    def use(self) -> facts.DelegationUse:
        """Return the use, not yet numbered or judged."""
        given: Mapping[str, Any] = self.cleaned_data
        return facts.DelegationUse(
            delegation=self.of.code,
            number=0,
            on=given["on"],
            used_by=given["used_by"],
            act=given["what"] if given["act"] == OTHER_ACT else given["act"],
            what=given["what"],
            pounds=given["pounds"],
            consulted=tuple(given.get("consulted") or ()),
            consulted_on=given.get("consulted_on"),
            decision=given["decision"],
        )


class EndForm(forms.Form):
    """The end of a delegation before its time."""

    on = DateField(label="Last day", help_text="It may be used on this day and no longer")
    because = sentences("Why it is ended", name="why it is ended")


class RecommendForm(forms.Form):
    """What a scrutiny committee recommends to the executive."""

    body = bodies_field("Committee", "Select the committee that recommends")
    to = bodies_field("To", "Select the body that is to answer")
    text = sentences("What is recommended", name="what is recommended")
    made_in = words(
        "Recommended at",
        name="the meeting",
        most=40,
        hint="The meeting’s code, such as OSMB-2026-09-24",
    )
    source_reference = words(
        "Minute",
        name="the minute",
        required=False,
        most=100,
        hint="Such as limb/OSMB-2026-09-24-1/3",
    )

    def __init__(self, *args: Any, bodies: Sequence[facts.Body], **options: Any) -> None:
        super().__init__(*args, **options)
        for name in ("body", "to"):
            offer(self, name, body_choices(bodies))

    def recommendation(self) -> facts.Recommendation:
        """Return the recommendation, not yet numbered; its year is that of its meeting."""
        given: Mapping[str, Any] = self.cleaned_data
        return facts.Recommendation(
            year=0,
            number=0,
            body=given["body"],
            to=given["to"],
            text=given["text"],
            made_in=given["made_in"],
            source_reference=given["source_reference"],
        )


class NoticeForm(forms.Form):
    """The notice in writing from which the two months run."""

    received_on = DateField(label="Report received on")
    noticed_on = DateField(
        label="Notice received on", help_text="The two months run from the later of the two"
    )
    published_on = DateField(
        label="Report published on",
        required=False,
        help_text="Where the committee published its report, the answer must be published too",
    )


class AnswerForm(forms.Form):
    """How the executive answers."""

    answer = choice("Answer", ANSWER_WORDS, name="the answer")
    on = DateField(label="Answered on")
    action = sentences(
        "What the executive proposes to do",
        name="the action",
        required=False,
        hint="It becomes a commitment. Leave empty where the recommendation is rejected.",
    )
    reasons = sentences("Reasons", name="the reasons", required=False, hint="For what is rejected")
    owner = words(
        "Who will do it",
        name="the owner",
        required=False,
        hint="A post. Leave empty for the body that answers.",
    )
    due = DateField(label="By when", required=False)

    def due_by(self) -> facts.Due | None:
        """Return by when it is to be done, where that was said."""
        day: date | None = self.cleaned_data["due"]
        return facts.Due(words=f"by {date_words(day)}", last=day) if day else None


class PublishForm(forms.Form):
    """When the answer was published."""

    on = DateField(label="Published on")
