"""Forms by which lessons are recorded and applied."""

from typing import Any

from scrutable.govuk.forms import DateField, sentences, words
from scrutable.portfolio import facts
from scrutable.records.forms import RecordForm
from scrutable.registers.forms.lines import Lines

PROJECT = facts.project_reference("")


class LessonForm(RecordForm):
    """A lesson, as it is told from now on."""

    happened = sentences("What happened", name="what happened")
    cause = sentences("Cause", name="the cause")
    effect = sentences("Effect", name="the effect")
    recommendation = sentences("What to do next time", name="what to do next time")
    owner = words("Owner", name="its owner", hint="A post")
    learned_from = words(
        "Learned from",
        name="what it was learned from",
        hint="A reference, such as project/277, strategy/IMT or contract/CSS",
    )
    learned_on = DateField(label="Learned on", error_messages={"required": "Enter the day"})
    should_apply_to = Lines(
        label="Projects that should apply it", required=False, help_text="Their numbers, one a line"
    )

    def __init__(self, *args: Any, known: facts.Lesson | None = None, **options: Any) -> None:
        super().__init__(*args, known=known, **options)
        if known is not None:
            numbers = tuple(one.removeprefix(PROJECT) for one in known.should_apply_to)
            self.initial["should_apply_to"] = numbers

    def lesson(self) -> facts.Lesson:
        """Return the lesson; a new one is not numbered yet."""
        names = ("happened", "cause", "effect", "recommendation")
        named = self.cleaned_data["should_apply_to"] or ()
        return facts.Lesson(
            number=self.number,
            should_apply_to=tuple(f"{PROJECT}{one.removeprefix(PROJECT)}" for one in named),
            **{
                name: self.cleaned_data[name]
                for name in (*names, "owner", "learned_from", "learned_on")
            },
        )


class ApplyForm(RecordForm):
    """What a project did for a lesson."""

    applied_to = words("Project", name="the project", hint="Its number", most=40)
    what = sentences("What was done", name="what was done")
    on = DateField(label="On", error_messages={"required": "Enter the day"})
    by = words("By", name="who did it")

    def use(self, lesson: int) -> facts.LessonApplied:
        """Return the use."""
        given = self.cleaned_data
        return facts.LessonApplied(
            lesson=lesson,
            applied_to=f"{PROJECT}{given['applied_to'].removeprefix(PROJECT)}",
            on=given["on"],
            what=given["what"],
            by=given["by"],
        )
