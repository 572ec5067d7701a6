"""The govuk app."""

from django.apps import AppConfig


class GovukConfig(AppConfig):
    """Name the app for Django."""

    name = "scrutable.govuk"
    default_auto_field = "django.db.models.BigAutoField"
