"""Forms by which posts, procurements and people taken off projects are recorded."""

from django import forms

from scrutable.govuk.forms import DateField, choice, pounds, sentences, words
from scrutable.portfolio import facts
from scrutable.portfolio.presenters.capacity import FILLING_TAGS
from scrutable.portfolio.presenters.procurements import PROCUREMENT_TAGS
from scrutable.records.forms import RecordForm, code_field, whole
from scrutable.registers.forms.lines import Lines


class PostForm(RecordForm):
    """A post, as it is from a day on."""

    code = code_field("Such as IT-014")
    title = words("Title", name="the title")
    team = words("Team", name="the team")
    filling = choice(
        "Who holds it",
        {value: tag.word for value, tag in FILLING_TAGS.items()},
        name="who holds it",
    )
    since = DateField(label="Since", error_messages={"required": "Enter since when"})
    is_wanted = forms.BooleanField(label="The structure wanted has this post", required=False)
    note = sentences("Note", name="the note", required=False)

    def post(self) -> facts.Post:
        """Return the post."""
        given = self.said("code", "title", "team", "since", "is_wanted", "note")
        return facts.Post(**given, filling=facts.Filling(self.cleaned_data["filling"]))


class ProcurementForm(RecordForm):
    """Something being bought, as it is from a day on."""

    code = code_field("Such as PR-2026-03")
    title = words("What is bought", name="what is bought")
    stage = choice(
        "Stage", {value: tag.word for value, tag in PROCUREMENT_TAGS.items()}, name="the stage"
    )
    since = DateField(label="In this stage since", error_messages={"required": "Enter since when"})
    value = pounds("Value, in pounds", hint="Leave empty where it is not known yet")
    signed_by = DateField(
        label="To be signed by", error_messages={"required": "Enter by when it is to be signed"}
    )
    owner = words("Owner", name="the owner")
    projects = Lines(
        label="Projects that wait for it", required=False, help_text="One number a line, as 207"
    )
    note = sentences("Note", name="the note", required=False)

    def procurement(self) -> facts.Procurement:
        """Return the procurement."""
        names = ("code", "title", "since", "value", "signed_by", "owner", "note")
        return facts.Procurement(
            **self.said(*names),
            stage=facts.ProcurementStage(self.cleaned_data["stage"]),
            projects=tuple(self.cleaned_data["projects"] or ()),
        )


class RedirectionForm(RecordForm):
    """People taken off a project for something else."""

    project = words("Project", name="the project’s number", hint="Its number, as 208", most=40)
    people = whole("People", name="how many people", required=True, least=1)
    to_what = words("Taken to", name="what they were taken to", hint="Such as flood emergency")
    cause = sentences("Cause", name="the cause")
    starts_on = DateField(label="From", error_messages={"required": "Enter from when"})
    ended_on = DateField(label="Until", required=False, help_text="Leave empty while they are away")
    days_lost = whole(
        "Days lost on the go-live",
        name="the days lost",
        hint="As measured; leave empty while nobody has measured it",
    )
    effect = sentences("How that was measured", name="how it was measured", required=False)
    decided_by = words("Decided by", name="who decided")

    def redirection(self) -> facts.Redirection:
        """Return the redirection; a new one is not numbered yet."""
        names = ("project", "people", "to_what", "cause", "starts_on", "ended_on")
        more = ("days_lost", "effect", "decided_by")
        return facts.Redirection(**self.said(*names, *more), number=self.number)
