"""The demo app."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    """Name the app for Django."""

    name = "scrutable.demo"
    default_auto_field = "django.db.models.BigAutoField"
