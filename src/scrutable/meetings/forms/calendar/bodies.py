"""Forms of bodies and their work programmes."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from django import forms

from scrutable.govuk.forms import DateField, ListedChoice, choice, offer, sentences, words
from scrutable.meetings import facts
from scrutable.meetings.presenters.calendar.words import KIND_WORDS, PURPOSE_WORDS, when_words
from scrutable.registers.forms.lines import Lines


class BodyForm(forms.Form):
    """A body, a councillor or a post that decides."""

    code = words(
        "Code", name="the code", hint="Short capitals, such as OSMB; it never changes", most=20
    )
    name = words("Name", name="the name", hint="As minutes print it")
    kind = choice("Kind", KIND_WORDS, name="the kind of body")
    chair = words("Chair", name="the chair", required=False)
    members = Lines(label="Members", required=False, help_text="One a line")
    ended_on = DateField(
        label="Ended on", required=False, help_text="Only where it is no more: its last day"
    )

    def __init__(self, *args: Any, is_known: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        if is_known:
            self.fields["code"].widget = forms.HiddenInput()

    def body(self, stands: facts.Body | None = None) -> facts.Body:
        """Return the body, keeping its number in modern.gov."""
        given = self.cleaned_data
        return facts.Body(
            code=stands.code if stands else given["code"],
            name=given["name"],
            kind=facts.BodyKind(given["kind"]),
            chair=given["chair"],
            members=given["members"],
            ended_on=given["ended_on"],
            modern_gov_id=stands.modern_gov_id if stands else None,
        )


def filled_body(body: facts.Body) -> dict[str, Any]:
    """Return what the form holds when a body is to be changed."""
    return asdict(body) | {"kind": body.kind.value}


class EntryForm(forms.Form):
    """A line of a body's work programme."""

    title = words("Title", name="what the body is to look at", most=300)
    purpose = choice("Purpose", PURPOSE_WORDS, name="the purpose")
    owner = words("Brought by", name="who brings it", hint="A post or a department")
    due_meeting = ListedChoice(label="Due at", required=False, widget=forms.Select)
    every_months = forms.IntegerField(
        label="Every so many months",
        required=False,
        min_value=1,
        max_value=60,
        help_text="Such as 6 for the overview. Each time it is taken it is due again",
    )
    asked_in = words(
        "Asked for in",
        name="what asked for it",
        required=False,
        most=100,
        hint="The reference of a resolution or question, if one asked for it",
    )
    dropped_because = sentences(
        "Dropped because",
        name="why it was dropped",
        required=False,
        hint="Only where the body no longer means to look at it",
    )

    def __init__(self, *args: Any, meetings: Sequence[facts.Meeting], **options: Any) -> None:
        super().__init__(*args, **options)
        listed = [(meeting.code, when_words(meeting)) for meeting in meetings]
        offer(self, "due_meeting", [("", "No meeting is fixed"), *listed])

    def entry(self, body: str, stands: facts.ProgrammeEntry | None = None) -> facts.ProgrammeEntry:
        """Return the entry, keeping by what it was taken."""
        given = self.cleaned_data
        return facts.ProgrammeEntry(
            body=body,
            number=stands.number if stands else 0,
            title=given["title"],
            purpose=facts.Purpose(given["purpose"]),
            owner=given["owner"],
            due_meeting=given["due_meeting"],
            every_months=given["every_months"],
            asked_in=given["asked_in"],
            dropped_because=given["dropped_because"],
            taken_in=stands.taken_in if stands else (),
        )


def filled_entry(entry: facts.ProgrammeEntry) -> dict[str, Any]:
    """Return what the form holds when an entry is to be changed."""
    return asdict(entry) | {"purpose": entry.purpose.value}
