"""The work app."""

from django.apps import AppConfig


class WorkConfig(AppConfig):
    """Name the app for Django."""

    name = "scrutable.work"
    default_auto_field = "django.db.models.BigAutoField"
