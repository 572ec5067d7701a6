"""Tables of projects, their dates and status; every row is kept."""

from django.db import models
from django.db.models import Q

from scrutable.audit.models import Kept, choices_of, one_per_event
from scrutable.portfolio import facts


class Project(Kept):
    """A project as known from one event on."""

    KEY = ("number",)

    number = models.CharField(max_length=40)
    title = models.CharField(max_length=200)
    theme = models.CharField(max_length=20, choices=choices_of(facts.Theme))
    objective = models.TextField(blank=True)
    sponsor = models.CharField(max_length=200)
    manager = models.CharField(max_length=200)
    stage = models.CharField(max_length=20, choices=choices_of(facts.ProjectStage))
    suppliers = models.JSONField()
    objectives = models.JSONField(default=list)
    contracts = models.JSONField(default=list)
    kpis = models.JSONField(default=list)
    third_parties = models.JSONField()
    place = models.PositiveSmallIntegerField(null=True)
    place_reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            one_per_event("portfolio_project", "number"),
            models.CheckConstraint(
                condition=Q(place__isnull=True, place_reason="")
                | Q(place__gte=1) & ~Q(place_reason=""),
                name="portfolio_project_place_has_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"


class DateMove(Kept):
    """What was said of a milestone's date, and where all its dates then stood.

    Every move is the newest version of its milestone: the list of 2,000 projects reads the last
    of each and no more.
    """

    KEY = ("project", "milestone")

    project = models.CharField(max_length=40)
    milestone = models.CharField(max_length=40)
    title = models.CharField(max_length=100)
    kind = models.CharField(max_length=20, choices=choices_of(facts.MoveKind))
    on = models.DateField()
    to = models.DateField()
    approver = models.CharField(max_length=200, blank=True)
    reason = models.TextField(blank=True)
    file = models.CharField(max_length=64, blank=True)
    place = models.CharField(max_length=200, blank=True)
    original = models.DateField()
    current = models.DateField()
    forecast = models.DateField(null=True)
    actual = models.DateField(null=True)
    set_on = models.DateField()
    rebaselines = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            one_per_event("portfolio_datemove", "project", "milestone"),
            models.CheckConstraint(
                condition=~Q(kind__in=("baseline", "rebaseline")) | ~Q(approver=""),
                name="portfolio_datemove_has_approver",
            ),
            models.CheckConstraint(
                condition=~Q(kind="rebaseline") | ~Q(reason=""),
                name="portfolio_datemove_has_reason",
            ),
        ]
        indexes = [
            # reads.standings: the last move of every project's go-live, out of the index alone
            models.Index(
                fields=["milestone", "project", "event", "on", "id"],
                name="portfolio_datemove_newest",
            ),
            # reads.histories: milestones reached
            models.Index(fields=["kind", "on"], name="portfolio_datemove_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.project} {self.milestone} {self.kind} {self.to}"


class Status(Kept):
    """What somebody found of a project on a day."""

    KEY = ("project", "on")

    project = models.CharField(max_length=40)
    on = models.DateField()
    scale = models.CharField(max_length=20, choices=choices_of(facts.Scale))
    overall = models.CharField(max_length=20, choices=choices_of(facts.Rating))
    time = models.CharField(max_length=20, choices=choices_of(facts.Rating), blank=True)
    cost = models.CharField(max_length=20, choices=choices_of(facts.Rating), blank=True)
    scope = models.CharField(max_length=20, choices=choices_of(facts.Rating), blank=True)
    benefits = models.CharField(max_length=20, choices=choices_of(facts.Rating), blank=True)
    confidence = models.CharField(max_length=20, choices=choices_of(facts.Rating), blank=True)
    assessor = models.CharField(max_length=200)
    reasons = models.TextField()
    override_reason = models.TextField(blank=True)
    to_green = models.TextField(blank=True, default="")
    green_by = models.DateField(null=True)
    file = models.CharField(max_length=64, blank=True)
    place = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [one_per_event("portfolio_status", "project", "on")]
        indexes = [
            # reads.standings: the last status of every project, out of the index alone
            models.Index(fields=["project", "event", "on", "id"], name="portfolio_status_newest")
        ]

    def __str__(self) -> str:
        return f"{self.project} {self.on} {self.overall}"


class UpdateReceived(Kept):
    """A monthly update that was taken in."""

    KEY = ("number",)

    number = models.PositiveIntegerField()
    on = models.DateField()
    file = models.CharField(max_length=64)
    file_name = models.CharField(max_length=255)
    dates = models.PositiveIntegerField()
    statuses = models.PositiveIntegerField()
    projects = models.PositiveIntegerField(default=0)
    records = models.PositiveIntegerField(default=0)
    cell_map = models.CharField(max_length=80, blank=True, default="")

    class Meta:
        constraints = [one_per_event("portfolio_updatereceived", "number")]
        indexes = [
            models.Index(fields=["file"], name="portfolio_updatereceived_file")
        ]  # reads.update_of

    def __str__(self) -> str:
        return f"{self.number} {self.file_name}"
