"""The shape of what people send about a decision report; nothing here saves."""

from collections.abc import Mapping
from typing import Any

from django import forms

from scrutable.govuk.forms import KeptText, PlainText, choice, sentences, words
from scrutable.meetings import facts
from scrutable.meetings.forms.calendar.closures import ClosureForm
from scrutable.meetings.presenters.papers import IMPACT_WORDS, NONE_WORDS
from scrutable.meetings.rules.papers import MAY_BE_NONE, NONE_NEEDS_REASON

MOST_MEGABYTES = 50
PRINTED = "Only where it is exempt. This reason is printed for all to read."
ROWS = {facts.Part.BACKGROUND: 22, facts.Part.SUMMARY: 8}


class CoverForm(forms.Form):
    """Title, author and contact of a report."""

    title = words("Title", name="the title", most=300, hint="As it stands on agenda and cover")
    author = words("Author", name="the author", most=150, hint="Who wrote it, by name or post")
    contact = words(
        "Contact", name="how to reach the author", most=300, hint="Telephone or e-mail, printed"
    )
    on_behalf_of = words(
        "On behalf of", name="the officer on whose behalf it is", hint="The chief officer, by post"
    )

    def cover(self, decision: str) -> facts.PaperCover:
        """Return the cover of the decision's report."""
        return facts.PaperCover(decision=decision, **self.cleaned_data)


class Unfinished(PlainText):
    """A text that is wanted in the end and may still be empty."""

    def validate(self, value: Any) -> None:
        """Let an empty text through: what is missing is told on the page of the report."""
        if value:
            super().validate(value)


class PartForm(forms.Form):
    """A part's text, or that there is expressly nothing, and the version that the writer saw."""

    none = forms.BooleanField(required=False)
    text = Unfinished(label="Text", strip=False)
    based_on = forms.IntegerField(widget=forms.HiddenInput, min_value=0, required=False)

    def __init__(
        self, *args: Any, part: facts.Part, keep_at: str = "", hint: str = "", **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.part = part
        box = self.fields["text"]
        box.widget = KeptText(keep_at=keep_at, rows=ROWS.get(part, 12))
        box.help_text = hint
        self.fields["none"].label = f"State expressly: {NONE_WORDS.get(part, '')}"
        if part in LISTED:
            del self.fields["text"]
        elif part in NONE_NEEDS_REASON:
            box.label = "Text, or the reason why there is nothing to say"
        if part not in MAY_BE_NONE:
            del self.fields["none"]

    def said(self) -> facts.PartText:
        """Return what is said in the part, with the version that was seen."""
        given: Mapping[str, Any] = self.cleaned_data
        return facts.PartText(
            part=self.part,
            text=given.get("text", ""),
            none=given.get("none", False),
            version=given.get("based_on") or 0,
        )


LISTED = frozenset({facts.Part.APPENDICES, facts.Part.BACKGROUND_PAPERS})


class ImpactForm(forms.Form):
    """The impact on people who share a characteristic."""

    impact = choice(
        "Impact", {kind: said[0] for kind, said in IMPACT_WORDS.items()}, name="the impact"
    )
    why = sentences("Why", name="why", hint="What would change for them, and on what evidence")
    mitigation = sentences(
        "What lessens or justifies it",
        name="what lessens or justifies it",
        required=False,
        hint="Needed where the impact is negative",
    )
    based_on = forms.IntegerField(widget=forms.HiddenInput, min_value=0, required=False)

    def clean(self) -> dict[str, Any]:
        """Refuse harm that nothing answers."""
        said = self.cleaned_data
        harms = said.get("impact") == facts.Impact.NEGATIVE.value
        if harms and not said.get("mitigation"):
            self.add_error("mitigation", "Enter what lessens a negative impact, or justifies it")
        return said

    def stated(self, characteristic: facts.Characteristic) -> facts.EqualityImpact:
        """Return the impact stated, with the version that was seen."""
        given: Mapping[str, Any] = self.cleaned_data
        return facts.EqualityImpact(
            characteristic=characteristic,
            impact=facts.Impact(given["impact"]),
            why=given["why"],
            mitigation=given["mitigation"],
            version=given["based_on"] or 0,
        )


class AppendixForm(ClosureForm):
    """An appendix as text or file, open or not."""

    title = words("Title", name="the title", most=300)
    text = forms.CharField(
        label="Text",
        required=False,
        max_length=500_000,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text="Leave it empty where the appendix is a file",
    )
    file = forms.FileField(
        label="File",
        required=False,
        widget=forms.FileInput(attrs={"accept": ".docx,.pdf"}),
        help_text=f"Word (.docx) or PDF, up to {MOST_MEGABYTES} MB. It is kept as it is.",
        error_messages={"empty": "The file is empty"},
    )
    title_is_open = forms.BooleanField(
        required=False, label="Its title may be read by all, though the appendix may not"
    )

    def __init__(self, *args: Any, has_file: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["openness"].help_text = ""
        self.fields["public_interest"].help_text = PRINTED
        self.has_file = has_file

    @property
    def groups(self) -> list[tuple[str, str, tuple[str, ...]]]:
        """Return the form's parts."""
        closed = ("paragraphs", "public_interest", "title_is_open")
        return [
            ("", "", ("title", "text", "file")),
            ("Openness", "", ("openness",)),
            ("Where the public may not see it", "", closed),
        ]

    def clean(self) -> dict[str, Any]:
        """Ask for a text or a file, one of the two, beside what closes it."""
        said = super().clean()
        file = said.get("file")
        if file and file.size > MOST_MEGABYTES * 1_000_000:
            self.add_error("file", f"The file must be {MOST_MEGABYTES} MB or smaller")
        if not (said.get("text", "").strip() or file or self.has_file):
            self.add_error("text", "Enter the text of the appendix, or select its file")
        elif said.get("text", "").strip() and file:
            self.add_error("file", "Send a text or a file, and not both")
        return said

    def appendix(self, letter: str) -> facts.Appendix:
        """Return the appendix; "" takes the next letter."""
        given: Mapping[str, Any] = self.cleaned_data
        return facts.Appendix(
            letter=letter,
            title=given["title"],
            text=given["text"],
            closure=self.closure(),
            title_is_open=given["title_is_open"],
        )


class BackgroundPaperForm(forms.Form):
    """A document on which the report rests."""

    title = words("Document", name="the document", most=300, hint="With its date")
    where = words("Where it may be seen", name="where it may be seen", most=300)

    def paper(self, number: int) -> facts.BackgroundPaper:
        """Return the paper; 0 takes the next number."""
        return facts.BackgroundPaper(number=number, **self.cleaned_data)
