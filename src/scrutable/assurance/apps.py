"""The assurance app."""

from django.apps import AppConfig


class AssuranceConfig(AppConfig):
    """Name the app for Django."""

    name = "scrutable.assurance"
    default_auto_field = "django.db.models.BigAutoField"
