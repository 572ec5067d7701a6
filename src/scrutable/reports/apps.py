"""The reports app."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    """Name the app for Django."""

    name = "scrutable.reports"
    default_auto_field = "django.db.models.BigAutoField"
