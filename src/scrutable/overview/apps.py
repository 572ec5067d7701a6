"""The overview app."""

from django.apps import AppConfig


class OverviewConfig(AppConfig):
    """Name the app for Django."""

    name = "scrutable.overview"
    default_auto_field = "django.db.models.BigAutoField"
