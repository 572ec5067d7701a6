"""What time it is, for views and commands; nothing else may ask."""

from datetime import UTC, datetime

from django.conf import settings


def now() -> datetime:
    """Return this moment in UTC; in demonstration mode the clock stands still."""
    standing: datetime | None = settings.STANDING_CLOCK
    return standing.astimezone(UTC) if standing else datetime.now(tz=UTC)
