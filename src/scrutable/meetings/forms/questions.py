"""Forms of members' questions and of what bodies asked to be told."""

from collections.abc import Sequence
from typing import Any

from django import forms

from scrutable.govuk.forms import DateField, ListedChoice, PlainText, offer, sentences, words
from scrutable.meetings import facts
from scrutable.meetings.facts import CommitmentSource, OutcomeKind
from scrutable.meetings.forms.promises import event_field, meeting_choices
from scrutable.meetings.presenters.promises_words import REPORT_WORDS
from scrutable.meetings.rules.promises import told_due
from scrutable.meetings.rules.wanted import is_section


class QuestionForm(forms.Form):
    """What a member asked or remarked."""

    meeting = ListedChoice(
        label="Meeting", widget=forms.Select, error_messages={"required": "Select the meeting"}
    )
    asked_by = words("Asked by", name="who asked", hint="For example Councillor Comfort Osei")
    text = sentences("What was asked or remarked", name="what was asked")
    to = words(
        "To",
        name="who is to answer",
        hint="A person, a post or a body. Leave it empty for a comment that needs no answer.",
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        meetings: Sequence[facts.Meeting],
        names: dict[str, str],
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        offer(self, "meeting", meeting_choices(meetings, names, "Select a meeting"))

    def question(self) -> facts.Question:
        """Return the question, its number still to be given."""
        given = self.cleaned_data
        return facts.Question(
            meeting=given["meeting"],
            number=0,
            item="",
            asked_by=given["asked_by"],
            text=given["text"],
            to=given["to"],
        )


class AnswerForm(forms.Form):
    """The answer to a question, and what it promises."""

    answer = sentences("Answer", name="the answer")
    answered_by = words("Answered by", name="who answered")
    answered_on = DateField(label="Answered on")
    promise = PlainText(
        label="What is promised",
        help_text="It becomes a commitment to the body. Leave it empty where nothing is promised.",
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    owner = words("Who owes it", name="who owes it", required=False)
    due_on = DateField(label="Due by", required=False)
    due_words = event_field("Or due in words", "For example next meeting")

    groups = (
        ("", "", ("answer", "answered_by", "answered_on")),
        ("A promise", "", ("promise", "owner", "due_on", "due_words")),
    )

    def answered(self, question: facts.Question) -> facts.Question:
        """Return the question with its answer."""
        given = self.cleaned_data
        return facts.Question(
            meeting=question.meeting,
            number=question.number,
            item=question.item,
            asked_by=question.asked_by,
            text=question.text,
            to=question.to,
            answer=given["answer"],
            answered_by=given["answered_by"],
            answered_on=given["answered_on"],
        )

    def promised(self, question: facts.Question, body: str) -> facts.Commitment | None:
        """Return the commitment that the answer makes, or None."""
        given = self.cleaned_data
        if not given["promise"]:
            return None
        made_on = given["answered_on"]
        return facts.Commitment(
            year=made_on.year,
            number=0,
            body=body,
            text=given["promise"],
            kind=OutcomeKind.ACTION,
            source=CommitmentSource.QUESTION,
            source_reference=question.reference,
            made_in=question.meeting,
            made_on=made_on,
            owner=given["owner"] or question.to,
            due=told_due(given["due_words"], given["due_on"], made_on),
        )


class WantForm(forms.Form):
    """What a body agreed to be told in its future reports."""

    asked_in = ListedChoice(
        label="Agreed at", widget=forms.Select, error_messages={"required": "Select the meeting"}
    )
    told = sentences("What it asked to be told", name="what it asked to be told")
    report_kind = ListedChoice(label="In which reports", required=False, widget=forms.Select)
    section = words(
        "Section that tells it",
        name="the section",
        hint="Its name at the end of its address, such as credits or changes",
        most=60,
    )
    from_on = DateField(label="From")

    def __init__(
        self,
        *args: Any,
        meetings: Sequence[facts.Meeting],
        names: dict[str, str],
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.bodies = {one.code: one.body for one in meetings}
        offer(self, "asked_in", meeting_choices(meetings, names, "Select a meeting"))
        offer(self, "report_kind", REPORT_WORDS.items())

    def clean_section(self) -> str:
        """Refuse what cannot be the name of a section."""
        section = str(self.cleaned_data["section"])
        if not is_section(section):
            raise forms.ValidationError(
                "Section must be small letters, figures and hyphens, such as credits"
            )
        return section

    def wanted(self) -> facts.Wanted:
        """Return what is wanted, its number still to be given."""
        given = self.cleaned_data
        return facts.Wanted(
            body=self.bodies[given["asked_in"]],
            number=0,
            words=given["told"],
            section=given["section"],
            report_kind=given["report_kind"],
            from_on=given["from_on"],
            asked_in=given["asked_in"],
        )


class EndWantForm(forms.Form):
    """The end of what a body asked to be told."""

    ended_in = ListedChoice(
        label="Meeting that agreed",
        widget=forms.Select,
        error_messages={"required": "Select the meeting"},
    )
    until_on = DateField(label="Last day", help_text="Reports dated later need not tell it")

    def __init__(self, *args: Any, meetings: Sequence[facts.Meeting], **options: Any) -> None:
        super().__init__(*args, **options)
        offer(self, "ended_in", meeting_choices(meetings, {}, "Select a meeting"))
