"""The audit app."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """Name the app for Django."""

    name = "scrutable.audit"
    default_auto_field = "django.db.models.BigAutoField"
