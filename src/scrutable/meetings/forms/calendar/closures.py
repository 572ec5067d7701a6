"""The part of a form that says whether a matter is open, exempt or confidential."""

from typing import Any

from django import forms

from scrutable.govuk.forms import ListedChoices, choice, sentences
from scrutable.meetings.facts import OPEN, Closure, Openness
from scrutable.meetings.presenters.calendar.words import OPEN_WORDS
from scrutable.meetings.presenters.schedule import SCHEDULE_12A

CLOSURE = ("openness", "paragraphs", "public_interest")


class ClosureForm(forms.Form):
    """A form whose matter may be closed to the public; `closure()` is for a valid one."""

    openness = choice(
        "Who may see it", OPEN_WORDS, name="who may see it", hint="The title is always seen"
    )
    paragraphs = ListedChoices(
        label="Paragraphs of Schedule 12A",
        required=False,
        help_text="Only where it is exempt",
        choices=[(str(number), f"{number}: {words}") for number, words in SCHEDULE_12A.items()],
        widget=forms.CheckboxSelectMultiple,
    )
    public_interest = sentences(
        "Why the public interest in exemption outweighs that in disclosure",
        name="why exemption outweighs disclosure",
        hint="Only where it is exempt",
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """Ask for paragraph and reason where it is exempt, and for neither elsewhere."""
        given: dict[str, Any] = super().clean() or {}
        exempt = given.get("openness") == Openness.EXEMPT.value
        if exempt and not given.get("paragraphs"):
            self.add_error("paragraphs", "Select the paragraph under which it is exempt")
        if exempt and not given.get("public_interest"):
            self.add_error("public_interest", "Enter why exemption outweighs disclosure")
        if "openness" in given and not exempt:
            for name in ("paragraphs", "public_interest"):
                if given.get(name):
                    self.add_error(name, "Leave this empty: only exempt matter has it")
        return given

    def closure(self) -> Closure:
        """Return what the form says of who may see it."""
        given = self.cleaned_data
        return Closure(
            openness=Openness(given["openness"]),
            paragraphs=tuple(sorted(map(int, given["paragraphs"]))),
            public_interest=given["public_interest"],
        )


def filled_closure(closure: Closure = OPEN) -> dict[str, object]:
    """Return what the form holds of a closure."""
    return {
        "openness": closure.openness.value,
        "paragraphs": [str(number) for number in closure.paragraphs],
        "public_interest": closure.public_interest,
    }
