"""The housekeeping app."""

from django.apps import AppConfig


class HousekeepingConfig(AppConfig):
    """Name the app for Django."""

    name = "scrutable.housekeeping"
    default_auto_field = "django.db.models.BigAutoField"
