"""The access app."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    """Name the app for Django."""

    name = "scrutable.access"
    default_auto_field = "django.db.models.BigAutoField"
