"""Forms of meetings, agenda items and attendance."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from django import forms

from scrutable.govuk.forms import DateField, ListedChoice, choice, offer, sentences, words
from scrutable.meetings import facts
from scrutable.meetings.forms.calendar.closures import CLOSURE, ClosureForm, filled_closure
from scrutable.meetings.presenters.calendar.words import (
    MEETING_WORDS,
    PRESENCE_WORDS,
    PURPOSE_WORDS,
)
from scrutable.meetings.rules.deadlines import meets


class MeetingForm(forms.Form):
    """A meeting: when, where, how far it has come, what was published."""

    body = ListedChoice(
        label="Body", widget=forms.Select, error_messages={"required": "Select the body"}
    )
    on = DateField(label="Day", error_messages={"required": "Enter the day"})
    time = words("Time", name="the time", required=False, hint="Such as 10:00", most=5)
    place = words("Place", name="the place", required=False)
    state = choice("State", MEETING_WORDS, name="the state")
    agenda_published_on = DateField(label="Agenda and reports published on", required=False)
    minutes_published_on = DateField(label="Minutes published on", required=False)
    private_reason = sentences(
        "Why it is to be private",
        name="why it is to be private",
        required=False,
        hint="Only where the executive means to meet in private: SI 2012/2089 regulation 5",
    )
    private_noticed_on = DateField(label="First private notice published on", required=False)
    private_noticed_again_on = DateField(label="Further notice published on", required=False)

    def __init__(self, *args: Any, bodies: Sequence[facts.Body], **options: Any) -> None:
        super().__init__(*args, **options)
        sitting = [(one.code, one.name) for one in bodies if meets(one)]
        offer(self, "body", [("", "Select a body"), *sitting])

    @property
    def groups(self) -> list[tuple[str, str, tuple[str, ...]]]:
        """Return the form's parts."""
        private = ("private_reason", "private_noticed_on", "private_noticed_again_on")
        return [
            ("", "", ("body", "on", "time", "place", "state")),
            ("What was published", "", ("agenda_published_on", "minutes_published_on")),
            ("In private", "Leave empty for a public meeting.", private),
        ]

    def meeting(self, stands: facts.Meeting | None = None) -> facts.Meeting:
        """Return the meeting; one that is known keeps its reference."""
        given = self.cleaned_data
        return facts.Meeting(
            **{name: given[name] for name in self.fields if name != "state"},
            code=stands.code if stands else "",
            state=facts.MeetingState(given["state"]),
            modern_gov_id=stands.modern_gov_id if stands else None,
        )


def filled_meeting(meeting: facts.Meeting) -> dict[str, Any]:
    """Return what the form holds when a meeting is to be changed."""
    return asdict(meeting) | {"state": meeting.state.value}


class ItemForm(ClosureForm):
    """An item of an agenda."""

    printed = words(
        "Number", name="the number", required=False, hint="As printed, such as 5 or 9a", most=20
    )
    title = words("Title", name="the title", most=300)
    purpose = choice("Purpose", PURPOSE_WORDS, name="the purpose")
    officer = words("Officer", name="the officer", required=False, hint="The post that brings it")
    text = sentences("Text", name="the text", required=False, hint="What stands below the title")
    paper = words(
        "Paper",
        name="the paper",
        required=False,
        most=100,
        hint="The reference of what is put to the meeting: edition/CSS-2026-3, decision/I017909",
    )
    added_on = DateField(
        label="Added on",
        required=False,
        help_text="Only where it was added after the agenda was published",
    )
    late_reason = sentences(
        "Why the chair takes it though it came late",
        name="the chair’s reason",
        required=False,
        hint="The special circumstances, as the minutes are to say them: section 100B(4)(b)",
    )
    withdrawn = forms.BooleanField(label="It was withdrawn", required=False)

    @property
    def groups(self) -> list[tuple[str, str, tuple[str, ...]]]:
        """Return the form's parts."""
        return [
            ("", "", ("printed", "title", "purpose", "officer", "text", "paper")),
            ("Who may see it", "", CLOSURE),
            ("Late or withdrawn", "", ("added_on", "late_reason", "withdrawn")),
        ]

    def item(self, meeting: str, stands: facts.AgendaItem | None = None) -> facts.AgendaItem:
        """Return the item, at the end of the agenda where it is new."""
        own = [name for name in self.fields if name not in (*CLOSURE, "purpose")]
        return facts.AgendaItem(
            **{name: self.cleaned_data[name] for name in own},
            meeting=meeting,
            number=stands.number if stands else 0,
            purpose=facts.Purpose(self.cleaned_data["purpose"]),
            closure=self.closure(),
            modern_gov_id=stands.modern_gov_id if stands else None,
        )


def filled_item(item: facts.AgendaItem) -> dict[str, Any]:
    """Return what the form holds when an item is to be changed."""
    return asdict(item) | {"purpose": item.purpose.value} | filled_closure(item.closure)


class AttendanceForm(forms.Form):
    """One person's attendance; the same name again changes it."""

    name = words("Name", name="the name")
    capacity = words("As", name="as what", hint="Chair, Member, Director of Finance", most=100)
    presence = choice("Attendance", PRESENCE_WORDS, name="whether they came")
    interest = sentences("Interest declared", name="the interest", required=False)

    def attendance(self, meeting: str) -> facts.Attendance:
        """Return the attendance."""
        given = self.cleaned_data
        return facts.Attendance(
            meeting=meeting,
            name=given["name"],
            capacity=given["capacity"],
            presence=facts.Presence(given["presence"]),
            interest=given["interest"],
        )


class TakenForm(forms.Form):
    """Which entry of the work programme an item takes."""

    entry = ListedChoice(
        label="Entry", widget=forms.Select, error_messages={"required": "Select the entry"}
    )

    def __init__(self, *args: Any, entries: Sequence[facts.ProgrammeEntry], **options: Any) -> None:
        super().__init__(*args, **options)
        listed = [(str(one.number), one.title) for one in entries if not one.dropped_because]
        offer(self, "entry", [("", "Select an entry"), *listed])
