"""The registers app."""

from django.apps import AppConfig


class RegistersConfig(AppConfig):
    """Name the app for Django."""

    name = "scrutable.registers"
    default_auto_field = "django.db.models.BigAutoField"
