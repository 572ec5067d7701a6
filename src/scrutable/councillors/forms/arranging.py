"""What who arranges learning, kit and paper records."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from django import forms

from scrutable.councillors.facts import (
    Confidence,
    Councillor,
    Kit,
    KitFault,
    KitKind,
    NamedOfficer,
    PaperTarget,
    Pilot,
    PilotOutcome,
    Place,
    Session,
    SessionKind,
    SkillArea,
)
from scrutable.councillors.presenters.words import (
    KIT_WORDS,
    LEVEL_HEADINGS,
    OUTCOME_WORDS,
    SESSION_WORDS,
)
from scrutable.govuk.forms import (
    DateField,
    ListedChoice,
    ListedChoices,
    choice,
    offer,
    sentences,
    words,
)
from scrutable.records.forms import RecordForm, code_field, whole

SUCH = "Such as SIGN-IN; references call it so"


class AreaForm(RecordForm):
    """A skill that the form asks about."""

    code = code_field(SUCH)
    title = words("Name", name="the name", hint="Such as Signing in")
    asks = sentences("What the form asks", name="what the form asks", hint="I can …")
    enough = ListedChoice(
        label="Enough is",
        choices=[(str(one.value), text) for one, text in LEVEL_HEADINGS.items()],
        widget=forms.RadioSelect,
        initial=str(Confidence.ALONE.value),
        error_messages={"required": "Select what is enough"},
    )

    def __init__(self, *args: Any, known: SkillArea | None = None, **options: Any) -> None:
        super().__init__(*args, known=known, **options)
        if known is not None:
            self.initial["enough"] = str(known.enough.value)

    def area(self) -> SkillArea:
        """Return the skill."""
        said = self.said("code", "title", "asks")
        return SkillArea(**said, enough=Confidence(int(self.cleaned_data["enough"])))


class SessionForm(RecordForm):
    """A session or bite-size briefing."""

    title = words("Title", name="the title")
    kind = choice("Kind", SESSION_WORDS, name="the kind")
    skills = ListedChoices(
        label="About",
        choices=[],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Select what it is about"},
    )
    on = DateField(label="On", error_messages={"required": "Enter the day"})
    starts = words("Begins at", name="the time", hint="Such as 17:30", required=False, most=10)
    minutes = whole("How long, in minutes", name="the minutes", required=True, least=1)
    where = words("Where", name="where", hint="Such as Committee room 2, or online", required=False)
    by = words("Held by", name="who holds it", hint="A post or a firm")
    places = whole("Places", name="the places", hint="Leave empty where any number may come")
    pilot = whole("Number of the pilot it is part of", name="the number")
    called_off = sentences("Why it is called off", name="why", required=False)

    def __init__(
        self,
        *args: Any,
        areas: Sequence[SkillArea],
        known: Session | None = None,
        **options: Any,
    ) -> None:
        super().__init__(*args, known=known, **options)
        offer(self, "skills", [(area.code, area.title) for area in areas])
        if known is None:
            del self.fields["called_off"]

    def session(self) -> Session:
        """Return the session."""
        given = self.cleaned_data
        said = self.said("title", "on", "starts", "minutes", "where", "by", "places", "pilot")
        return Session(
            **said,
            number=self.number,
            kind=SessionKind(given["kind"]),
            skills=tuple(given["skills"]),
            called_off=given.get("called_off") or "",
        )


class PilotForm(RecordForm):
    """A pilot and its result."""

    title = words("Title", name="the title")
    tries = sentences("What is tried", name="what is tried")
    begun_on = DateField(label="Begun on", error_messages={"required": "Enter the day"})
    ends_on = DateField(label="Ends on", error_messages={"required": "Enter the day"})
    owner = words("Owner", name="the owner", hint="A post")
    took_part = whole("Councillors who take part", name="how many take part")
    outcome = choice("Outcome", OUTCOME_WORDS, name="the outcome")
    result = sentences("Result", name="the result", required=False)

    def pilot(self) -> Pilot:
        """Return the pilot."""
        given = self.cleaned_data
        said = self.said("title", "tries", "begun_on", "ends_on", "owner", "took_part", "result")
        return Pilot(**said, number=self.number, outcome=PilotOutcome(given["outcome"]))


class AttendanceForm(forms.Form):
    """Who came to a session; those without a place may have come too."""

    came = ListedChoices(
        label="Who came",
        required=False,
        choices=[],
        widget=forms.CheckboxSelectMultiple,
        help_text="Those who booked stand first. Whoever booked and is not ticked did not come",
    )

    def __init__(
        self, *args: Any, names: Mapping[int, str], places: Sequence[Place], **options: Any
    ) -> None:
        booked = {one.councillor for one in places if one.is_booked}
        there = [str(one.councillor) for one in places if one.came]
        super().__init__(*args, **{**options, "initial": {"came": there}})
        self.expected = booked | {one.councillor for one in places if one.came is not None}
        order = sorted(names, key=lambda number: (number not in booked, names[number]))
        offer(
            self,
            "came",
            [(str(n), f"{names[n]} (booked)" if n in booked else names[n]) for n in order],
        )

    def said(self) -> dict[int, bool]:
        """Return who came, and of those expected who did not."""
        there = {int(number) for number in self.cleaned_data["came"]}
        return {number: number in there for number in sorted(self.expected | there)}


class KitForm(RecordForm):
    """A device that a councillor has."""

    councillor = ListedChoice(
        label="Councillor",
        choices=[],
        widget=forms.Select,
        error_messages={"required": "Select the councillor"},
    )
    kind = choice("Kit", KIT_WORDS, name="the kit")
    model = words("Model", name="the model", most=100)
    issued_on = DateField(label="Given out on", error_messages={"required": "Enter the day"})
    device = words(
        "Its reference in the estate",
        name="its reference",
        hint="Such as the asset number",
        required=False,
        most=100,
    )
    returned_on = DateField(label="Came back on", required=False)

    def __init__(
        self, *args: Any, names: Mapping[int, str], known: Kit | None = None, **options: Any
    ) -> None:
        super().__init__(*args, known=known, **options)
        offer(self, "councillor", [("", "Choose"), *((str(n), text) for n, text in names.items())])

    def kit(self) -> Kit:
        """Return the device."""
        said = self.said("model", "issued_on", "device", "returned_on")
        return Kit(
            **said,
            number=self.number,
            councillor=int(self.cleaned_data["councillor"]),
            kind=KitKind(self.cleaned_data["kind"]),
        )


class MendForm(forms.Form):
    """That a fault is mended."""

    mended_on = DateField(label="Mended on", error_messages={"required": "Enter the day"})
    mended_how = sentences("What was done", name="what was done", required=False)

    def mended(self, fault: KitFault) -> KitFault:
        """Return the fault as mended."""
        given = self.cleaned_data
        return replace(fault, mended_on=given["mended_on"], mended_how=given["mended_how"])


class TargetForm(RecordForm):
    """A target for paper."""

    body = code_field("The code of a body, or “all” for the whole council")
    by = DateField(label="By", error_messages={"required": "Enter the day"})
    pages = whole("Pages a year, at most", name="the pages", required=True)
    baseline = whole("Pages in the year it begins from", name="the pages", required=True)
    baseline_to = DateField(
        label="Last day of that year", error_messages={"required": "Enter the day"}
    )
    decision = words(
        "Decision", name="the decision", hint="Such as decision/2026-12", required=False
    )

    def target(self) -> PaperTarget:
        """Return the target."""
        return PaperTarget(
            **self.said("body", "by", "pages", "baseline", "baseline_to", "decision")
        )


class PagesForm(forms.Form):
    """A file of pages counted."""

    file = forms.FileField(
        label="The printers’ file",
        help_text="CSV or a workbook: body, month, pages, and which printer counted them",
        error_messages={"required": "Choose the file", "empty": "The file is empty"},
    )


class CouncillorForm(forms.Form):
    """A councillor: a number, and what names them."""

    name = words("Name", name="the name", required=False)
    person = ListedChoice(label="Signs in as", required=False, choices=[], widget=forms.Select)
    since = DateField(label="Since", error_messages={"required": "Enter the day"})
    until = DateField(label="Until", required=False)

    def __init__(
        self,
        *args: Any,
        accounts: Sequence[tuple[str, str]],
        known: Councillor | None = None,
        today: date,
        **options: Any,
    ) -> None:
        options["initial"] = {"since": today}
        if known is not None:
            options["initial"] = {
                "name": known.name,
                "person": known.person,
                "since": known.since,
                "until": known.until,
            }
        super().__init__(*args, **options)
        own = [(known.person, known.person)] if known and known.person else []
        offer(self, "person", [("", "No account"), *own, *accounts])
        self.number = known.number if known else 0

    def councillor(self) -> Councillor:
        """Return the councillor."""
        given = self.cleaned_data
        return Councillor(
            number=self.number,
            name=given["name"],
            person=given["person"] or "",
            since=given["since"],
            until=given["until"],
        )


class OfficerForm(RecordForm):
    """An officer named to see what councillors need."""

    username = ListedChoice(
        label="Officer",
        choices=[],
        widget=forms.Select,
        error_messages={"required": "Select the officer"},
    )
    since = DateField(label="From", error_messages={"required": "Enter the day"})
    until = DateField(label="Up to and with", required=False)
    why = sentences("Why they need to see", name="why they need to see")

    def __init__(
        self,
        *args: Any,
        officers: Sequence[tuple[str, str]],
        known: NamedOfficer | None = None,
        **options: Any,
    ) -> None:
        super().__init__(*args, known=known, **options)
        if known is None:
            offer(self, "username", [("", "Choose"), *officers])

    def named(self) -> NamedOfficer:
        """Return the officer."""
        return NamedOfficer(**self.said("username", "since", "until", "why"))
