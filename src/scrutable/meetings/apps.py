"""The meetings app."""

from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    """Name the app for Django."""

    name = "scrutable.meetings"
    default_auto_field = "django.db.models.BigAutoField"
