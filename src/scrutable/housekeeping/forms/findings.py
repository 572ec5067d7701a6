"""What somebody says of findings: of one, of those ticked, or of all that a filter shows."""

from django import forms

from scrutable.govuk.forms import DateField, sentences, words


class WordForm(forms.Form):
    """A word on findings; `based_on` is the event as known at which they were chosen."""

    based_on = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class ExplainForm(WordForm):
    """Why findings may stand, and until when."""

    why = sentences(
        "Why they may stand",
        name="why they may stand",
        hint="It is kept for good: name no person, no account and no device",
    )
    until = DateField(
        label="Explained until",
        help_text="The last day on which nobody is asked; after it they need somebody again",
        error_messages={"required": "Enter the day"},
    )


class AssignForm(WordForm):
    """Who looks after findings."""

    owner = words(
        "Owner", name="the owner", hint="A post, such as Head of ICT; no person’s name", most=150
    )


class FixedForm(WordForm):
    """On which day findings were fixed."""

    on = DateField(
        label="Fixed on",
        help_text="An extract of that day or later shows whether they are",
        error_messages={"required": "Enter the day"},
    )
