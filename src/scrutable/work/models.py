"""Jobs under way and letters sent. No report prints them, so they are edited in place."""

from django.db import models

from scrutable.audit.models import choices_of
from scrutable.work.facts import JobState


class Job(models.Model):
    """Something long that somebody asked for.

    `beat_at` is written by the database's clock while a worker is alive, as the
    demonstration's clock stands still; a job whose worker fell silent is given up.
    """

    title = models.CharField(max_length=200)
    asked_by = models.CharField(max_length=150, db_index=True)  # reads.jobs
    asked_at = models.DateTimeField()
    state = models.CharField(
        max_length=10, default=JobState.QUEUED.value, choices=choices_of(JobState)
    )
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    message = models.CharField(max_length=200, default="", blank=True)
    outcome = models.TextField(default="", blank=True)
    link = models.CharField(max_length=300, default="", blank=True)
    task = models.CharField(max_length=64, default="", blank=True)
    worker = models.CharField(max_length=150, default="", blank=True)
    beat_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(state=JobState.RUNNING.value)
                | (models.Q(beat_at__isnull=False) & ~models.Q(worker="")),
                name="work_job_running_has_worker_and_beat",
            ),
            models.CheckConstraint(
                condition=models.Q(total=0) | models.Q(done__lte=models.F("total")),
                name="work_job_done_within_total",
            ),
        ]
        indexes = [models.Index(fields=["state", "beat_at"], name="work_job_lost")]  # writes.reap

    def __str__(self) -> str:
        return f"job/{self.pk} {self.title}"

    def get_absolute_url(self) -> str:
        """Return the page that shows it."""
        return f"/jobs/{self.pk}/"


class SentLetter(models.Model):
    """A digest: one a day to each person on each subject, whoever asks and how often."""

    recipient = models.EmailField()
    subject = models.CharField(max_length=200)
    day = models.DateField()
    lines = models.JSONField()
    state = models.CharField(
        max_length=10, default="waiting", choices=[(s, s) for s in ("waiting", "sending", "sent")]
    )
    sent_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["recipient", "subject", "day"], name="work_sentletter_once_a_day"
            ),
            models.CheckConstraint(
                condition=models.Q(state="sent", sent_at__isnull=False)
                | (~models.Q(state="sent") & models.Q(sent_at__isnull=True)),
                name="work_sentletter_sent_has_its_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.subject} to {self.recipient}"
