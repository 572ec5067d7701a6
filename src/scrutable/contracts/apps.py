"""The contracts app."""

from django.apps import AppConfig


class ContractsConfig(AppConfig):
    """Name the app for Django."""

    name = "scrutable.contracts"
    default_auto_field = "django.db.models.BigAutoField"
