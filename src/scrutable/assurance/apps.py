"""The assurance app."""

from importlib import import_module

from django.apps import AppConfig


class AssuranceConfig(AppConfig):
    """Name the app for Django, and have what its writes refuse and keep from the log known."""

    name = "scrutable.assurance"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register what may not be kept or logged, whoever records it."""
        import_module("scrutable.assurance.writes")
