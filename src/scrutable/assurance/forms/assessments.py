"""Forms by which assessments, answers and steps of plans are recorded."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django import forms

from scrutable.assurance.facts import (
    Answer,
    Assessment,
    Framework,
    FrameworkOutcome,
    Level,
    Remediation,
    Visibility,
)
from scrutable.assurance.presenters.assessments.words import PENCE, VISIBILITY_WORDS, level_words
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
from scrutable.records.forms import RecordForm, code_field
from scrutable.registers.forms.lines import Lines

LONGEST = 300
PARAGRAPHS = (
    ("1", "1: an individual"),
    ("2", "2: what may reveal who an individual is"),
    ("3", "3: financial or business affairs"),
    ("4", "4: negotiations on labour relations"),
    ("5", "5: legal professional privilege"),
    ("6", "6: a notice, order or direction"),
    ("7", "7: preventing, investigating or prosecuting crime"),
)
SAID = ("code", "title", "framework", "begun_on", "assured_on", "assurer", "public_interest",
        "open_summary")  # fmt: skip
NO_PROFILE = "None: the framework has none recorded"


class AssessmentForm(RecordForm):
    """An assessment, as it is from now on."""

    code = code_field("Such as CAF-2025; everybody may read it")
    title = words("Name", name="the name", hint="Everybody may read it")
    framework = ListedChoice(label="Framework", widget=forms.RadioSelect)
    profile = ListedChoice(label="Profile", required=False, widget=forms.Select)
    systems = ListedChoices(
        label="Critical systems in scope",
        help_text="The organisation always is",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    begun_on = DateField(label="Begun on", error_messages={"required": "Enter the day"})
    assurer = words(
        "Assurer", name="the assurer", required=False, hint="Who checks it from outside"
    )
    assured_on = DateField(label="Checked on", required=False)
    visibility = choice("Who may see the detail", VISIBILITY_WORDS, name="who may see the detail")
    paragraphs = ListedChoices(
        label="Exempt by these paragraphs of Schedule 12A",
        choices=PARAGRAPHS,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    public_interest = sentences(
        "Public interest in keeping it exempt",
        name="it",
        required=False,
        hint="Everybody may read it: why it outweighs the interest in disclosing the detail",
    )
    open_summary = sentences(
        "Open summary",
        name="it",
        required=False,
        hint="Everybody may read it: name no outcome, no level and no system",
    )

    def __init__(
        self,
        *args: Any,
        frameworks: Mapping[str, Framework],
        systems: Mapping[str, str],
        known: Assessment | None = None,
        **options: Any,
    ) -> None:
        super().__init__(*args, known=known, **options)
        offer(self, "framework", [(name, name) for name in frameworks])
        profiles = dict.fromkeys(name for one in frameworks.values() for name in one.profiles)
        offer(
            self, "profile", [("", NO_PROFILE), *((name, name.capitalize()) for name in profiles)]
        )
        offer(self, "systems", list(systems.items()))
        if known is not None:
            self.initial["paragraphs"] = [str(one) for one in known.paragraphs]

    def assessment(self) -> Assessment:
        """Return the assessment."""
        given = self.cleaned_data
        return Assessment(
            **self.said(*SAID),
            profile=given["profile"],
            systems=tuple(given["systems"]),
            visibility=Visibility(given["visibility"]),
            paragraphs=tuple(int(one) for one in given["paragraphs"]),
        )


def level_choice(label: str) -> forms.ChoiceField:
    """Return radios for a level, or for none yet."""
    return ListedChoice(label=label, required=False, widget=forms.RadioSelect)


class AnswerForm(RecordForm):
    """Both answers to an outcome, with their reasons."""

    level = level_choice("Council’s answer")
    reasons = sentences("Council’s reasons", name="the reasons", required=False)
    evidence = Lines(label="Evidence", help_text="One a line", required=False, longest=LONGEST)
    assured = level_choice("Assurer’s answer")
    assured_reasons = sentences(
        "Assurer’s reasons",
        name="the reasons",
        required=False,
        hint="They must be given where the answers differ",
    )

    def __init__(
        self,
        *args: Any,
        outcome: FrameworkOutcome,
        known: Answer | None = None,
        **options: Any,
    ) -> None:
        super().__init__(*args, known=known, **options)
        levels = [(one.value, level_words(one)) for one in reversed(Level) if outcome.admits(one)]
        for name in ("level", "assured"):
            offer(self, name, [("", "Nobody has said yet"), *levels])
        if known is not None:
            for name in ("level", "assured"):
                level = getattr(known, name)
                self.initial[name] = level.value if level else ""

    def answer(self, code: str, system: str, outcome: str) -> Answer:
        """Return the answer."""
        given = self.cleaned_data
        return Answer(
            assessment=code,
            system=system,
            outcome=outcome,
            level=Level(given["level"]) if given["level"] else None,
            reasons=given["reasons"],
            evidence=given["evidence"],
            assured=Level(given["assured"]) if given["assured"] else None,
            assured_reasons=given["assured_reasons"],
        )


class StepForm(RecordForm):
    """A step of a remediation plan, as it is from now on."""

    what = sentences("What is to be done", name="what is to be done")
    system = ListedChoice(label="Of", widget=forms.Select)
    outcomes = Lines(
        label="Outcomes",
        help_text="By code, one a line, such as B2.a",
        error_messages={"required": "Enter at least one outcome"},
    )
    owner = words("Owner", name="its owner", hint="A post")
    due = DateField(label="Due", error_messages={"required": "Enter the day it is due"})
    pence = pounds("Cost, in pounds", hint="Leave it empty where nobody has said")
    progress = sentences("Progress", name="the progress", required=False)
    progress_on = DateField(label="Day of the progress", required=False)
    said_done_on = DateField(
        label="Said by its owner to be done on",
        help_text="It is done only when another than its owner accepts it",
        required=False,
    )
    evidence = Lines(label="Evidence", help_text="One a line", required=False, longest=LONGEST)

    def __init__(
        self,
        *args: Any,
        systems: Sequence[tuple[str, str]],
        known: Remediation | None = None,
        **options: Any,
    ) -> None:
        super().__init__(*args, known=known, **options)
        offer(self, "system", systems)
        if known is not None and known.pence is not None:
            self.initial["pence"] = f"{Decimal(known.pence) / PENCE:.2f}"

    def step(self, code: str) -> Remediation:
        """Return the step; what was accepted stays accepted."""
        given = self.cleaned_data
        known = self.known if isinstance(self.known, Remediation) else None
        sum_given = given["pence"]
        said = ("what", "system", "owner", "due", "progress", "progress_on", "said_done_on")
        return Remediation(
            assessment=code,
            number=self.number,
            **{name: given[name] for name in said},
            outcomes=given["outcomes"],
            evidence=given["evidence"],
            pence=None if sum_given is None else int(sum_given * PENCE),
            accepted_by=known.accepted_by if known else "",
            accepted_on=known.accepted_on if known else None,
        )


class AcceptForm(forms.Form):
    """That another than its owner accepts a step as done."""

    accepted_by = words("Accepted by", name="who accepts it", hint="A post other than the owner’s")
    accepted_on = DateField(label="On", error_messages={"required": "Enter the day"})
    evidence = Lines(
        label="Evidence",
        help_text="What shows that it is done, one a line",
        longest=LONGEST,
        error_messages={"required": "Enter what shows that it is done"},
    )
    based_on = forms.IntegerField(widget=forms.HiddenInput, required=False)


class LoadForm(forms.Form):
    """The workbook in which answers were given."""

    file = forms.FileField(
        label="The workbook",
        help_text="The template of this assessment, filled in",
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xlsm,.ods"}),
        error_messages={
            "required": "Select the file",
            "empty": "The file is empty. Select the workbook",
        },
    )
