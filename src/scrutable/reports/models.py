"""Tables of editions; every row is kept, and a frozen edition is rows that nothing follows."""

from django.db import models
from django.db.models import F, Q

from scrutable.audit.models import Kept, MonthField, choices_of, one_per_event
from scrutable.reports import facts


class Edition(Kept):
    """A report that was begun; `name` is CSS-2026-3. What was asked of it never changes."""

    KEY = ("name",)

    name = models.CharField(max_length=40, unique=True)
    about = models.CharField(max_length=60, db_index=True)  # reference; reads.editions about it
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=30, choices=choices_of(facts.ReportKind))
    title = models.CharField(max_length=200)
    first_month = MonthField(null=True)
    last_month = MonthField(null=True)
    as_at = models.DateField()
    council = models.CharField(max_length=200)
    body = models.CharField(max_length=20, blank=True, default="")
    put_to = models.CharField(max_length=40, blank=True, default="")  # code of the meeting
    meeting = models.CharField(max_length=200, blank=True)
    author = models.CharField(max_length=150)
    links = models.CharField(max_length=200)
    pinned = models.BigIntegerField(null=True)
    dated = models.DateField()
    opened_by = models.CharField(max_length=150)
    opened_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["about", "year", "number"], name="reports_edition_one_per_number"
            ),
            models.CheckConstraint(
                condition=Q(about__contains="/"), name="reports_edition_is_about_something"
            ),
            models.CheckConstraint(
                condition=Q(first_month__isnull=True, last_month__isnull=True)
                | Q(
                    first_month__isnull=False,
                    last_month__isnull=False,
                    last_month__gte=F("first_month"),
                ),
                name="reports_edition_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=~Q(about__startswith="contract/") | Q(first_month__isnull=False),
                name="reports_edition_on_a_contract_has_months",
            ),
            models.CheckConstraint(
                condition=~Q(about__startswith="decision/") | Q(first_month__isnull=True),
                name="reports_edition_on_a_decision_has_no_months",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Narrative(Kept):
    """An officer's text for a section of a draft, as of one event."""

    KEY = ("edition", "section")

    edition = models.CharField(max_length=40)
    section = models.CharField(max_length=60)
    text = models.TextField(blank=True)
    written_by = models.CharField(max_length=150)
    written_at = models.DateTimeField()

    class Meta:
        constraints = [one_per_event("reports_narrative", "edition", "section")]

    def __str__(self) -> str:
        return f"{self.edition} {self.section}"


class Frozen(Kept):
    """An edition as it was issued: its tree, the numbers it was composed at, what rendered it."""

    KEY = ("edition",)

    edition = models.CharField(max_length=40, unique=True)
    pinned = models.BigIntegerField()
    words_pinned = models.BigIntegerField()
    dated = models.DateField()
    template = models.CharField(max_length=64, blank=True)  # SHA-256 of the Word template
    composer = models.CharField(max_length=20)
    tree = models.TextField()
    tree_sha256 = models.CharField(max_length=64)
    frozen_by = models.CharField(max_length=150)
    frozen_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "frozen"

    def __str__(self) -> str:
        return self.edition


class Rendered(Kept):
    """One format of a document: its bytes, their SHA-256, and what rendered them."""

    KEY = ("edition", "format")

    edition = models.CharField(max_length=40)
    format = models.CharField(max_length=10, choices=choices_of(facts.Format))
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    renderers = models.JSONField()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.edition}.{self.format}"


class Rendition(Rendered):
    """One format of a frozen edition, its open part."""

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "format"], name="reports_rendition_one_per_format"
            )
        ]


class ExemptPart(Kept):
    """The part of a frozen edition that is not for the public: its tree, kept apart."""

    KEY = ("edition",)

    edition = models.CharField(max_length=40, unique=True)
    tree = models.TextField()
    tree_sha256 = models.CharField(max_length=64)

    def __str__(self) -> str:
        return self.edition


class ExemptRendition(Rendered):
    """One format of the exempt part: apart, so that no question about files can find it."""

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "format"], name="reports_exemptrendition_one_per_format"
            )
        ]


class FigureUsed(Kept):
    """A figure that a frozen edition printed, for the way from a record to its reports."""

    KEY = ("edition", "order")

    edition = models.CharField(max_length=40, db_index=True)  # reads.figures_used
    order = models.PositiveIntegerField()
    reference = models.CharField(max_length=200, db_index=True)  # reads.used_by
    version = models.BigIntegerField()
    text = models.TextField()
    place = models.CharField(max_length=200)
    section = models.CharField(max_length=60)
    period = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "order"], name="reports_figureused_one_per_place"
            )
        ]

    def __str__(self) -> str:
        return f"{self.edition} {self.reference}"


class WordTemplate(Kept):
    """The council's own Word template, used from one event on; a blank file takes it away."""

    KEY = ()

    file = models.CharField(max_length=64, blank=True)  # SHA-256 of the kept file
    name = models.CharField(max_length=255, blank=True)
    given_by = models.CharField(max_length=150)
    given_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["event"], name="reports_wordtemplate_one_per_event")
        ]

    def __str__(self) -> str:
        return self.name
