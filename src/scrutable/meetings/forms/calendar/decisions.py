"""Forms of the forward plan and of decision records."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from django import forms

from scrutable.govuk.forms import (
    DateField,
    ListedChoice,
    ListedChoices,
    WrittenNumber,
    choice,
    offer,
    sentences,
    words,
)
from scrutable.kernel.wording import capital
from scrutable.meetings import facts
from scrutable.meetings.forms.calendar.closures import CLOSURE, ClosureForm, filled_closure
from scrutable.meetings.presenters.decisions import (
    GROUND_WORDS,
    RESULT_WORDS,
    ROUTE_WORDS,
)
from scrutable.registers.forms.lines import Lines

NO_MEETING = ("", "No meeting")


def _offer_places(
    form: forms.Form, bodies: Sequence[facts.Body], meetings: Sequence[facts.Meeting]
) -> None:
    """Offer who may decide and where; the newest meetings first."""
    names = {body.code: body.name for body in bodies}
    kept = sorted(meetings, key=lambda one: one.on, reverse=True)
    listed = [(one.code, f"{names.get(one.body, one.body)}, {one.on:%d/%m/%Y}") for one in kept]
    offer(form, "maker", [("", "Select who decides"), *names.items()])
    offer(form, "meeting", [NO_MEETING, *listed])


class PlanForm(ClosureForm):
    """An entry of the forward plan: items (a) to (h) of the notice, and its route."""

    code = words("Reference", name="the reference", hint="Such as I017909", most=20)
    matter = words("Matter", name="what is to be decided", most=300)
    maker = ListedChoice(
        label="Decided by", widget=forms.Select, error_messages={"required": "Select who decides"}
    )
    maker_name = words(
        "Name and title", name="name and title", required=False, hint="Where one person decides"
    )
    meeting = ListedChoice(label="At the meeting", required=False, widget=forms.Select)
    window_from = DateField(label="Not before", help_text="The first day on which it may be made")
    window_to = DateField(label="Not after", help_text="The last; the same day for one day")
    owner = words("Brought by", name="who brings the report", hint="A post")
    value_pounds = WrittenNumber(
        label="Value in pounds",
        required=False,
        min_value=0,
        decimal_places=2,
        max_digits=14,
        help_text="Spending or savings. Council policy says from which figure a decision is key",
        error_messages={"invalid": "Value must be a number of pounds, such as 2800000"},
    )
    key_grounds = ListedChoices(
        label="It is a key decision for its",
        required=False,
        help_text="SI 2012/2089 regulation 8. Leave both empty where it is not key",
        choices=[(ground.value, capital(said)) for ground, said in GROUND_WORDS.items()],
        widget=forms.CheckboxSelectMultiple,
    )
    documents = Lines(
        label="Documents to be considered",
        required=False,
        longest=300,
        help_text="One a line: item (e)",
    )
    copies_at = words("Copies from", name="where copies are", required=False, hint="Item (f)")
    requests_to = words(
        "To ask for other documents", name="how to ask", required=False, hint="Item (h)"
    )
    noticed_on = DateField(label="Notice published on", required=False)
    route = choice("Route", ROUTE_WORDS, name="the route")
    route_reason = sentences(
        "Why full notice is impracticable",
        name="why",
        required=False,
        hint="For the general exception and for special urgency",
    )
    route_agreed_by = words(
        "Chair of scrutiny who was told or agreed", name="the chair", required=False
    )
    route_agreed_on = DateField(label="Told or agreed on", required=False)
    withdrawn_because = sentences(
        "Withdrawn because", name="why", required=False, hint="Only where it will not be decided"
    )

    def __init__(
        self,
        *args: Any,
        bodies: Sequence[facts.Body],
        meetings: Sequence[facts.Meeting],
        is_known: bool = False,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        _offer_places(self, bodies, meetings)
        if is_known:
            self.fields["code"].widget = forms.HiddenInput()

    @property
    def groups(self) -> list[tuple[str, str, tuple[str, ...]]]:
        """Return the form's parts."""
        what = ("code", "matter", "maker", "maker_name", "meeting", "window_from", "window_to")
        notice = ("documents", "copies_at", "requests_to", "noticed_on")
        route = ("route", "route_reason", "route_agreed_by", "route_agreed_on")
        return [
            ("", "", (*what, "owner")),
            ("Whether it is key", "", ("value_pounds", "key_grounds")),
            ("The notice", "A key decision needs all of these: regulation 9.", notice),
            ("The route of a key decision", "", route),
            ("Who may see the part of the meeting that considers it", "", CLOSURE),
            ("Withdrawal", "", ("withdrawn_because",)),
        ]

    def clean(self) -> dict[str, Any]:
        """Refuse a window that ends before it begins."""
        given = super().clean()
        first, last = given.get("window_from"), given.get("window_to")
        if first and last and last < first:
            self.add_error("window_to", "The last day must be the first day or later")
        return given

    def planned(self, code: str = "") -> facts.PlannedDecision:
        """Return the entry."""
        given = self.cleaned_data
        typed = ("code", "key_grounds", "route", *CLOSURE)
        return facts.PlannedDecision(
            **{name: given[name] for name in self.fields if name not in typed},
            code=code or given["code"],
            key_grounds=tuple(facts.KeyGround(ground) for ground in given["key_grounds"]),
            route=facts.KeyRoute(given["route"]),
            closure=self.closure(),
        )


