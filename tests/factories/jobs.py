"""A job that is under way, for tests of what shows it."""

from datetime import UTC, datetime

from django.db.models.functions import Now

from scrutable.work.models import Job

AT = datetime(2026, 10, 12, 8, tzinfo=UTC)


def running_job(asked_by):
    """Store a report's job a quarter of the way, its worker alive."""
    return Job.objects.create(
        title="Build CSS-2026-3",
        asked_by=asked_by,
        asked_at=AT,
        state="running",
        worker="here:1",
        beat_at=Now(),
        done=12,
        total=48,
        message="Drawing charts",
    )
