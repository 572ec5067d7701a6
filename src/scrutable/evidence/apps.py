"""The evidence app."""

from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    """Name the app for Django."""

    name = "scrutable.evidence"
    default_auto_field = "django.db.models.BigAutoField"