def filled_plan(planned: facts.PlannedDecision) -> dict[str, Any]:
    """Return what the form holds when an entry is to be changed."""
    return (
        asdict(planned)
        | {
            "key_grounds": [ground.value for ground in planned.key_grounds],
            "route": planned.route.value,
        }
        | filled_closure(planned.closure)
    )


class RecordForm(ClosureForm):
    """The record of a decision: what regulations 12 and 13 ask for."""

    decided_on = DateField(label="Decided on")
    maker = ListedChoice(
        label="Decided by", widget=forms.Select, error_messages={"required": "Select who decided"}
    )
    maker_name = words(
        "Name and title", name="name and title", required=False, hint="Where one person decided"
    )
    meeting = ListedChoice(label="At the meeting", required=False, widget=forms.Select)
    item = words(
        "Agenda item", name="the item", required=False, hint="Such as item/EXEC-2026-07-01/5"
    )
    text = sentences("Decision", name="what was decided", hint="Word for word")
    result = choice("Result", RESULT_WORDS, name="the result")
    reasons = sentences("Reasons", name="the reasons")
    alternatives = sentences("Alternatives considered and rejected", name="them", required=False)
    none_considered = forms.BooleanField(label="No alternatives were considered", required=False)
    interests = sentences("Conflicts of interest declared", name="them", required=False)
    no_interests = forms.BooleanField(label="None was declared", required=False)
    dispensations = sentences("Dispensations granted", name="them", required=False)
    no_dispensations = forms.BooleanField(label="None was granted", required=False)
    editions = Lines(
        label="Reports it was taken on",
        required=False,
        help_text="One a line, such as edition/CSS-2026-3",
    )
    delegation = words(
        "Taken under", name="the delegation", required=False, hint="Such as delegation/2026-003"
    )
    published_on = DateField(label="Record published on", required=False)
    exempt_from_call_in = sentences(
        "Why it cannot wait for call-in",
        name="why",
        required=False,
        hint="Only where the council’s constitution lets it be carried out at once",
    )

    def __init__(
        self,
        *args: Any,
        bodies: Sequence[facts.Body],
        meetings: Sequence[facts.Meeting],
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        _offer_places(self, bodies, meetings)

    @property
    def groups(self) -> list[tuple[str, str, tuple[str, ...]]]:
        """Return the form's parts."""
        considered = ("reasons", "alternatives", "none_considered", "interests", "no_interests")
        return [
            ("", "", ("decided_on", "maker", "maker_name", "meeting", "item", "text", "result")),
            (
                "What the law asks for",
                "Say what there was, or that there was none.",
                (*considered, "dispensations", "no_dispensations"),
            ),
            ("What it rests on", "", ("editions", "delegation")),
            ("Publication and call-in", "", ("published_on", "exempt_from_call_in")),
            ("Who may see it", "", CLOSURE),
        ]

    def record(self, code: str) -> facts.DecisionRecord:
        """Return the record."""
        given = self.cleaned_data
        typed = ("result", *CLOSURE)
        return facts.DecisionRecord(
            **{name: given[name] for name in self.fields if name not in typed},
            code=code,
            result=facts.Result(given["result"]),
            closure=self.closure(),
        )


def filled_record(
    record: facts.DecisionRecord | None, planned: facts.PlannedDecision | None
) -> Mapping[str, Any]:
    """Return what the form holds: the record as it stands, or what the plan says already."""
    if record is not None:
        said = asdict(record) | {"result": record.result.value}
        return said | filled_closure(record.closure)
    initial: dict[str, Any] = {"result": facts.Result.AS_RECOMMENDED.value} | filled_closure()
    if planned is None:
        return initial
    names = ("maker", "maker_name", "meeting")
    return initial | {name: getattr(planned, name) for name in names}
